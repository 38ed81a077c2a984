// The camera: which part of the plane is seen. Fits, follows the controller, flies, and projects.

const FLIGHT = 600; // ms
const PADDING = {top: 16, right: 48, bottom: 12, left: 20}; // at the right stand the buttons

// The view outlives the element: Streamlit takes the map down when another page is opened.
const remembered = new Map();

export class Camera {
  constructor(onChange) {
    this.onChange = onChange;
    this.width = this.height = 0;
    this.target = [0, 0];
    this.zoom = 0;
    this.bounds = [0, 0, 1000, 500];
    this.moved = false;
    this.inset = 0; // px at the bottom kept free for the legend
    this.slot = '';
  }

  get scale() { return 2 ** this.zoom; }

  project([x, y]) {
    return [(x - this.target[0]) * this.scale + this.width / 2, (y - this.target[1]) * this.scale + this.height / 2];
  }

  unproject([px, py]) {
    return [(px - this.width / 2) / this.scale + this.target[0], (py - this.height / 2) / this.scale + this.target[1]];
  }

  /** The view that shows a box in what the legend leaves free. */
  fitted([x0, y0, x1, y1]) {
    const bottom = PADDING.bottom + this.inset;
    const width = Math.max(this.width - PADDING.left - PADDING.right, 40);
    const height = Math.max(this.height - PADDING.top - bottom, 40);
    const scale = Math.min(width / Math.max(x1 - x0, 1e-6), height / Math.max(y1 - y0, 1e-6));
    return {
      target: [
        (x0 + x1) / 2 + (PADDING.right - PADDING.left) / 2 / scale,
        (y0 + y1) / 2 + (bottom - PADDING.top) / 2 / scale
      ],
      zoom: Math.log2(scale)
    };
  }

  get limits() {
    const home = this.fitted(this.bounds).zoom;
    return {minZoom: home - 1, maxZoom: home + 5};
  }

  /** What deck.gl is given. */
  get viewState() { return {target: [...this.target, 0], zoom: this.zoom, ...this.limits}; }

  /** A new slot (map and layout) restores what the visitor had there, else fits. */
  enter(slot, bounds) {
    const changed = slot !== this.slot;
    const refit = changed || (!this.moved && bounds.join() !== this.bounds.join());
    const first = this.slot === '';
    this.slot = slot;
    this.bounds = bounds;
    if (!refit) return;
    const kept = first && remembered.get(slot);
    this.cancel();
    this.moved = Boolean(kept);
    this.apply(kept || this.fitted(bounds));
  }

  resize(width, height, inset = this.inset) {
    if (width === this.width && height === this.height && inset === this.inset) return;
    Object.assign(this, {width, height, inset});
    if (!this.moved) this.apply(this.fitted(this.bounds));
    else this.apply({});
  }

  /** From the controller: the visitor's own hand. */
  follow({target, zoom}) {
    this.cancel();
    this.moved = true;
    this.apply({target: this.within(target), zoom});
  }

  /** The middle of the screen stays over the map, so that the map can never be lost. */
  within([x, y]) {
    const [x0, y0, x1, y1] = this.bounds;
    return [Math.max(x0, Math.min(x1, x)), Math.max(y0, Math.min(y1, y))];
  }

  apply({target = this.target, zoom = this.zoom}) {
    const {minZoom, maxZoom} = this.limits;
    this.zoom = Math.max(minZoom, Math.min(maxZoom, zoom));
    this.target = target;
    if (this.moved) remembered.set(this.slot, {target: this.target, zoom: this.zoom});
    else remembered.delete(this.slot);
    this.onChange();
  }

  home() { this.fly(this.fitted(this.bounds), false); }

  flyTo(bounds) { this.fly(this.fitted(bounds), true); }

  zoomBy(step) { this.fly({target: this.target, zoom: (this.goal?.zoom ?? this.zoom) + step}, true, 200); }

  panBy(dx, dy) {
    const [x, y] = this.goal?.target ?? this.target;
    this.fly({target: this.within([x + dx / this.scale, y + dy / this.scale]), zoom: this.zoom}, true, 150);
  }

  fly(goal, moved, duration = FLIGHT) {
    this.cancel();
    this.moved = true;
    this.goal = goal;
    const from = {target: this.target, zoom: this.zoom};
    const arrive = () => {
      this.goal = null;
      this.moved = moved;
      this.apply(goal);
    };
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return arrive();
    const start = performance.now();
    const step = now => {
      const t = Math.min(1, Math.max(0, (now - start) / duration));
      if (t === 1) return arrive();
      const share = t * t * (3 - 2 * t);
      const between = (a, b) => a + (b - a) * share;
      this.apply({
        target: [between(from.target[0], goal.target[0]), between(from.target[1], goal.target[1])],
        zoom: between(from.zoom, goal.zoom)
      });
      this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  cancel() {
    cancelAnimationFrame(this.frame);
    this.goal = null;
  }
}
