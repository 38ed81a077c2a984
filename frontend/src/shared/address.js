// The address of the page, written only here. In the shared script, of which a page has one: see `push`.
const QUIET = 500; // ms after a history entry during which a change belongs to the same entry

const push = history.pushState.bind(history);
// Streamlit would write too, twice at each change of page and without the state: Back would lead to views never seen.
history.pushState = () => {};

let stepped = -QUIET; // when the last history entry began, ms

/**
 * Write an address: as a new history entry if it is of another page or, unless one has just begun, if it is a `step`.
 * @param {string} address relative to this one
 * @param {boolean} step a visitor has done something, so that Back must lead to what was there before
 */
export function showAddress(address, step) {
  const {href, pathname, search} = new URL(address, location.href), now = performance.now();
  const turned = pathname !== location.pathname;
  if (turned || (step && search !== location.search && now - stepped > QUIET)) {
    push(null, '', href);
    stepped = now;
  } else if (search !== location.search) history.replaceState(history.state, '', href + location.hash);
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
