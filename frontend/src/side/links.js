// A link from the side of the map to another page.
import {after, toQuery, written} from '../model/state.js';
import {isForBrowser} from '../panel/state.js';
import {el} from '../shared/dom.js';
import {tell} from '../shared/tell.js';
/** @import {Seen} from '../stage/store.js' */

/**
 * @param {Seen} seen
 * @param {Omit<import('../contract.js').Open, 'do'>} opens
 * @param {Record<string, unknown>} attributes
 * @param {(Node | string)[]} children
 */
export function pageLink({table, state}, opens, attributes, ...children) {
  /** @type {import('../contract.js').Open} */
  const event = {do: 'open', ...opens};
  return el('a', {
    ...attributes, href: `${opens.page}?${written(toQuery(table, after(table, state, event)))}`,
    onclick: (/** @type {MouseEvent} */ click) => {
      if (isForBrowser(click)) return;
      click.preventDefault();
      tell(event);
    },
  }, ...children);
}
