// The address of the page: written here alone, from the state as Python says it; Back and Forward are told to Python.
const QUIET = 500; // ms after a step of the history in which a change belongs to the same step

const push = history.pushState.bind(history);
// Streamlit writes at each change of page too, twice and without the state: Back would lead to what never was.
history.pushState = () => {};

/** @type {number | null} when there was a step of the history last; null before the first address */
let stepped = null;

/**
 * Shows an address: as a new step of the history, unless the page has just been opened or changed.
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
 * Hears of Back and Forward, which dashboard/app.py keeps from Streamlit.
 * @param {(path: string, query: string) => void} tell
 */
export function hearHistory(tell) {
  addEventListener('atlas:step', () => {
    stepped = performance.now();
    tell(location.pathname.split('/').at(-1) ?? '', location.search.slice(1));
  });
}
