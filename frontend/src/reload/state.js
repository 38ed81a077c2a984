// The line to Python as a pure reducer: what is told, what Python has confirmed, and what has to be done about it.
// Streamlit may drop a trigger, a script may be overtaken by the next one, a server may be started again. So every
// event has a number and stays in the queue, to be sent again, until Python says that it has seen that number.

export const PATIENCE = 1000; // ms until an event that is not confirmed is late, and a lost connection is spoken of
export const AGAIN = 2000; // ms until what is not confirmed is sent again
export const EVERY = 2000; // ms from an answer about the version to the next question
const HEAD = new Set(['language', 'layout']); // fields that the head shows, which stands outside of the fragment

/**
 * @typedef {import('../contract.js').Event} Event
 * @typedef {import('../contract.js').Told} Told
 * @typedef {import('../contract.js').ReloadData} Data
 * @typedef {'line' | 'whole'} Port line: runs the fragment alone, fast; whole: runs the whole script, always works
 * @typedef {{process: string, version: string}} Version the token of the server's process, and of config/
 * @typedef {{n: number, event: Event, at: number, late: boolean}} Queued at: when it was told, ms
 *
 * @typedef {object} State
 * @property {string} tab this page load
 * @property {number} next the number of the next event
 * @property {Queued[]} queue told and not confirmed
 * @property {{at: number, last: number} | null} sent the message under way: when it went out, and its last event
 * @property {Partial<Record<Port, Data>>} said what Python last sent to each port
 * @property {number | null} lost since when there is no connection
 * @property {number} ask when to ask for the version; Infinity while an answer is awaited, and before all begins
 * @property {boolean} away the visitor is to be told that the server does not answer
 *
 * @typedef {{type: 'told', event: Event} | {type: 'heard', data: Data} | {type: 'answered', answer: Version | null}
 *   | {type: 'connected'} | {type: 'disconnected'} | {type: 'tick'}} Input
 * @typedef {{type: 'send', port: Port, message: Told} | {type: 'unconfirmed'} | {type: 'ask'}
 *   | {type: 'address', address: string}} Effect
 * @typedef {[State, Effect[]]} Step
 */

/**
 * @param {string} tab
 * @returns {State}
 */
export const begin = tab =>
  ({tab, next: 1, queue: [], sent: null, said: {}, lost: null, ask: Infinity, away: false});

/**
 * The state after an input, and what is to be done.
 * @param {State} before
 * @param {Input} input
 * @param {number} now ms
 * @returns {Step}
 */
export function reduce(before, input, now) {
  const [state, effects] = step(before, input, now);
  const away = state.queue.some(({late}) => late) || (state.lost !== null && now >= state.lost + PATIENCE);
  return [{...state, away}, effects];
}

/**
 * When the next tick is due, ms; Infinity if nothing is waited for.
 * @param {State} state
 */
export function due({queue, sent, lost, ask, away}) {
  const late = queue.filter(each => !each.late).map(({at}) => at + PATIENCE);
  return Math.min(ask, sent ? sent.at + AGAIN : Infinity, lost === null || away ? Infinity : lost + PATIENCE, ...late);
}

/**
 * The events that a control may show as done although Python has not confirmed them.
 * @param {State} state
 */
export const waiting = ({queue}) => queue.filter(({late}) => !late).map(({event}) => event);

/**
 * The version that an answer of the server states. A proxy, or Streamlit itself, may answer with a page instead.
 * @param {boolean} ok
 * @param {string | null} type the content type
 * @param {string} text
 * @returns {Version | null}
 */
export function readVersion(ok, type, text) {
  const found = ok && /^text\/plain\b/i.test(type ?? '') && text.trim().match(/^(\S+) (\S+)$/);
  return found ? {process: found[1], version: found[2]} : null;
}

/**
 * @param {State} state
 * @param {Input} input
 * @param {number} now
 * @returns {Step}
 */
function step(state, input, now) {
  switch (input.type) {
    case 'told': {
      const queue = [...state.queue, {n: state.next, event: input.event, at: now, late: false}];
      return flush({...state, queue, next: state.next + 1}, now);
    }
    case 'heard': {
      const [heard, effects] = flush(hear(state, input.data, now), now), {address} = input.data;
      // What is still to be confirmed changes the address too, or has just been read from it.
      return [heard, heard.queue.length ? effects : [...effects, {type: 'address', address}]];
    }
    case 'answered': {
      const {answer} = input, asked = {...state, ask: now + EVERY}, shown = state.said.whole;
      const other = answer && shown && (answer.process !== shown.process || answer.version !== shown.version);
      return other ? send(asked, 'whole', now) : [asked, []];
    }
    case 'disconnected':
      return [{...state, lost: state.lost ?? now}, []];
    case 'connected': {
      const connected = {...state, lost: null};
      return state.lost !== null || state.queue.length ? send(connected, 'whole', now) : [connected, []];
    }
    case 'tick':
      return tick(state, now);
  }
}

/**
 * Takes what Python has confirmed out of the queue. In a new session what was under way is lost, and told again.
 * @param {State} state
 * @param {Data} data
 * @param {number} now
 * @returns {State}
 */
function hear(state, data, now) {
  const port = data.whole ? 'whole' : 'line', before = state.said[port];
  const seenOf = (/** @type {Data} */ {tab, seen}) => (tab === state.tab ? seen : 0), seen = seenOf(data);
  const renewed = before && (before.process !== data.process || seen < seenOf(before));
  const arrived = state.sent && seen >= state.sent.last;
  return {
    ...state,
    queue: state.queue.filter(({n}) => n > seen),
    sent: renewed || arrived ? null : state.sent,
    said: {...state.said, [port]: data},
    ask: state.said.whole || !data.whole ? state.ask : now + EVERY,
  };
}

/**
 * @param {State} state
 * @param {number} now
 * @returns {Step}
 */
function tick(state, now) {
  const queue = state.queue.map(each => ({...each, late: now >= each.at + PATIENCE}));
  const late = queue.some((each, at) => each.late && !state.queue[at].late), asking = now >= state.ask;
  /** @type {Effect[]} */
  const effects = [];
  if (late) effects.push({type: 'unconfirmed'});
  if (asking) effects.push({type: 'ask'});
  const waited = {...state, queue, ask: asking ? Infinity : state.ask};
  if (!state.sent || now < state.sent.at + AGAIN) return [waited, effects];
  const [sent, sending] = send(waited, 'whole', now);
  return [sent, [...effects, ...sending]];
}

/** @param {Queued} queued */
const concernsHead = ({event}) => ['open', 'address'].includes(event.do) || (event.do === 'set' && HEAD.has(event.name));

/**
 * Sends the queue, by the fast way if that draws all that changes, unless a message is under way or nobody is there.
 * @param {State} state
 * @param {number} now
 * @returns {Step}
 */
function flush(state, now) {
  const {queue, sent, said} = state;
  if (!queue.length || sent || !(said.line || said.whole)) return [state, []];
  return send(state, queue.some(concernsHead) ? 'whole' : 'line', now);
}

/**
 * Sends all that is not confirmed, which may be nothing: the run itself is then what is wanted.
 * @param {State} state
 * @param {Port} port
 * @param {number} now
 * @returns {Step}
 */
function send(state, port, now) {
  const {tab, next, queue} = state;
  const message = {tab, first: queue[0]?.n ?? next, events: queue.map(({event}) => event)};
  const sent = queue.length ? {at: now, last: next - 1} : null;
  return [{...state, sent}, [{type: 'send', port, message}]];
}
