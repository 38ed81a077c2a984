// A table of buttons is one stop of the Tab key, in which the arrow keys lead from button to button.

import {keyOf} from '../shared/keys.js';

/** @typedef {{row: number, column: number}} Place */

/** @type {Record<string, [number, number]>} down and to the right */
const STEPS = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]};

/**
 * The place that a key leads to: the nearest one beyond `from` that way, in the same line if there is any; undefined for
 * other keys and at the edge.
 * @template {Place} P
 * @param {string} key
 * @param {Place} from
 * @param {P[]} places
 * @returns {P | undefined}
 */
export function towards(key, from, places) {
  const [down, right] = STEPS[key] ?? [0, 0];
  const along = (/** @type {Place} */ {row, column}) => (row - from.row) * down + (column - from.column) * right;
  const aside = (/** @type {Place} */ {row, column}) => Math.abs((row - from.row) * right) + Math.abs((column - from.column) * down);
  const beyond = places.filter(place => along(place) > 0);
  return beyond.sort((a, b) => Number(aside(a) > 0) - Number(aside(b) > 0) || along(a) - along(b) || aside(a) - aside(b))[0];
}

/**
 * Focus the button that a key leads to; true if there is one.
 * @param {KeyboardEvent} event
 */
export function moveBySquares(event) {
  const button = /** @type {HTMLElement} */ (event.target), table = button.closest('table');
  if (!table || !button.matches('td > button')) return false;
  const places = [.../** @type {NodeListOf<HTMLElement>} */ (table.querySelectorAll('td > button'))].map(placed);
  const next = towards(keyOf(event), placed(button), places);
  if (!next) return false;
  for (const each of places) each.button.tabIndex = each === next ? 0 : -1;
  next.button.focus();
  return true;
}

/** @param {HTMLElement} button */
function placed(button) {
  const cell = /** @type {HTMLTableCellElement} */ (button.parentElement);
  return {button, row: /** @type {HTMLTableRowElement} */ (cell.parentElement).rowIndex, column: cell.cellIndex};
}
