// What lies over the map besides names: scale bars that move with it, the legend and the caption.
import {toCss} from './colour.js';
import {el} from './skeleton.js';

export class Overlay {
  constructor({bars, foot}) {
    Object.assign(this, {bars, foot, list: []});
  }

  set({scale_bars: list = [], legend = [], caption}) {
    const signature = JSON.stringify([list, legend, caption]);
    if (signature === this.signature) return;
    this.signature = signature;
    this.list = list.map(bar => ({...bar, group: el('g', {}, el('line'), el('text', {}, bar.text))}));
    this.bars.replaceChildren(...this.list.map(({group}) => group));
    this.foot.replaceChildren(
      ...legend.filter(({items}) => items?.length).map(legendBox),
      ...(caption ? [el('span', {class: 'dm-caption'}, caption)] : []));
    if (this.camera) this.setCamera(this.camera);
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

/** {title, items: [{color: of an area | line: colour of a line, label, dash, width}]} */
function legendBox({title, items}) {
  return el('div', {class: 'dm-legend', role: 'group', 'aria-label': title},
    title ? el('b', {}, title) : null,
    ...items.map(({color, line, label, dash, width}) => {
      const sample = el('i', {class: line ? 'dm-line' : 'dm-swatch', 'aria-hidden': 'true'});
      if (line) {
        sample.style.borderTopColor = toCss(line);
        if (dash) sample.style.borderTopStyle = 'dashed';
        if (Number(width) > 0) sample.style.borderTopWidth = `${Number(width)}px`;
      } else if (color) sample.style.background = toCss(color);
      return el('span', {}, sample, label);
    }));
}
