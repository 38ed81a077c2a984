// The records that pass a filter, and a count for every option; dashboard/catalogue/filtering.py does the same in Python.
import {bondsAtEndOf} from './bonds.js';
import {DIMENSIONS, hasDate, yearOf} from './table.js';
/** @import {Filter, Table, View} from './types.js' */

/** @type {Filter} */
export const NO_FILTER = {
  sectors: new Set(), closeness: new Set(), stages: new Set(), levels: new Set(), kinds: new Set(),
  undated: new Set(), years: null, years_by: '', text: '',
};

/**
 * The view of the table under a filter.
 * @param {Table} table
 * @param {Filter} filter
 * @param {ReadonlySet<number> | null} [holding] the records that hold its text, as found by text.js; null for no text
 * @returns {View}
 */
export function select(table, filter, holding = null) {
  const bonds = bondsAtEndOf(table, filter.years?.[1], filter.undated.size > 0);
  const has = {...table.has, closeness: closenessOf(table, bonds)};
  const asked = DIMENSIONS.filter(name => filter[name].size)
    .map(name => ({name, options: table.options[name].map(key => filter[name].has(key))}));
  const facets = emptyFacets(table);
  /** @type {number[]} */
  const rows = [], /** @type {number[]} */ undated = [];
  const close = table.options.closeness.map(() => new Set()); // pairs are counted, not their records
  for (let record = 0; record < table.first.length; record++) {
    const timely = inYears(table, record, filter);
    if (timely === false || (holding && !holding.has(record))) continue;
    const failed = asked.filter(({name, options}) => !has[name][record].some(option => options[option]));
    if (!failed.length) (timely ? rows : undated).push(record);
    if (!timely || failed.length > 1) continue;
    for (const name of failed.length ? [failed[0].name] : DIMENSIONS) {
      for (const option of has[name][record]) {
        if (name === 'closeness') close[option].add(table.records.pair[record]);
        else facets[name][option]++;
      }
    }
  }
  facets.closeness = close.map(pairs => pairs.size);
  return {rows, undated, pairs: countsByPair(table, rows), bonds, facets};
}

/** @type {WeakMap<Table, View['facets']>} */
const unfiltered = new WeakMap();

/**
 * How many records each option shows without any filter, counted once for a table.
 * @param {Table} table
 */
export function facetsWithoutFilter(table) {
  const known = unfiltered.get(table) ?? select(table, NO_FILTER).facets;
  unfiltered.set(table, known);
  return known;
}

/**
 * The closeness of each record's pair, as options.
 * @param {Table} table
 * @param {View['bonds']} bonds
 */
function closenessOf(table, bonds) {
  const ofPair = table.pairs.key.map(key => {
    const closeness = bonds.get(key)?.closeness;
    return closeness ? [table.options.closeness.indexOf(closeness)] : [];
  });
  return table.records.pair.map(pair => ofPair[pair]);
}

/** @param {Table} table */
const emptyFacets = table => /** @type {View['facets']} */ (
  Object.fromEntries(DIMENSIONS.map(name => [name, table.options[name].map(() => 0)])));

/**
 * @param {Table} table
 * @param {number[]} rows
 */
function countsByPair(table, rows) {
  const {pair, type} = table.records;
  /** @type {View['pairs']} */
  const pairs = new Map();
  for (const record of rows) {
    const key = table.pairs.key[pair[record]];
    const counts = pairs.get(key) ?? Object.fromEntries(table.types.map(name => [name, 0]));
    counts[table.types[type[record]]]++;
    pairs.set(key, counts);
  }
  return pairs;
}

/**
 * First and last year in which a record counts: in which it began or was in force. Null if no date tells.
 * @param {Table} table
 * @param {number} record
 * @param {string} by
 * @returns {[number, number] | null}
 */
export function yearsOf(table, record, by) {
  const first = table.first[record], last = table.last[record];
  if (by === table.choices.years_by[0]) return first ? [yearOf(first), yearOf(first)] : null;
  return first || last ? [yearOf(first), last ? yearOf(last) : Infinity] : null;
}

/**
 * True if a record counts in one of the years of a filter; null if only a missing date keeps it from counting. An
 * agreement without a date counts in all years, as it does for closeness.
 * @param {Table} table
 * @param {number} record
 * @param {Filter} filter
 */
function inYears(table, record, {years, years_by: by, undated}) {
  if (!hasDate(table, record)) {
    const counted = !years || table.types[table.records.type[record]] === 'agreements';
    return counted && !undated.size ? true : null;
  }
  if (!years) return true;
  const counts = yearsOf(table, record, by);
  return counts && counts[0] <= years[1] && counts[1] >= years[0];
}
