// The menu of a source: copies its citation as a line of text, BibTeX or CSL-JSON.
import {copy} from '../shared/clipboard.js';
import {el, write} from '../shared/dom.js';
import {fetchOnce} from '../shared/json.js';
import {goal} from '../shared/keys.js';
import {place} from '../shared/popup.js';
import {report} from './report.js';

const HIGH = 110; // px, of the menu

/** @typedef {import('../contract.js').PanelData} Data */
/** @type {('text' | 'bibtex' | 'csl')[]} */
const FORMS = ['text', 'bibtex', 'csl'];

export class Cite {
  #items = FORMS.map(form => el('button', {type: 'button', role: 'menuitem', tabindex: -1, onclick: () => void this.#copy(form)}));
  #menu = el('div', {class: 'menu', popover: 'auto', role: 'menu'}, ...this.#items);
  elements = [this.#menu];
  /** @type {Pick<Data, 'citations' | 'cite'>} */
  #data = {};
  /** @type {HTMLButtonElement | null} the button whose menu is open */
  #button = null;

  /** @param {HTMLElement} status where it is said aloud that a citation was copied */
  constructor(status) {
    this.status = status;
    this.#menu.onkeydown = event => {
      const next = goal(event.key, this.#items.findIndex(item => item === event.target), this.#items.length, 'column');
      if (next === undefined) return;
      event.preventDefault();
      this.#items[next].focus();
    };
    this.#menu.addEventListener('toggle', ({newState}) => this.#button?.setAttribute('aria-expanded', String(newState === 'open')));
  }

  /**
   * Give each source its button.
   * @param {Data} data
   * @param {Element} root the HTML of the panel
   */
  draw({citations, cite}, root) {
    if (!cite) return;
    this.#data = {citations, cite};
    this.#menu.ariaLabel = cite.copy;
    this.#items.forEach((item, at) => write(item, cite[FORMS[at]]));
    for (const source of root.querySelectorAll('.sources li')) {
      source.querySelector('.facts')?.append(el('span', {}, el('button', {
        type: 'button', class: 'copy', 'data-copy': source.id, 'aria-haspopup': 'menu', 'aria-expanded': false,
        'aria-description': source.querySelector('.cite')?.textContent,
      }, cite.copy)));
    }
  }

  /** @param {HTMLButtonElement} button */
  open(button) {
    void this.#fetch(); // so that a choice finds them there
    this.#button = button;
    this.#menu.showPopover();
    place(this.#menu, button.getBoundingClientRect(), {room: HIGH});
    this.#items[0].focus();
  }

  /** @returns {Promise<import('../contract.js').Citations>} */
  #fetch = () => fetchOnce(this.#data.citations).catch(() => []);

  /** @param {'text' | 'bibtex' | 'csl'} form */
  async #copy(form) {
    const {cite} = this.#data, button = this.#button, source = button?.closest('li');
    if (!cite || !button || !source) return;
    this.#menu.hidePopover();
    const text = (await this.#fetch())[source.value - 1]?.[form];
    const done = text !== undefined && await copy(text);
    button.focus({preventScroll: true});
    report(button, this.status, done ? `${cite.copied} · ${cite[form]}` : cite.failed);
  }
}
