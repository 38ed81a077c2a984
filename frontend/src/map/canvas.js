// The canvas of the map and its WebGL context: drawn on by deck.gl, recreated if the GPU drops it.
import {Deck, OrthographicView} from '@deck.gl/core';
import {el} from '../shared/dom.js';
import {same} from '../shared/numbers.js';
import {colours, meshOf} from './mesh.js';
import {MeshLayer} from './mesh-layer.js';
import {isHopeless} from './revival.js';
/** @import {Drawing} from './drawing.js' */
/** @import {Mesh, Rgba, View} from './types.js' */

/**
 * @typedef {View & {minZoom: number, maxZoom: number}} Limited
 * @typedef {object} Holder the map that is drawn
 * @property {HTMLElement} host the parent of what is drawn on
 * @property {(view: View) => void} onView the visitor has moved the map
 * @property {() => void} onLost what it was drawn on is gone
 */

// Lines smooth themselves (mesh-layer.js), and preserving the buffer would copy every frame.
const CONTEXT = {antialias: false, preserveDrawingBuffer: false};
const VIEW = new OrthographicView({id: 'map', flipY: true});
const CONTROLLER = {
  doubleClickZoom: false, // otherwise every click waits 300 ms for a second one
  keyboard: false,        // input.js handles it, for the whole stage
  dragRotate: false, touchRotate: false, inertia: false
};

export class Canvas {
  /** @type {Deck<OrthographicView> | null} */ #deck = null;
  /** @type {HTMLCanvasElement | null} */ #element = null;
  /** @type {number[]} when the context was lost, ms */ #losses = [];
  /** @type {Map<string, {mesh: Mesh, list: Rgba[], bytes: Uint8Array}>} by the id of the drawing */ #painted = new Map();
  #hopeless = false; // there is no WebGL, or it is lost again and again
  /** Settled once deck.gl has drawn. */
  ready = Promise.resolve();

  /** @param {Holder} holder */
  constructor(holder) { this.holder = holder; }

  /** @returns {boolean} true if there is a canvas */
  attach() {
    if (!this.#element && !this.#hopeless) this.#hopeless = !this.#create();
    if (this.#element && !this.#element.isConnected) this.holder.host.append(this.#element);
    return Boolean(this.#element);
  }

  detach() { this.#element?.remove(); }

  /** @param {Limited} view */
  look({target, ...view}) {
    this.#deck?.setProps({viewState: {...view, target: [target[0], target[1], 0]}});
  }

  /** @param {Drawing[]} drawings lowest first */
  draw(drawings) {
    this.#deck?.setProps({layers: drawings.map(({id, figures, colours: list}) => {
      const mesh = meshOf(figures);
      return new MeshLayer({id, mesh, colours: this.#paint(id, mesh, list), pickable: false});
    })});
  }

  /**
   * @param {HTMLCanvasElement} copy empty clone of the canvas
   */
  copyTo(copy) {
    const element = this.#element;
    if (!element) return;
    this.#deck?.redraw('copied'); // its buffer lasts no longer than a frame
    Object.assign(copy, {width: element.width, height: element.height});
    copy.getContext('2d')?.drawImage(element, 0, 0);
  }

  /**
   * The bytes of the colours, the same object while nothing changes, so that a hover uploads only what it changes.
   * @param {string} id
   * @param {Mesh} mesh
   * @param {Rgba[]} list
   */
  #paint(id, mesh, list) {
    const known = this.#painted.get(id);
    if (known?.mesh === mesh && list.every((colour, i) => same(colour, known.list[i]))) return known.bytes;
    const bytes = colours(mesh, list);
    this.#painted.set(id, {mesh, list, bytes});
    return bytes;
  }

  /** @returns {boolean} */
  #create() {
    const element = el('canvas');
    // Requested here, since deck.gl would fail later, with an error that nobody can catch.
    const context = /** @type {WebGL2RenderingContext | null} */ (element.getContext('webgl2', CONTEXT));
    if (!context) return false;
    this.#element = element;
    element.style.visibility = 'hidden';
    this.ready = new Promise(resolve => {
      const deck = this.#deck = new Deck({
        canvas: element,
        width: '100%', height: '100%',
        // More than two device pixels per pixel cost twice as much for no visible gain.
        useDevicePixels: Math.min(window.devicePixelRatio || 1, 2),
        views: VIEW, controller: CONTROLLER, layers: [],
        deviceProps: {type: 'webgl', webgl: CONTEXT},
        onViewStateChange: ({viewState}) => this.holder.onView(viewOf(viewState)),
        onLoad: () => element.removeAttribute('tabindex'), // the stage has the keyboard: this tab stop would do nothing
        onAfterRender: () => {
          if (deck.width !== element.clientWidth) return; // the first frame is as large as an empty canvas, stretched
          element.style.visibility = 'visible';
          resolve();
        },
        onError: error => {
          console.error('map:', error);
          context.getExtension('WEBGL_lose_context')?.loseContext();
          this.#lose(deck);
        }
      });
      element.addEventListener('webglcontextlost', () => this.#lose(deck));
    });
    return true;
  }

  /** @param {Deck<OrthographicView>} deck */
  #lose(deck) {
    if (this.#deck !== deck) return;
    deck.finalize();
    this.#element?.remove();
    this.#deck = this.#element = null;
    this.#losses.push(performance.now());
    this.#hopeless = isHopeless(this.#losses);
    setTimeout(this.holder.onLost);
  }
}

/**
 * The view from deck.gl's view state, which may have a third dimension and a zoom per axis; the map uses neither.
 * @param {{target?: number[], zoom?: unknown}} state
 * @returns {View}
 */
const viewOf = ({target: [x, y] = [0, 0], zoom}) => ({target: [x, y], zoom: Number(zoom)});
