// What lies over the map besides names: scale bars that move with it, the legend and the caption.
import {toCss} from './colour.js';
import {el} from './skeleton.js';

export class Overlay {
  /** onFilter(value): an entry of the legend that filters was clicked. */
  constructor({bars, foot}, onFilter) {
    Object.assign(this, {bars, foot, onFilter, list: []});
  }

  /** Whether anything has changed. */
  set({scale_bars: list = [], legend = [], caption}) {
    const signature = JSON.stringify([list, legend, caption]);
    if (signature === this.signature) return false;
    this.signature = signature;
    this.list = list.map(bar => ({...bar, group: el('g', {}, el('line'), el('text', {}, bar.text))}));
    this.bars.replaceChildren(...this.list.map(({group}) => group));
    this.foot.replaceChildren(
      ...legend.filter(({items}) => items?.length).map(group => legendBox(group, this.onFilter)),
      ...(caption ? [el('span', {class: 'dm-caption'}, caption)] : []));
    if (this.camera) this.setCamera(this.camera);
    return true;
  }

  /** The height that the foot takes from the map. */
  get height() { return this.foot.offsetHeight; }

  setCamera(camera) {
    this.camera = camera;
    for (const {x, y, length, group} of this.list) {
      const [px, py] = camera.project([x, y]);
      const [line, text] = group.children;
      for (const [name, value] of Object.entries({x1: 0, x2: length * camera.scale, y1: 0, y2: 0})) line.setAttribute(name, value);
      text.setAttribute('y', 14);
      group.setAttribute('transform', `translate(${px} ${py})`);
    }
  }
}

/** {title, items: [{color: of an area | line: colour of a line, label, dash, width, filter, chosen}]} */
function legendBox({title, items}, onFilter) {
  return el('div', {class: 'dm-legend', role: 'group', 'aria-label': title},
    title ? el('b', {}, title) : null,
    ...items.map(({color, line, label, dash, width, filter, chosen}) => {
      const sample = el('i', {class: line ? 'dm-line' : 'dm-swatch', 'aria-hidden': 'true'});
      if (line) {
        sample.style.borderTopColor = toCss(line);
        if (dash) sample.style.borderTopStyle = 'dashed';
        if (Number(width) > 0) sample.style.borderTopWidth = `${Number(width)}px`;
      } else if (color) sample.style.background = toCss(color);
      if (!filter) return el('span', {}, sample, label);
      const button = el('button', {type: 'button', 'aria-pressed': String(Boolean(chosen))}, sample, label);
      button.onclick = () => onFilter(filter);
      return button;
    }));
}
