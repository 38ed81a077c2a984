// The page's only canvas and its WebGL context: drawn on by deck.gl, moved from map to map, recreated if the GPU
// drops it.
import {Deck, OrthographicView} from '@deck.gl/core';
import {el} from '../shared/dom.js';
import {MeshLayer} from './mesh-layer.js';
import {MINUTE, waitAfter} from './revival.js';
/** @import {Drawing} from './drawing.js' */
/** @import {View} from './types.js' */

/**
 * @typedef {View & {minZoom: number, maxZoom: number}} Limited
 * @typedef {object} Holder the map that has the canvas
 * @property {HTMLElement} host the parent of the canvas
 * @property {(view: View) => void} onView the visitor has moved the map
 * @property {(works: boolean) => void} onCanvas there is a new canvas, still empty, or none can be created
 * @property {() => void} onGone another map has the canvas, and this one is no longer on the page
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
  /** @type {Holder | null} */ #holder = null;
  /** @type {number[]} when the context was lost, ms */ #losses = [];
  #resting = false; // lost too often to try again at once
  /** Settled once deck.gl is ready to draw. */
  ready = Promise.resolve();

  /**
   * Move to a map, from whichever had the canvas.
   * @param {Holder} holder
   * @returns {boolean} true if there is a canvas
   */
  attach(holder) {
    const before = this.#holder;
    this.#holder = holder;
    // Streamlit does not always report that it has removed a map.
    if (before && before !== holder && !before.host.isConnected) before.onGone();
    if (!this.#element && (this.#resting || !this.#create())) return false;
    if (this.#element && this.#element.parentElement !== holder.host) holder.host.append(this.#element);
    return true;
  }

  /**
   * Leave a map that is being removed, unless another has the canvas by now.
   * @param {Holder} holder
   */
  detach(holder) {
    if (this.#holder !== holder) return;
    this.#holder = null;
    this.#element?.remove();
  }

  /**
   * @param {Holder} holder
   * @param {Limited} view
   */
  look(holder, {target, ...view}) {
    if (this.#holder === holder) this.#deck?.setProps({viewState: {...view, target: [target[0], target[1], 0]}});
  }

  /**
   * @param {Holder} holder
   * @param {Drawing[]} drawings lowest first
   */
  draw(holder, drawings) {
    if (this.#holder !== holder) return;
    this.#deck?.setProps({layers: drawings.map(drawing => new MeshLayer({...drawing, pickable: false}))});
  }

  /** @returns {boolean} */
  #create() {
    const element = el('canvas');
    // Requested here, since deck.gl would fail later, with an error that nobody can catch.
    const context = /** @type {WebGL2RenderingContext | null} */ (element.getContext('webgl2', CONTEXT));
    if (!context) return false;
    this.#element = element;
    this.ready = new Promise(resolve => {
      const deck = this.#deck = new Deck({
        canvas: element,
        width: '100%', height: '100%',
        // More than two device pixels per pixel cost twice as much for no visible gain.
        useDevicePixels: Math.min(window.devicePixelRatio || 1, 2),
        views: VIEW, controller: CONTROLLER, layers: [],
        deviceProps: {type: 'webgl', webgl: CONTEXT},
        onViewStateChange: ({viewState}) => this.#holder?.onView(viewOf(viewState)),
        onLoad: () => {
          element.removeAttribute('tabindex'); // the stage has the keyboard: this tab stop would do nothing
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
    const wait = waitAfter(this.#losses);
    this.#resting = wait > 0;
    if (this.#resting) this.#holder?.onCanvas(false);
    setTimeout(() => this.#revive(), wait);
  }

  #revive() {
    this.#resting = false;
    if (!this.#holder || this.#element) return; // the next map will create it
    const works = this.attach(this.#holder);
    if (!works) setTimeout(() => this.#revive(), MINUTE);
    this.#holder.onCanvas(works);
  }
}

/**
 * The view from deck.gl's view state, which may have a third dimension and a zoom per axis; the map uses neither.
 * @param {{target?: number[], zoom?: unknown}} state
 * @returns {View}
 */
const viewOf = ({target: [x, y] = [0, 0], zoom}) => ({target: [x, y], zoom: Number(zoom)});
