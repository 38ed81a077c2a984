// One map on the page: takes messages from Python and keeps canvas, names, list and legend in step.
import {tell, waiting} from '../shared/tell.js';
import {anchor} from './anchors.js';
import {Camera} from './camera.js';
import {drawings} from './drawing.js';
import {extent} from './geometry.js';
import {hit} from './hit.js';
import {listen} from './input.js';
import {Labels} from './labels.js';
import {showLegend} from './legend.js';
import {List} from './list.js';
import {makeParts, showFallback, translate} from './parts.js';
import {loadRows} from './rows.js';
import {showScaleBars} from './scale-bars.js';
import {buildScene, keyOf} from './scene.js';
import {BEGIN, focusOf, layersOf, reduce, selects} from './state.js';
import {readPalette} from './theme.js';
import {moveTooltip, showTooltip} from './tooltip.js';
/** @import {Holder} from './canvas.js' */
/** @import {kept} from './kept.js' */
/** @import {Input} from './state.js' */
/** @import {MapMessage, MapObject, Palette, Point, Rows} from './types.js' */

const LEAVE = 110;  // ms for the old layout to fade
const SETTLE = 120; // ms without movement before the map reports that it is at rest

export class MapView {
  #state = BEGIN;
  #focus = focusOf(BEGIN);
  /** @type {Palette | null} */ #palette = null;
  /** @type {MapMessage | null} not yet on the screen */ #unpainted = null;
  #told = ''; // the last message, as JSON
  #sequence = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #settling;
  #parts = makeParts();

  /**
   * @param {HTMLElement | ShadowRoot} parent
   * @param {typeof kept} shared
   */
  constructor(parent, {canvas, views}) {
    const {root, stage, labels, list, foot, zoomIn, zoomOut, home, near} = this.#parts;
    this.canvas = canvas;
    this.camera = new Camera(views, () => this.#onCamera());
    this.labels = new Labels(labels);
    this.list = new List(list, {
      onPick: object => tell(selects(object)),
      onPoint: object => this.#hover(object)
    });
    this.deafen = listen(stage, this.camera, {
      onHover: point => this.#hover(point && this.#find(this.camera.unproject(point)), point),
      onClick: point => tell(selects(this.#find(this.camera.unproject(point)))),
      onCancel: () => this.#cancel(),
      onDrag: dragging => this.#step({type: 'dragged', dragging})
    });
    /** @type {Holder} */
    this.holder = {
      host: this.#parts.canvas,
      onView: view => this.camera.follow(view),
      onCanvas: works => this.#onCanvas(works),
      onGone: () => this.destroy()
    };
    list.addEventListener('keydown', event => event.key === 'Escape' && this.#cancel());
    zoomIn.onclick = () => this.camera.zoomBy(1);
    zoomOut.onclick = () => this.camera.zoomBy(-1);
    home.onclick = () => this.camera.home();
    near.onclick = () => this.#focus.selected && this.camera.flyTo(extent(this.#focus.selected));
    this.resizer = new ResizeObserver(() => this.#measure());
    this.resizer.observe(root);
    this.resizer.observe(foot);
    // Because of map.css, a change of theme shows up as a transition of the root's own (invisible) borders.
    root.addEventListener('transitionend', ({target}) => {
      if (target !== root) return;
      this.#palette = null;
      this.#paint();
    });
    Object.assign(root, {whereIs: (/** @type {string} */ key) => this.#whereIs(key)}); // for tests
    parent.append(root);
  }

  destroy() {
    clearTimeout(this.#settling);
    this.deafen();
    this.resizer.disconnect();
    this.labels.destroy();
    this.canvas.detach(this.holder);
    this.#parts.root.remove();
  }

  // --- messages from Python -----------------------------------------------------------------------

  /** @param {MapMessage} message */
  async update(message) {
    this.#showLegend(message); // its entries may show unconfirmed events
    const told = JSON.stringify(message);
    if (told === this.#told) return; // most runs of the script change nothing here
    this.#told = told;
    const mine = ++this.#sequence;
    const before = this.#state.message;
    if (!before) this.#parts.message.textContent = message.ui.loading;
    const {rows, problems} = await loadRows(message);
    if (before && before.layout !== message.layout && !this.#state.flat) {
      this.#parts.stage.classList.add('dm-leaving');
      await new Promise(resolve => setTimeout(resolve, LEAVE));
    }
    // A later update may have overtaken this one while it waited.
    if (mine === this.#sequence) this.#apply(message, rows, problems);
  }

  /**
   * @param {MapMessage} message
   * @param {Rows} rows
   * @param {string[]} problems
   */
  #apply(message, rows, problems) {
    const {root, stage, near, status, tooltip} = this.#parts;
    const scene = buildScene(message, rows);
    const selected = scene.objects.get(keyOf(message.selected));
    root.dataset.layout = message.layout;
    root.dataset.error = problems.join('\n');
    translate(this.#parts, message.ui);
    this.labels.setLabels(scene.labels);
    near.disabled = !selected;
    status.textContent = [selected?.name, message.summary].filter(Boolean).join('. ');
    this.#unpainted = message;
    this.#state = reduce(this.#state, {type: 'told', message, scene});
    if (!tooltip.hidden) showTooltip(tooltip, this.#state.hovered);
    this.#measure();
    this.camera.enter(message.layout, message.bounds);
    this.#onCanvas(this.canvas.attach(this.holder));
    stage.classList.remove('dm-leaving');
  }

  /** @param {unknown} error shown as text, so that the map is never blank */
  say(error) {
    console.error('map:', error);
    const {root, message} = this.#parts;
    root.dataset.error = message.textContent = error instanceof Error ? error.message : String(error);
  }

  // --- drawing ------------------------------------------------------------------------------------

  /** @param {Input} input */
  #step(input) {
    const before = this.#state;
    this.#state = reduce(before, input);
    const {dragging, hovered} = this.#state;
    this.#parts.stage.dataset.cursor = dragging ? 'grabbing' : hovered ? 'pointer' : 'grab';
    if (before.hovered !== hovered) showTooltip(this.#parts.tooltip, null);
    if (before !== this.#state) this.#paint();
  }

  #paint() {
    const {message, scene, level, hovered} = this.#state;
    if (!message) return;
    const palette = (this.#palette ??= readPalette(this.#parts.root));
    const focus = (this.#focus = focusOf(this.#state));
    this.canvas.draw(this.holder, drawings(layersOf(this.#state), {scene, focus, palette, level}));
    this.labels.setFocus(focus);
    this.#parts.root.dataset.selected = keyOf(message.selected);
    this.#parts.root.dataset.hovered = keyOf(hovered);
  }

  /** @param {boolean} works true if there is a canvas */
  #onCanvas(works) {
    const {message} = this.#state, {root} = this.#parts;
    if (!message) return;
    this.#state = reduce(this.#state, {type: 'canvas', flat: !works});
    showFallback(this.#parts, !works, message);
    const nothing = !works && !message.fallback;
    this.#parts.message.textContent = root.dataset.error ? `${message.ui.failed}\n${root.dataset.error}`
      : nothing ? message.ui.nowebgl : '';
    if (nothing) tell({do: 'flat'}); // request the still picture
    this.canvas.look(this.holder, this.camera.limited);
    this.#paint();
    void this.#commit();
  }

  /** Report, for tests, that the last message is on the screen. */
  async #commit() {
    if (!this.#state.flat) await this.canvas.ready;
    // Two frames later, deck.gl has certainly drawn what it was given.
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    const {root} = this.#parts, {message, scene} = this.#state;
    if (!message || this.#unpainted !== message || !root.isConnected) return;
    this.#unpainted = null;
    root.dataset.render = String(Number(root.dataset.render) + 1);
    root.dataset.ready = 'true';
    // Many elements, for which the picture need not wait.
    setTimeout(() => this.list.set(scene, message.ui, message.selected));
  }

  /** @param {MapMessage} message */
  #showLegend(message) {
    showLegend(this.#parts.foot, message, waiting(), event => {
      tell(event);
      this.#showLegend(message);
    });
  }

  #measure() {
    const {root: {clientWidth: width, clientHeight: height}, foot} = this.#parts;
    if (width && height) this.camera.resize({width, height, inset: foot.offsetHeight});
  }

  #onCamera() {
    const {root, bars} = this.#parts;
    this.canvas.look(this.holder, this.camera.limited);
    this.labels.setCamera(this.camera);
    showScaleBars(bars, this.#state.message?.scale_bars ?? [], this.camera);
    this.#step({type: 'zoomed', zoom: this.camera.view.zoom});
    root.dataset.zoom = this.camera.view.zoom.toFixed(3);
    root.dataset.settled = 'false';
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => { root.dataset.settled = String(!this.camera.flying); }, SETTLE);
  }

  // --- actions of the visitor ---------------------------------------------------------------------

  /**
   * @param {Point} point in map units
   * @returns {MapObject | null}
   */
  #find(point) {
    const {scene} = this.#state;
    return hit(scene, point, this.camera.scale, at =>
      scene.objects.get(keyOf(this.labels.at(this.camera.project(at)))) ?? null);
  }

  /**
   * @param {MapObject | null} object
   * @param {Point | null} [pointer] px of the stage
   */
  #hover(object, pointer = null) {
    if (this.#state.flat) return;
    this.#step({type: 'pointed', at: object});
    if (!pointer || !this.#state.hovered) return;
    const {stage, tooltip} = this.#parts, {left, top} = stage.getBoundingClientRect();
    if (tooltip.hidden) showTooltip(tooltip, this.#state.hovered);
    moveTooltip(tooltip, left + pointer[0], top + pointer[1]);
  }

  #cancel() {
    if (this.#state.message?.selected) tell(selects(null));
  }

  /**
   * A point of the stage at which a click finds this object.
   * @param {string} key
   */
  #whereIs(key) {
    const {scene} = this.#state, object = scene.objects.get(key), name = this.labels.middle(key);
    if (!object) throw new Error(`${key} is not on the map`);
    return this.camera.project(
      anchor(object, scene, point => this.#find(point), name && this.camera.unproject(name)));
  }
}
