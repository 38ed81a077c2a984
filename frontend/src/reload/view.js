// The banner that says that a click waits for the server: one for the page, styled by page/page.css.
import {el} from '../shared/dom.js';

const ID = 'atlas-away';

/**
 * Shows a text; an empty one takes the banner away. The element stays: screen readers read out what changes in it.
 * @param {string} text
 * @param {string} [language]
 */
export function banner(text, language = '') {
  const known = document.getElementById(ID);
  if (!known && !text) return;
  const shown = known ?? document.body.appendChild(el('div', {id: ID, role: 'status', 'data-testid': ID}));
  if (shown.textContent === text) return;
  shown.lang = language;
  shown.textContent = text;
}
