// The timeline: bars per year, a brush to choose years, a player, rows of the selection, and a list of undated records.
import {el} from '../shared/dom.js';
import {expected} from '../shared/expect.js';
import {clamp, same} from '../shared/numbers.js';
import {tell, waiting} from '../shared/tell.js';
import {Bars, toned} from './bars.js';
import {Rows} from './rows.js';
import {yearAt} from './scale.js';
import {BEGIN, due, KEYS, reduce} from './state.js';
import {Tip} from './tip.js';
import {Undated} from './undated.js';

/**
 * @typedef {import('../contract.js').TimelineData} Data
 * @typedef {import('./state.js').Span} Span
 */

export class Timeline {
  #gone = new AbortController();
  /** @type {Data | null} */
  #data = null;
  #state = BEGIN;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Element | null} the year under the pointer */
  #pointed = null;

  #play = el('button', {class: 'play', type: 'button'});
  #legend = el('div', {class: 'legend', 'aria-hidden': 'true'});
  #span = el('output', {class: 'span'});
  #all = el('button', {class: 'all', type: 'button'});
  #says = el('p', {class: 'says unseen'});
  #said = el('p', {class: 'said unseen', 'aria-live': 'polite'});
  #most = el('span', {class: 'most', 'aria-hidden': 'true'});
  #big = el('div', {class: 'big', 'aria-hidden': 'true'});
  #handles = ['from', 'to'].map(end => el('div', {class: `handle ${end}`, role: 'slider', tabindex: 0}));
  #bars = new Bars();
  #tip = new Tip();
  #rows = new Rows(this.#tip, this.#said);
  #undated = new Undated();
  #field = el('div', {class: 'field'}, this.#bars.element, this.#bars.ticks, ...this.#handles, this.#big);
  #root = el('section', {class: 'timeline'},
    el('header', {}, this.#play, this.#legend, this.#span, this.#all, this.#undated.button),
    this.#says, this.#said,
    el('div', {class: 'body'}, this.#most, this.#field, this.#rows.element,
      el('div', {class: 'veils', 'aria-hidden': 'true'}, el('i'), el('i'))),
    this.#tip.element, this.#undated.popup);

  /** @param {import('../shared/mount.js').Parent} parent */
  constructor(parent) {
    const {signal} = this.#gone;
    this.#play.onclick = () => this.#do({type: this.#state.player ? 'pause' : 'play'});
    this.#all.onclick = () => this.#do({type: 'all'});
    this.#root.onkeydown = event => {
      event.stopPropagation(); // Streamlit treats a bare "r" or "c" typed in a component as its own shortcut
      if (event.key === 'Escape') this.#cancel();
    };
    document.addEventListener('keydown', event => event.key === 'Escape' && this.#do({type: 'pause'}), {capture: true, signal});
    document.addEventListener('click', () => this.#do({type: 'elsewhere'}), {capture: true, signal});
    this.#brush();
    this.#handles.forEach((handle, end) => this.#slide(handle, /** @type {0 | 1} */ (end)));
    parent.append(this.#root);
  }

  destroy() {
    this.#gone.abort();
    clearTimeout(this.#timer);
  }

  /** @param {Data} data */
  update(data) {
    const {first, counts, kinds} = data;
    this.#data = data;
    this.#speak(data);
    this.#says.textContent = data.says;
    this.#most.textContent = data.most;
    this.#most.title = data.measure;
    kinds.forEach(({colour}, kind) => this.#root.style.setProperty(`--kind-${kind}`, colour));
    this.#bars.draw(data);
    this.#rows.draw(data);
    this.#undated.draw(data);
    /** @type {Span} */
    const whole = [first, first + counts.length - 1];
    const within = (/** @type {Span | null} */ years) =>
      /** @type {Span} */ ((years ?? whole).map(year => clamp(year, ...whole))); // an address may name years outside
    const begin = first + Math.max(0, counts.findIndex(each => each.some(Boolean)));
    this.#do({type: 'heard', whole, begin, said: within(data.years), chosen: within(expected(waiting(), 'years', data.years))});
  }

  /** @param {Data} data */
  #speak({language, ui, kinds}) {
    this.#root.lang = language;
    this.#root.ariaLabel = ui.title;
    this.#root.ariaDescription = this.#span.title = ui.hint;
    this.#all.textContent = ui.all;
    this.#handles[0].ariaLabel = ui.from;
    this.#handles[1].ariaLabel = ui.to;
    this.#legend.replaceChildren(...kinds.map(({name, says}, kind) => toned(el('span', {title: says}, name), kind)));
  }

  /** @param {import('./state.js').Input} input */
  #do(input) {
    if (!this.#data) return;
    const [state, years] = reduce(this.#state, input, performance.now());
    this.#state = state;
    if (years) tell({do: 'set', name: 'years', value: same(years, state.whole) ? null : years});
    this.#show(this.#data);
    clearTimeout(this.#timer);
    const wait = due(state) - performance.now();
    if (wait < Infinity) this.#timer = setTimeout(() => this.#do({type: 'tick'}), Math.max(0, wait));
  }

  /**
   * Show the years that are chosen, or about to be.
   * @param {Data} data
   */
  #show({first, counts, ui}) {
    const {shown, whole, player} = this.#state, [from, to] = shown, {style, classList} = this.#root;
    style.setProperty('--from', String((from - first) / counts.length));
    style.setProperty('--to', String((to + 1 - first) / counts.length));
    classList.toggle('some', !same(shown, whole));
    classList.toggle('playing', player !== null);
    this.#play.ariaLabel = this.#play.title = player ? ui.pause : ui.play;
    this.#span.textContent = from === to ? String(from) : `${from}–${to}`;
    this.#big.textContent = String(to);
    this.#handles.forEach((handle, end) => {
      handle.ariaValueMin = String(end ? from : whole[0]);
      handle.ariaValueMax = String(end ? whole[1] : to);
      handle.ariaValueNow = String(shown[end]);
      handle.ariaValueText = this.#counted(shown[end]).join(', ');
    });
  }

  /**
   * A year with its counts, as text.
   * @param {number} year
   */
  #counted(year) {
    if (!this.#data) return [];
    const {kinds, counts, first, language, measure} = this.#data;
    return [`${year} · ${measure}`, ...counts[year - first].map((count, kind) => `${kinds[kind].name} ${count.toLocaleString(language)}`)];
  }

  /** Dragging over the years, a handle or the span between them; a click chooses one year, a double-click all. */
  #brush() {
    const field = this.#field;
    const at = (/** @type {PointerEvent} */ {clientX}) => {
      const {left, width} = this.#bars.element.getBoundingClientRect(), [first, last] = this.#state.whole;
      return clamp(Math.floor(yearAt((clientX - left) / width, first, last - first + 1)), first, last);
    };
    field.onpointerdown = event => {
      if (event.button) return;
      const end = /** @type {-1 | 0 | 1} */ (this.#handles.findIndex(handle => handle === event.target));
      this.#do({type: 'press', year: at(event), end});
      field.setPointerCapture(event.pointerId);
    };
    field.onpointermove = event => {
      if (!this.#state.drag) return this.#point(at(event));
      this.#do({type: 'drag', year: at(event)});
      if (this.#state.drag?.moved) this.#leave();
    };
    field.onpointerup = () => this.#do({type: 'release'});
    field.onpointercancel = () => this.#cancel();
    field.onpointerleave = () => this.#leave();
    field.ondblclick = () => this.#do({type: 'all'});
  }

  /**
   * The keys of a handle.
   * @param {HTMLElement} handle
   * @param {0 | 1} end
   */
  #slide(handle, end) {
    handle.onkeydown = event => {
      if (!KEYS[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      this.#do({type: 'key', end, key: event.key});
      this.#point(this.#state.shown[end]);
    };
    handle.onfocus = () => handle.matches(':focus-visible') && this.#point(this.#state.shown[end]);
    handle.onblur = () => {
      this.#do({type: 'blur'});
      this.#leave();
    };
  }

  #cancel() {
    this.#do({type: 'cancel'});
    this.#leave();
  }

  /**
   * Mark a year and show its counts.
   * @param {number} year
   */
  #point(year) {
    const bar = this.#bars.element.children[year - this.#state.whole[0]];
    if (bar === this.#pointed) return;
    this.#leave();
    this.#pointed = bar;
    bar.classList.add('at');
    this.#tip.show(bar, this.#counted(year));
  }

  #leave() {
    this.#pointed?.classList.remove('at');
    this.#pointed = null;
    this.#tip.hide();
  }
}
