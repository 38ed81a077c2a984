// Counts for the map and the timeline, by hand.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {NO_FILTER, select} from '../../src/model/filter.js';
import {countLinks, countUnits, countYears, mainSectors} from '../../src/model/metrics.js';
import {table} from './tiny.js';

const whole = select(table, NO_FILTER), links = select(table, {...NO_FILTER, levels: new Set(['cities'])});

test('a unit has ties and partners; a meeting is no tie, a country no partner', () => {
  assert.deepEqual(Object.fromEntries(countUnits(table, whole)), {
    A: {ties: 1, partners: 0}, B: {ties: 0, partners: 0},
    'A-1': {ties: 4, partners: 2}, 'A-2': {ties: 1, partners: 1}, 'B-1': {ties: 5, partners: 1}, 'B-2': {ties: 1, partners: 2},
  });
  assert.deepEqual(countUnits(table, links).get('A-1'), {ties: 1, partners: 1});
});

test('a link ends in two places', () => {
  assert.deepEqual([...countLinks(table, whole)], [['town', 1], ['port', 1]]);
});

test('the main sector is the one named most, of equals the first named', () => {
  assert.deepEqual(Object.fromEntries(mainSectors(table, whole.rows)), {'A-1_B-1': 'trade', 'A-2_B-2': 'medicine', 'A_B-1': 'trade'});
  assert.deepEqual(Object.fromEntries(mainSectors(table, [1, 3])), {'A-1_B-1': 'medicine'});
});

test('years count what began in them, or was in force', () => {
  const begun = countYears(table, whole, 'begun'), inForce = countYears(table, whole, 'in_force');
  assert.equal(begun.length, 17);
  assert.deepEqual([begun[0], begun[1], begun[11], begun[16]], [[0, 0, 0, 0, 1], [1, 0, 0, 0, 0], [1, 0, 0, 1, 0], [1, 0, 0, 0, 0]]);
  assert.deepEqual([inForce[9], inForce[10], inForce[16]], [[1, 0, 0, 0, 0], [0, 0, 0, 0, 0], [2, 0, 0, 1, 0]]);
});
