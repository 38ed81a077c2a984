// The list of matching records of the tiny table, by hand.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {all, textsOf} from '../page.js'; // first, since others need a page to begin with
import {own} from '../../src/shared/tell.js';
import {matches} from '../../src/side/list.js';
import {CLINIC, COUNTRY, MEETING, MEMORANDUM, table, TOWNS, TWINNING, UNDATED} from '../model/tiny.js';
import {seenOf} from './tiny.js';

const chosen = [], opened = [];
const listed = (filter, choice = {}, more = {}) =>
  matches({...seenOf(filter), ...more}, {group: 'pair', order: 'table', ...choice}, each => chosen.push(each), record => opened.push(record));
const records = nodes => all('button', ...nodes).filter(({attributes}) => 'data-record' in attributes).map(({attributes}) => Number(attributes['data-record']));
/** Each group: its title with the number of its records, then the records. */
const groups = nodes => all('section', ...nodes).map(section => [...textsOf('h3', section), ...records([section])]);

test('records stand below their pairs, with their numbers, in the order of the table', () => {
  assert.deepEqual(groups(listed({})), [
    ['A1–B14', MEMORANDUM, TWINNING, TOWNS, CLINIC], ['A1–B21', MEETING], ['A2–B21', UNDATED], ['A–B11', COUNTRY]]);
});

test('the newest first, pairs come in the order of their newest record, and undated records last', () => {
  assert.deepEqual(groups(listed({}, {order: 'date'})), [
    ['A1–B14', TWINNING, CLINIC, MEMORANDUM, TOWNS], ['A–B11', COUNTRY], ['A1–B21', MEETING], ['A2–B21', UNDATED]]);
});

test('records stand below their stages, and those without one last', () => {
  assert.deepEqual(groups(listed({sectors: new Set(['medicine'])}, {group: 'stage'})), [['Work1', CLINIC], ['stage.rest2', TWINNING, UNDATED]]);
});

test('the filter has an answer: how many records, of how many pairs, and how many have no date', () => {
  const [title, said] = listed({sectors: new Set(['medicine'])});
  assert.deepEqual([title.textContent, said.textContent], ['stage.found 3', 'count.pairs 2']);
  // Without a date: the towns. The undated agreement counts in every year.
  assert.deepEqual(listed({years: [2002, 2016]})[1].textContent, 'count.pairs 3 · terms.years.undated 1');
});

test('each record says what it is and when: its first day, else its last', () => {
  const rows = textsOf('li', ...listed({}));
  assert.equal(rows[MEMORANDUM], 'Memorandumtimeline.one.agreements · May 2002');
  assert.equal(rows[TOWNS], 'Townstimeline.one.links');
  const ended = listed({}, {}, {table: {...table, records: {...table.records, begun: table.records.begun.map(() => -1)}}});
  assert.equal(textsOf('li', ...ended)[MEMORANDUM], 'Memorandumtimeline.one.agreements · May 2002 – 2010');
});

test('a click opens a record, or groups and sorts anew', () => {
  const nodes = listed({}, {order: 'date'}), radios = all('button', ...nodes).filter(({attributes}) => attributes.role === 'radio');
  assert.deepEqual(radios.filter(({attributes}) => attributes['aria-checked'] === 'true').map(({textContent}) => textContent), ['stage.by_pair', 'stage.by_date']);
  for (const radio of radios) radio.onclick();
  assert.deepEqual(chosen, [
    {group: 'pair', order: 'date'}, {group: 'stage', order: 'date'}, {group: 'pair', order: 'table'}, {group: 'pair', order: 'date'}]);
  all('button', ...nodes).find(({attributes}) => attributes['data-record'] === String(CLINIC)).onclick();
  assert.deepEqual(opened, [CLINIC]);
});

test('the records of one sector lead to its page, those of two to none', () => {
  const hrefs = filter => all('a', ...listed(filter)).map(({attributes}) => attributes.href);
  own({addressAfter: ({page}) => page, words: () => null});
  assert.deepEqual(hrefs({sectors: new Set(['medicine'])}), ['sectors']);
  assert.deepEqual(hrefs({sectors: new Set(['medicine', 'trade'])}), []);
  assert.deepEqual(hrefs({}), []);
});

test('an empty answer says so, and offers nothing to sort', () => {
  const nodes = listed({sectors: new Set(['medicine']), kinds: new Set(['memorandum'])});
  assert.deepEqual([all('button', ...nodes), nodes.at(-1).textContent], [[], 'status.empty']);
});

test('a long list shows two hundred records, says how many follow, and shows them when asked', () => {
  const {view} = seenOf({}), rows = Array.from({length: 250}, (_, at) => (at < 150 ? MEMORANDUM : MEETING));
  const nodes = listed({}, {}, {view: {...view, rows}});
  assert.deepEqual(all('section', ...nodes).map(section => [...textsOf('h3', section), records([section]).length]), [['A1–B1150', 150], ['A1–B2100', 50]]);
  assert.equal(nodes.at(-1).textContent, 'panel.more 50');
  nodes.at(-1).onclick();
  const whole = listed({}, chosen.at(-1), {view: {...view, rows}});
  assert.equal(records(whole).length, 250);
});
