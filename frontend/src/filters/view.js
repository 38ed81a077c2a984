// The filters: options with counts, years, words. Built once; later updates write only what has changed.
import {el, focusedIn} from '../shared/dom.js';
import {chooseByKey} from '../shared/keys.js';
import {tell} from '../shared/tell.js';
import {frame, spanWith} from './state.js';
/** @import {FilterGroup, FilterMark, FiltersData, FilterText, FilterYears} from './types.js' */

const WAIT = 400; // ms after the last key until the words are sent

/** @typedef {{option: HTMLButtonElement, count: HTMLElement | null}} Option */

export class Filters {
  #root = el('div', {class: 'filters'});
  /** @type {FiltersData | null} */
  #data = null;
  #frame = '';
  /** @type {Map<string, Option>} by group and id */
  #options = new Map();
  /** @type {HTMLSelectElement[]} */
  #years = [];
  /** @type {HTMLInputElement | null} */
  #text = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typing;

  /** @param {ShadowRoot} parent */
  constructor(parent) {
    parent.append(this.#root);
  }

  /** @param {FiltersData} data */
  update(data) {
    this.#data = data;
    if (this.#frame !== frame(data)) this.#build(data);
    this.#draw(data);
  }

  /** @param {FiltersData} data */
  #build(data) {
    const {language, groups, years, text} = data;
    const focused = /** @type {HTMLElement | null} */ (focusedIn(this.#root))?.dataset.key;
    this.#frame = frame(data);
    this.#options.clear();
    this.#years = [];
    this.#text = null;
    this.#root.lang = language;
    this.#root.replaceChildren(
      this.#words(text), ...groups.map(group => this.#group(group)), this.#span(years),
    );
    if (focused) this.#root.querySelector(/** @type {'button'} */ (`[data-key="${CSS.escape(focused)}"]`))?.focus();
  }

  /**
   * A group of options; a folded group opens by its title.
   * @param {FilterGroup} group
   */
  #group({key, title, says, one, folded, options, marks}) {
    const list = el('div', {class: one ? 'switch' : 'options', role: one ? 'radiogroup' : 'group', 'aria-label': title, 'aria-description': says},
      ...options.map(({id, name}) => {
        const count = one ? null : el('b', {title: says}), mark = marks?.[id];
        const option = el('button', {
          type: 'button', 'data-key': `${key}:${id}`, role: one ? 'radio' : undefined, onclick: () => this.#click(key, id),
        }, mark && line(mark), el('span', {}, name), count);
        this.#options.set(`${key}:${id}`, {option, count});
        return option;
      }));
    if (one) list.onkeydown = chooseByKey;
    if (folded) return el('details', {}, el('summary', {}, el('h3', {title: says}, title)), list);
    return el('section', {}, el('h3', {'aria-hidden': 'true', title: says}, title), list);
  }

  /**
   * @param {string} key of the group
   * @param {string} id of the option
   */
  #click(key, id) {
    const group = this.#data?.groups.find(each => each.key === key);
    const chosen = group?.options.find(each => each.id === id)?.chosen;
    if (!group?.one) tell({do: 'choose', dimension: key, option: id, on: !chosen});
    else if (!chosen) tell({do: 'set', name: /** @type {'colouring' | 'years_by'} */ (key), value: id});
  }

  /** @param {FilterText} text */
  #words({title, placeholder}) {
    const input = el('input', {type: 'search', 'data-key': 'text', placeholder, autocomplete: 'off', spellcheck: 'false'});
    const send = () => {
      clearTimeout(this.#typing);
      const value = input.value.trim();
      if (value !== this.#data?.text.value) tell({do: 'set', name: 'text', value: value || null});
    };
    input.oninput = () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(send, WAIT);
    };
    input.onchange = send;
    this.#text = input;
    return el('section', {}, el('label', {}, el('h3', {}, title), input));
  }

  /** @param {FilterYears} years */
  #span({title, from, to, first, last}) {
    this.#years = [from, to].map((label, end) => el('select', {
      'data-key': `years:${end}`, 'aria-label': `${title}: ${label}`, onchange: () => this.#choose(/** @type {0 | 1} */ (end)),
    }, ...Array.from({length: last - first + 1}, (_, at) => el('option', {value: first + at}, String(first + at)))));
    return el('section', {}, el('h3', {'aria-hidden': 'true'}, title),
      el('div', {class: 'years'}, this.#years[0], '–', this.#years[1]));
  }

  /** @param {0 | 1} end the end of the years that was set */
  #choose(end) {
    if (!this.#data) return;
    const {first, last, chosen} = this.#data.years;
    const span = spanWith(chosen ?? [first, last], end, Number(this.#years[end].value));
    tell({do: 'set', name: 'years', value: span[0] === first && span[1] === last ? null : span});
  }

  /**
   * Write the counts and the choices.
   * @param {FiltersData} data
   */
  #draw({groups, years, text}) {
    for (const {key, one, options} of groups) {
      for (const {id, count: number, chosen} of options) {
        const {option, count} = /** @type {Option} */ (this.#options.get(`${key}:${id}`));
        option.setAttribute(one ? 'aria-checked' : 'aria-pressed', String(chosen));
        if (one) option.tabIndex = chosen ? 0 : -1;
        if (count && count.textContent !== number) count.textContent = number;
        const folded = chosen && option.closest('details');
        if (folded) folded.open = true;
      }
    }
    (years.chosen ?? [years.first, years.last]).forEach((year, end) => (this.#years[end].value = String(year)));
    if (this.#text && focusedIn(this.#text) !== this.#text) this.#text.value = text.value;
  }
}

/** @param {FilterMark} mark */
function line({colour, dashed}) {
  const sample = el('i', {class: dashed ? 'line dash' : 'line', 'aria-hidden': 'true'});
  sample.style.setProperty('--tone', colour);
  return sample;
}
