// The window of the speaker: notes, what comes next, and the time. The page writes it and hears its keys, so that it needs
// neither an address, nor a script, nor the network of its own.
import {el, write} from '../shared/dom.js';
import css from './speaker.css';
/** @import {Seen} from '../stage/store.js' */
/** @import {Shown} from './view.js' */

const SIZE = 'popup,width=760,height=620';
const TICK = 1000; // ms

export class Speaker {
  /** @type {Window | null} */ #window = null;
  #began = 0; // ms
  #at = el('p', {class: 'at'});
  #caption = el('h1');
  #notes = el('p', {class: 'notes'});
  #notesTitle = el('h2');
  #next = el('p', {class: 'next'});
  #nextTitle = el('h2');
  #clock = el('dd');
  #clockTitle = el('dt');
  #elapsed = el('dd');
  #elapsedTitle = el('dt');
  #back = el('button', {type: 'button', onclick: () => this.hears.go(-1)});
  #on = el('button', {type: 'button', onclick: () => this.hears.go(1)});
  #root = el('main', {},
    el('dl', {}, el('div', {}, this.#clockTitle, this.#clock), el('div', {}, this.#elapsedTitle, this.#elapsed)),
    this.#at, this.#caption,
    el('section', {}, this.#notesTitle, this.#notes), el('section', {}, this.#nextTitle, this.#next),
    el('footer', {}, this.#back, this.#on));

  /** @param {{key: (event: KeyboardEvent) => void, go: (by: 1 | -1) => void}} hears what is done in the window */
  constructor(hears) {
    this.hears = hears;
    setInterval(() => this.#tick(), TICK);
  }

  /**
   * Open the window, or bring it to the front.
   * @param {Seen['t']} t
   * @param {Shown} shown
   * @param {number} began when the presentation began, ms
   * @returns {boolean} false if the browser has not allowed it
   */
  open(t, shown, began) {
    const opened = open('', 'atlas-speaker', SIZE);
    if (!opened) return false;
    if (opened !== this.#window || !this.#root.isConnected) this.#fill(opened);
    this.#window = opened;
    opened.focus();
    this.update(t, shown, began);
    return true;
  }

  close() {
    this.#window?.close();
  }

  /**
   * Lay the page of the window out in the style of ours.
   * @param {Window} opened
   */
  #fill(opened) {
    const {document: its} = opened, style = document.querySelector('link[rel=stylesheet]');
    const sheet = new /** @type {Window & typeof globalThis} */ (opened).CSSStyleSheet(); // a sheet serves one document
    sheet.replaceSync(css);
    its.adoptedStyleSheets = [sheet];
    its.head.replaceChildren(...(style ? [el('link', {rel: 'stylesheet', href: /** @type {HTMLLinkElement} */ (style).href})] : []));
    its.body.replaceChildren(this.#root);
    opened.addEventListener('keydown', event => this.hears.key(event));
  }

  /**
   * @param {Seen['t']} t
   * @param {Shown} shown
   * @param {number} began when the presentation began, ms
   */
  update(t, {title, steps, step}, began) {
    if (!this.#window || this.#window.closed) return;
    const {document: its} = this.#window, now = steps[step - 1], next = steps[step];
    this.#began = began;
    its.title = `${t('present.speaker')} · ${title}`;
    Object.assign(its.documentElement, {lang: document.documentElement.lang, dir: document.documentElement.dir});
    its.documentElement.dataset.theme = document.documentElement.dataset.theme ?? '';
    write(this.#at, t('present.at', {n: step, all: steps.length}));
    write(this.#caption, now.caption);
    write(this.#notes, now.notes || t('present.no_notes'));
    write(this.#next, next ? next.caption : t('present.last'));
    for (const [element, key] of /** @type {const} */ ([
      [this.#notesTitle, 'notes'], [this.#nextTitle, 'next'], [this.#clockTitle, 'clock'], [this.#elapsedTitle, 'elapsed'],
      [this.#back, 'back'], [this.#on, 'on']])) write(element, t(`present.${key}`));
    this.#tick();
  }

  #tick() {
    if (!this.#window || this.#window.closed) return;
    const now = new Date(), passed = Math.floor((now.getTime() - this.#began) / 1000), two = (/** @type {number} */ n) => String(n).padStart(2, '0');
    this.#clock.textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
    this.#elapsed.textContent = [...(passed >= 3600 ? [Math.floor(passed / 3600)] : []), two(Math.floor(passed / 60) % 60), two(passed % 60)].join(':');
  }
}
