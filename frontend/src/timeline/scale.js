// Where years and records lie along the timeline, as fractions of its width; `count` years are drawn from `first` on.
import {clamp} from '../shared/numbers.js';

/** @typedef {import('../contract.js').TimelineMark} Mark */

const APART = 38; // px that two years written below the bars are apart at least

/**
 * The decimal year at a fraction of the width.
 * @param {number} fraction
 * @param {number} first
 * @param {number} count
 */
export const yearAt = (fraction, first, count) => first + fraction * count;

/**
 * The fraction of the width at which a decimal year lies.
 * @param {number} year
 * @param {number} first
 * @param {number} count
 */
export const fractionOf = (year, first, count) => clamp((year - first) / count, 0, 1);

/**
 * A year is written below the bars if it is a multiple of this.
 * @param {number} width of the bars, px
 * @param {number} count
 */
export const tickStep = (width, count) => [1, 2, 5, 10, 20, 50].find(years => years * width / count >= APART) ?? 100;

/**
 * Of the marks under a decimal year those that begin there, else those that began last, the nearest first.
 * @param {readonly Mark[]} marks
 * @param {number} year
 * @param {number} reach years that count as the same place
 */
export function under(marks, year, reach) {
  const far = (/** @type {Mark} */ {start}) => Math.abs(start - year);
  const found = marks.filter(({start, end}) => start - reach <= year && year <= Math.max(end ?? Infinity, start + reach));
  const begun = found.filter(mark => far(mark) <= reach);
  return (begun.length ? begun : found).sort((a, b) => far(a) - far(b));
}
