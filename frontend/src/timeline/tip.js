// The tooltip of the timeline: a heading and some lines, as text, above or below its target.
import {el} from '../shared/dom.js';
import {place} from '../shared/popup.js';

const ROOM = 160; // px that it may need

export class Tip {
  element = el('div', {class: 'tip', popover: 'manual', 'aria-hidden': 'true'});

  /**
   * @param {import('../shared/popup.js').Box} target
   * @param {readonly string[]} lines the first is the heading
   */
  show(target, [head, ...lines]) {
    this.element.replaceChildren(el('b', {}, head), ...lines.map(line => el('span', {}, line)));
    if (!this.element.matches(':popover-open')) this.element.showPopover();
    place(this.element, target, {align: 'center', gap: 6, room: ROOM});
  }

  hide() {
    if (this.element.matches(':popover-open')) this.element.hidePopover();
  }
}
