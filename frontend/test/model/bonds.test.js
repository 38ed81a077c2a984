// Closeness by year, counted by hand: a memorandum of 2002 to 2010, a twinning of 2017, one without a date, a meeting.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bondsAtEndOf} from '../../src/model/bonds.js';
import {table} from './tiny.js';

const closeness = (pair, year) => bondsAtEndOf(table, year, false).get(pair).closeness;

test('a pair is as close as what was in force at the end of the year', () => {
  const years = [2001, 2002, 2009, 2010, 2011, 2016, 2017, undefined];
  assert.deepEqual(years.map(year => closeness('A-1_B-1', year)), [
    'institutions', 'agreement', 'agreement', 'agreement', 'institutions', 'institutions', 'twinned', 'twinned']);
});

test('a meeting has no end, and nothing is there before it', () => {
  assert.deepEqual([2000, 2001, 2017].map(year => closeness('A-1_B-2', year)), [null, 'contacts', 'contacts']);
});

test('a twinning without a date counts in every year and has no since', () => {
  const nothing = {since: -1, agreement: -1, contact: -1};
  assert.deepEqual(bondsAtEndOf(table, 1999, false).get('A-2_B-2'), {closeness: 'twinned', ...nothing});
  assert.deepEqual(bondsAtEndOf(table, 1999, false).get('A-1_B-2'), {closeness: null, ...nothing});
});

test('without undated records, what has no date ties nothing', () => {
  const bonds = bondsAtEndOf(table, 2012, true);
  assert.equal(bonds.get('A-2_B-2').closeness, null);
  assert.equal(bonds.get('A-1_B-1').closeness, 'projects'); // its link has no date
});

test('the dates are those of the first records of a kind, even of one that has ended', () => {
  assert.deepEqual(bondsAtEndOf(table, undefined, false).get('A-1_B-1'), {closeness: 'twinned', since: 4, agreement: 1, contact: 1});
  assert.deepEqual(bondsAtEndOf(table, 2012, false).get('A-1_B-1'), {closeness: 'institutions', since: -1, agreement: 1, contact: 1});
  assert.deepEqual(bondsAtEndOf(table, undefined, false).get('A-1_B-2'), {closeness: 'contacts', since: 0, agreement: -1, contact: 0});
});

test('only pairs of units have a bond', () => {
  assert.deepEqual([...bondsAtEndOf(table, undefined, false).keys()], ['A-1_B-1', 'A-1_B-2', 'A-2_B-2']);
});
