// The tooltip of the timeline: a heading and some lines, as text, above or below its target.
import {el} from '../shared/dom.js';
import {place} from '../shared/popup.js';

export class Tip {
  element = el('div', {class: 'tip', popover: 'manual', 'aria-hidden': 'true'});

  /**
   * @param {Element} target
   * @param {readonly string[]} lines the first is the heading
   * @param {number} [x] position along the target, px in the window; its middle by default
   */
  show(target, [head, ...lines], x) {
    this.element.replaceChildren(el('b', {}, head), ...lines.map(line => el('span', {}, line)));
    if (!this.element.matches(':popover-open')) this.element.showPopover();
    const {left, right, top, bottom} = target.getBoundingClientRect();
    place(this.element, {left: x ?? left, right: x ?? right, top, bottom}, {align: 'center', gap: 6});
  }

  hide() {
    if (this.element.matches(':popover-open')) this.element.hidePopover();
  }
}
