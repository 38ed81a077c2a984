// The line: the only way in which a visitor's actions reach Python. reload/state.js decides, this file acts.
import {begin, due, EVERY, readVersion, reduce} from '../reload/state.js';
import {banner} from '../reload/view.js';
import {hearHistory, showAddress} from './address.js';

/**
 * @typedef {import('../contract.js').Event} Event
 * @typedef {import('../reload/state.js').Input} Input
 * @typedef {import('../reload/state.js').Effect} Effect
 * @typedef {(name: 'told', value: import('../contract.js').Told) => void} Send
 */

let state = begin(crypto.getRandomValues(new Uint32Array(2)).join('-')); // randomUUID would need https
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {Extract<Effect, {type: 'send'}> | null} */
let outgoing = null;
/** @type {Map<Node, {whole: boolean, send: Send}>} */
const ports = new Map();
/** @type {Owner | null} */
let owner = null;
let lacking = false; // a file of the page could not be had

/**
 * The store of the page: it applies every event at once, and writes the address.
 * @typedef {object} Owner
 * @property {(event: Event) => void} hear an event of the visitor
 * @property {(event: Event) => string} addressAfter the address to which an event leads, relative to this one
 * @property {() => {language: string, ui: import('../contract.js').ReloadWords} | null} words of the banner
 * @property {(address: string) => void} adopt the address of Python, once Python has confirmed every event
 * @property {(files: import('../contract.js').ReloadData['files']) => void} reload the list of published files, or its URL
 */

/** @param {Owner} store that owns the state of the page from now on */
export const own = store => void (owner = store);

/**
 * Send an event, of one of the types in dashboard/contract/events.py, to Python.
 * @param {Event} event
 */
export function tell(event) {
  owner?.hear(event);
  step({type: 'told', event});
}

/**
 * Say that a file of the page could not be had, or no longer say so.
 * @param {boolean} now
 */
export function lack(now) {
  lacking = now;
  say();
}

/** Ask Python to run, and so to name the files of the page; if it has said nothing yet, its first message will. */
export const askForRun = () => step({type: 'asked'});

/**
 * The address to which an event leads, with all that the address of this page keeps; "" while there is no store.
 * @param {Event} event
 */
export const addressAfter = event => owner?.addressAfter(event) ?? '';

/**
 * Register a mounted reload component with the last message it was sent.
 * @param {Node} element
 * @param {import('../contract.js').ReloadData} data
 * @param {Send} send
 */
export function attach(element, data, send) {
  ports.delete(element); // reinserted, so that the component drawn last is the last in `ports`
  ports.set(element, {whole: data.whole, send});
  owner?.reload(data.files);
  step({type: 'heard', data});
  setTimeout(post);
}

/** @param {Node} element of a reload component that was removed */
export const detach = element => void ports.delete(element);

/** @param {Input} input */
function step(input) {
  const [next, effects] = reduce(state, input, performance.now());
  state = next;
  for (const effect of effects) {
    if (effect.type === 'ask') void ask();
    else if (effect.type === 'address') owner ? owner.adopt(effect.address) : showAddress(effect.address, false);
    else {
      outgoing = effect;
      setTimeout(post); // Streamlit drops triggers sent while a component is mounting
    }
  }
  say();
  clearTimeout(timer);
  const wait = due(state) - performance.now();
  if (wait < Infinity) timer = setTimeout(step, Math.max(0, wait), {type: 'tick'});
}

function say() {
  const {language, ui} = owner?.words() ?? state.said.whole ?? state.said.line ?? {};
  banner((state.away ? ui?.away : lacking ? ui?.missing : '') ?? '', language);
}

/** Send the outgoing message through the newest component of its kind; without one, the next to mount sends it. */
function post() {
  if (!outgoing) return;
  const {message, port} = outgoing;
  const [newest] = [...ports].reverse().filter(([element, {whole}]) => element.isConnected && whole === (port === 'whole'));
  if (!newest) return;
  outgoing = null;
  newest[1].send('told', message);
}

async function ask() {
  let answer = null;
  try {
    const reply = await fetch(new URL('config-version', document.baseURI),
      {cache: 'no-store', signal: AbortSignal.timeout(5 * EVERY)});
    answer = readVersion(reply.ok, reply.headers.get('content-type'), await reply.text());
  } catch { // the server is unreachable: ask again later
  }
  step({type: 'answered', answer});
}

addEventListener('visibilitychange', () => step({type: 'shown', hidden: document.hidden}));
hearHistory((path, query) => tell({do: 'address', path, query}));
addEventListener('message', hearStreamlit);

/** @param {MessageEvent} event */
function hearStreamlit({source, data}) {
  if (source !== window || data?.stCommVersion !== 1) return;
  if (data.type === 'WEBSOCKET_CONNECTED') step({type: 'connected'});
  if (data.type === 'WEBSOCKET_DISCONNECTED') step({type: 'disconnected'});
}
