// The bars of the timeline: the number of records of each kind that begin in each year, with the years below.
import {el} from '../shared/dom.js';
import {tickStep} from './scale.js';

/** @typedef {import('../contract.js').TimelineData} Data */

export class Bars {
  element = el('div', {class: 'bars', 'aria-hidden': 'true'});
  ticks = el('div', {class: 'ticks', 'aria-hidden': 'true'});
  #shape = '';
  #width = 0;

  constructor() {
    new ResizeObserver(([{contentRect}]) => this.#label(contentRect.width)).observe(this.element);
  }

  /**
   * Update the bars; most updates change only some heights.
   * @param {Data} data
   */
  draw({first, counts, kinds}) {
    const shape = [first, counts.length, kinds.length].join();
    if (this.#shape !== shape) {
      this.#shape = shape;
      this.element.replaceChildren(...counts.map(each => el('div', {class: 'year'}, ...each.map((_, kind) => toned(el('i'), kind)))));
      this.ticks.replaceChildren(...counts.map((_, at) => el('span', {}, String(first + at))));
      this.#label(this.#width);
    }
    const most = Math.max(1, ...counts.map(each => each.reduce((a, b) => a + b, 0)));
    counts.forEach((each, at) => each.forEach((count, kind) => {
      const {style} = /** @type {HTMLElement} */ (this.element.children[at].children[kind]);
      const height = count ? `max(2px, ${count / most * 100}%)` : '0px';
      if (style.height !== height) style.height = height;
    }));
  }

  /** @param {number} width px; 0 before it is known */
  #label(width) {
    if (!width) return;
    this.#width = width;
    const ticks = [...this.ticks.children].map(tick => /** @type {HTMLElement} */ (tick));
    for (const tick of ticks) tick.hidden = Number(tick.textContent) % tickStep(width, ticks.length) !== 0;
  }
}

/**
 * Give an element the colour of a kind.
 * @template {HTMLElement} T
 * @param {T} element
 * @param {number} kind
 */
export function toned(element, kind) {
  element.style.setProperty('--tone', `var(--kind-${kind})`);
  return element;
}
