// The address of the page: written here alone, from the state as Python says it; Back and Forward are told to Python.
const QUIET = 500; // ms after a step of the history in which a change belongs to the same step

/** @type {{path: string, at: number} | null} the page that was shown last, and when its address was written */
let written = null;

/**
 * Shows a state in the address: as a new step of the history, unless the page has just been opened or changed.
 * @param {string} query without "?"
 */
export function showAddress(query) {
  const {pathname, search, hash} = location, now = performance.now();
  const known = written?.path === pathname;
  if (search === `?${query}`) {
    written = {path: pathname, at: known && written ? written.at : -QUIET};
    return;
  }
  if (known && search && written && now - written.at > QUIET) history.pushState(null, '', `${pathname}?${query}`);
  else history.replaceState(history.state, '', `${pathname}?${query}${hash}`);
  written = {path: pathname, at: now};
}

/**
 * Hears of Back and Forward before Streamlit does, which would run the script with an address of its own mind.
 * @param {(query: string) => void} tell
 */
export function hearHistory(tell) {
  addEventListener('popstate', event => {
    if (written?.path === location.pathname) event.stopImmediatePropagation(); // else another page is to be opened
    tell(location.search.slice(1));
  }, {capture: true});
}
