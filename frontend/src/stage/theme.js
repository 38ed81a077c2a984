// The theme of the page: the one chosen, which the address carries, else that of the system.
import {readAddress} from '../shared/address.js';

const system = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;

/** True in a frame of another site, whose page has a head of its own. */
export const embedded = root.hasAttribute('data-embed'); // set by the page's first script, before anything is drawn

export const THEMES = /** @type {const} */ (['system', 'light', 'dark']);
/** @typedef {typeof THEMES[number]} Chosen */

/** @type {Chosen} */
let chosen = THEMES.find(name => name === new URLSearchParams(readAddress().query).get('theme')) ?? 'system';
apply(chosen); // page.html has done so before anything was drawn; a hand-out does it here

/** @param {Chosen} name */
function apply(name) {
  if (name === 'system') delete root.dataset.theme;
  else root.dataset.theme = name;
}

export const chosenTheme = () => chosen;

/** @param {Chosen} name */
export const chooseTheme = name => apply(chosen = name);

/** @returns {'light' | 'dark'} */
export const theme = () => (root.dataset.theme === 'dark' || root.dataset.theme === 'light' ? root.dataset.theme : system.matches ? 'dark' : 'light');

// Paper is light, and has type of one size.
addEventListener('beforeprint', () => print(true));
addEventListener('afterprint', () => print(false));

/** @param {boolean} paper */
function print(paper) {
  root.toggleAttribute('data-paper', paper);
  apply(paper ? 'light' : chosen);
}

/** @param {() => void} act called when the theme changes */
export function hearTheme(act) {
  system.addEventListener('change', act);
  new MutationObserver(act).observe(root, {attributeFilter: ['data-theme']});
}
