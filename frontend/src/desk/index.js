// The forms of the editor's desk: lists to search in, rows to add, and a check of what is typed.
import {el} from '../shared/dom.js';
import {check} from './check.js';
import {Choose} from './choose.js';
import css from './desk.css';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);

addEventListener('DOMContentLoaded', () => {
  enhance(document);
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form.record'));
  if (form) check(form);
  // Open pages of the atlas ask at once whether there is something new.
  if (document.querySelector('[data-said]')) new BroadcastChannel('twinned-desk').postMessage('saved');
});

/** @param {ParentNode} root */
function enhance(root) {
  for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (root.querySelectorAll('select[data-choose]'))) new Choose(select);
  for (const list of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.rows'))) {
    for (const row of list.querySelectorAll('.row')) removable(row);
    /** @type {HTMLElement} */ (list.querySelector('.more')).onclick = () => add(list);
  }
}

/** @param {HTMLElement} list */
function add(list) {
  const template = /** @type {HTMLTemplateElement} */ (list.querySelector('template')), number = list.dataset.rows ?? '0';
  const row = /** @type {Element} */ (template.content.firstElementChild?.cloneNode(true));
  for (const each of row.querySelectorAll('[name], [id]')) {
    for (const name of ['name', 'id']) if (each.hasAttribute(name)) each.setAttribute(name, String(each.getAttribute(name)).replace('__n__', number));
  }
  list.dataset.rows = String(Number(number) + 1);
  template.before(row);
  enhance(row);
  removable(row);
  /** @type {HTMLElement | null} */ (row.querySelector('input, textarea, select'))?.focus();
}

/** @param {Element} row */
function removable(row) {
  const {remove} = document.body.dataset;
  row.append(el('button', {type: 'button', class: 'remove', 'aria-label': remove, title: remove, onclick: () => {
    const form = row.closest('form');
    row.remove();
    form?.dispatchEvent(new Event('input'));
  }}, '×'));
}
