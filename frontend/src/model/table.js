// The table in the browser: the published columns, with the values that every filter needs.
/** @import {Columns} from '../contract.js' */
/** @import {Dimension, Table} from './types.js' */

/** @type {readonly Dimension[]} */
export const DIMENSIONS = ['sectors', 'closeness', 'stages', 'levels', 'kinds'];

/** The fields of the filter that hold chosen options and have the same name in the address. */
export const CHOSEN = /** @type {const} */ ([...DIMENSIONS, 'undated']);

/** @param {number} day as a number such as 20170321 */
export const yearOf = day => Math.floor(day / 1e4);

/**
 * @param {Columns} columns
 * @returns {Table}
 */
export function readTable(columns) {
  const {dates, pairs, places, records, units} = columns;
  const regional = records.pair.filter(pair => pairs.regional[pair]).map(pair => pairs.key[pair]);
  const sides = new Set(records.pair.flatMap(pair => pairs.sides[pair]));
  return {
    ...columns,
    first: records.begun.map(date => dates.first[date] ?? 0),
    last: records.ends.map(date => dates.last[date] ?? 0),
    has: {
      sectors: records.sectors,
      stages: records.stage.map(asList),
      levels: records.level.map(asList),
      kinds: records.kind.map(asList),
    },
    keys: new Set([...pairs.key, ...units, ...places.key]),
    comparable: [new Set(units.filter(unit => sides.has(unit))), new Set(regional)],
  };
}

/**
 * True if a record has a first or last day.
 * @param {Table} table
 * @param {number} record
 */
export const hasDate = ({first, last}, record) => Boolean(first[record] || last[record]);

/** @param {number} option -1 for none */
const asList = option => (option < 0 ? [] : [option]);
