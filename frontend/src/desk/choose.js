// A list to search in, in place of a select: its options by name, code or alias; several chosen ones stand before it.
import {el} from '../shared/dom.js';
import {fold} from '../search/fold.js';

const MOST = 60; // options on show

export class Choose {
  #input = el('input', {type: 'text', role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', autocomplete: 'off'});
  #list = el('ul', {role: 'listbox', hidden: ''});
  #chips = el('span', {class: 'chips'});
  #at = 0;

  /** @param {HTMLSelectElement} select */
  constructor(select) {
    const {id} = select, {search} = document.body.dataset, input = this.#input;
    this.select = select;
    this.options = [...select.options].filter(option => option.value).map(option => ({
      option, folded: fold(`${option.text} ${option.dataset.hint ?? ''} ${option.dataset.words ?? ''} ${option.value}`),
    }));
    select.hidden = true;
    select.removeAttribute('id');
    if (id) input.id = id;
    this.#list.id = `${id || select.name}-list`;
    input.setAttribute('aria-controls', this.#list.id);
    input.placeholder = search ?? '';
    if (!id) input.ariaLabel = search ?? '';
    input.onfocus = input.onclick = () => this.#open();
    input.oninput = event => {
      event.stopPropagation(); // a search is no answer yet
      this.#open();
    };
    input.onkeydown = event => this.#press(event);
    input.onblur = () => this.#close();
    this.#list.onpointerdown = event => event.preventDefault(); // the focus stays in the field
    select.after(el('span', {class: 'choose'}, this.#chips, input, this.#list));
    this.#draw();
  }

  #open() {
    const words = this.select.multiple || this.#input.value !== this.#name() ? fold(this.#input.value).split(/(?= )/).filter(Boolean) : [];
    const found = this.options.filter(({folded}) => words.every(word => folded.includes(word)))
      .filter(({option}) => !(this.select.multiple && option.selected));
    this.#list.replaceChildren(...found.slice(0, MOST).map(({option}, at) => el('li', {
      role: 'option', id: `${this.#list.id}-${at}`, 'aria-selected': String(option.selected), onclick: () => this.#choose(option),
    }, option.text, option.dataset.hint ? el('small', {}, option.dataset.hint) : null)));
    if (!found.length) this.#list.append(el('li', {class: 'none'}, document.body.dataset.none ?? ''));
    this.#point(0);
    if (!this.#list.hidden) return;
    this.#list.hidden = false;
    this.#input.ariaExpanded = 'true';
    this.#list.scrollIntoView({block: 'nearest'});
  }

  #close() {
    this.#list.hidden = true;
    this.#input.ariaExpanded = 'false';
    if (!this.select.multiple && !this.#input.value.trim()) this.#take(null);
    this.#draw();
  }

  /** @param {number} at */
  #point(at) {
    const items = [...this.#list.querySelectorAll('[role=option]')];
    this.#at = Math.max(0, Math.min(at, items.length - 1));
    items.forEach((item, n) => item.classList.toggle('at', n === this.#at));
    const item = items[this.#at];
    this.#input.setAttribute('aria-activedescendant', item?.id ?? '');
    item?.scrollIntoView({block: 'nearest'});
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const {key} = event, open = !this.#list.hidden;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (open) this.#point(this.#at + (key === 'ArrowDown' ? 1 : -1));
      else this.#open();
    } else if (key === 'Enter') /** @type {HTMLElement | undefined} */ (open ? this.#list.querySelectorAll('[role=option]')[this.#at] : undefined)?.click();
    else if (key === 'Escape' && open) this.#close();
    else return;
    event.preventDefault();
  }

  /** @param {HTMLOptionElement} option */
  #choose(option) {
    this.#take(option);
    this.#draw();
    this.#close();
    if (this.select.dataset.choose === 'go') this.select.form?.submit();
  }

  /** @param {HTMLOptionElement | null} option */
  #take(option) {
    if (option) {
      option.selected = true;
      if (this.select.multiple) this.select.append(option); // in the order in which they are chosen
    } else this.select.value = '';
    this.select.dispatchEvent(new Event('input', {bubbles: true}));
  }

  #name = () => (this.select.multiple ? '' : this.select.selectedOptions[0]?.text ?? '');

  #draw() {
    this.#input.value = this.#name();
    if (!this.select.multiple) return;
    this.#chips.replaceChildren(...[...this.select.selectedOptions].map(option => el('button', {
      type: 'button', title: document.body.dataset.remove, onclick: () => {
        option.selected = false;
        this.#draw();
        this.select.dispatchEvent(new Event('input', {bubbles: true}));
      },
    }, option.text, el('span', {'aria-hidden': 'true'}, ' ×'))));
  }
}
