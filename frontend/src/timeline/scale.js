// Where years and records stand on the strip, in px from its upper left corner.
import {clamp} from '../shared/numbers.js';
/** @import {Mark} from './types.js' */

/**
 * @typedef {object} Fit
 * @property {number[]} edges the left edge of each year, and the right edge of the last
 * @property {number} pitch from one mark to the next
 * @property {number} rows of marks
 *
 * @typedef {{x: number, y: number, at: number, mark: Mark}} Spot the centre of a mark; `at` is the index of its year
 */

/**
 * Room for the marks of each year. All years are equally wide, but for those whose marks need more; the marks shrink
 * until each year is at least half as wide as if all were equal.
 * @param {readonly number[]} sizes the number of marks of each year
 * @param {number} width
 * @param {number} height
 * @param {number} largest pitch
 * @returns {Fit}
 */
export function fit(sizes, width, height, largest) {
  for (let pitch = largest; ; pitch *= 0.95) {
    const rows = Math.max(1, Math.floor(height / pitch));
    const needs = sizes.map(size => (Math.ceil(size / rows) + 1) * pitch); // one pitch stays free between two years
    const least = share(needs, width);
    if (least < width / sizes.length / 2 && pitch > 0.5) continue;
    const edges = [0];
    for (const need of needs) edges.push((edges.at(-1) ?? 0) + Math.max(need, least));
    return {edges, pitch, rows};
  }
}

/**
 * The width of those that need no more than it, if the others get what they need and all together fill the width.
 * @param {readonly number[]} needs
 * @param {number} width
 */
export function share(needs, width) {
  let rest = width, others = needs.length;
  for (const need of needs.toSorted((a, b) => b - a)) {
    if (need * others <= rest) break;
    rest -= need;
    others--;
  }
  return others ? rest / others : 0;
}

/**
 * The marks of each year in columns from the bottom up, in the middle of the year.
 * @param {Fit} fit
 * @param {readonly Mark[][]} marks
 * @param {number} height
 * @returns {Spot[]}
 */
export const spots = ({edges, pitch, rows}, marks, height) => marks.flatMap((ofYear, at) => {
  const left = (edges[at] + edges[at + 1] - Math.ceil(ofYear.length / rows) * pitch) / 2;
  return ofYear.map((mark, n) => ({
    mark, at, x: left + (Math.floor(n / rows) + 0.5) * pitch, y: height - (n % rows + 0.5) * pitch,
  }));
});

/**
 * The spot nearest to a point, undefined if none is within reach.
 * @param {readonly Spot[]} all
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 */
export function nearest(all, x, y, reach) {
  const far = (/** @type {Spot} */ spot) => Math.hypot(spot.x - x, spot.y - y);
  const near = all.filter(spot => far(spot) <= reach);
  return near.length ? near.reduce((a, b) => (far(b) < far(a) ? b : a)) : undefined;
}

/**
 * The index of the year at `x`.
 * @param {readonly number[]} edges
 * @param {number} x
 */
export const yearAt = (edges, x) => clamp(edges.findLastIndex(edge => edge <= x), 0, edges.length - 2);

/**
 * The place of a decimal year, counted from the first: 0.5 is the middle of the first year.
 * @param {readonly number[]} edges
 * @param {number} years
 */
export function xOf(edges, years) {
  const at = clamp(Math.floor(years), 0, edges.length - 2);
  return edges[at] + (years - at) * (edges[at + 1] - edges[at]);
}

/**
 * The indexes of the years to write below: the multiples of 1, 2, 5 … of which no two come too close, and what else has room.
 * @param {readonly number[]} edges
 * @param {number} first year
 * @param {number} apart the least distance between two
 */
export function labelled(edges, first, apart) {
  const middles = edges.slice(1).map((edge, at) => (edges[at] + edge) / 2);
  const free = (/** @type {number} */ at, /** @type {number[]} */ chosen) =>
    chosen.every(other => other === at || Math.abs(middles[other] - middles[at]) >= apart);
  const multiples = (/** @type {number} */ step) => [...middles.keys()].filter(at => (first + at) % step === 0);
  const chosen = [1, 2, 5, 10, 20, 50].map(multiples).find(found => found.every(at => free(at, found))) ?? multiples(100);
  for (const at of middles.keys()) if (!chosen.includes(at) && free(at, chosen)) chosen.push(at);
  return chosen.sort((a, b) => a - b);
}
