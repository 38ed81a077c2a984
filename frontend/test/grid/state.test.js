// The grid: search, order, width of columns, pages, and where rows lead.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isLong, matching, nextOrder, ordered, spanOf, widthOf, widths} from '../../src/grid/state.js';

const columns = [
  {key: 'title', name: 'Title', says: '', kind: 'text'},
  {key: 'date', name: 'Date', says: '', kind: 'date'},
  {key: 'value', name: 'Value', says: '', kind: 'number'},
];
const row = (title, date, value) => ({cells: [title, date && {text: date[0], sort: date[1]}, value && {text: String(value), sort: value}]});
const rows = [
  row('Ёлка', ['March 2017', '2017-03'], 9),
  row('Зима', ['May 2016', '2016-05'], 10),
  row('Дом', '', ''),
];
const titles = found => found.map(({cells}) => cells[0]);
const by = (column, down = false) => titles(ordered(rows, columns, {column, down}, 'ru'));

test('numbers sort as numbers, dates as dates, texts by the alphabet; what is empty comes last both ways', () => {
  assert.deepEqual(by('value'), ['Ёлка', 'Зима', 'Дом']);
  assert.deepEqual(by('value', true), ['Зима', 'Ёлка', 'Дом']);
  assert.deepEqual(by('date'), ['Зима', 'Ёлка', 'Дом']);
  assert.deepEqual(by('date', true), ['Ёлка', 'Зима', 'Дом']);
  assert.deepEqual(by('title'), ['Дом', 'Ёлка', 'Зима']);
});

test('without an order, or with one of another table, the rows stay as they are', () => {
  assert.deepEqual(titles(ordered(rows, columns, null, 'ru')), titles(rows));
  assert.deepEqual(by('elsewhere'), titles(rows));
});

test('a head sorts up, then down, then not at all; another head begins anew', () => {
  const up = nextOrder(null, 'date'), down = nextOrder(up, 'date');
  assert.deepEqual(up, {column: 'date', down: false});
  assert.deepEqual(down, {column: 'date', down: true});
  assert.equal(nextOrder(down, 'date'), null);
  assert.deepEqual(nextOrder(down, 'title'), {column: 'title', down: false});
});

test('a search finds the rows that hold the beginnings of all its words, also in codes and in other letters', () => {
  const found = [{cells: [{text: 'Minsk Region', code: 'BY-MI'}, '重庆市']}, {cells: ['Brest', 'Chongqing']}];
  assert.deepEqual(matching(found, 'min reg'), [found[0]]);
  assert.deepEqual(matching(found, 'by-mi'), [found[0]]);
  assert.deepEqual(matching(found, '重慶'), [found[0]]);
  assert.deepEqual(matching(found, 'insk'), []);
  assert.deepEqual(matching(found, '  '), found);
  assert.deepEqual(titles(matching(rows, 'елка')), ['Ёлка']);
});

test('a column of text is as wide as its widest text, up to a line, and none is narrower than its head', () => {
  const table = {key: '', name: '', columns, rows: [row('a'.repeat(20), '', 1), row('b', '', 2)]};
  assert.deepEqual(widths(table), [20, 0, 0]);
  assert.deepEqual(widths({...table, rows: [row('c'.repeat(500), '', 1)]}), [34, 0, 0]);
  assert.deepEqual(widths({...table, rows: []}), [7, 0, 0]);
});

test('a Chinese character is as wide as two letters', () => {
  assert.equal(widthOf('重庆 x'), 6);
  assert.ok(!isLong('字'.repeat(34)));
  assert.ok(isLong('字'.repeat(35)));
});

test('a long table has pages', () => {
  assert.deepEqual(spanOf(162, 0), {first: 1, last: 162, more: false});
  assert.deepEqual(spanOf(8000, 0), {first: 1, last: 200, more: true});
  assert.deepEqual(spanOf(8000, 39), {first: 7801, last: 8000, more: false});
});
