// Links to the pages of the atlas: a click is an event, shown at once; another tab opens at the address it leads to. In a
// hand-out, which has the map alone, a link to a sector filters the map by it, and no other is shown.
import {alone} from './address.js';
import {addressAfter, tell} from './tell.js';

/**
 * The attributes of a link that opens a page. Its address keeps up with what has changed since it was drawn.
 * @param {Omit<import('../contract.js').Open, 'do'>} opens
 */
export function wayTo(opens) {
  /** @type {import('../contract.js').Open} */
  const event = {do: 'open', ...opens};
  const refresh = (/** @type {Event} */ {currentTarget}) => {
    /** @type {HTMLAnchorElement} */ (currentTarget).href = addressAfter(event);
  };
  return {
    href: addressAfter(event),
    hidden: alone && !opens.sector ? '' : null,
    onclick: (/** @type {MouseEvent} */ click) => {
      if (isForBrowser(click)) return;
      click.preventDefault();
      tell(event);
    },
    onpointerover: refresh,
    onfocus: refresh,
  };
}

/**
 * The same for the links in the HTML of a panel.
 * @param {Element} root
 */
export function stayHere(root) {
  for (const link of alone ? /** @type {NodeListOf<HTMLAnchorElement>} */ (root.querySelectorAll('a[data-open]')) : []) {
    link.hidden = !link.dataset.sector;
    link.href = `#${link.search.slice(1)}`;
  }
}

/**
 * True if a click should open a link in another tab or window, which is left to the browser.
 * @param {Pick<MouseEvent, 'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>} event
 */
export const isForBrowser = ({button, ctrlKey, metaKey, shiftKey, altKey}) =>
  button > 0 || ctrlKey || metaKey || shiftKey || altKey;
