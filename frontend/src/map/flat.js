// The map as SVG, the same drawings as on the canvas: for browsers without WebGL, and for paper, where a canvas is empty.
import {el} from '../shared/dom.js';
import {follow} from './hand.js';
/** @import {Holder, Limited} from './canvas.js' */
/** @import {Drawing} from './drawing.js' */
/** @import {Figures, Mesh, Point} from './types.js' */

/** @typedef {{mesh: Mesh, colours: Uint8Array, group: Element, paints: string[]}} Drawn */

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
    for (const drawing of drawings) {
      const known = this.#drawn.get(drawing.id);
      if (known?.colours === drawing.colours && known.mesh === drawing.mesh) continue;
      const drawn = known?.mesh === drawing.mesh ? known : drawnAs(drawing);
      if (known !== drawn) known?.group.replaceWith(drawn.group);
      paint(drawn, drawing.colours);
      this.#drawn.set(drawing.id, drawn);
    }
    // In their order; those in place are left there, since moving them would cost a frame.
    const groups = drawings.map(({id}) => /** @type {Drawn} */ (this.#drawn.get(id)).group);
    const {children} = this.#sheet;
    if (groups.length !== children.length || groups.some((group, i) => group !== children[i])) this.#sheet.replaceChildren(...groups);
  }
}

/**
 * @param {Drawing} drawing
 * @returns {Drawn}
 */
const drawnAs = ({mesh, colours}) =>
  ({mesh, colours, group: el('g', {class: `dm-${mesh.kind}`}, ...shapesOf(mesh)), paints: []});

/**
 * Give each object the colour of its first vertex; only what changes is written.
 * @param {Drawn} drawn
 * @param {Uint8Array} colours
 */
function paint(drawn, colours) {
  const {mesh: {counts, kind}, group, paints} = drawn;
  const name = kind === 'areas' || kind === 'dots' ? 'fill' : 'stroke';
  let at = 0;
  counts.forEach((count, i) => {
    const [red, green, blue, alpha] = colours.subarray(at, at += 4 * count);
    const colour = alpha ? `rgb(${red} ${green} ${blue} / ${alpha / 255})` : 'none';
    if (colour !== paints[i]) group.children[i].setAttribute(name, paints[i] = colour);
  });
  drawn.colours = colours;
}

/**
 * @param {Figures} figures
 * @returns {Element[]} one for each object
 */
function shapesOf(figures) {
  switch (figures.kind) {
    case 'areas': return figures.objects.map(({rings}) => el('path', {d: rings.map(pathOf).join('')}));
    case 'strokes': return figures.objects.map(({paths, width, round}) =>
      el('path', {d: paths.map(pathOf).join(''), 'stroke-width': width, 'stroke-linecap': round ? 'round' : 'butt'}));
    case 'dots': return figures.objects.map(({position, radius}) => circle(position, radius));
    case 'rings': return figures.objects.map(({position, radius, width}) => circle(position, radius, {'stroke-width': width}));
  }
}

/** @param {Point[]} path */
export const pathOf = path => `M${path.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}`;

/**
 * @param {Point} position
 * @param {number} radius px, whatever the zoom
 * @param {Record<string, unknown>} [more]
 */
const circle = ([cx, cy], radius, more) => el('circle', {cx, cy, style: `r: calc(${radius} * var(--px))`, ...more});
