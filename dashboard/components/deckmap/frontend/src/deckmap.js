// One map on the page: takes what Python sends, holds the hover, and keeps canvas, names and list in step.
import {anchor} from './anchors.js';
import {Camera} from './camera.js';
import {Canvas, hasWebGL} from './canvas.js';
import {palette} from './colour.js';
import {showFallback} from './fallback.js';
import {makeFocus, outlines} from './focus.js';
import {hit} from './hit.js';
import {extent} from './geometry.js';
import {listen} from './input.js';
import {Labels} from './labels.js';
import {OutlineLayer} from './layers.js';
import {List} from './list.js';
import {Overlay} from './overlay.js';
import {buildScene, isReady, keyOf, prepare} from './scene.js';
import {skeleton, translate} from './skeleton.js';
import {toLayers} from './spec.js';
import {Tooltip} from './tooltip.js';

const LEAVE = 110;  // ms for the old layout to fade
const SETTLE = 120; // ms without movement before the map says that it is at rest

export class DeckMap {
  constructor(parent) {
    this.parts = skeleton();
    this.root = this.parts.root;
    parent.append(this.root);
    this.root.whereIs = key => this.whereIs(key);
    this.hovered = null;
    this.sequence = 0;
    this.camera = new Camera(() => this.onCamera());
    this.labels = new Labels(this.parts.labels);
    this.overlay = new Overlay(this.parts, filter => this.report?.('filtered', filter));
    this.tooltip = new Tooltip(this.parts.tooltip);
    this.list = new List(this.parts.list, {
      onPick: object => this.pick(object),
      onPoint: object => this.hover(object)
    });
    this.deafen = listen(this.parts.stage, this.camera, {
      onHover: point => this.onHover(point),
      onClick: point => this.pick(this.find(this.camera.unproject(point))),
      onCancel: () => this.cancel(),
      onDrag: dragging => this.onDrag(dragging)
    });
    this.parts.list.addEventListener('keydown', event => event.key === 'Escape' && this.cancel());
    this.parts.zoomIn.onclick = () => this.camera.zoomBy(1);
    this.parts.zoomOut.onclick = () => this.camera.zoomBy(-1);
    this.parts.home.onclick = () => this.camera.home();
    this.parts.near.onclick = () => this.camera.flyTo(extent(this.focus.selected));
    this.resizer = new ResizeObserver(() => this.measure());
    this.resizer.observe(this.root);
    this.resizer.observe(this.parts.foot);
    // style.js lets a change of theme show as a transition of the root's own (invisible) borders.
    this.root.addEventListener('transitionend', event => {
      if (event.target !== this.root || !this.scene) return;
      this.palette = null;
      this.paint();
    });
    if (hasWebGL()) this.canvas = new Canvas(this.parts.canvas, {
      onView: view => this.camera.follow(view),
      onReady: () => { this.drawing = true; this.commitSoon(); },
      onRevival: () => this.scene && this.paint(),
      onFail: error => this.fail(error)
    });
  }

  destroy() {
    clearTimeout(this.settling);
    this.deafen();
    this.resizer.disconnect();
    this.labels.destroy();
    this.canvas?.destroy();
    this.root.remove();
  }

  // --- what Python says ---------------------------------------------------------------------------

  async update(props, report) {
    this.report = report;
    if (props.digest === this.digest) return;
    this.digest = props.digest;
    const mine = ++this.sequence;
    let problem = '';
    if (!isReady(props)) {
      if (!this.scene) this.parts.message.textContent = props.ui.loading;
      // What could be loaded is drawn; what could not is said.
      const failed = (await prepare(props)).filter(result => result.status === 'rejected');
      problem = failed.map(({reason}) => reason.message).join('\n');
    }
    if (this.scene && this.canvas && props.layout !== this.props.layout) {
      this.parts.stage.classList.add('dm-leaving');
      await new Promise(resolve => setTimeout(resolve, LEAVE));
    }
    // A later update has overtaken this one while it waited.
    if (mine !== this.sequence) return;
    this.apply(props, problem);
  }

  apply(props, problem) {
    const {root, parts} = this;
    this.props = props;
    this.scene = buildScene(props);
    this.layers = toLayers(props.deck);
    root.style.height = typeof props.height === 'number' ? `${props.height}px` : props.height ?? '100%';
    translate(parts, props.ui);
    if (this.overlay.set(props) || !this.camera.width) this.measure();
    this.labels.setLabels(this.scene.labels);
    parts.message.textContent = problem && `${props.ui.failed}\n${problem}`;
    root.dataset.error = problem;
    root.dataset.layout = props.layout;
    if (this.hovered) this.hovered = this.scene.objects.get(keyOf(this.hovered)) ?? null;
    this.camera.enter(`${props.key}/${props.layout}`, props.bounds);
    if (!this.canvas) showFallback(parts, props);
    if (!this.canvas && !props.fallback) this.report('flat', true); // asks for the still picture
    this.paint();
    parts.stage.classList.remove('dm-leaving');
    const selected = this.scene.objects.get(keyOf(props.selected));
    parts.status.textContent = [selected?.name, props.summary].filter(Boolean).join('. ');
    parts.near.disabled = !selected;
    this.unpainted = props.digest;
    this.commitSoon();
  }

  // --- drawing ------------------------------------------------------------------------------------

  paint() {
    const {scene, props} = this;
    const colours = (this.palette ??= palette(this.root));
    const focus = (this.focus = makeFocus(props.selected, this.hovered, scene));
    const level = (this.level = Math.round(this.camera.zoom));
    const shared = {focus, palette: colours, objects: scene.objects, level};
    const layers = this.layers.map(layer => layer.clone({...shared, table: scene.tables[layer.id]}));
    const below = layers.findLastIndex(layer => ['LandLayer', 'RegionLayer', 'BorderLayer'].includes(layer.constructor.layerName));
    layers.splice(below + 1, 0, new OutlineLayer({id: 'deckmap-outlines', rings: outlines(focus, scene), ...shared}));
    this.canvas?.set({layers});
    this.labels.setFocus(focus);
    this.root.dataset.selected = keyOf(props.selected);
    this.root.dataset.hovered = keyOf(this.hovered);
  }

  /** Two frames on, deck.gl has certainly drawn what it was given, provided that it has started. */
  commitSoon() {
    if (this.canvas && !this.drawing) return;
    requestAnimationFrame(() => requestAnimationFrame(() => this.commit()));
  }

  /** What a test may wait for: this revision is on the screen. */
  commit() {
    if (this.unpainted === undefined || !this.root.isConnected) return;
    this.root.dataset.revision = this.unpainted;
    this.root.dataset.render = Number(this.root.dataset.render) + 1;
    this.root.dataset.ready = 'true';
    this.unpainted = undefined;
    setTimeout(() => this.list.set(this.scene, this.props)); // many elements, which the picture need not wait for
  }

  /** A point of the stage where a click finds this object; asked by tests. */
  whereIs(key) {
    const name = this.labels.middle(key);
    const object = this.scene.objects.get(key);
    return this.camera.project(anchor(object, this.scene, point => this.find(point), name && this.camera.unproject(name)));
  }

  measure() {
    const {clientWidth, clientHeight} = this.root;
    if (clientWidth && clientHeight) this.camera.resize(clientWidth, clientHeight, this.overlay.height);
  }

  onCamera() {
    this.canvas?.set({viewState: this.camera.viewState});
    this.labels.setCamera(this.camera);
    this.overlay.setCamera(this.camera);
    if (this.focus && this.level !== Math.round(this.camera.zoom)) this.paint();
    this.root.dataset.zoom = this.camera.zoom.toFixed(3);
    this.root.dataset.settled = 'false';
    clearTimeout(this.settling);
    this.settling = setTimeout(() => (this.root.dataset.settled = 'true'), SETTLE);
  }

  fail(error) {
    console.error('deckmap:', error);
    this.canvas?.destroy();
    this.canvas = null;
    if (!this.props) return;
    showFallback(this.parts, this.props);
    this.commit();
  }

  // --- what the visitor does ----------------------------------------------------------------------

  find([x, y]) {
    if (!this.scene) return null;
    const labelAt = (...point) => {
      const label = this.labels.at(this.camera.project(point));
      return label && (this.scene.objects.get(keyOf(label)) ?? null);
    };
    return hit(this.scene, x, y, this.camera.scale, labelAt);
  }

  onHover(point) {
    if (!this.scene || !this.canvas || this.dragging) return;
    this.hover(point && this.find(this.camera.unproject(point)), point);
  }

  hover(object, point = null) {
    object ??= null;
    if (keyOf(object) !== keyOf(this.hovered)) {
      this.hovered = object;
      this.parts.stage.dataset.cursor = object ? 'pointer' : 'grab';
      this.tooltip.show(point && object);
      this.paint();
    }
    if (object && point) this.tooltip.move(point, this.camera);
  }

  onDrag(dragging) {
    if (Boolean(this.dragging) === dragging) return;
    this.dragging = dragging;
    if (dragging) this.hover(null);
    this.parts.stage.dataset.cursor = dragging ? 'grabbing' : 'grab';
  }

  pick(object) {
    this.report?.('picked', object ? {kind: object.kind, id: object.id} : null);
  }

  cancel() {
    if (this.props?.selected) this.pick(null);
  }
}
