// The camera: the visible part of the plane. It fits boxes, follows the visitor's hand, flies, and projects.
import {clamp} from '../shared/numbers.js';
import {between, move} from './flight.js';
/** @import {Box, Point, View, Viewport} from './types.js' */

const FLIGHT = 600; // ms
const PADDING = {top: 8, right: 8, bottom: 8, left: 8}; // px
const OUT = 1, IN = 5; // zoom steps on either side of the view that shows everything
const WORTH = 0.5; // zoom steps that a view of a part must gain: with less, it only cuts off the rest

/**
 * Width and height of the area that is not covered, px.
 * @param {Viewport} viewport
 * @returns {[number, number]}
 */
export const roomIn = ({width, height, inset, left, right}) => [
  Math.max(width - PADDING.left - PADDING.right - left - right, 40), Math.max(height - PADDING.top - PADDING.bottom - inset, 40)
];

/**
 * The view that shows a box in the area that is not covered.
 * @param {Box} box
 * @param {Viewport} viewport
 * @returns {View}
 */
export function fitted([x0, y0, x1, y1], viewport) {
  const bottom = PADDING.bottom + viewport.inset, left = PADDING.left + viewport.left, right = PADDING.right + viewport.right, free = roomIn(viewport);
  const scale = Math.min(free[0] / Math.max(x1 - x0, 1e-6), free[1] / Math.max(y1 - y0, 1e-6));
  return {
    target: [
      (x0 + x1) / 2 + (right - left) / 2 / scale,
      (y0 + y1) / 2 + (bottom - PADDING.top) / 2 / scale
    ],
    zoom: Math.log2(scale)
  };
}

/**
 * How wide a box is in the view that shows it, and what is free on either side of it, px.
 * @typedef {{wide: number, spare: number}} Spread
 * @param {Box} box
 * @param {Viewport} viewport
 * @returns {Spread}
 */
export function spread(box, viewport) {
  const wide = (box[2] - box[0]) * 2 ** fitted(box, viewport).zoom;
  return {wide, spare: (roomIn(viewport)[0] - wide) / 2};
}

/**
 * The limits of the visitor's zoom.
 * @param {Box} bounds of the map
 * @param {Viewport} viewport
 */
export function limits(bounds, viewport) {
  const {zoom} = fitted(bounds, viewport);
  return {minZoom: zoom - OUT, maxZoom: zoom + IN};
}

/**
 * The target kept within the map, so that the map can never be lost from view.
 * @param {Box} bounds
 * @param {Point} target
 * @returns {Point}
 */
export const within = ([x0, y0, x1, y1], [x, y]) => [clamp(x, x0, x1), clamp(y, y0, y1)];

export class Camera {
  /** @type {View} */ view = {target: [0, 0], zoom: 0};
  /** @type {Viewport} */ viewport = {width: 0, height: 0, inset: 0, left: 0, right: 0};
  /** @type {Box} */ #bounds = [0, 0, 1000, 500];
  #slot = '';
  #moved = false; // by the visitor: then nothing else moves the view
  /** @type {View | null} where the flight ends */ #goal = null;
  #land = () => {};

  /** @param {() => void} onChange */
  constructor(onChange) { this.onChange = onChange; }

  /** px per map unit */
  get scale() { return 2 ** this.view.zoom; }

  /** The view as deck.gl takes it. */
  get limited() { return {...this.view, ...limits(this.#bounds, this.viewport)}; }

  /**
   * @param {Point} point in map units
   * @returns {Point} px of the stage
   */
  project([x, y]) {
    const {view: {target}, viewport: {width, height}, scale} = this;
    return [(x - target[0]) * scale + width / 2, (y - target[1]) * scale + height / 2];
  }

  /**
   * @param {Point} point px of the stage
   * @returns {Point} in map units
   */
  unproject([px, py]) {
    const {view: {target}, viewport: {width, height}, scale} = this;
    return [(px - width / 2) / scale + target[0], (py - height / 2) / scale + target[1]];
  }

  /**
   * The box that is seen, in map units.
   * @returns {Box}
   */
  get seen() {
    const [width, height] = roomIn(this.viewport), left = PADDING.left + this.viewport.left, {top} = PADDING;
    return [...this.unproject([left, top]), ...this.unproject([left + width, top + height])];
  }

  /**
   * Enter a slot, which shows everything; true if it is another one than before.
   * @param {string} slot the layout and its sheet
   * @param {Box} bounds
   */
  enter(slot, bounds) {
    const changed = slot !== this.#slot;
    const refit = changed || (!this.#moved && bounds.join() !== this.#bounds.join());
    this.#slot = slot;
    this.#bounds = bounds;
    if (refit) {
      this.cancel();
      this.#moved = false;
      this.#apply(fitted(bounds, this.viewport));
    }
    return changed;
  }

  /** @param {Viewport} viewport */
  resize(viewport) {
    const before = this.viewport, sides = /** @type {(keyof Viewport)[]} */ (['width', 'height', 'inset', 'left', 'right']);
    if (sides.every(side => viewport[side] === before[side])) return;
    this.viewport = viewport;
    this.#apply(this.#moved ? this.view : fitted(this.#bounds, viewport));
  }

  /**
   * Take over a view from deck.gl's controller, moved by the visitor.
   * @param {View} view
   */
  follow({target, zoom}) {
    this.cancel();
    this.#moved = true;
    this.#apply({target: within(this.#bounds, target), zoom});
  }

  /**
   * Show at once what was seen in a viewport of another size, if the visitor chose it.
   * @param {Box} seen
   */
  keep(seen) {
    this.cancel();
    if (this.#moved) this.#apply(fitted(seen, this.viewport));
  }

  /** The view is not that of the whole map. */
  get moved() { return this.#moved; }

  get flying() { return this.#goal !== null; }

  /** @param {number} [duration] ms */
  home(duration) { this.#fly(fitted(this.#bounds, this.viewport), false, duration); }

  /**
   * Show a box, or everything if that is hardly smaller.
   * @param {Box} box
   * @param {number} [duration] ms
   */
  flyTo(box, duration) {
    const view = fitted(box, this.viewport), whole = fitted(this.#bounds, this.viewport);
    if (view.zoom - whole.zoom < WORTH) this.home(duration);
    else this.#fly(view, true, duration);
  }

  /** @param {number} step of zoom */
  zoomBy(step) { this.#fly({target: this.view.target, zoom: (this.#goal ?? this.view).zoom + step}, true, 200); }

  /**
   * @param {number} dx px
   * @param {number} dy px
   */
  panBy(dx, dy) {
    const [x, y] = (this.#goal ?? this.view).target;
    const target = within(this.#bounds, [x + dx / this.scale, y + dy / this.scale]);
    this.#fly({target, zoom: this.view.zoom}, true, 150);
  }

  /** Stop the flight where it is. */
  cancel() {
    this.#land();
    this.#goal = null;
  }

  /**
   * @param {View} goal
   * @param {boolean} moved true if the visitor asked for that view
   * @param {number} [duration] ms
   */
  #fly(goal, moved, duration = FLIGHT) {
    this.cancel();
    this.#moved = true;
    this.#goal = goal;
    this.#apply(this.view); // it counts as moving from now on, not from the first frame
    const from = this.view;
    this.#land = move(duration, share => {
      if (share === 1) [this.#goal, this.#moved] = [null, moved];
      this.#apply(between(from, goal, share));
    });
  }

  /** @param {View} view */
  #apply({target, zoom}) {
    const {minZoom, maxZoom} = limits(this.#bounds, this.viewport);
    this.view = {target, zoom: clamp(zoom, minZoom, maxZoom)};
    this.onChange();
  }
}
