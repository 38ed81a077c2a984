// The menu of the head: the theme, paper, and what the atlas is.
import {bare} from '../shared/borrowed.js';
import {el, write} from '../shared/dom.js';
import {chooseByKey} from '../shared/keys.js';
import {place} from '../shared/popup.js';
import {THEMES, chooseTheme, chosenTheme} from '../stage/theme.js';
/** @import {Seen} from '../stage/store.js' */

export class Menu {
  #themes = el('div', {class: 'themes', role: 'radiogroup'}, ...THEMES.map(name => el('button', {
    type: 'button', role: 'radio', 'data-name': name, onclick: () => chooseTheme(name),
  })));
  #present = el('button', {type: 'button', 'aria-keyshortcuts': 'P', onclick: () => this.#start()});
  #print = el('button', {type: 'button', onclick: () => this.#paper()});
  #card = el('div', {class: 'card', id: 'menu', popover: 'auto'});
  #button = el('button', {type: 'button', class: 'more', 'aria-controls': 'menu', 'aria-expanded': 'false'}, '⋮');
  elements = [this.#button, this.#card];

  /**
   * @param {HTMLAnchorElement} about link to that page
   * @param {readonly HTMLElement[]} shared entries for what else has no room in a narrow head
   */
  constructor(about, shared) {
    this.#card.append(this.#themes, ...shared, this.#present, this.#print, about, el('slot', {name: 'menu'}));
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
    this.#button.ariaLabel = this.#button.title = bare(t('header.menu'));
    this.#themes.ariaLabel = t('header.theme');
    for (const button of /** @type {Iterable<HTMLElement>} */ (this.#themes.children)) {
      const chosen = button.dataset.name === chosenTheme();
      write(button, t(`header.${button.dataset.name}`));
      button.ariaChecked = String(chosen);
      button.tabIndex = chosen ? 0 : -1;
    }
    write(this.#present, t('present.start'));
    write(this.#print, t('header.print'));
  }

  #start() {
    this.#card.hidePopover();
    dispatchEvent(new Event('atlas:present'));
  }

  #paper() {
    this.#card.hidePopover();
    print();
  }
}
