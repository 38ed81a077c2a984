// The address of the page, written only here. In the shared script, of which a page has one: see `push`.
// A hand-out, which is a file without a server, has one page, and keeps its state behind the "#" of its address.
const {handout: atlas = '', asked: given = ''} = document.documentElement.dataset;

/** True in a hand-out. */
export const alone = 'handout' in document.documentElement.dataset;

const QUIET = 500; // ms after a history entry during which a change belongs to the same entry

const push = history.pushState.bind(history);
// Streamlit would write too, twice at each change of page and without the state: Back would lead to views never seen.
history.pushState = () => {};

let stepped = -QUIET; // when the last history entry began, ms

/** What the address asks for: the last part of its path, and its query; in a hand-out, at first those that it was made for. */
export const readAddress = () => (alone ? {path: '', query: location.hash.slice(1) || given}
  : {path: location.pathname.split('/').at(-1) ?? '', query: location.search.slice(1)});

/**
 * The address of a page with a query, relative to this one.
 * @param {string} page
 * @param {string} query
 */
export const relative = (page, query) => `${alone ? '#' : `${page}?`}${query}`;

/** Where others find what is seen: at the atlas that a hand-out was made by; "" if that has no address. */
export const addressForOthers = () => (alone ? atlas && `${atlas}?${readAddress().query}` : location.href);

/**
 * Write an address: as a new history entry if it is of another page or, unless one has just begun, if it is a `step`.
 * @param {string} address relative to this one
 * @param {boolean} step a visitor has done something, so that Back must lead to what was there before
 */
export function showAddress(address, step) {
  const to = new URL(address, location.href), part = alone ? 'hash' : 'search', now = performance.now();
  const turned = to.pathname !== location.pathname, changed = to[part] !== location[part];
  if (turned || (step && changed && now - stepped > QUIET)) {
    push(null, '', to.href);
    stepped = now;
  } else if (changed) history.replaceState(history.state, '', alone ? to.href : to.href + location.hash);
}

/**
 * Handle Back and Forward, which dashboard/app.py keeps from Streamlit.
 * @param {(path: string, query: string) => void} tell
 */
export function hearHistory(tell) {
  addEventListener(alone ? 'hashchange' : 'atlas:step', () => {
    const {path, query} = readAddress();
    stepped = performance.now();
    tell(path, query);
  });
}
