// The bar over the map: the button of the filters, the arrangement of the map, and what is filtered, each with a way out.
import {copy} from '../shared/clipboard.js';
import {el} from '../shared/dom.js';
import {chooseByKey} from '../shared/keys.js';
import {tell} from '../shared/tell.js';
import {chips} from './chips.js';
/** @import {Seen} from './store.js' */

const SAID = 3000; // ms that the bar says what was copied

export class Toolbar {
  #filters = el('button', {type: 'button', class: 'filters', 'aria-expanded': 'false', 'aria-controls': 'filters'});
  #layouts = el('div', {class: 'layouts', role: 'radiogroup'});
  #chips = el('div', {class: 'chips', role: 'group'});
  #share = el('button', {type: 'button', class: 'share', onclick: () => void this.#copy()});
  #said = el('span', {class: 'said', role: 'status'});
  element = el('div', {class: 'toolbar'}, this.#filters, this.#layouts, this.#share, this.#said, this.#chips);
  /** @type {Seen | null} */
  #seen = null;

  /** @param {HTMLElement} card of the filters */
  constructor(card) {
    this.card = card;
    card.hidden = true;
    this.#filters.onclick = () => this.#open(Boolean(card.hidden));
    card.onkeydown = event => {
      if (event.key === 'Escape') this.#open(false);
    };
    this.#layouts.onkeydown = chooseByKey;
  }

  /** @param {boolean} open */
  #open(open) {
    this.card.hidden = !open;
    this.#filters.ariaExpanded = String(open);
    if (!open) this.#filters.focus();
  }

  /** @param {Seen} seen */
  update(seen) {
    const {t, table, state: {layout, language}} = seen, set = chips(seen);
    this.#seen = seen;
    this.#share.textContent = t('stage.share');
    this.#filters.replaceChildren(t('stage.filters'), set.length ? el('b', {}, String(set.length)) : '');
    this.#layouts.ariaLabel = t('header.layout');
    if (this.#layouts.lang !== language) {
      this.#layouts.lang = language;
      this.#layouts.replaceChildren(...table.choices.layout.map(name => el('button', {
        type: 'button', role: 'radio', 'data-name': name, onclick: () => tell({do: 'set', name: 'layout', value: name}),
      }, t(`header.${name}`))));
    }
    for (const button of /** @type {Iterable<HTMLElement>} */ (this.#layouts.children)) {
      const chosen = button.dataset.name === layout;
      button.ariaChecked = String(chosen);
      button.tabIndex = chosen ? 0 : -1;
    }
    this.#chips.ariaLabel = t('stage.filters');
    this.#chips.replaceChildren(
      ...set.map(({text, event}) => el('button', {
        type: 'button', class: 'chip', 'aria-label': t('stage.remove', {name: text}), onclick: () => tell(event),
      }, text, el('span', {'aria-hidden': 'true'}, '×'))),
      set.length > 1 ? el('button', {type: 'button', class: 'reset', onclick: () => tell({do: 'reset'})}, t('status.reset')) : '');
  }

  /** Copy the address of what is on the screen, with its theme. */
  async #copy() {
    const seen = this.#seen;
    if (!seen) return;
    const address = new URL(location.href);
    address.searchParams.set('theme', seen.theme);
    this.#said.textContent = seen.t(await copy(address.href) ? 'stage.shared' : 'stage.shared_not');
    setTimeout(() => (this.#said.textContent = ''), SAID);
  }
}
