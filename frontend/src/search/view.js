// The search box: a combobox with type-ahead over an index that is fetched once and searched here.
import {bare} from '../shared/borrowed.js';
import {el, write} from '../shared/dom.js';
import {fetchOnce} from '../shared/json.js';
import {goal} from '../shared/keys.js';
import {place} from '../shared/popup.js';
import {tell} from '../shared/tell.js';
import {Parts} from './parts.js';
import {find, prepare} from './state.js';

const WIDE = 380; // px, the least width of the list if the window has room
const ROOM = 240; // px below the box that are enough for the list

/**
 * @typedef {import('../contract.js').SearchIndex} Index
 *
 * @typedef {object} Data
 * @property {string | Index} source URL of the published index, or the index itself if its file could not be written
 * @property {string} opens page to open for the selection, "" if this page shows it
 * @property {string} language
 * @property {string} label
 * @property {string} placeholder
 * @property {import('../contract.js').SearchWords} ui
 *
 * @typedef {import('./state.js').Find} Find
 */

/** @type {WeakMap<Index, {index: import('./state.js').Index, parts: Parts | null}>} the prepared form of each published index */
const prepared = new WeakMap();

/** @param {Data['source']} source */
async function load(source) {
  /** @type {Index} */
  const published = await fetchOnce(source);
  const known = prepared.get(published);
  if (known) return known;
  const index = prepare(published), made = {index, parts: published.parts ? new Parts(index, published.parts) : null};
  prepared.set(published, made);
  return made;
}

export class Search {
  #gone = new AbortController();
  /** @type {Data | null} */
  #data = null;
  /** @type {HTMLElement[]} */
  #options = [];
  /** @type {Find[]} */
  #finds = [];
  #active = -1;

  #input = el('input', {
    id: 'finder', role: 'combobox', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false',
    'aria-autocomplete': 'list', 'aria-controls': 'finds', 'aria-expanded': 'false', 'aria-keyshortcuts': '/ Control+K',
  });
  #label = el('label', {for: 'finder'});
  #list = el('div', {id: 'finds', role: 'listbox'});
  #line = el('p', {role: 'status'});
  #popup = el('div', {class: 'popup', popover: 'manual'}, this.#list, this.#line); // in the top layer, so that nothing clips it
  #root = el('div', {class: 'box'}, this.#label, this.#input, el('kbd', {'aria-hidden': 'true'}, '/'), this.#popup);

  /** @param {import('../shared/mount.js').Parent} parent */
  constructor(parent) {
    const {signal} = this.#gone, input = this.#input, list = this.#list;
    input.oninput = () => void this.#show();
    input.onfocus = () => void this.#show();
    input.onblur = () => this.#close();
    input.onkeydown = event => this.#press(event);
    this.#popup.onmousedown = event => event.preventDefault(); // keep the focus in the input
    list.onmousemove = event => {
      const over = this.#at(event);
      if (over >= 0 && over !== this.#active) this.#activate(over);
    };
    list.onclick = event => this.#pick(this.#at(event));
    document.addEventListener('keydown', event => this.#shortcut(event), {capture: true, signal});
    addEventListener('resize', () => this.#place(), {signal});
    addEventListener('scroll', event => event.target !== this.#popup && this.#place(), {capture: true, passive: true, signal});
    parent.append(this.#root);
  }

  /** @param {Data} data */
  update(data) {
    this.#data = data;
    this.#root.lang = data.language;
    write(this.#label, data.label);
    this.#list.ariaLabel = bare(data.label);
    this.#input.placeholder = bare(data.placeholder);
  }

  destroy() {
    this.#gone.abort();
  }

  get #open() {
    return this.#popup.matches(':popover-open');
  }

  async #show() {
    const typed = this.#input.value, data = this.#data;
    if (!data) return;
    const loaded = load(data.source);
    if (!typed.trim()) {
      this.#close();
      loaded.catch(() => {}); // the next letter tries again
      return;
    }
    let message = data.ui.nothing;
    /** @type {Find[]} */
    let finds = [];
    try {
      const {index, parts} = await loaded;
      finds = find(parts ? await parts.gather(typed, data.language) : index, typed, data.language);
    } catch {
      message = data.ui.failed;
    }
    if (typed !== this.#input.value || !this.#input.matches(':focus')) return; // the text has changed meanwhile
    this.#fill(finds, data);
    write(this.#line, finds.length ? '' : message);
    if (!this.#open) this.#popup.showPopover();
    this.#place();
    this.#input.ariaExpanded = String(finds.length > 0);
    this.#activate(finds.length ? 0 : -1);
  }

  /**
   * Draw the finds under the titles of their groups.
   * @param {Find[]} finds
   * @param {Data} data
   */
  #fill(finds, {language, ui}) {
    this.#finds = finds;
    this.#options = finds.map(({entry, text}) => el('div', {class: 'option', id: `find-${entry.key}`, role: 'option', 'aria-selected': 'false'},
      el('div', {class: 'name'}, entry.names[language], text === entry.names[language] ? null : ' ',
        text === entry.names[language] ? null : el('small', {}, text)),
      entry.where[language] ? el('div', {class: 'where'}, entry.where[language]) : null));
    const groups = [...new Set(finds.map(({entry}) => entry.group))];
    this.#list.replaceChildren(...groups.map(group => el('div', {role: 'group', 'aria-labelledby': `group-${group}`},
      el('div', {class: 'title', id: `group-${group}`}, ui[/** @type {keyof Data['ui']} */ (group)]),
      ...this.#options.filter((_, at) => finds[at].entry.group === group))));
    this.#list.hidden = !finds.length;
    this.#active = -1;
  }

  #place() {
    if (!this.#open) return;
    const anchor = this.#input.getBoundingClientRect();
    this.#popup.style.width = `${Math.max(anchor.width, WIDE)}px`;
    place(this.#popup, anchor, {room: ROOM, most: 560});
  }

  #close() {
    if (this.#open) this.#popup.hidePopover();
    this.#input.ariaExpanded = 'false';
    this.#activate(-1);
  }

  /** @param {number} next */
  #activate(next) {
    this.#options[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = next;
    const option = this.#options[next];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({block: next ? 'nearest' : 'center'});
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  /** @param {number} at */
  #pick(at) {
    if (!this.#options[at]) return;
    const {group, select} = this.#finds[at].entry;
    this.#input.value = '';
    this.#close();
    const page = this.#data?.opens;
    if (group === 'sectors') tell({do: 'open', page: 'sectors', selected: '', sector: select});
    else tell(page ? {do: 'open', page, selected: select} : {do: 'set', name: 'selected', value: select});
  }

  /**
   * Index of the option under the pointer; -1: none.
   * @param {MouseEvent} event
   */
  #at({target}) {
    const option = /** @type {Element} */ (target).closest('[role=option]');
    return this.#options.findIndex(each => each === option);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    event.stopPropagation(); // Streamlit treats a bare "r" or "c" typed in a component as its own shortcut
    const {key} = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = goal(key, this.#active, this.#options.length, 'column');
    if (key === 'Escape') {
      if (this.#open) this.#close();
      else this.#input.value = '';
    } else if (!this.#open && (key === 'ArrowDown' || key === 'ArrowUp')) void this.#show();
    else if (this.#open && key === 'Enter') this.#pick(this.#active);
    else if (this.#open && next !== undefined) this.#activate(next);
    else return;
    event.preventDefault();
  }

  /**
   * "/" outside a field, and Ctrl+K, focus the box.
   * @param {KeyboardEvent} event
   */
  #shortcut(event) {
    const from = /** @type {HTMLElement} */ (event.composedPath()[0]);
    const slash = event.key === '/' && !from.isContentEditable && !/^(INPUT|TEXTAREA|SELECT)$/.test(from.tagName);
    const control = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!this.#input.isConnected || !(slash || control)) return;
    event.preventDefault();
    this.#input.focus();
    this.#input.select();
  }
}
