// Positions popups and tooltips, all `position: fixed`, inside the window.
import {clamp} from './numbers.js';

const EDGE = 8; // px kept free at the edges of the window
const OTHER = /** @type {const} */ ({start: 'end', end: 'start'});

/**
 * @typedef {{left: number, right: number, top: number, bottom: number}} Box px in the window
 * @typedef {object} Options
 * @property {'start' | 'center' | 'end' | 'beside'} [align] along the anchor, or next to it
 * @property {number} [gap] px between anchor and popup
 * @property {boolean} [mirrored] from right to left, as the page is
 * @property {number} [room] px that suffice below; with less, the popup goes to the roomier side. Default: always below
 */

/**
 * @param {Box} anchor
 * @param {number} width of the popup, px
 * @param {{width: number, height: number}} view the window, px
 * @param {Options} options
 * @returns {{left: number, upwards: boolean, offset: number, height: number}} offset: from the top of the window, or
 *   from its bottom if upwards; height: the most that fits there, px
 */
export function placement(anchor, width, view, {align = 'start', gap = 4, room = Infinity, mirrored = false} = {}) {
  const above = anchor.top, below = view.height - anchor.bottom, upwards = below < room && above > below;
  const left = {
    start: anchor.left,
    center: (anchor.left + anchor.right - width) / 2,
    end: anchor.right - width,
    beside: anchor.right + gap + width > view.width ? anchor.left - gap - width : anchor.right + gap,
  }[mirrored && align in OTHER ? OTHER[/** @type {'start' | 'end'} */ (align)] : align];
  return {
    left: clamp(left, EDGE, Math.max(EDGE, view.width - width - EDGE)),
    upwards,
    offset: (upwards ? view.height - anchor.top : anchor.bottom) + gap,
    height: (upwards ? above : below) - gap - EDGE,
  };
}

/**
 * Moves an open popup next to its anchor; `most` is its maximum height in px.
 * @param {HTMLElement} popup
 * @param {Box} anchor
 * @param {Options & {most?: number}} [options]
 */
export function place(popup, anchor, {most = Infinity, ...options} = {}) {
  const view = {width: innerWidth, height: innerHeight};
  const mirrored = getComputedStyle(popup).direction === 'rtl';
  const {left, upwards, offset, height} = placement(anchor, popup.offsetWidth, view, {...options, mirrored});
  Object.assign(popup.style, {
    left: `${left}px`,
    top: upwards ? 'auto' : `${offset}px`,
    bottom: upwards ? `${offset}px` : 'auto',
    maxHeight: `${Math.min(most, height)}px`,
  });
}
