// The list of records without a date: a button shows how many there are, a click on a record selects its pair.
import {el, write} from '../shared/dom.js';
import {same} from '../shared/numbers.js';
import {place} from '../shared/popup.js';
import {tell} from '../shared/tell.js';
/** @import {Data} from './types.js' */

const HIGH = 420; // px, maximum

export class Undated {
  button = el('button', {class: 'undated', type: 'button'});
  popup = el('div', {class: 'popup', popover: 'auto', role: 'dialog'});
  /** @type {Data | null} */
  #data = null;

  constructor() {
    this.button.popoverTargetElement = this.popup;
    this.popup.onbeforetoggle = event => event.newState === 'open' && this.#fill();
  }

  /** @param {Data} data */
  draw(data) {
    const before = this.#data;
    this.#data = data;
    this.popup.ariaLabel = data.ui.undated_title;
    write(this.button, data.undated_says);
    this.button.classList.toggle('nothing', !data.undated.length);
    if (before && !same(before.undated, data.undated) && this.popup.matches(':popover-open')) this.popup.hidePopover();
  }

  #fill() {
    if (!this.#data) return;
    requestAnimationFrame(() => place(this.popup, this.button.getBoundingClientRect(), {align: 'end', most: HIGH, room: HIGH}));
    const {about, undated, undated_more: more, ui} = this.#data;
    this.popup.replaceChildren(el('b', {}, ui.undated_title), ...undated.map(record => {
      const {title, type, kind, pair, pair_title: name} = about(record);
      const onclick = () => {
        this.popup.hidePopover();
        tell({do: 'set', name: 'selected', value: pair});
      };
      return el('button', {class: 'item', type: 'button', onclick}, title, el('small', {}, `${kind || type} · ${name}`));
    }), el('small', {}, more));
  }
}
