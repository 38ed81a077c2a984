// Which sheet a window gets.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fitting} from '../../src/map/sheets.js';

const sheets = [1.5, 1.12, 0.8].map(aspect => ({bounds: [0, 0, 1000, 1000 / aspect]}));
const at = (aspect, current = -1) => fitting(sheets, [600 * aspect, 600], current);

test('the sheet of the nearest proportions, by their logarithm', () => {
  assert.deepEqual([3, 1.5, 1.31, 1.28, 1.12, 0.95, 0.94, 0.3].map(aspect => at(aspect)), [0, 0, 0, 1, 1, 1, 2, 2]);
});

test('a window must change enough for another sheet', () => {
  // 1.296 lies half way between 1.5 and 1.12; 6 % beyond it, the other sheet fits better by 12 %.
  assert.deepEqual([at(1.23, 0), at(1.21, 0), at(1.36, 1), at(1.38, 1)], [0, 1, 1, 0]);
});

test('a layout with one sheet has that, whichever was on show before', () => {
  assert.deepEqual([0, 2, -1].map(current => fitting(sheets.slice(0, 1), [300, 600], current)), [0, 0, 0]);
});
