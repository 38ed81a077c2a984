// Counts of a view for the map and the timeline.
import {yearsOf} from './filter.js';
/** @import {Table, View} from './types.js' */

/**
 * The ties of each unit or country, and of each unit the pairs of units, by code.
 * @param {Table} table
 * @param {View} view
 * @returns {Map<string, {ties: number, partners: number}>}
 */
export function countUnits(table, {pairs}) {
  const counts = new Map([...table.countries, ...table.units].map(code => [code, {ties: 0, partners: 0}]));
  table.pairs.key.forEach((key, pair) => {
    const records = pairs.get(key);
    if (!records) return;
    for (const side of table.pairs.sides[pair]) {
      const count = /** @type {{ties: number, partners: number}} */ (counts.get(side));
      count.ties += table.ties.reduce((sum, type) => sum + records[type], 0);
      count.partners += Number(table.pairs.regional[pair]);
    }
  });
  return counts;
}

/**
 * The number of records that name each unit or country as a side, by code.
 * @param {Table} table
 * @param {View} view
 * @returns {Map<string, number>}
 */
export function countRecords({pairs, records}, {rows}) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const side of rows.flatMap(record => pairs.sides[records.pair[record]])) counts.set(side, (counts.get(side) ?? 0) + 1);
  return counts;
}

/**
 * The number of links that end in each place, by key.
 * @param {Table} table
 * @param {View} view
 * @returns {Map<string, number>}
 */
export function countLinks(table, {rows}) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const place of rows.flatMap(record => table.records.places[record])) {
    const key = table.places.key[place];
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * The sector that most of some records name, by key of the pair; of equals, the first named.
 * @param {Table} table
 * @param {number[]} rows
 * @param {readonly string[]} [among] the sectors that count
 * @returns {Map<string, string>}
 */
export function mainSectors(table, rows, among = table.options.sectors) {
  /** @type {Map<number, Map<number, number>>} */
  const counts = new Map();
  for (const record of rows) {
    const pair = table.records.pair[record], ofPair = counts.get(pair) ?? new Map();
    for (const sector of table.records.sectors[record]) {
      if (among.includes(table.options.sectors[sector])) ofPair.set(sector, (ofPair.get(sector) ?? 0) + 1);
    }
    if (ofPair.size) counts.set(pair, ofPair);
  }
  return new Map([...counts].map(([pair, ofPair]) => {
    const [[sector]] = [...ofPair].sort(([, a], [, b]) => b - a);
    return [table.pairs.key[pair], table.options.sectors[sector]];
  }));
}

/**
 * For each year of the table, the number of records that began, or were in force, in it, for each type in `dated`.
 * @param {Table} table
 * @param {View} view at any time
 * @param {string} by
 */
export function countYears(table, {rows}, by) {
  const [first, last] = table.years;
  const counts = Array.from({length: last - first + 1}, () => table.dated.map(() => 0));
  for (const record of rows) {
    const type = table.dated.indexOf(table.types[table.records.type[record]]);
    const years = type < 0 ? null : yearsOf(table, record, by);
    for (let year = Math.max(first, years?.[0] ?? Infinity); year <= Math.min(last, years?.[1] ?? 0); year++) {
      counts[year - first][type]++;
    }
  }
  return counts;
}
