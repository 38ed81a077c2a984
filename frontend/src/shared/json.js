// JSON from Python: messages to components, and the published files that they fetch.

const AGAIN = 1000; // ms until a server that could not be reached is asked again
const TRIES = 12, PAUSE = 100; // how often a file that is not there is asked for, and ms in between

/** @type {Map<string, Promise<any>>} */
const published = new Map();
/** @type {Set<string>} */
const pending = new Set(); // those on their way
let lists = 0; // how many lists of files have been replaced
/** @type {{first: () => void, last: () => void}} */
let missing = {first() {}, last() {}};

/**
 * Of several copies of the server, one with another table does not have the files of this page.
 * @param {typeof missing} acts `first` when a file is not there, `last` when asking again was in vain
 */
export const whenMissing = acts => void (missing = acts);

/** The page has another list of files, which asks for each anew that is still on its way. */
export function listReplaced() {
  lists++;
  for (const url of pending) published.delete(url);
}

/**
 * The message of a component. Python sends bytes: Streamlit's own JSON would escape every Cyrillic and Chinese letter.
 * @param {Uint8Array | ArrayBuffer} data
 */
export const decode = data => JSON.parse(new TextDecoder().decode(data));

/**
 * A published file by its URL below the app, fetched once for all callers; failures are not kept, so that the next
 * caller tries again. If Python could not write a file, it sends the content itself, which is returned as it is. A page
 * without a server holds its files.
 * @param {unknown} source
 * @returns {Promise<any>}
 */
export function fetchOnce(source) {
  if (typeof source !== 'string') return Promise.resolve(source);
  const url = new URL(source, document.baseURI).href;
  const known = published.get(url);
  if (known) return known;
  const held = document.getElementById(source)?.textContent;
  const asked = held ? Promise.resolve(JSON.parse(held)) : get(url);
  published.set(url, asked);
  pending.add(url);
  asked.catch(() => published.get(url) === asked && published.delete(url)).finally(() => pending.delete(url));
  return asked;
}

/**
 * The same, but while the server cannot be reached, ask again until it can.
 * @param {unknown} source
 * @returns {Promise<any>}
 */
export const fetchPatiently = source => fetchOnce(source).catch(async error => {
  if (!(error instanceof TypeError)) throw error; // the server has answered
  await new Promise(resolve => setTimeout(resolve, AGAIN));
  return fetchPatiently(source);
});

/** @param {string} url */
async function get(url) {
  const mine = lists;
  for (let tries = 1; ; tries++) {
    const answer = await fetch(url, {cache: tries === 1 ? 'force-cache' : 'reload'}); // the name contains a hash of the content
    if (answer.ok) return answer.json();
    if (answer.status >= 500) throw new TypeError(`${url}: ${answer.status}`); // a proxy that reaches no server
    if (tries === 1) missing.first();
    if (tries === TRIES) {
      if (mine !== lists) return new Promise(() => {}); // nobody waits for it: what the list after it needs was asked for anew
      missing.last();
      throw new Error(`${url}: ${answer.status}`);
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE * (0.5 + Math.random()))); // at random: a proxy that takes turns would always give the same copy
  }
}
