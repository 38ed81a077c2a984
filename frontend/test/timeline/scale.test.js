// Positions of years and records along the timeline.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fractionOf, tickStep, under, yearAt} from '../../src/timeline/scale.js';

test('years and fractions of the width belong together', () => {
  assert.equal(yearAt(0.5, 2001, 26), 2014);
  assert.deepEqual([2001, 2014, 2027].map(year => fractionOf(year, 2001, 26)), [0, 0.5, 1]);
  assert.deepEqual([1992, Infinity].map(year => fractionOf(year, 2001, 26)), [0, 1], 'what lasts goes to the end');
});

for (const [width, count, expected] of [[988, 26, 1], [987, 26, 2], [300, 26, 5], [100, 26, 10], [20, 26, 50], [1, 400, 100]]) {
  test(`with ${count} years on ${width} px every ${expected}. is written`, () => assert.equal(tickStep(width, count), expected));
}

const mark = (record, start, end) => ({record, start, end});
const records = (marks, year) => under(marks, year, 0.25).map(({record}) => record);

test('of the marks under the pointer those that begin there go first, the nearest at the head', () => {
  const marks = [mark(1, 2011, null), mark(2, 2016, 2020), mark(3, 2016.2, 2016.2)];
  assert.deepEqual(records(marks, 2016.15), [3, 2]);
  assert.deepEqual(records(marks, 2018), [2, 1]);
  assert.deepEqual(records(marks, 2025), [1]);
  assert.deepEqual(records(marks, 2010), []);
  assert.deepEqual(records(marks, 2020.2), [1], 'a tie ends at its end');
});
