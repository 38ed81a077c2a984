// What is pointed at, by the mouse or by keys: a year with its counts or a dot with its record, told in a tooltip.
import {clamp, numerals} from '../shared/numbers.js';
import {tell} from '../shared/tell.js';
import {KEYS} from './state.js';
import {Tip} from './tip.js';
/** @import {Data} from './types.js' */
/** @import {Spot} from './scale.js' */

export class Pointing {
  #tip = new Tip();
  element = this.#tip.element;
  /** @type {Data | null} */
  #data = null;
  #told = ''; // what the tooltip shows
  #at = 0; // the strong dot that the keys are at

  /**
   * @param {import('./strip.js').Strip} strip
   * @param {HTMLElement} said its text is read out by screen readers
   */
  constructor(strip, said) {
    this.strip = strip;
    this.said = said;
    strip.element.onkeydown = event => event.target === strip.element && this.#key(event);
    strip.element.onfocus = () => strip.element.matches(':focus-visible') && this.#go(this.#at);
    strip.element.onblur = () => this.leave();
  }

  /** @param {Data} data */
  update(data) {
    this.#data = data;
    this.strip.element.ariaLabel = data.ui.marks;
    this.leave();
  }

  /**
   * Show a year's counts, or the record of a dot in it.
   * @param {number} at
   * @param {Spot | null} [spot]
   */
  show(at, spot = null) {
    const lines = spot ? this.#recite(spot) : this.counted(at), told = [at, ...lines].join('\n');
    if (told === this.#told) return;
    this.#told = told;
    this.strip.ring(spot);
    this.#tip.show(this.strip.box(at, spot), lines);
  }

  leave() {
    this.#told = '';
    this.strip.ring(null);
    this.#tip.hide();
  }

  /** @param {Spot} spot */
  select({mark}) {
    if (this.#data) tell({do: 'set', name: 'selected', value: this.#data.about(mark.record).pair});
  }

  /**
   * A year with its counts, as text.
   * @param {number} at
   */
  counted(at) {
    if (!this.#data) return [];
    const {kinds, counts, first, language, measure} = this.#data;
    return [`${first + at} · ${measure}`, ...kinds.map(({name}, kind) => `${name} ${counts[at][kind].toLocaleString(numerals(language))}`)];
  }

  /** @param {Spot} spot */
  #recite({mark}) {
    if (!this.#data) return [];
    const {title, type, kind, date, pair_title: pair} = this.#data.about(mark.record);
    return [title, [type, ...(kind ? [kind] : []), date].join(' · '), pair];
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const strong = this.#strong();
    if (event.key === 'Enter' && strong[this.#at]) this.select(strong[this.#at]);
    if (!KEYS[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#go(this.#at + KEYS[event.key]);
  }

  #strong() {
    return this.strip.spots.filter(({mark}) => mark.strong);
  }

  /** @param {number} to index of a strong dot */
  #go(to) {
    const strong = this.#strong();
    if (!strong.length) return;
    this.#at = clamp(to, 0, strong.length - 1);
    const spot = strong[this.#at];
    this.show(spot.at, spot);
    this.said.textContent = this.#recite(spot).join(', ');
  }
}
