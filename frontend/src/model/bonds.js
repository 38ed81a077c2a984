// How close two units are, as derived from their records; dashboard/catalogue/pair.py does the same in Python.
import {memo} from '../map/memo.js';
import {hasDate} from './table.js';
/** @import {Bond, Table} from './types.js' */

const derived = memo(derive); // visitors ask for the same few years

/**
 * Bond of every pair of units by key, at the end of a year; without a year, that of all their records.
 * @param {Table} table
 * @param {number | undefined} year
 * @param {boolean} dated records without a date do not count
 */
export const bondsAtEndOf = (table, year, dated) => derived(table, [year ?? 0, Number(dated)]);

/**
 * @param {Table} table
 * @param {readonly number[]} option
 * @returns {ReadonlyMap<string, Bond>}
 */
function derive(table, [year, dated]) {
  const strongest = table.pairs.key.map(() => table.claims.length);
  const earliest = table.pairs.key.map(() => table.options.closeness.map(() => Infinity));
  const meeting = table.options.closeness.length, end = year ? year * 1e4 + 1231 : Infinity;
  table.records.claim.forEach((claim, record) => {
    if (claim < 0 || table.first[record] > end || (dated && !hasDate(table, record))) return;
    const pair = table.records.pair[record], degree = table.claims[claim];
    if (claim <= meeting && table.first[record]) earliest[pair][degree] = Math.min(earliest[pair][degree], table.records.begun[record]);
    const ended = year && table.last[record] && table.last[record] < end;
    if (claim === meeting || !ended) strongest[pair] = Math.min(strongest[pair], claim); // who has met, has met for good
  });
  return new Map(table.pairs.key.flatMap((key, pair) =>
    (table.pairs.regional[pair] ? [[key, bond(table, strongest[pair], earliest[pair])]] : [])));
}

/**
 * @param {Table} table
 * @param {number} claim the strongest that holds
 * @param {number[]} earliest the first date of each degree of closeness
 * @returns {Bond}
 */
function bond(table, claim, earliest) {
  const degree = table.claims[claim] ?? -1;
  const met = table.claims[table.options.closeness.length]; // anything closer takes an agreement
  const first = (/** @type {number[]} */ dates) => {
    const date = Math.min(...dates);
    return date < Infinity ? date : -1;
  };
  return {
    closeness: table.options.closeness[degree] ?? null,
    since: first(earliest.slice(degree, degree + 1)),
    agreement: first(earliest.slice(0, met)),
    contact: first(earliest.slice(0, met + 1)),
  };
}
