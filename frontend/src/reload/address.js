// The address of the page: written only here, from the state that Python reports; Back and Forward are sent to Python.
const QUIET = 500; // ms after a history entry during which a change belongs to the same entry

const push = history.pushState.bind(history);
// Streamlit would write too, twice at each change of page and without the state: Back would lead to views never seen.
history.pushState = () => {};

/** @type {number | null} when the last history entry began; null before the first address */
let stepped = null;

/**
 * Write an address: as a new history entry, unless the page has just been opened or changed.
 * @param {string} address relative to this one
 */
export function showAddress(address) {
  const {href, pathname, search} = new URL(address, location.href), now = performance.now();
  const turned = pathname !== location.pathname;
  if (turned || (search !== location.search && stepped !== null && now - stepped > QUIET)) {
    push(null, '', href);
    stepped = now;
  } else if (search !== location.search) history.replaceState(history.state, '', href + location.hash);
  stepped ??= -QUIET;
}

/**
 * Handle Back and Forward, which dashboard/app.py keeps from Streamlit.
 * @param {(path: string, query: string) => void} tell
 */
export function hearHistory(tell) {
  addEventListener('atlas:step', () => {
    stepped = performance.now();
    tell(location.pathname.split('/').at(-1) ?? '', location.search.slice(1));
  });
}
