// A ranked sheet of two columns, by hand; tests/model compares whole sheets with Python.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {between, isThere, rank, ranked} from '../../src/map/ranked.js';
import {BEGIN, reduce} from '../../src/map/state.js';
import {message, square} from './tiny.js';

const label = (id, text, side, x, y) => ({id, kind: 'unit', text, position: [x, y], priority: 0, row: {side, height: 20, number: 0}});
const rows = {
  labels: [
    label('A', 'Älv', 'left', 200, 10), label('B', 'Zug', 'left', 200, 40), label('C', 'Bern', 'left', 200, 70),
    label('X', 'Xi', 'right', 800, 10), label('Y', 'Yo', 'right', 800, 40)],
  regions: {type: 'FeatureCollection', features: [{type: 'Feature', properties: {code: 'A'}, geometry: {type: 'MultiPolygon', coordinates: [[square(200, 5, 10)]]}}]},
  arcs: [{id: 'A_X', kind: 'pair', ends: ['A', 'X'], name: ''}],
  places: [{id: 'town', kind: 'place', position: [0, 0], radius: 3, name: 'Town', ends: ['B'], pairs: []}],
  routes: {nodes: [], ways: {}},
};
const numbered = (numbers, language = 'de') =>
  ({language, styles: {regions: Object.fromEntries(Object.entries(numbers).map(([code, number]) => [code, {number}]))}});
const at = ranking => Object.fromEntries([...ranking].map(([code, {y, tip}]) => [code, [y, tip]]));
const FEW = rank(numbered({A: 0, B: 5, C: 0, X: 1, Y: 10}), rows);

test('most records come first in each column; the longest bar is that of the greatest number, and zero can be seen', () => {
  assert.deepEqual(at(FEW), {B: [10, 250], A: [40, 203], C: [70, 203], Y: [10, 700], X: [40, 790]});
  assert.deepEqual(at(rank(numbered({A: 0, B: 0, C: 0, X: 0, Y: 0}), rows)).Y, [40, 797]);
});

test('equal ones stand in the alphabetical order of the language', () => {
  const order = language => Object.keys(at(rank(numbered({A: 1, B: 1, C: 1, X: 0, Y: 0}, language), rows))).slice(0, 3).join('');
  assert.deepEqual([order('de'), order('sv')], ['ACB', 'CBA']); // Swedish has Ä after Z
});

test('bars, places and lines go with their rows', () => {
  const moved = ranked(rows, FEW);
  assert.deepEqual(moved.regions.features[0].geometry.coordinates, [[[[200, 35], [203, 35], [203, 45], [200, 45], [200, 35]]]]);
  assert.deepEqual(moved.places[0].position, [250, 10]);
  const way = moved.routes.ways.A_X.map(node => moved.routes.nodes[node]);
  assert.deepEqual([way[0], way.at(-1), way.length], [[203, 40], [790, 40], 25]);
  assert.deepEqual(moved.labels.map(({position: [, y], priority, row: {number}}) => [y, priority, number]),
    [[40, 4, 0], [10, 5, 5], [70, 3, 0], [40, 4, 1], [10, 5, 10]]);
});

test('a sheet without rows is left as it is', () => assert.equal(rank(numbered({}), {labels: [{...rows.labels[0], row: undefined}]}), null));

test('rows go to their new places on the way between, with their new numbers at once', () => {
  const to = rank(numbered({A: 0, B: 5, C: 10, X: 1, Y: 10}), rows);
  assert.deepEqual(at(between(FEW, to, 0.5)), {C: [40, 251.5], B: [25, 250], A: [55, 203], Y: [10, 700], X: [40, 790]});
  assert.deepEqual([between(FEW, to, 0).get('C').number, isThere(between(FEW, to, 1), to), isThere(FEW, to)], [10, true, false]);
});

test('another filter moves the rows of the sheet on show; another sheet has them where they belong', () => {
  const told = (state, numbers, sheet = 0) => {
    const regions = Object.fromEntries(Object.entries(numbers).map(([code, number]) => [code, {fill: [0, 0, 0, 255], name: code, hint: '', number}]));
    return reduce(state, {type: 'told', message: {...message, ties: [], language: 'de', layout: 'ranked', styles: {regions, arcs: {}, places: {}}}, sheet, rows});
  };
  const yOf = ({scene}, code) => scene.labels.find(({id}) => id === code).position[1];
  const first = told(BEGIN, {A: 3, B: 2, C: 1, X: 0, Y: 0}), next = told(first, {A: 1, B: 2, C: 3, X: 0, Y: 0});
  assert.deepEqual([yOf(first, 'A'), yOf(next, 'A'), next.drawn === next.ranking], [10, 10, false]);
  assert.equal(yOf(reduce(next, {type: 'followed', drawn: next.ranking}), 'A'), 70);
  assert.equal(yOf(told(first, {A: 1, B: 2, C: 3, X: 0, Y: 0}, 1), 'A'), 70);
  const again = told(first, {A: 3, B: 2, C: 1, X: 0, Y: 0});
  assert.equal(again.drawn, again.ranking); // nothing moves
});

test('on a narrow window the columns leave their names room, and their bars are as much shorter as the lines', () => {
  // The longest names have 4 letters on the left, 2 on the right: 28.8 and 14.4 px, and 8 px up to their bars.
  const found = rank(numbered({A: 0, B: 5, C: 0, X: 1, Y: 10}), rows, {wide: 120, spare: 0});
  const [b, y] = ['B', 'Y'].map(code => found.get(code)).map(({x, tip}) => [x, tip].map(value => Math.round(value * 10) / 10));
  // 36.8 of 120 px are 306.7 of 1000 units; 22.4 px are less than the 200 that the sheet leaves. 493.3 remain of 600.
  assert.deepEqual([b, y], [[306.7, 347.8], [800, 717.8]]);
  const none = rank(numbered({A: 0, B: 5, C: 0, X: 1, Y: 10}), rows, {wide: 120, spare: 20});
  assert.deepEqual(none.get('B'), FEW.get('B')); // there is room beside the sheet
  assert.equal(rank(numbered({A: 0, B: 5, C: 0, X: 1, Y: 10}), rows, {wide: 50, spare: 0}).get('B').x, 380);
});

test('long names in few rows, which are larger, keep clear of the edge and of the buttons on the right', () => {
  const long = {...rows, labels: [...rows.labels, label('Z', 'Provence-Alpes-Côte d’Azur', 'right', 800, 70)]};
  const found = rank(numbered({A: 0, B: 5, C: 0, X: 1, Y: 10, Z: 0}), long, {wide: 1000, spare: 60});
  // A row is 20 px high, so that a name is larger than in one of 17 px: its 26 letters of 7.2 px and its number of 30 px are
  // 255.5 px wide, and it is 8 px up to its bar. Of the 60 px beside the sheet, the buttons leave 8.
  assert.equal(Math.round(found.get('Z').x * 10) / 10, 744.5);
  assert.equal(found.get('B').x, 200);
});

test('in high rows of a narrow window, names are no larger than they have room for', () => {
  const high = {...rows, labels: rows.labels.map(each => ({...each, text: 'ABCDEFGHIJ', row: {...each.row, height: 120}}))};
  const heightIn = wide => {
    const ranking = rank(numbered({A: 0, B: 5, C: 0, X: 1, Y: 10}), high, {wide, spare: 0});
    return ranked(high, ranking).labels[0].row.height;
  };
  // Of 300 px, a column may take 114, of which 8 lead up to the bar: 106 px for ten letters, which have 72 px at their least
  // and would have 144 in so high a row.
  assert.equal(Math.round(heightIn(300)), 88);
  assert.equal(heightIn(1000), 120);
});
