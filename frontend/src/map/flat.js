// The map as SVG, the same drawings as on the canvas: for browsers without WebGL, and for paper, where a canvas is empty.
import {el} from '../shared/dom.js';
import {follow} from './hand.js';
import {memo} from './memo.js';
/** @import {Holder, Limited} from './canvas.js' */
/** @import {Drawing} from './drawing.js' */
/** @import {Figures, Point, Rgba} from './types.js' */

/** @typedef {{figures: Figures | null, shapes: Attributes[], paints: string[], group: Element, elements: Element[]}} Drawn */
/** @typedef {Record<string, string | number>} Attributes */

export class Flat {
  #sheet = el('g');
  #picture = el('svg', {class: 'dm-picture', width: 1, height: 1, 'aria-hidden': true}, this.#sheet);
  /** @type {Map<string, Drawn>} by the id of the drawing */ #drawn = new Map();
  /** @type {Limited} */ #view = {target: [0, 0], zoom: NaN, minZoom: 0, maxZoom: 0};
  #hand = new AbortController();
  /** There is nothing to wait for. */
  ready = Promise.resolve();

  /** @param {Holder} holder */
  constructor(holder) { this.holder = holder; }

  attach() {
    const {host, onView} = this.holder;
    if (this.#picture.isConnected) return;
    host.append(this.#picture);
    this.#hand = new AbortController();
    follow(host, () => this.#view, onView, this.#hand.signal);
  }

  detach() {
    this.#hand.abort();
    this.#picture.remove();
  }

  /** @param {Limited} view */
  look(view) {
    const {target: [x, y], zoom} = view, scale = 2 ** zoom;
    this.#picture.style.transform = `translate(${-x * scale}px, ${-y * scale}px)`; // which paints nothing anew
    if (zoom !== this.#view.zoom) {
      this.#sheet.setAttribute('transform', `scale(${scale})`);
      this.#sheet.style.setProperty('--px', `${1 / scale}px`);
    }
    this.#view = view;
  }

  /** @param {Drawing[]} drawings lowest first */
  draw(drawings) {
    for (const {id, figures, colours} of drawings) {
      const drawn = this.#drawn.get(id) ?? {figures: null, shapes: [], paints: [], group: el('g', {class: `dm-${figures.kind}`}), elements: []};
      if (drawn.figures !== figures) shape(drawn, figures);
      paint(drawn, figures, colours);
      this.#drawn.set(id, drawn);
    }
    // In their order; those in place are left there, since moving them would cost a frame.
    const groups = drawings.map(({id}) => /** @type {Drawn} */ (this.#drawn.get(id)).group);
    const {children} = this.#sheet;
    if (groups.length !== children.length || groups.some((group, i) => group !== children[i])) this.#sheet.replaceChildren(...groups);
  }
}

/**
 * Give each object an element; only what changes is written.
 * @param {Drawn} drawn
 * @param {Figures} figures
 */
function shape(drawn, figures) {
  const {group, elements, shapes} = drawn, next = shapesOf(figures);
  for (const element of elements.splice(next.length)) element.remove();
  next.forEach((attributes, i) => {
    if (i < elements.length) return write(elements[i], attributes, shapes[i]);
    elements.push(el(figures.kind === 'areas' || figures.kind === 'strokes' ? 'path' : 'circle', attributes));
    group.append(elements[i]);
  });
  Object.assign(drawn, {figures, shapes: next, paints: drawn.paints.slice(0, next.length)});
}

/**
 * @param {Element} element
 * @param {Attributes} attributes
 * @param {Attributes} before
 */
function write(element, attributes, before) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== before[name]) element.setAttribute(name, String(value));
  }
}

/**
 * @param {Drawn} drawn
 * @param {Figures} figures
 * @param {Rgba[]} colours
 */
function paint({elements, paints}, {kind}, colours) {
  const name = kind === 'areas' || kind === 'dots' ? 'fill' : 'stroke';
  colours.forEach(([red, green, blue, alpha], i) => {
    const colour = alpha ? `rgb(${red} ${green} ${blue} / ${alpha / 255})` : 'none';
    if (colour !== paints[i]) elements[i].setAttribute(name, paints[i] = colour);
  });
}

/**
 * @param {Figures} figures
 * @returns {Attributes[]} of one element for each object
 */
function shapesOf(figures) {
  switch (figures.kind) {
    case 'areas': return figures.objects.map(({rings}) => ({d: rings.map(ring => pathOf(ring)).join('')}));
    case 'strokes': return figures.objects.map(({paths, width, round}) =>
      ({d: paths.map(path => pathOf(path)).join(''), 'stroke-width': width, 'stroke-linecap': round ? 'round' : 'butt'}));
    case 'dots': return figures.objects.map(({position, radius}) => circle(position, radius));
    case 'rings': return figures.objects.map(({position, radius, width}) => ({...circle(position, radius), 'stroke-width': width}));
  }
}

const pathOf = memo((/** @type {Point[]} */ path) => `M${path.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}`);

/**
 * @param {Point} position
 * @param {number} radius px, whatever the zoom
 */
const circle = ([cx, cy], radius) => ({cx, cy, style: `r: calc(${radius} * var(--px))`});
