// The menu of the head: the theme, a link to what is on the screen, paper, and what the atlas is.
import {copy} from '../shared/clipboard.js';
import {el} from '../shared/dom.js';
import {chooseByKey} from '../shared/keys.js';
import {place} from '../shared/popup.js';
import {THEMES, chooseTheme, chosenTheme} from '../stage/theme.js';
/** @import {Seen} from '../stage/store.js' */

const SAID = 3000; // ms that the menu says what was copied

export class Menu {
  #themes = el('div', {class: 'themes', role: 'radiogroup'}, ...THEMES.map(name => el('button', {
    type: 'button', role: 'radio', 'data-name': name, onclick: () => chooseTheme(name),
  })));
  #share = el('button', {type: 'button', class: 'share', onclick: () => void this.#copy()});
  #said = el('span', {class: 'said', role: 'status'});
  #print = el('button', {type: 'button', onclick: () => this.#paper()});
  #card = el('div', {class: 'card', id: 'menu', popover: 'auto'});
  #button = el('button', {type: 'button', class: 'more', 'aria-controls': 'menu', 'aria-expanded': 'false'}, '⋮');
  elements = [this.#button, this.#card];
  /** @type {Seen['t']} */
  #t = () => '';

  /** @param {HTMLAnchorElement} about link to that page */
  constructor(about) {
    this.#card.append(this.#themes, this.#share, this.#said, this.#print, about);
    this.#themes.onkeydown = chooseByKey;
    this.#button.popoverTargetElement = this.#card;
    this.#card.addEventListener('click', ({target}) => target === about && this.#card.hidePopover());
    this.#card.addEventListener('toggle', ({newState}) => {
      this.#button.ariaExpanded = String(newState === 'open');
      if (newState === 'open') place(this.#card, this.#button.getBoundingClientRect(), {align: 'end'});
    });
  }

  /** @param {Seen} seen */
  update({t}) {
    this.#t = t;
    this.#button.ariaLabel = this.#button.title = t('header.menu');
    this.#themes.ariaLabel = t('header.theme');
    for (const button of /** @type {Iterable<HTMLElement>} */ (this.#themes.children)) {
      const chosen = button.dataset.name === chosenTheme();
      button.textContent = t(`header.${button.dataset.name}`);
      button.ariaChecked = String(chosen);
      button.tabIndex = chosen ? 0 : -1;
    }
    this.#share.textContent = t('stage.share');
    this.#print.textContent = t('header.print');
  }

  #paper() {
    this.#card.hidePopover();
    print();
  }

  async #copy() {
    this.#said.textContent = this.#t(await copy(location.href) ? 'stage.shared' : 'stage.shared_not');
    setTimeout(() => (this.#said.textContent = ''), SAID);
  }
}
