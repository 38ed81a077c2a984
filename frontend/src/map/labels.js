// The names on the map, as HTML above the canvas: in the page's own fonts, crisp, and readable by tests.
import {el} from '../shared/dom.js';
import {spread} from './camera.js';
import {BEYOND, isStrong, namesOf, roomOf, sizeOf} from './naming.js';
import {place} from './placement.js';
import {isLed} from './positions.js';
import {keyOf} from './scene.js';
/** @import {ScaleBar} from '../contract.js' */
/** @import {Camera} from './camera.js' */
/** @import {Box, Focus, Label, Point} from './types.js' */
/** @import {Line, Placed, Rect} from './placement.js' */

/** @typedef {{label: Label, key: string, element: HTMLElement, sizes: [number, number][]}} Item sizes: [plain, strong] */

export class Labels {
  /** @type {Item[]} */ #items = [];
  /** @type {Map<string, Item>} the last of each key that was measured */ #known = new Map();
  /** @type {Map<string, Placed>} */ #shown = new Map();
  /** @type {Map<string, number | null>} positions, null of a name that found none */ #choices = new Map();
  /** @type {Point} px from the corner of the stage to that of the labels */ #offset = [0, 0];
  /** @type {Point} px of the stage */ #size = [0, 0];
  #scale = 0;
  #aside = 0; // map units beyond the sheet on either side that names in rows may take
  #paper = false;
  #stale = false; // to be measured once it is seen: what is hidden has no width
  #moved = false; // by the visitor, who can move a name from under what covers it
  /** @type {Rect[]} px of the stage */ #covered = [];
  #zoomed = false; // since every name was searched a place
  /** @type {ScaleBar[]} */ #bars = [];
  /** @type {Box} */ #bounds = [0, 0, 0, 0];
  /** @type {Focus | null} */ #focus = null;

  /**
   * @param {HTMLElement} container
   * @param {() => Iterable<Element>} covers what lies on the stage above the names
   */
  constructor(container, covers) {
    this.container = container;
    this.covers = covers;
    document.fonts.addEventListener('loadingdone', this.#again);
    addEventListener('resize', this.#again);
  }

  /** Measure again: a font that loads late changes every width, and type grows with the window. */
  #again = () => {
    this.#measureAll();
    this.forget();
    this.#arrange();
  };

  /**
   * @param {Label[]} labels
   * @param {Box} bounds of the sheet
   * @param {ScaleBar[]} bars which no name may cover
   */
  setLabels(labels, bounds, bars) {
    this.#bounds = bounds;
    this.#bars = bars;
    // Elements are kept by key: a text that was there before is neither rebuilt nor measured again.
    const old = this.#items;
    this.#items = labels.map(label => {
      const key = keyOf(label), known = this.#known.get(key);
      if (known?.label.text === label.text && known.label.row?.number === label.row?.number) return {...known, label};
      const element = el('span', {class: `dm-label dm-label-${label.kind}`, 'data-key': key}, ...textOf(label));
      element.classList.toggle('dm-row', Boolean(label.row));
      element.classList.toggle('dm-left', label.row?.side === 'left');
      element.classList.toggle('dm-quiet', label.row?.number === 0);
      return {label, key, element, sizes: []};
    });
    for (const {label, element} of this.#items) element.classList.toggle('dm-fresh', Boolean(label.fresh));
    const kept = new Set(this.#items.map(({element}) => element));
    for (const {element} of old) if (!kept.has(element)) element.remove();
    const added = this.#items.filter(({element}) => !element.isConnected);
    this.container.append(...added.map(({element}) => element));
    this.#measure(added.filter(({sizes}) => !sizes.length));
    for (const item of added) this.#known.set(item.key, item);
    if (added.length) this.forget();
  }

  /**
   * Measure the items. All writes come before all reads, so that the browser lays out twice in all, not per label.
   * @param {Item[]} items
   */
  #measure(items) {
    if (!items.length) return;
    if (!this.container.checkVisibility()) this.#stale = true;
    for (const item of items) {
      item.sizes = [];
      item.element.classList.remove('dm-off');
    }
    for (const strong of [false, true]) {
      for (const {element} of items) element.classList.toggle('dm-strong', strong);
      for (const {element, sizes} of items) sizes.push([element.offsetWidth, element.offsetHeight]);
    }
    this.#look();
  }

  /** Measure what is on the map, and forget the sizes of what is not. */
  #measureAll() {
    this.#stale = !this.container.checkVisibility();
    if (this.#stale) return;
    this.#known = new Map(this.#items.map(item => [item.key, item]));
    this.#measure(this.#items);
  }

  /**
   * Measure and place the names as if for the first time: on another sheet, they have other sizes and need not stay.
   * @param {boolean} paper its edge cuts no name; on a screen, which names are shown must not depend on where it is
   */
  begin(paper) {
    this.#choices.clear();
    this.#paper = paper;
    this.#measureAll();
  }

  /** Place the names as if for the first time: on another sheet or of another size, they need not stay where they were. */
  forget() {
    this.#choices.clear();
  }

  /** Measure what covers the names. */
  #look() {
    const {left, top} = /** @type {Element} */ (this.container.parentElement).getBoundingClientRect();
    this.#covered = [...this.covers()].map(each => each.getBoundingClientRect()).filter(({width}) => width)
      .map(({x, y, width: w, height: h}) => ({x: x - left, y: y - top, w, h}));
  }

  /** The map is at rest: search a better place for the names that have none or stand apart, and hide what is cut. */
  rest() {
    this.#look();
    if (this.#zoomed) for (const [key, choice] of this.#choices) if (choice === null || isLed(choice)) this.#choices.delete(key);
    this.#zoomed = false;
    this.#arrange();
  }

  /**
   * On a map that was moved, names lie below what covers it, or across its edge.
   * @param {Rect} box px from the corner of the labels
   */
  #isCut({x, y, w, h}) {
    if (!this.#moved || this.#paper) return false;
    const left = x + this.#offset[0], top = y + this.#offset[1], right = left + w, bottom = top + h;
    const [width, height] = this.#size;
    return left < 0 || top < 0 || right > width || bottom > height
      || this.#covered.some(each => left < each.x + each.w && right > each.x && top < each.y + each.h && bottom > each.y);
  }

  /** @param {Focus} focus */
  setFocus(focus) {
    this.#focus = focus;
    this.#arrange();
  }

  /** @param {Camera} camera */
  setCamera({scale, moved, view: {target}, viewport}) {
    const {width, height} = viewport, {wide, spare} = spread(this.#bounds, viewport);
    this.#size = [width, height];
    this.#aside = this.#items.some(({label}) => label.row) ? spare / wide * (this.#bounds[2] - this.#bounds[0]) : 0;
    this.#moved = moved;
    this.#offset = [width / 2 - target[0] * scale, height / 2 - target[1] * scale];
    // Panning moves all labels together; only a new scale moves them relative to each other.
    this.container.style.transform = `translate(${this.#offset[0]}px, ${this.#offset[1]}px)`;
    if (scale === this.#scale) return;
    this.#scale = scale;
    this.#zoomed = true;
    // Meanwhile, names only come and go beside their points.
    for (const key of this.#choices.keys()) if (!this.#shown.has(key)) this.#choices.set(key, null);
    this.#arrange();
  }

  #arrange() {
    const focus = this.#focus, scale = this.#scale;
    if (!focus || !scale) return;
    if (this.#stale && this.container.checkVisibility()) {
      this.#measureAll();
      this.forget();
    }
    const names = namesOf(this.#items, focus, scale);
    const covered = this.#moved || this.#paper ? [] : this.#covered.map(({x, y, w, h}) => ({x: x - this.#offset[0], y: y - this.#offset[1], w, h}));
    this.#shown = place(names, this.#choices, this.#room(), [...roomOf(this.#bars, scale), ...covered]);
    for (const {key} of names) this.#choices.set(key, this.#shown.get(key)?.choice ?? this.#choices.get(key) ?? null);
    for (const {key, forced} of names) {
      const box = this.#shown.get(key);
      if (box && !forced && this.#isCut(box)) this.#shown.delete(key);
    }
    for (const {key, label, element} of this.#items) {
      const box = this.#shown.get(key);
      element.classList.toggle('dm-strong', isStrong(label, focus));
      element.classList.toggle('dm-off', !box);
      element.classList.toggle('dm-dim', focus.isDimmed(label));
      element.classList.toggle('dm-led', Boolean(box?.line));
      if (!box) continue;
      element.style.transform = `translate(${toHalf(box.x)}px, ${toHalf(box.y)}px) scale(${sizeOf(label, scale)})`;
      if (box.line) lead(element, box, box.line);
    }
  }

  /** Where names may stand, px from the corner of the labels. */
  #room() {
    const [x0, y0, x1, y1] = this.#bounds.map((value, at) => value * this.#scale + (at < 2 ? -BEYOND : BEYOND));
    const aside = this.#aside * this.#scale;
    const [left, top] = this.#offset.map(value => (this.#paper ? -value : -Infinity));
    const [right, bottom] = this.#paper ? [left + this.#size[0], top + this.#size[1]] : [Infinity, Infinity];
    const x = Math.max(x0 - aside, left), y = Math.max(y0, top);
    return {x, y, w: Math.min(x1 + aside, right) - x, h: Math.min(y1, bottom) - y};
  }

  /**
   * The middle of a name on the stage, if it is shown.
   * @param {string} key
   * @returns {Point | null}
   */
  middle(key) {
    const box = this.#shown.get(key);
    return box ? [box.x + box.w / 2 + this.#offset[0], box.y + box.h / 2 + this.#offset[1]] : null;
  }

  /**
   * The label whose text covers a point of the stage.
   * @param {Point} point
   */
  at([px, py]) {
    const x = px - this.#offset[0], y = py - this.#offset[1];
    return this.#items.find(({key}) => {
      const box = this.#shown.get(key);
      return box && x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
    })?.label ?? null;
  }
}

/**
 * The text of a label; the name in a row stands outside of its number.
 * @param {Label} label
 */
function textOf({text, row}) {
  if (!row) return [text];
  const number = el('small', {}, String(row.number));
  return row.side === 'left' ? [text, number] : [number, text];
}

/**
 * Lay the line between a name and its point, as the style draws it.
 * @param {HTMLElement} element
 * @param {Placed} box
 * @param {Line} line
 */
function lead({style}, box, [x0, y0, x1, y1]) {
  style.setProperty('--x', `${x1 - box.x}px`);
  style.setProperty('--y', `${y1 - box.y}px`);
  style.setProperty('--length', `${Math.hypot(x1 - x0, y1 - y0)}px`);
  style.setProperty('--turn', `${Math.atan2(y0 - y1, x0 - x1)}rad`);
}

/** @param {number} value */
const toHalf = value => Math.round(value * 2) / 2;
