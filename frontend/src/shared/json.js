// JSON from Python: messages to components, and the published files that they fetch.
import {unpack} from './packed.js';

const AGAIN = 1000; // ms until a server that could not be reached is asked again

/** @type {Map<string, Promise<any>>} */
const published = new Map();

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
  const asked = held ? unpack(held) : get(url);
  published.set(url, asked);
  asked.catch(() => published.delete(url));
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
  const answer = await fetch(url, {cache: 'force-cache'}); // the name contains a hash of the content
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}
