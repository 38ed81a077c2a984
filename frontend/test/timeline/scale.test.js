// Where years and records stand on the strip, by hand.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fit, labelled, nearest, share, spots, xOf, yearAt} from '../../src/timeline/scale.js';

test('what needs more than an equal share gets it, and the others share the rest', () => {
  assert.equal(share([10, 10, 50], 100), 25);
  assert.equal(share([10, 20, 30], 90), 30, 'an equal share suffices');
  assert.equal(share([60, 50, 10, 10], 150), 20);
  assert.equal(share([80, 80], 100), 0, 'there is not enough');
});

test('a dense year is as wide as its marks need, the others are alike', () => {
  // 10 px a mark in rows of 3: 24 marks stand in 8 columns and one stays free, which is 90 px; 110 are left for two years.
  assert.deepEqual(fit([1, 24, 0], 200, 35, 10), {edges: [0, 55, 145, 200], pitch: 10, rows: 3});
});

test('few marks leave all years equally wide', () => {
  assert.deepEqual(fit([1, 2, 0, 0], 200, 35, 10).edges, [0, 50, 100, 150, 200]);
});

for (const [name, sizes, width] of [['a crowd', [0, 5000, 3, 0], 300], ['many crowds', Array(40).fill(900), 700], ['a sliver', [3, 3], 4]]) {
  test(`${name} fits, in years that can be hit, with marks that do not overlap the next year`, () => {
    const {edges, pitch, rows} = fit(sizes, width, 50, 7), widths = sizes.map((_, at) => edges[at + 1] - edges[at]);
    assert.ok(Math.abs(edges.at(-1) - width) < 1e-6);
    assert.ok(Math.min(...widths) >= width / sizes.length / 2 - 1e-6);
    assert.ok(rows * pitch <= 50);
    sizes.forEach((size, at) => assert.ok(Math.ceil(size / rows) * pitch < widths[at] + 1e-6));
  });
}

const mark = record => ({record, kind: 0, strong: true});

test('marks stand in columns from the bottom up, in the middle of their year', () => {
  const found = spots({edges: [0, 40, 100], pitch: 10, rows: 2}, [[mark(0)], [mark(1), mark(2), mark(3)]], 25);
  assert.deepEqual(found.map(({x, y, at, mark: {record}}) => [record, at, x, y]), [[0, 0, 20, 20], [1, 1, 65, 20], [2, 1, 65, 10], [3, 1, 75, 20]]);
  assert.equal(nearest(found, 67, 12, 7)?.mark.record, 2);
  assert.equal(nearest(found, 71, 21, 7)?.mark.record, 3, 'the nearer of two');
  assert.equal(nearest(found, 40, 20, 7), undefined);
});

test('a place belongs to one year, also beyond the ends; a year begins at its left edge', () => {
  const edges = [0, 40, 100, 110];
  assert.deepEqual([-5, 0, 39, 40, 99.9, 110, 500].map(x => yearAt(edges, x)), [0, 0, 0, 1, 1, 2, 2]);
  assert.deepEqual([0, 0.5, 1, 1.25, 3].map(years => xOf(edges, years)), [0, 20, 40, 55, 110]);
});

test('every year is written if it has room, else every second, fifth or tenth, and what has room besides', () => {
  const even = Array.from({length: 11}, (_, at) => at * 20); // 2001 to 2010, 20 px each
  const years = (edges, apart) => labelled(edges, 2001, apart).map(at => 2001 + at);
  assert.equal(years(even, 20).length, 10);
  assert.deepEqual(years(even, 21), [2002, 2004, 2006, 2008, 2010]);
  assert.deepEqual(years(even, 45), [2001, 2005, 2010]);
  assert.deepEqual(years([0, 20, 40, 100, 160, 180], 34), [2002, 2003, 2004, 2005], '2001 is too near to 2002, whereas 2003 and 2004 are wide');
});
