// The rows of the selection: a line for each kind of record, with a mark from the start to the end of each record.
import {el} from '../shared/dom.js';
import {fetchOnce} from '../shared/json.js';
import {clamp} from '../shared/numbers.js';
import {fractionOf, under, yearAt} from './scale.js';

const NEAR = 7; // px within which a mark counts as pointed at
const LISTED = 5; // titles in a tooltip

/**
 * @typedef {import('../contract.js').TimelineData} Data
 * @typedef {import('../contract.js').TimelineRow} RowData
 * @typedef {import('../contract.js').TimelineMark} Mark
 * @typedef {import('./tip.js').Tip} Tip
 */

export class Rows {
  element = el('div', {class: 'rows'});
  /** @type {Row[]} */
  #rows = [];
  #tip;
  #said;

  /**
   * @param {Tip} tip
   * @param {HTMLElement} said its text is read out by screen readers
   */
  constructor(tip, said) {
    this.#tip = tip;
    this.#said = said;
  }

  /** @param {Data} data */
  draw(data) {
    while (this.#rows.length > data.rows.length) this.#rows.pop()?.element.remove();
    data.rows.forEach((row, at) => {
      this.#rows[at] ??= new Row(this.element, this.#tip, this.#said);
      this.#rows[at].draw(row, data);
    });
  }
}

class Row {
  #name = el('span', {class: 'name'});
  #track = el('div', {class: 'track'});
  element = el('div', {class: 'row', role: 'group', tabindex: 0}, this.#name, this.#track);
  #drawn = '';
  #at = 0; // index of the mark that the keys are at
  /** @type {{row: RowData, data: Data} | null} */
  #shown = null;
  /** @type {Mark[]} shown in the tooltip, or about to be */
  #told = [];
  #tip;

  /**
   * @param {HTMLElement} parent
   * @param {Tip} tip
   * @param {HTMLElement} said
   */
  constructor(parent, tip, said) {
    const {element} = this, track = this.#track;
    this.#tip = tip;
    const go = async (/** @type {number} */ at) => {
      this.#at = at;
      const mark = this.#shown?.row.marks[at];
      if (mark) said.textContent = (await this.#recite([mark], track.children[at])).join(', ');
    };
    track.onpointermove = track.onpointerdown = event => void this.#point(event.clientX);
    track.onpointerleave = element.onblur = () => this.#leave();
    element.onfocus = () => element.matches(':focus-visible') && void go(0);
    element.onkeydown = event => {
      const step = {ArrowRight: 1, ArrowLeft: -1}[event.key], count = this.#shown?.row.marks.length;
      if (!step || !count) return;
      event.preventDefault();
      void go(clamp(this.#at + step, 0, count - 1));
    };
    parent.append(element);
  }

  /**
   * Redraw the row if it has changed.
   * @param {RowData} row
   * @param {Data} data
   */
  draw(row, data) {
    const {first, counts, language} = data, drawn = JSON.stringify([row, first, counts.length, language]);
    this.#shown = {row, data};
    if (this.#drawn === drawn) return;
    this.#drawn = drawn;
    this.#at = 0;
    this.element.ariaLabel = `${row.name}: ${row.marks.length.toLocaleString(language)}`;
    this.element.ariaDescription = row.kinds.join(', ');
    this.element.style.setProperty('--tone', row.colour);
    this.#name.textContent = row.name;
    this.#name.title = [row.name, ...row.kinds].join('\n');
    this.#track.replaceChildren(...row.marks.map(({start, end}) => {
      const mark = el('i', {class: end === null ? 'open' : undefined});
      mark.style.left = `${fractionOf(start, first, counts.length) * 100}%`;
      mark.style.right = `${(1 - fractionOf(end ?? Infinity, first, counts.length)) * 100}%`;
      return mark;
    }));
  }

  #leave() {
    this.#told = [];
    this.#tip.hide();
  }

  /** @param {number} x of the pointer, px in the window */
  async #point(x) {
    if (!this.#shown) return;
    const {row, data: {first, counts}} = this.#shown, {left, width} = this.#track.getBoundingClientRect();
    const found = under(row.marks, yearAt((x - left) / width, first, counts.length), NEAR / width * counts.length);
    if (found.length) await this.#recite(found, this.element, x);
    else this.#leave();
  }

  /**
   * Show titles and dates of some marks, unless the pointer has moved on by the time they have loaded.
   * @param {Mark[]} marks
   * @param {Element} target
   * @param {number} [x]
   */
  async #recite(marks, target, x) {
    if (!this.#shown) return [];
    const {row, data} = this.#shown;
    this.#told = marks;
    /** @type {import('../contract.js').TimelineTitles} */
    const titles = await fetchOnce(data.titles).catch(() => []);
    if (!titles.length || this.#told !== marks || !this.element.isConnected) return [];
    const lines = marks.slice(0, LISTED).map(({record}) => {
      const {title, kind, date} = titles[record];
      return [title, ...row.kinds.length ? [kind] : [], date].join(' · ');
    });
    if (marks.length > LISTED) lines.push(`+${marks.length - LISTED}`);
    this.#tip.show(target, [row.name, ...lines], x);
    return lines;
  }
}
