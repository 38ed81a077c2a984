// Positions of years and records along the timeline, as fractions of its width; `count` years are drawn from `first` on.
import {clamp} from '../shared/numbers.js';

/** @typedef {import('../contract.js').TimelineMark} Mark */

const APART = 38; // px, the least distance between two years written below the bars

/**
 * The decimal year at a fraction of the width.
 * @param {number} fraction
 * @param {number} first
 * @param {number} count
 */
export const yearAt = (fraction, first, count) => first + fraction * count;

/**
 * The fraction of the width for a decimal year.
 * @param {number} year
 * @param {number} first
 * @param {number} count
 */
export const fractionOf = (year, first, count) => clamp((year - first) / count, 0, 1);

/**
 * The interval of the years written below the bars: those that are multiples of it.
 * @param {number} width of the bars, px
 * @param {number} count
 */
export const tickStep = (width, count) => [1, 2, 5, 10, 20, 50].find(years => years * width / count >= APART) ?? 100;

/**
 * Of the marks at a decimal year, those that begin there or, failing that, those that began last; nearest first.
 * @param {readonly Mark[]} marks
 * @param {number} year
 * @param {number} reach in years, within which a mark counts as beginning there
 */
export function under(marks, year, reach) {
  const far = (/** @type {Mark} */ {start}) => Math.abs(start - year);
  const found = marks.filter(({start, end}) => start - reach <= year && year <= Math.max(end ?? Infinity, start + reach));
  const begun = found.filter(mark => far(mark) <= reach);
  return (begun.length ? begun : found).sort((a, b) => far(a) - far(b));
}
