// The menu "Share": a link and its code, and hand-outs of what is on the screen, which the server makes.
import {copy, copyRich} from '../shared/clipboard.js';
import {bare} from '../shared/borrowed.js';
import {el, write} from '../shared/dom.js';
import {place} from '../shared/popup.js';
import {toQuery, written} from '../model/state.js';
/** @import {Seen} from '../stage/store.js' */

const FORMS = ['pptx', 'pdf', 'pdf-full', 'html'];
const PICTURES = ['png-1920', 'png-3840', 'png-a4', 'png-a3', 'svg', 'svg-outlines'];
const TABLE = 'html-table';
const ASK = 1500; // ms between two questions whether the others are served first

const ICON = 'M8 1v9M4.5 4.5 8 1l3.5 3.5M3 8H2v7h12V8h-1';

export class Share {
  #link = el('button', {type: 'button', onclick: () => void this.#copyLink()});
  #code = el('button', {type: 'button', 'aria-expanded': 'false', onclick: () => this.#toggleCode()});
  #picture = el('img', {class: 'code', hidden: '', width: 200, height: 200});
  #table = el('button', {type: 'button', onclick: () => void this.#copyTable()});
  #forms = FORMS.map(form => el('a', {'data-form': form, download: '', onclick: (/** @type {Event} */ event) => this.#take(event)}));
  #pictures = PICTURES.map(form => el('a', {'data-form': form, download: '', onclick: (/** @type {Event} */ event) => this.#take(event)}));
  #group = el('div', {class: 'pictures', role: 'group'}, ...this.#pictures);
  #heading = el('b', {'aria-hidden': 'true'});
  #unprinted = el('span', {class: 'said'}); // instead of the forms for which there are no fonts
  #said = el('span', {class: 'said', role: 'status'});
  #cancel = el('button', {type: 'button', hidden: '', onclick: () => this.#work?.abort()});
  #card = el('div', {class: 'card', id: 'share', popover: 'auto'});
  #button = el('button', {type: 'button', class: 'share', 'aria-controls': 'share', 'aria-expanded': 'false'},
    el('svg', {viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': true, class: 'icon'}, el('path', {d: ICON})));
  elements = [this.#button, this.#card];
  /** In the menu, where the head has no room for the button. */
  entry = el('button', {type: 'button', class: 'narrow', onclick: () => this.#card.showPopover()});
  /** @type {AbortController | null} of the hand-out that is being made */ #work = null;
  #query = '';
  /** @type {Seen['t']} */
  #t = () => '';

  constructor() {
    this.#card.append(this.#link, this.#code, this.#picture, ...this.#forms, this.#heading, this.#group, this.#unprinted, this.#table, this.#said, this.#cancel);
    this.#button.popoverTargetElement = this.#card;
    this.#card.addEventListener('toggle', ({newState}) => {
      this.#button.ariaExpanded = String(newState === 'open');
      if (newState === 'open') this.#settle();
    });
  }

  /** @param {Seen} seen */
  update({t, table, words, state, page}) {
    this.#t = t;
    this.#query = `${written(toQuery(table, state))}&page=${page}`;
    this.#button.ariaLabel = this.#button.title = bare(t('share.title'));
    write(this.entry, t('share.title'));
    write(this.#link, t('share.link'));
    write(this.#code, t('share.code'));
    this.#picture.alt = t('share.code');
    write(this.#table, t('share.table'));
    this.#table.hidden = !state.selected;
    write(this.#cancel, t('share.cancel'));
    this.#group.ariaLabel = bare(t('share.forms.picture'));
    write(this.#heading, t('share.forms.picture'));
    for (const link of [...this.#forms, ...this.#pictures]) {
      write(link, t(`share.forms.${link.dataset.form}`));
      link.hidden = !words.printed && link.dataset.form !== 'html';
      link.href = this.#addressOf(link.dataset.form);
    }
    this.#heading.hidden = !words.printed;
    write(this.#unprinted, words.printed ? '' : t('share.unprinted'));
    if (!this.#picture.hidden) this.#picture.src = `./code?${this.#query}`;
  }

  /** @param {string | undefined} form */
  #addressOf(form) { return `./handout/${form}?${this.#query}`; }

  #settle() {
    const anchor = this.#button.checkVisibility() ? this.#button : this.#card.parentElement;
    if (anchor) place(this.#card, anchor.getBoundingClientRect(), {align: 'end'});
  }

  /** @param {string} text */
  #say(text) {
    write(this.#said, text);
    this.#settle();
  }

  async #copyLink() {
    this.#say(this.#t(await copy(location.href) ? 'share.linked' : 'share.failed_link'));
  }

  #toggleCode() {
    this.#picture.hidden = !this.#picture.hidden;
    this.#code.ariaExpanded = String(!this.#picture.hidden);
    if (!this.#picture.hidden) this.#picture.src = `./code?${this.#query}`;
    this.#settle();
  }

  async #copyTable() {
    const answer = await this.#fetched(TABLE, this.#table.textContent);
    if (answer) this.#say(this.#t(await copyRich(await answer.text()) ? 'share.tabled' : 'share.failed'));
  }

  /** @param {Event} event a click on the link of a form */
  #take(event) {
    const link = /** @type {HTMLAnchorElement} */ (event.currentTarget);
    event.preventDefault();
    void this.#save(link.dataset.form ?? '', link.textContent);
  }

  /**
   * @param {string} form
   * @param {string} what its name
   */
  async #save(form, what) {
    const answer = await this.#fetched(form, what);
    if (!answer) return;
    const name = answer.headers.get('Content-Disposition')?.match(/filename="([^"]+)"/)?.[1] ?? form;
    const url = URL.createObjectURL(await answer.blob());
    el('a', {href: url, download: name}).click();
    setTimeout(() => URL.revokeObjectURL(url), ASK);
    this.#say(this.#t('share.made', {what}));
  }

  /**
   * Have a hand-out made, saying how it goes; null if that fails or the visitor cancels. There is one at a time.
   * @param {string} form
   * @param {string} what its name
   * @returns {Promise<Response | null>}
   */
  async #fetched(form, what) {
    this.#work?.abort();
    const work = this.#work = new AbortController();
    this.#cancel.hidden = false;
    this.#card.ariaBusy = 'true';
    this.#say(this.#t('share.making', {what}));
    const asking = setInterval(() => void this.#ask(work), ASK);
    try {
      const answer = await fetch(this.#addressOf(form), {signal: work.signal});
      if (!answer.ok) throw new Error(answer.statusText);
      return answer;
    } catch {
      if (this.#work === work) this.#say(work.signal.aborted ? '' : this.#t('share.failed'));
      return null;
    } finally {
      clearInterval(asking);
      if (this.#work === work) {
        this.#cancel.hidden = true;
        this.#card.ariaBusy = 'false';
      }
    }
  }

  /**
   * Say so if the hand-outs of others are made first.
   * @param {AbortController} work
   */
  async #ask(work) {
    const {waiting} = await fetch('./handouts', {signal: work.signal}).then(answer => answer.json()).catch(() => ({}));
    if (waiting && !this.#cancel.hidden) this.#say(this.#t('share.waiting'));
  }
}
