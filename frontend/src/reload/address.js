// The address of the page: written only here, from the state that Python reports; Back and Forward are sent to Python.
const QUIET = 500; // ms after a history entry during which a change belongs to the same entry

/** @type {{path: string, at: number} | null} the page shown last, and when its address was written */
let written = null;

/**
 * Write a state to the address: as a new history entry, unless the page has just been opened or changed.
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
 * Catch Back and Forward before Streamlit does, which would run the script with an address of its own.
 * @param {(query: string) => void} tell
 */
export function hearHistory(tell) {
  addEventListener('popstate', event => {
    if (written?.path === location.pathname) event.stopImmediatePropagation(); // otherwise another page is to be opened
    tell(location.search.slice(1));
  }, {capture: true});
}
