// What is newer than a day that the visitor has chosen.
/** @import {Table} from './types.js' */

/**
 * Whether a record was added, or else changed, after a day; dashboard/catalogue/changes.py says the same in Python.
 * @param {Table} table
 * @param {string | null} since such as 2026-11-22; null without one
 * @param {number} record
 * @returns {'added' | 'changed' | null}
 */
export function newness({records}, since, record) {
  if (!since) return null;
  const day = Number(since.replaceAll('-', ''));
  return records.added[record] > day ? 'added' : records.changed[record] > day ? 'changed' : null;
}

/**
 * How many of some records are newer than a day, for each pair, unit and place that they concern.
 * @param {Table} table
 * @param {string | null} since
 * @param {readonly number[]} rows
 * @returns {Map<string, number>} by key
 */
export function countNewer(table, since, rows) {
  const {pairs, places, records} = table;
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const record of rows.filter(row => newness(table, since, row))) {
    const pair = records.pair[record], keys = [pairs.key[pair], ...pairs.sides[pair], ...records.named[record].map(place => places.key[place])];
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
