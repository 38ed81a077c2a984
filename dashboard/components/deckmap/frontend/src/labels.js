// The names on the map, as HTML over the canvas: the page's own fonts, crisp, readable by tests.
import {place} from './placement.js';
import {keyOf} from './scene.js';

export class Labels {
  constructor(container) {
    this.container = container;
    this.items = [];    // {label, key, element, dot, size: {false: [w, h], true: [w, h]}}
    this.shown = new Map();
    // A font that arrives late changes every width.
    this.onFonts = () => { this.measure(); this.arrange(true); };
    document.fonts?.addEventListener('loadingdone', this.onFonts);
  }

  destroy() { document.fonts?.removeEventListener('loadingdone', this.onFonts); }

  setLabels(labels) {
    // Elements are kept by key: text that has not changed is neither rebuilt nor measured again.
    const old = new Map(this.items.map(item => [item.key, item]));
    this.items = labels.map(label => {
      const key = keyOf(label);
      const item = old.get(key) ?? this.create(key);
      old.delete(key);
      if (item.element.textContent !== label.text || item.kind !== label.kind) {
        item.element.textContent = label.text;
        item.element.className = `dm-label dm-label-${label.kind === 'country' ? 'country' : label.kind === 'unit' ? 'unit' : 'place'}`;
        item.kind = label.kind;
        item.size = null;
      }
      if (Boolean(label.dot) !== Boolean(item.dot)) {
        item.dot?.remove();
        item.dot = label.dot ? this.append('dm-dot') : null;
      }
      return Object.assign(item, {label});
    });
    for (const item of old.values()) {
      item.element.remove();
      item.dot?.remove();
    }
    this.measure(item => !item.size);
  }

  create(key) {
    const element = this.append('dm-label');
    element.dataset.key = key;
    return {key, element, dot: null, size: null};
  }

  append(className) {
    const element = document.createElement('span');
    element.className = className;
    return this.container.appendChild(element);
  }

  /** All writes before all reads, so that the browser lays out twice and not twice for each label. */
  measure(which = () => true) {
    const items = this.items.filter(which);
    for (const strong of [false, true]) {
      for (const {element} of items) element.classList.toggle('dm-strong', strong);
      for (const item of items) (item.size ??= {})[strong] = [item.element.offsetWidth, item.element.offsetHeight];
    }
  }

  setFocus(focus) {
    this.focus = focus;
    this.arrange(true);
  }

  setCamera(camera) {
    this.camera = camera;
    const {scale, target, width, height} = camera;
    this.offset = [width / 2 - target[0] * scale, height / 2 - target[1] * scale];
    // Moving sideways moves the sheet as a whole; only a new scale moves labels against each other.
    this.container.style.transform = `translate(${this.offset[0]}px, ${this.offset[1]}px)`;
    this.arrange(this.scale !== scale);
  }

  arrange(needed) {
    if (!needed || !this.camera || !this.focus) return;
    const {focus} = this;
    const scale = (this.scale = this.camera.scale);
    const strong = label => focus.isSelected(label) || focus.isHovered(label)
      || focus.isAccented(label) || Boolean(focus.hovered?.ends?.includes(label.id) && label.kind === 'unit');
    const before = new Map([...this.shown].map(([key, {choice}]) => [key, choice]));
    this.shown = place(this.items.map(({key, label, size}) => {
      const isStrong = strong(label);
      const [w, h] = size[isStrong];
      const forced = isStrong ? 2 + focus.rank(label) : focus.active && focus.isLit(label) ? 1 : 0;
      return {
        key, w, h, dot: label.dot, priority: label.priority ?? 0,
        // What merely belongs to the focus goes first but is not forced upon the others.
        forced: forced > 1 ? forced : 0, ...(forced === 1 && {priority: 1e6 + (label.priority ?? 0)}),
        x: label.position[0] * scale, y: label.position[1] * scale
      };
    }), before);
    for (const {key, label, element, dot} of this.items) {
      const box = this.shown.get(key);
      element.classList.toggle('dm-strong', strong(label));
      element.classList.toggle('dm-off', !box);
      const dimmed = label.kind !== 'country' && focus.isDimmed(label);
      element.classList.toggle('dm-dim', dimmed);
      if (box) element.style.transform = `translate(${round(box.x)}px, ${round(box.y)}px)`;
      if (dot) {
        dot.style.transform = `translate(${label.position[0] * scale}px, ${label.position[1] * scale}px)`;
        dot.classList.toggle('dm-dim', dimmed);
      }
    }
  }

  /** Where on the canvas the middle of a name is, if it is shown. */
  middle(key) {
    const box = this.shown.get(key);
    return box && [box.x + box.w / 2 + this.offset[0], box.y + box.h / 2 + this.offset[1]];
  }

  /** The label whose text covers a point of the canvas, as {kind, id}; names of countries are no targets. */
  at([px, py]) {
    if (!this.offset) return null;
    const x = px - this.offset[0], y = py - this.offset[1];
    for (const {key, label} of this.items) {
      const box = this.shown.get(key);
      if (box && label.kind !== 'country'
        && x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h) return label;
    }
    return null;
  }
}

const round = value => Math.round(value * 2) / 2;
