// The timeline: a strip with a dot for each record, a brush to choose years, a player, and a list of undated records.
import {bare} from '../shared/borrowed.js';
import {el, write} from '../shared/dom.js';
import {clamp, same} from '../shared/numbers.js';
import {tell} from '../shared/tell.js';
import {Pointing} from './pointing.js';
import {BEGIN, due, framed, KEYS, playing, reduce} from './state.js';
import {Strip} from './strip.js';
import {Undated} from './undated.js';

/**
 * @typedef {import('./types.js').Data} Data
 * @typedef {import('./state.js').Span} Span
 */

export class Timeline {
  /** The year that is played, large; the stage places it over the map. */
  year = el('div', {class: 'year', 'aria-hidden': 'true', hidden: ''});
  /** @type {Data | null} */
  #data = null;
  #state = BEGIN;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  #play = el('button', {class: 'play', type: 'button'});
  #back = el('button', {class: 'step', type: 'button'}, '‹');
  #forward = el('button', {class: 'step', type: 'button'}, '›');
  #speed = el('button', {class: 'speed', type: 'button'});
  #legend = el('div', {class: 'legend', 'aria-hidden': 'true'});
  #span = el('output', {class: 'span', dir: 'ltr'});
  #all = el('button', {class: 'all', type: 'button'});
  #says = el('p', {class: 'says unseen', id: 'says'});
  #said = el('p', {class: 'said unseen', 'aria-live': 'polite'});
  #handles = ['from', 'to'].map(end => el('div', {class: `handle ${end}`, role: 'slider', tabindex: 0}));
  #strip = new Strip(() => this.#show());
  #pointing = new Pointing(this.#strip, this.#said);
  #undated = new Undated();
  #root = el('section', {class: 'timeline', 'aria-describedby': 'says'},
    this.#says, this.#said,
    el('div', {class: 'player', dir: 'ltr'}, this.#back, this.#play, this.#forward, this.#speed),
    el('header', {}, this.#legend, this.#undated.button, this.#all, this.#span),
    this.#strip.element, this.#pointing.element, this.#undated.popup);

  /** @param {import('../shared/mount.js').Parent} parent */
  constructor(parent) {
    this.#play.onclick = () => this.#do({type: playing(this.#state) ? 'pause' : 'play'});
    this.#back.onclick = () => this.#do({type: 'step', by: -1});
    this.#forward.onclick = () => this.#do({type: 'step', by: 1});
    this.#speed.onclick = () => this.#do({type: 'speed'});
    this.#all.onclick = () => this.#do({type: 'all'});
    this.#root.onkeydown = event => {
      event.stopPropagation(); // Streamlit treats a bare "r" or "c" typed in a component as its own shortcut
      if (event.key === 'Escape') this.#cancel();
    };
    document.addEventListener('keydown', event => event.key === 'Escape' && this.#do({type: 'pause'}), {capture: true});
    this.#strip.element.append(el('div', {class: 'veil'}), el('div', {class: 'veil after'}), ...this.#handles);
    this.#brush(this.#strip.element);
    this.#handles.forEach((handle, end) => this.#slide(handle, /** @type {0 | 1} */ (end)));
    parent.append(this.#root);
  }

  /** @param {Data} data */
  update(data) {
    const {first, marks, years} = data;
    this.#data = data;
    this.#speak(data);
    this.#pointing.update(data);
    this.#strip.draw(data);
    this.#undated.draw(data);
    /** @type {Span} */
    const whole = [first, first + marks.length - 1];
    const chosen = /** @type {Span} */ ((years ?? whole).map(year => clamp(year, ...whole)));
    this.#do({type: 'heard', whole, begin: first + Math.max(0, marks.findIndex(({length}) => length)), chosen});
  }

  /** @param {Data} data */
  #speak({language, ui, kinds, says}) {
    this.#root.lang = language;
    this.#root.ariaLabel = ui.title;
    write(this.#says, `${says} ${ui.hint}`);
    this.#span.title = bare(ui.hint);
    write(this.#all, ui.all);
    this.#back.ariaLabel = this.#back.title = bare(ui.back);
    this.#forward.ariaLabel = this.#forward.title = bare(ui.forward);
    this.#handles[0].ariaLabel = ui.from;
    this.#handles[1].ariaLabel = ui.to;
    this.#legend.replaceChildren(...kinds.map(({key, name, says: title}) => el('span', {class: key, title}, name)));
  }

  /** @param {import('./state.js').Input} input */
  #do(input) {
    if (!this.#data) return;
    const [state, years] = reduce(this.#state, input, performance.now());
    this.#state = state;
    if (years) tell({do: 'set', name: 'years', value: same(years, state.whole) ? null : years});
    if (years && framed(state)) this.#said.textContent = this.#pointing.counted(years[1] - state.whole[0]).join(', ');
    this.#show();
    clearTimeout(this.#timer);
    const wait = due(this.#state) - performance.now();
    if (wait < Infinity) this.#timer = setTimeout(() => this.#do({type: 'tick'}), Math.max(0, wait));
  }

  /** Show the years that are chosen, or about to be. */
  #show() {
    if (!this.#data) return;
    const {shown, whole, speed} = this.#state, [from, to] = shown, [first] = whole, {ui} = this.#data;
    this.#root.style.setProperty('--from', `${this.#strip.x(from - first)}px`);
    this.#root.style.setProperty('--to', `${this.#strip.x(to + 1 - first)}px`);
    this.#root.classList.toggle('some', !same(shown, whole));
    this.#root.classList.toggle('playing', playing(this.#state));
    this.#play.ariaLabel = this.#play.title = playing(this.#state) ? ui.pause : ui.play;
    this.#speed.textContent = `${speed}×`;
    this.#speed.ariaLabel = this.#speed.title = `${ui.speed}: ${speed}×`;
    this.#span.textContent = from === to ? String(from) : `${from}–${to}`;
    this.year.hidden = !framed(this.#state);
    this.year.textContent = String(to);
    this.#handles.forEach((handle, end) => {
      handle.ariaValueMin = String(end ? from : whole[0]);
      handle.ariaValueMax = String(end ? whole[1] : to);
      handle.ariaValueNow = String(shown[end]);
      handle.ariaValueText = this.#pointing.counted(shown[end] - first).join(', ');
    });
  }

  /**
   * Dragging over the years, a handle or the span between them; a click chooses a year or a dot's pair, a double-click all.
   * @param {HTMLElement} field
   */
  #brush(field) {
    const at = (/** @type {PointerEvent} */ event) => this.#strip.under(event).at + this.#state.whole[0];
    field.onpointerdown = event => {
      if (event.button) return;
      const end = /** @type {-1 | 0 | 1} */ (this.#handles.findIndex(handle => handle === event.target));
      this.#do({type: 'press', year: at(event), end});
      field.setPointerCapture(event.pointerId);
    };
    field.onpointermove = event => {
      if (this.#state.drag) this.#do({type: 'drag', year: at(event)});
      if (this.#state.drag?.moved) return this.#pointing.leave();
      const {at: year, spot} = this.#strip.under(event);
      field.classList.toggle('on', spot !== undefined);
      this.#pointing.show(year, spot);
    };
    field.onpointerup = event => {
      const {drag} = this.#state, {spot} = this.#strip.under(event);
      if (!drag || drag.moved || drag.grip || !spot) return this.#do({type: 'release'});
      this.#do({type: 'cancel'});
      this.#pointing.select(spot);
    };
    field.onpointercancel = () => this.#cancel();
    field.onpointerleave = () => this.#pointing.leave();
    field.ondblclick = event => this.#strip.under(event).spot ?? this.#do({type: 'all'});
  }

  /**
   * The keys of a handle.
   * @param {HTMLElement} handle
   * @param {0 | 1} end
   */
  #slide(handle, end) {
    const point = () => this.#pointing.show(this.#state.shown[end] - this.#state.whole[0]);
    handle.onkeydown = event => {
      if (!KEYS[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      this.#do({type: 'key', end, key: event.key});
      point();
    };
    handle.onfocus = () => handle.matches(':focus-visible') && point();
    handle.onblur = () => {
      this.#do({type: 'blur'});
      this.#pointing.leave();
    };
  }

  #cancel() {
    this.#do({type: 'cancel'});
    this.#pointing.leave();
  }
}
