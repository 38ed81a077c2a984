// The banner that says that a click is waiting for the server: one per page, styled by page/page.css.
import {el} from '../shared/dom.js';

const ID = 'atlas-away';

/**
 * Show a text; an empty one hides the banner. The element stays, so that screen readers announce its changes.
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
