// The box beside the pointer: a name and a few lines, always as text, never as markup.
import {el} from './skeleton.js';

const AWAY = 14; // px from the pointer

export const lines = hint => (Array.isArray(hint) ? hint : String(hint ?? '').split('\n')).filter(Boolean);

export class Tooltip {
  constructor(element) { this.element = element; }

  show(object) {
    this.element.hidden = !object?.name;
    if (this.element.hidden) return;
    this.element.replaceChildren(
      el('strong', {}, object.name), ...lines(object.hint).map(line => el('span', {}, line)));
    this.size = [this.element.offsetWidth, this.element.offsetHeight];
  }

  move([x, y], {width, height}) {
    if (this.element.hidden) return;
    const [w, h] = this.size;
    const left = x + AWAY + w > width ? x - AWAY - w : x + AWAY;
    const top = y + AWAY + h > height ? y - AWAY - h : y + AWAY;
    this.element.style.transform = `translate(${Math.max(2, left)}px, ${Math.max(2, top)}px)`;
  }
}
