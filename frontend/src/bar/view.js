// The bar below the head of every page: the button of the filters, on the map its arrangement, and what is filtered, each
// with a way out. On paper it says what was filtered, where and when.
import filtersCss from '../filters/filters.css';
import {Filters} from '../filters/view.js';
import {isolated, shown} from '../shared/borrowed.js';
import {el, write} from '../shared/dom.js';
import {imprint} from '../shared/imprint.js';
import {chooseByKey} from '../shared/keys.js';
import {styled} from '../shared/style.js';
import {tell} from '../shared/tell.js';
import {MAP_PAGE} from '../stage/store.js';
import {isAbout} from '../stage/timeline.js';
import css from './bar.css';
import {chips, newerThan} from './chips.js';
import {filtersOf} from './filters.js';
/** @import {Seen} from '../stage/store.js' */

const LATER = 50; // ms until closed filters are drawn, which have many elements and for which nothing need wait

export class Bar {
  #button = el('button', {type: 'button', class: 'filters', 'aria-expanded': 'false', 'aria-controls': 'filters'});
  #layouts = el('div', {class: 'layouts', role: 'radiogroup'});
  #found = el('span', {class: 'found', role: 'status'});
  #chips = el('div', {class: 'chips', role: 'group'});
  #asked = el('p', {class: 'asked'}); // on paper, the chips in words
  #imprint = el('p', {class: 'imprint'});
  #card = el('div', {class: 'card', id: 'filters', hidden: ''});
  #filters = new Filters(styled(this.#card, filtersCss));
  #locale = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #later;
  /** Draw the filters. */
  #fill = () => {};

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    host.role = 'region';
    styled(host, css).append(
      el('div', {class: 'toolbar'}, this.#button, this.#layouts, this.#found, this.#chips), this.#card, this.#asked, this.#imprint);
    this.#button.onclick = () => this.#open(Boolean(this.#card.hidden));
    this.#card.onkeydown = event => {
      if (event.key === 'Escape') this.#open(false);
    };
    this.#layouts.onkeydown = chooseByKey;
    addEventListener('beforeprint', () => {
      this.#imprint.textContent = imprint(this.#locale);
    });
  }

  /** @param {boolean} open */
  #open(open) {
    if (open) this.#fill();
    this.#card.hidden = !open;
    this.#button.ariaExpanded = String(open);
    if (!open) this.#button.focus();
  }

  /** @param {Seen} seen */
  update(seen) {
    const {t, page, view, words, state: {language}} = seen, set = chips(seen), marks = newerThan(seen);
    this.host.lang = language;
    this.host.ariaLabel = this.#chips.ariaLabel = t('stage.filters');
    this.#locale = words.locale;
    this.#button.replaceChildren(...shown(t('stage.filters')), set.length ? el('b', {}, String(set.length)) : '');
    this.#layouts.hidden = page !== MAP_PAGE;
    this.#arrange(seen);
    // Beside the map stands a list with the same number.
    this.#found.classList.toggle('none', !view.rows.length);
    write(this.#found, page === MAP_PAGE ? '' : found(seen));
    this.#chips.replaceChildren(
      ...[...set, ...marks].map(({text, event}) => el('button', {
        type: 'button', class: 'chip', 'aria-label': t('stage.remove', {name: text}), onclick: () => tell(event),
      }, text, el('span', {'aria-hidden': 'true'}, '×'))),
      set.length > 1 ? el('button', {type: 'button', class: 'reset', onclick: () => tell({do: 'reset'})}, t('status.reset')) : '');
    const asked = set.map(({text}) => text).join(' · ');
    this.#asked.textContent = [asked && t('stage.asked', {asked}), ...marks.map(({text}) => text), this.#found.textContent].filter(Boolean).map(isolated).join(' — ');
    this.#fill = () => this.#filters.update(filtersOf(seen, page === MAP_PAGE));
    clearTimeout(this.#later);
    if (this.#card.hidden) this.#later = setTimeout(this.#fill, LATER);
    else this.#fill();
  }

  /** @param {Seen} seen */
  #arrange({t, table, state: {layout, language}}) {
    this.#layouts.lang = language;
    this.#layouts.ariaLabel = t('header.layout');
    if (!this.#layouts.childElementCount) {
      this.#layouts.append(...table.choices.layout.map(name => el('button', {
        type: 'button', role: 'radio', 'data-name': name, onclick: () => tell({do: 'set', name: 'layout', value: name}),
      })));
    }
    for (const button of /** @type {Iterable<HTMLElement>} */ (this.#layouts.children)) {
      write(button, t(`header.${button.dataset.name}`));
      const chosen = button.dataset.name === layout;
      button.ariaChecked = String(chosen);
      button.tabIndex = chosen ? 0 : -1;
    }
  }
}

/**
 * How many records of the page pass the filter, and how many are left out since they have no date.
 * @param {Seen} seen
 */
function found({t, table, page, view, state: {selected}}) {
  const [rows, undated] = [view.rows, view.undated].map(records =>
    records.filter(record => page !== 'dossier' || !selected || isAbout(table, record, selected)).length);
  if (!view.rows.length) return t(table.records.type.length ? 'status.empty' : 'stage.empty.title');
  const n = t('stage.found', {n: rows});
  return undated ? `${n} · ${t('terms.years.undated', {n: undated})}` : n;
}
