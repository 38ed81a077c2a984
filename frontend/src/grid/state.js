// The grid as pure functions: which rows are shown, in which order, how wide a column is, and where a row leads.
import {fold, typedWords} from '../search/fold.js';

export const PAGE = 200; // rows that are drawn at once
const WIDEST = 34, LONG = 2 * WIDEST, WIDEST_HEAD = 16; // letters in a line of a cell, in a cell that is shown in full, and in a line of a head

/**
 * @typedef {import('../contract.js').GridCell} GridCell
 * @typedef {import('../contract.js').GridRow} GridRow
 * @typedef {import('../contract.js').GridTable} GridTable
 * @typedef {{column: string, down: boolean} | null} Order null: as in the table
 */

/** @param {string | GridCell} cell */
export const textOf = cell => (typeof cell === 'string' ? cell : cell.text);

/** @param {string | GridCell} cell */
const withCode = cell => (typeof cell === 'string' ? cell : [cell.text, cell.code].filter(Boolean).join(' '));

/** @param {string | GridCell} cell */
const valueOf = cell => (typeof cell === 'string' ? cell : cell.sort ?? cell.text);

/**
 * The rows that hold every word of a search, each as the beginning of a word.
 * @param {readonly GridRow[]} rows
 * @param {string} text
 */
export function matching(rows, text) {
  const words = typedWords(text).map(fold);
  return words.length ? rows.filter(row => words.every(word => wordsOf(row).includes(word))) : [...rows];
}

/** @type {WeakMap<GridRow, string>} */
const folded = new WeakMap();

/** @param {GridRow} row */
function wordsOf(row) {
  const known = folded.get(row) ?? fold(row.cells.map(withCode).join('\n'));
  folded.set(row, known);
  return known;
}

/**
 * The rows in order of a column; empty cells come last in both directions.
 * @param {readonly GridRow[]} rows
 * @param {GridTable['columns']} columns
 * @param {Order} order
 * @param {string} language whose alphabet is used
 */
export function ordered(rows, columns, order, language) {
  const at = columns.findIndex(({key}) => key === order?.column);
  if (!order || at < 0) return [...rows];
  const {compare} = new Intl.Collator(language, {numeric: true}), sign = order.down ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [a, b] = [one, other].map(({cells}) => valueOf(cells[at]));
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)));
  });
}

/**
 * The order after a click on the head of a column: up, down, then as in the table again.
 * @param {Order} order
 * @param {string} column
 * @returns {Order}
 */
export const nextOrder = (order, column) => (order?.column !== column ? {column, down: false} : order.down ? null : {column, down: true});

/**
 * Width of a text in letters; a Chinese character is as wide as two.
 * @param {string} text
 */
export const widthOf = text => Array.from(text).reduce((sum, letter) => sum + (letter >= '\u2e80' ? 2 : 1), 0);

/** @param {string} text */
export const isLong = text => widthOf(text) > LONG;

/**
 * Least width of each column of text in letters, by its widest text; 0 for others.
 * @param {GridTable} table
 */
export const widths = ({columns, rows}) => columns.map(({kind, name}, at) => (kind === 'text'
  ? rows.reduce((most, {cells}) => Math.max(most, Math.min(WIDEST, widthOf(withCode(cells[at])))), Math.min(WIDEST_HEAD, widthOf(name) + 2)) : 0));

/**
 * First and last row of a page, counted from 1, and whether others come before and after.
 * @param {number} count
 * @param {number} page from 0
 */
export const spanOf = (count, page) => ({first: page * PAGE + 1, last: Math.min(count, (page + 1) * PAGE), more: count > (page + 1) * PAGE});
