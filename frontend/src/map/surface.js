// What the map is drawn on: a picture at once, a canvas once its library is there, the picture again where that fails
// and on paper. Without a graphics card the picture stays: it is drawn sooner there than a canvas.
import {Flat} from './flat.js';
/** @import {Canvas, Holder, Limited} from './canvas.js' */
/** @import {Drawing} from './drawing.js' */

export class Surface {
  /** @type {Canvas | null} once its library is loaded */
  #canvas = null;
  #flat;
  /** @type {Canvas | Flat} */
  #shown;

  /** @param {Holder} holder */
  constructor(holder) {
    this.holder = holder;
    this.#shown = this.#flat = new Flat(holder);
  }

  /** Settled once what is drawn can be seen. */
  get ready() { return this.#shown.ready; }

  get isCanvas() { return this.#shown === this.#canvas; }

  /** @param {boolean} flat even if there is a canvas: a printer would find it empty */
  choose(flat) {
    this.#shown = !flat && this.#canvas?.attach() ? this.#canvas : this.#flat;
    this.#shown.attach();
    if (!this.isCanvas) this.#canvas?.detach();
  }

  /** Remove the picture below a canvas that has been drawn: not before, or nothing would be seen in between. */
  settle() {
    if (this.isCanvas) this.#flat.detach();
  }

  /** @param {Limited} view */
  look(view) { this.#shown.look(view); }

  /** @param {Drawing[]} drawings lowest first */
  draw(drawings) { this.#shown.draw(drawings); }

  /**
   * Copy the canvas, if it is one that shows the map, to the empty one of a clone.
   * @param {HTMLElement} clone
   */
  copyTo(clone) {
    const copy = clone.querySelector('canvas');
    if (copy) this.#canvas?.copyTo(copy);
  }

  /**
   * Load the library of the canvas, which is large: the first picture does not wait for it, nor need it ever come.
   * @returns {Promise<boolean>} true if there can be a canvas now
   */
  async quicken() {
    if (!hasGraphicsCard()) return false;
    try {
      const {Canvas: Loaded} = await import('./canvas.js');
      this.#canvas = new Loaded(this.holder);
      return true;
    } catch { // no connection: the picture stays
      return false;
    }
  }
}

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i; // renderers that compute on the processor

function hasGraphicsCard() {
  const context = typeof OffscreenCanvas === 'function' && new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!context) return false;
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = info ? String(context.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return !SOFTWARE.test(renderer);
}
