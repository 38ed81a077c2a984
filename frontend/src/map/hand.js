// The visitor's hand on the map where deck.gl does not follow it: dragging, the wheel and two fingers.
import {clamp} from '../shared/numbers.js';
/** @import {Point, View} from './types.js' */

const NOTCH = 200; // px of the wheel that double the map
const LINE = 20;   // px, where the wheel counts lines

/**
 * The view once the map has been moved by what was held of it, and enlarged.
 * @param {View} view
 * @param {Point} from px from the middle of the stage
 * @param {Point} to where the same point of the map is to be
 * @param {number} [zoom] of the new view
 * @returns {View}
 */
export function moved({target: [x, y], zoom: before}, from, to, zoom = before) {
  const [was, is] = [2 ** before, 2 ** zoom];
  return {target: [x + from[0] / was - to[0] / is, y + from[1] / was - to[1] / is], zoom};
}

/**
 * @param {HTMLElement} stage
 * @param {() => View & {minZoom: number, maxZoom: number}} look
 * @param {(view: View) => void} onView
 * @param {AbortSignal} signal ends it
 */
export function follow(stage, look, onView, signal) {
  /** @type {Map<number, Point>} the fingers, or the mouse with its button pressed, by pointer */
  const held = new Map();
  const pointOf = (/** @type {MouseEvent} */ {clientX, clientY}) => {
    const {left, top, width, height} = stage.getBoundingClientRect();
    return /** @type {Point} */ ([clientX - left - width / 2, clientY - top - height / 2]);
  };
  const move = (/** @type {Point} */ from, /** @type {Point} */ to, step = 0) => {
    const {minZoom, maxZoom, ...view} = look();
    onView(moved(view, from, to, clamp(view.zoom + step, minZoom, maxZoom)));
  };
  stage.addEventListener('pointerdown', event => {
    if (event.button) return;
    held.set(event.pointerId, pointOf(event));
    stage.setPointerCapture(event.pointerId);
  }, {signal});
  stage.addEventListener('pointermove', event => {
    if (!held.has(event.pointerId)) return;
    const before = spanOf([...held.values()]);
    held.set(event.pointerId, pointOf(event));
    const after = spanOf([...held.values()]);
    move(before.middle, after.middle, Math.log2(after.length / before.length));
  }, {signal});
  for (const end of /** @type {const} */ (['pointerup', 'pointercancel'])) {
    stage.addEventListener(end, event => held.delete(event.pointerId), {signal});
  }
  stage.addEventListener('wheel', event => {
    event.preventDefault();
    const at = pointOf(event);
    move(at, at, clamp(-event.deltaY * (event.deltaMode ? LINE : 1) / NOTCH, -1, 1));
  }, {signal, passive: false});
}

/**
 * The middle of the first and the last of some points, and how far they are apart: 1 for a single point.
 * @param {Point[]} points
 * @returns {{middle: Point, length: number}}
 */
function spanOf(points) {
  const [ax, ay] = points[0], [bx, by] = points[points.length - 1];
  return {middle: [(ax + bx) / 2, (ay + by) / 2], length: Math.max(1, Math.hypot(bx - ax, by - ay))};
}
