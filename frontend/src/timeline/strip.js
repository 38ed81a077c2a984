// The strip: a dot for each record, stacked by kind above its year, and the years below.
import {el} from '../shared/dom.js';
import {fit, labelled, nearest, spots, xOf, yearAt} from './scale.js';
/** @import {Data} from './types.js' */
/** @import {Fit, Spot} from './scale.js' */

const PITCH = 7, DOT = 0.8; // the largest distance between two dots, and the part of it that a dot fills
const APART = 42; // the least distance between two years written below
const TICK = 4; // all in px of a window 1440 px wide, like the sizes in tokens.css

export class Strip {
  #svg = el('svg');
  #dots = el('div', {class: 'dots'}, this.#svg);
  #ring = el('path', {class: 'ring'});
  #ticks = el('div', {class: 'ticks'});
  #today = el('span', {class: 'today'});
  element = el('div', {class: 'strip', dir: 'ltr', role: 'group', tabindex: 0}, this.#dots, this.#ticks, this.#today);
  /** @type {Fit} */
  #fit = {edges: [0, 1], pitch: 1, rows: 1};
  /** @type {Spot[]} */
  spots = [];
  /** @type {Data | null} */
  #data = null;

  /** @param {() => void} moved called when years have other places than before */
  constructor(moved) {
    this.moved = moved;
    new ResizeObserver(() => this.#lay()).observe(this.#dots);
  }

  /** @param {Data} data */
  draw(data) {
    this.#data = data;
    this.#today.textContent = data.ui.today;
    this.#lay();
  }

  #lay() {
    const {clientWidth: width, clientHeight: height} = this.#dots;
    if (!this.#data || !width) return;
    const {marks, first} = this.#data, unit = parseFloat(getComputedStyle(this.element).fontSize) / 12;
    const {edges, pitch} = this.#fit = fit(marks.map(({length}) => length), width, height, PITCH * unit);
    this.spots = spots(this.#fit, marks, height);
    this.#svg.style.setProperty('--dot', `${pitch * DOT}px`);
    this.ring(null);
    this.#svg.replaceChildren(...this.#paths(this.#data), this.#ring,
      el('path', {class: 'edges', d: edges.map(edge => `M${edge.toFixed(1)} ${height}v${TICK * unit}`).join('')}));
    this.#ticks.replaceChildren(...labelled(edges, first, APART * unit).map(at => {
      const tick = el('span', {}, String(first + at));
      tick.style.left = `${xOf(edges, at + 0.5)}px`;
      return tick;
    }));
    const now = new Date(), years = now.getFullYear() - first + now.getMonth() / 12;
    this.#today.hidden = years < 0 || years >= marks.length;
    this.#today.style.left = `${xOf(edges, years)}px`;
    this.moved();
  }

  /**
   * A path for the weak and one for the strong dots of each kind: some hundred elements would take longer to draw.
   * @param {Data} data
   */
  #paths({kinds}) {
    const drawn = [kinds.map(() => ''), kinds.map(() => '')];
    for (const spot of this.spots) drawn[Number(spot.mark.strong)][spot.mark.kind] += point(spot);
    return drawn.flatMap((ofKinds, strong) => ofKinds.map((d, kind) => el('path', {class: strong ? kinds[kind].key : `${kinds[kind].key} weak`, d})));
  }

  /** @param {Spot | null} spot to mark with a ring */
  ring(spot) {
    this.#ring.setAttribute('d', spot ? point(spot) : '');
  }

  /**
   * The place of a decimal year, counted from the first, in px from the left edge of the strip.
   * @param {number} years
   */
  x(years) {
    return xOf(this.#fit.edges, years);
  }

  /**
   * The index of the year, and the dot if any, at a point of the window.
   * @param {{clientX: number, clientY: number}} point
   * @returns {{at: number, spot: Spot | undefined}}
   */
  under({clientX, clientY}) {
    const {left, top} = this.#dots.getBoundingClientRect(), {edges, pitch} = this.#fit;
    return {at: yearAt(edges, clientX - left), spot: nearest(this.spots, clientX - left, clientY - top, pitch)};
  }

  /**
   * The box of a year or of a dot in the window.
   * @param {number} at
   * @param {Spot | null} spot
   */
  box(at, spot) {
    const {left, top, bottom} = this.#dots.getBoundingClientRect(), {pitch} = this.#fit;
    if (!spot) return {left: left + this.x(at), right: left + this.x(at + 1), top, bottom};
    return {left: left + spot.x, right: left + spot.x, top: top + spot.y - pitch / 2, bottom: top + spot.y + pitch / 2};
  }
}

/** @param {Spot} spot */
const point = ({x, y}) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`; // its round ends make a dot
