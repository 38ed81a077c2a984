// Links to the pages of the atlas: a click is an event, shown at once; another tab opens at the address it leads to.
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
 * True if a click should open a link in another tab or window, which is left to the browser.
 * @param {Pick<MouseEvent, 'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>} event
 */
export const isForBrowser = ({button, ctrlKey, metaKey, shiftKey, altKey}) =>
  button > 0 || ctrlKey || metaKey || shiftKey || altKey;
