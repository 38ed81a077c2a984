// The list of the records of a view: in an order, and in groups.
/** @import {Table} from './types.js' */

/** @typedef {{key: string, rows: number[]}} Group */

/**
 * The records, the newest first and undated ones last.
 * @param {Table} table
 * @param {readonly number[]} rows in the order of the table, which goes by pair
 */
export const byDate = (table, rows) => [...rows].sort((a, b) => table.first[b] - table.first[a]);

/**
 * Records grouped by pair, in the order in which the pairs come up.
 * @param {Table} table
 * @param {readonly number[]} rows in any order
 * @returns {Group[]}
 */
export function byPair(table, rows) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const record of rows) {
    const key = table.pairs.key[table.records.pair[record]], group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return [...groups].map(([key, found]) => ({key, rows: found}));
}

/**
 * Records grouped by stage, in the order of the stages; those without one come last, under "".
 * @param {Table} table
 * @param {readonly number[]} rows in any order
 * @returns {Group[]}
 */
export function byStage(table, rows) {
  const stages = [...table.options.stages.keys(), -1];
  return stages.map(stage => ({key: table.options.stages[stage] ?? '', rows: rows.filter(record => table.records.stage[record] === stage)}))
    .filter(group => group.rows.length);
}
