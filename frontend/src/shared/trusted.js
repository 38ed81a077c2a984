// The only place where a text becomes HTML: the policy of the server allows it by Trusted Types of this name alone. Browsers
// that do not know them go without.
const types = /** @type {{trustedTypes?: Types}} */ (globalThis).trustedTypes;

/**
 * @typedef {{createHTML: (html: string) => string}} Rules
 * @typedef {{createPolicy: (name: string, rules: Rules) => Rules}} Types
 */

const own = types?.createPolicy('atlas', {createHTML: html => html});

/**
 * Show HTML. The policy allows no style in it: `data-style` stands for it, and is set here.
 * @param {Element} root
 * @param {string} html from our templates, which escape every value
 */
export function fill(root, html) {
  // eslint-disable-next-line no-restricted-properties -- the only place where HTML comes from Python
  root.innerHTML = trusted(html);
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-style]'))) {
    item.style.cssText = item.dataset.style ?? '';
  }
}

/**
 * A document of HTML that is not shown.
 * @param {string} html from our templates, which escape every value
 */
export const parse = html => new DOMParser().parseFromString(trusted(html), 'text/html');

/** @param {string} html */
const trusted = html => own?.createHTML(html) ?? html;
