// The map: takes messages and keeps picture, names, list and legend in step.
import {tell} from '../shared/tell.js';
import {anchor} from './anchors.js';
import {Camera, roomIn, spread} from './camera.js';
import {drawings} from './drawing.js';
import {move} from './flight.js';
import {extent} from './geometry.js';
import {hit} from './hit.js';
import {listen} from './input.js';
import {Labels} from './labels.js';
import {showLegend} from './legend.js';
import {List} from './list.js';
import {isDrawn, isNear} from './looks.js';
import {makeParts, translate} from './parts.js';
import {fade} from './fade.js';
import {between} from './ranked.js';
import {loadRows} from './rows.js';
import {showScaleBars} from './scale-bars.js';
import {keyOf} from './scene.js';
import {fitting} from './sheets.js';
import {BEGIN, focusOf, layersOf, reduce, selects} from './state.js';
import {Surface} from './surface.js';
import {readPalette} from './theme.js';
import {moveTooltip, showTooltip} from './tooltip.js';
/** @import {Input} from './state.js' */
/** @import {Box, Focus, MapMessage, MapObject, Palette, Point, Rows} from './types.js' */

const LATER = 1500; // ms after the first picture until the canvas is made
const FADE = 250;   // ms for what is on the screen to give way to another layout, or to the next step of a story
const FOLLOW = 450; // ms for the rows of a ranked sheet to go to their new places
const SETTLE = 120; // ms without movement before the map reports that it is at rest

export class MapView {
  #state = BEGIN;
  #focus = focusOf(BEGIN);
  /** @type {Palette} */ #palette = {background: [0, 0, 0, 0], text: [0, 0, 0, 255]};
  /** @type {MapMessage | null} not yet on the screen */ #unpainted = null;
  #told = ''; // the message that is shown whole, as JSON
  /** @type {MapMessage | null} */ #latest = null;
  #covered = {left: 0, right: 0}; // px
  #size = {width: 0, height: 0}; // px
  #sheet = -1; // index of the sheet that is shown or being loaded
  #sequence = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #settling;
  #halt = () => {}; // the rows of a ranked sheet, where they are
  #parts = makeParts();

  #paper = false; // drawn for a printer
  near = false; // on every sheet, the selection fills the window
  #alone = false; // presented, with nothing beside it

  /**
   * @param {HTMLElement | ShadowRoot} parent
   * @param {(event: ReturnType<typeof selects>) => void} onPick the visitor has selected something, or nothing
   * @param {() => Iterable<Element>} above what else of the page lies over the map
   */
  constructor(parent, onPick = tell, above = () => []) {
    this.onPick = onPick;
    const {root, stage, canvas, bars, labels, list, corner, controls, zoomIn, zoomOut, home, near} = this.#parts;
    this.camera = new Camera(() => this.#onCamera());
    this.surface = new Surface({
      host: canvas, onView: view => this.camera.follow(view), onLost: () => this.#redraw()
    });
    this.labels = new Labels(labels, () => [bars, corner, controls, ...above()]);
    this.list = new List(list, {
      onPick: object => onPick(selects(object)),
      onPoint: object => this.#hover(object)
    });
    listen(stage, this.camera, {
      onHover: point => this.#hover(point && this.#find(this.camera.unproject(point)), point),
      onClick: point => onPick(selects(this.#find(this.camera.unproject(point)))),
      onCancel: () => this.#cancel(),
      onDrag: dragging => this.#step({type: 'dragged', dragging})
    });
    list.addEventListener('keydown', event => event.key === 'Escape' && this.#cancel());
    zoomIn.onclick = () => this.camera.zoomBy(1);
    zoomOut.onclick = () => this.camera.zoomBy(-1);
    home.onclick = () => this.zoomTo(false);
    near.onclick = () => this.zoomTo(true);
    new ResizeObserver(([{contentRect}]) => this.#measure(contentRect)).observe(stage);
    // For tests.
    Object.assign(root, {whereIs: (/** @type {string} */ key) => this.#whereIs(key), extent: () => this.#extent()});
    parent.append(root);
  }

  // --- messages -----------------------------------------------------------------------------------

  /** @param {MapMessage} message */
  async update(message) {
    const told = JSON.stringify(message);
    if (told === this.#told) return; // most runs of the script change nothing here
    this.#told = '';
    this.#latest = message;
    showLegend(this.#parts.foot, message, tell);
    if (!this.#state.message) this.#parts.message.textContent = message.ui.loading;
    this.#measure();
    if (await this.#show(message)) this.#told = told; // else the next one asks again for what was not there
  }

  /**
   * Show a message on the sheet that fits the window.
   * @param {MapMessage} message
   * @returns {Promise<boolean>} whether it is shown, and whole
   */
  async #show(message) {
    const mine = ++this.#sequence;
    const before = this.#state.message;
    const sheet = this.#sheet = this.#fitting(message);
    const {rows, problems} = await loadRows(message.sheets[sheet]);
    // A later update may have overtaken this one while it waited.
    if (mine !== this.#sequence) return false;
    const other = before !== null && before.layout !== message.layout;
    if (before && (other || this.#alone)) fade(this.#parts, this.surface, other, FADE);
    this.#apply(message, sheet, rows, problems);
    return !problems.length;
  }

  /**
   * @param {MapMessage} message
   * @param {number} sheet
   * @param {Rows} rows
   * @param {string[]} problems
   */
  #apply(message, sheet, rows, problems) {
    const {root, near, status, tooltip} = this.#parts;
    this.#halt();
    if (this.#state.message?.layout !== message.layout || this.#state.sheet !== sheet) this.labels.forget();
    this.#state = reduce(this.#state, {type: 'told', message, sheet, rows, spread: spread(message.sheets[sheet].bounds, this.camera.viewport)});
    const {scene} = this.#state;
    const selected = scene.objects.get(keyOf(message.selected));
    root.dataset.layout = message.layout;
    root.dataset.sheet = String(sheet);
    root.dataset.error = problems.join('\n');
    translate(this.#parts, message.ui);
    this.#name();
    near.disabled = !selected;
    status.textContent = [selected?.name, message.summary].filter(Boolean).join('. ');
    this.#unpainted = message;
    if (!tooltip.hidden) showTooltip(tooltip, this.#state.hovered);
    this.#measure();
    const entered = this.camera.enter(`${message.layout}/${sheet}`, message.sheets[sheet].bounds);
    this.#redraw();
    if (entered && this.near) this.zoomTo(true, 0);
    this.#follow(this.#paper ? 0 : FOLLOW);
  }

  #name() {
    const {message, sheet, scene} = this.#state;
    if (message) this.labels.setLabels(scene.labels, message.sheets[sheet].bounds, message.sheets[sheet].scale_bars);
  }

  /**
   * Move the rows of a ranked sheet to their places, so that the eye can follow them.
   * @param {number} duration ms
   */
  #follow(duration) {
    const {drawn, ranking} = this.#state;
    this.#halt();
    if (!drawn || !ranking || drawn === ranking) return;
    this.#halt = move(duration, share => {
      this.#state = reduce(this.#state, {type: 'followed', drawn: share < 1 ? between(drawn, ranking, share) : ranking});
      this.#name();
      this.#paint();
      this.#stir();
    });
  }

  /**
   * Draw for a printer, as large as the map is now, or again for the screen.
   * @param {boolean} paper
   * @param {Box} seen of the map on the screen, in map units
   */
  print(paper, seen) {
    const {root, stage} = this.#parts;
    root.classList.toggle('dm-paper', paper);
    this.labels.begin(paper);
    const {clientWidth: width, clientHeight: height} = stage; // now: the printer does not wait
    this.#paper = paper;
    this.#follow(0);
    this.#hover(null);
    this.#measure({width, height});
    this.camera.keep(seen);
    this.#redraw();
  }

  /**
   * Draw the map alone, or again beside the rest of the page.
   * @param {boolean} alone
   * @param {boolean} enlarged as a whole with the window, by --enlarged times: nothing on it can be pointed at then
   */
  present(alone, enlarged) {
    this.#alone = alone;
    this.#parts.root.classList.toggle('dm-alone', alone);
    this.#parts.root.classList.toggle('dm-enlarged', enlarged);
    this.print(false, this.camera.seen); // at its new size, now
  }

  /** Resolve once the last message is on the screen. */
  async painted() {
    while (this.#unpainted) await new Promise(requestAnimationFrame);
  }

  /** @param {unknown} error shown as text, so that the map is never blank */
  say(error) {
    console.error('map:', error);
    this.#unpainted = null;
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
    const focus = (this.#focus = focusOf(this.#state));
    this.surface.draw(drawings(layersOf(this.#state), {scene, focus, palette: this.#palette, level}));
    this.labels.setFocus(focus);
    this.#parts.root.dataset.selected = keyOf(message.selected);
    this.#parts.root.dataset.hovered = keyOf(hovered);
  }

  /** Draw anew, on the canvas if there is one and it is not for paper. */
  #redraw() {
    const {message} = this.#state, {root} = this.#parts;
    if (!message) return;
    this.surface.choose(this.#paper || this.#alone); // enlarged, a canvas would be blurred
    this.#parts.message.textContent = root.dataset.error ? `${message.ui.failed}\n${root.dataset.error}` : '';
    this.#palette = readPalette(root); // the theme may be another
    this.surface.look(this.camera.limited);
    this.#paint();
    void this.#commit();
  }

  async #quicken() {
    if (!await this.surface.quicken()) return;
    this.#unpainted ??= this.#state.message;
    this.#redraw();
  }

  /** Report, for tests, that the last message is on the screen. */
  async #commit() {
    await this.surface.ready;
    // Two frames later, deck.gl has certainly drawn what it was given.
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    const {root} = this.#parts, {message, scene} = this.#state;
    this.surface.settle();
    root.dataset.surface = this.surface.isCanvas ? 'canvas' : 'picture';
    if (!message || this.#unpainted !== message || !root.isConnected) return;
    this.#unpainted = null;
    root.dataset.render = String(Number(root.dataset.render) + 1);
    if (root.dataset.ready !== 'true') {
      dispatchEvent(new Event('atlas:drawn')); // Streamlit may start, and then the canvas
      setTimeout(() => void this.#quicken(), LATER);
    }
    root.dataset.ready = 'true';
    // Many elements, for which the picture need not wait.
    setTimeout(() => this.list.set(scene, message.ui, message.selected));
  }

  /**
   * @param {boolean} near the selection, or else everything
   * @param {number} [duration] ms
   */
  zoomTo(near, duration) {
    const {selected} = this.#focus;
    if (near && selected) this.camera.flyTo(extent(selected), duration);
    else this.camera.home(duration);
  }

  /** Move the keyboard to the map. */
  focus() {
    this.#parts.stage.focus();
  }

  /** @param {{left: number, right: number}} covered px of the stage that something covers at its sides */
  cover(covered) {
    this.#covered = covered;
    this.#parts.root.style.setProperty('--covered', `${covered.right}px`);
    this.#parts.root.style.setProperty('--covered-left', `${covered.left}px`);
    this.#measure();
  }

  /** @param {{width: number, height: number}} [size] px of the stage; asking the browser for it would cost a layout */
  #measure(size = this.#size) {
    this.#size = size;
    const {width, height} = size;
    if (!width || !height) return;
    this.camera.resize({width, height, inset: 0, ...this.#covered});
    const message = this.#state.message && this.#latest;
    if (message && this.#fitting(message) !== this.#sheet) void this.#show(message);
    else this.#spread();
  }

  /** Give the names of a ranked sheet room on a window of another size. */
  #spread() {
    const {message, sheet, ranking} = this.#state;
    if (!message || !ranking) return;
    this.#step({type: 'spread', spread: spread(message.sheets[sheet].bounds, this.camera.viewport)});
    if (this.#state.ranking !== ranking) this.#name();
  }

  /**
   * The sheet that fits the window; on paper, the one on show, since another might come too late.
   * @param {MapMessage} message
   */
  #fitting({sheets}) {
    return this.#paper ? this.#sheet : fitting(sheets, roomIn(this.camera.viewport), this.#sheet);
  }

  #onCamera() {
    const {root, bars, corner} = this.#parts;
    this.surface.look(this.camera.limited);
    root.dataset.moved = String(this.camera.moved); // first, since the key is smaller on a moved map
    this.labels.setCamera(this.camera);
    const {message, sheet} = this.#state;
    if (message) showScaleBars(bars, corner, message.sheets[sheet].scale_bars, this.camera, message);
    this.#step({type: 'zoomed', zoom: this.camera.view.zoom});
    root.dataset.zoom = this.camera.view.zoom.toFixed(3);
    this.#stir();
  }

  /** Report, for tests, once nothing has moved for a while. */
  #stir() {
    const {root} = this.#parts;
    root.dataset.settled = 'false';
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      if (!this.camera.flying) this.labels.rest();
      root.dataset.settled = String(!this.camera.flying);
    }, SETTLE);
  }

  // --- actions of the visitor ---------------------------------------------------------------------

  /**
   * @param {Point} point in map units
   * @param {Focus} [focus]
   * @returns {MapObject | null}
   */
  #find(point, focus = this.#focus) {
    const {scene, level} = this.#state;
    const curves = scene.curves.filter(curve => isDrawn(curve, focus));
    const places = scene.places.filter(place => isNear(place, focus, level));
    return hit({...scene, curves, places}, point, this.camera.scale, at =>
      scene.objects.get(keyOf(this.labels.at(this.camera.project(at)))) ?? null);
  }

  /**
   * @param {MapObject | null} object
   * @param {Point | null} [pointer] px of the stage
   */
  #hover(object, pointer = null) {
    this.#step({type: 'pointed', at: object});
    if (!pointer || !this.#state.hovered) return;
    const {stage, tooltip} = this.#parts, {left, top} = stage.getBoundingClientRect();
    if (tooltip.hidden) showTooltip(tooltip, this.#state.hovered);
    moveTooltip(tooltip, left + pointer[0], top + pointer[1]);
  }

  #cancel() {
    if (this.#state.message?.selected) this.onPick(selects(null));
  }

  /** The box round all units, px of the stage. */
  #extent() {
    const boxes = [...this.#state.scene.objects.values()].flatMap(object => (object.kind === 'unit' ? object.polygons.map(({box}) => box) : []));
    const corners = boxes.flatMap(([x0, y0, x1, y1]) => [this.camera.project([x0, y0]), this.camera.project([x1, y1])]);
    const [xs, ys] = [0, 1].map(axis => corners.map(corner => corner[axis]));
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  }

  /**
   * A point of the stage at which a click finds this object, with what appears once the pointer is over it.
   * @param {string} key
   */
  #whereIs(key) {
    const {scene} = this.#state, object = scene.objects.get(key), name = this.labels.middle(key);
    if (!object) throw new Error(`${key} is not on the map`);
    const focus = focusOf({...this.#state, hovered: object});
    return this.camera.project(
      anchor(object, scene, point => this.#find(point, focus), name && this.camera.unproject(name)));
  }
}
