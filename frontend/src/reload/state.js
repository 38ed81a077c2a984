// The line to Python as a pure reducer: what was sent, what Python has confirmed, and what to do next.
// Streamlit may drop a trigger, a run may be overtaken by the next one, a server may be restarted. So every
// event has a number and stays in the queue, to be sent again, until Python confirms that number.

export const PATIENCE = 1000; // ms until a lost connection is reported
export const SLOW = 4000; // ms until an unconfirmed event is: a busy server may take some time, and the map waits for none
export const AGAIN = 2000; // ms until unconfirmed events are sent again
export const EVERY = 2000; // ms from an answer about the version to the next request
export const CALM = 30; // answers without news, about a minute, after which it is asked for less often
export const SELDOM = 5000; // ms, then
const HEAD = new Set(['language', 'layout']); // fields shown by the head, which is outside the fragment

/**
 * @typedef {import('../contract.js').Event} Event
 * @typedef {import('../contract.js').Told} Told
 * @typedef {import('../contract.js').ReloadData} Data
 * @typedef {'line' | 'whole'} Port line: runs only the fragment, fast; whole: runs the whole script, always works
 * @typedef {{process: string, version: string}} Version tokens of the server's process and of config/
 * @typedef {{n: number, event: Event, at: number}} Queued at: when it happened, ms
 *
 * @typedef {object} State
 * @property {string} tab this page load
 * @property {number} next the number of the next event
 * @property {Queued[]} queue events not confirmed yet
 * @property {{at: number, last: number} | null} sent the message under way: when it went out, and its last event
 * @property {Partial<Record<Port, Data>>} said the last message from Python to each port
 * @property {number | null} lost when the connection was lost
 * @property {number} ask when to ask for the version; Infinity while waiting for an answer and before the start
 * @property {number} calm answers without news since the last act of the visitor
 * @property {boolean} hidden nobody sees the page: the version can wait
 * @property {string | null} tried the process for which a run was asked for
 * @property {string[]} others processes of other copies of the server, behind the same proxy
 * @property {boolean} away the visitor must be told that the server does not answer
 *
 * @typedef {{type: 'told', event: Event} | {type: 'heard', data: Data} | {type: 'answered', answer: Version | null}
 *   | {type: 'asked'} | {type: 'connected'} | {type: 'disconnected'} | {type: 'shown', hidden: boolean}
 *   | {type: 'tick'}} Input
 * @typedef {{type: 'send', port: Port, message: Told} | {type: 'ask'}
 *   | {type: 'address', address: string}} Effect
 * @typedef {[State, Effect[]]} Step
 */

/**
 * @param {string} tab
 * @returns {State}
 */
export const begin = tab =>
  ({tab, next: 1, queue: [], sent: null, said: {}, lost: null, ask: Infinity, calm: 0, hidden: false, tried: null, others: [],
    away: false});

/**
 * The state after an input, and the effects to carry out.
 * @param {State} before
 * @param {Input} input
 * @param {number} now ms
 * @returns {Step}
 */
export function reduce(before, input, now) {
  const [state, effects] = step(before, input, now);
  return [{...state, away: now >= late(state)}, effects];
}

/**
 * When the next tick is due, ms; Infinity if there is nothing to wait for.
 * @param {State} state
 */
export const due = state =>
  Math.min(state.hidden ? Infinity : state.ask, state.sent ? state.sent.at + AGAIN : Infinity, state.away ? Infinity : late(state));

/**
 * When the visitor must be told that the server does not answer, ms; Infinity if it does.
 * @param {State} state
 */
const late = ({queue, lost, said}) =>
  Math.min((lost ?? Infinity) + PATIENCE, ...(said.line || said.whole ? queue.map(({at}) => at + SLOW) : []));

/**
 * The version in an answer from the server, or null: a proxy, or Streamlit itself, may answer with a page instead.
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
      const {event} = input, at = state.queue[0]?.at ?? now;
      // An address says all, so that what was to be told before need not be: a kiosk may go on for a night with the line cut.
      const queue = event.do === 'address' ? [{n: state.next, event, at}] : [...state.queue, {n: state.next, event, at: now}];
      return flush({...state, queue, next: state.next + 1, calm: 0}, now);
    }
    case 'heard': {
      const [heard, effects] = flush(hear(state, input.data, now), now), {address} = input.data;
      // An address that lacks an event is old, even if another message has confirmed that event already.
      const lacking = seenOf(state, input.data) < state.next - 1;
      return [heard, lacking ? effects : [...effects, {type: 'address', address}]];
    }
    case 'answered': {
      const {answer} = input, shown = state.said.whole;
      const other = answer && shown && (answer.process !== shown.process || answer.version !== shown.version);
      const news = other && !state.others.includes(answer.process), calm = news ? 0 : state.calm + 1;
      const asked = {...state, calm, ask: now + (calm < CALM ? EVERY : SELDOM)};
      if (!news) return [asked, []];
      return send({...asked, tried: answer.process}, 'whole', now);
    }
    case 'asked':
      return state.said.whole ? send(state, 'whole', now) : [state, []];
    case 'disconnected':
      return [{...state, lost: state.lost ?? now}, []];
    case 'connected': {
      const connected = {...state, lost: null, tried: null, others: []};
      return state.lost !== null || state.queue.length ? send(connected, 'whole', now) : [connected, []];
    }
    case 'shown':
      return tick({...state, hidden: input.hidden}, now);
    case 'tick':
      return tick(state, now);
  }
}

/**
 * The last event of this page load that a message reports as applied; a new session has applied none.
 * @param {State} state
 * @param {Data} data
 */
const seenOf = ({tab: mine}, {tab, seen}) => (tab === mine ? seen : 0);

/**
 * Remove the confirmed events from the queue. In a new session, a message under way is lost and is sent again. Events
 * that were told while Streamlit was starting count from its first message on.
 * @param {State} state
 * @param {Data} data
 * @param {number} now
 * @returns {State}
 */
function hear(state, data, now) {
  const port = data.whole ? 'whole' : 'line', before = state.said[port];
  const seen = seenOf(state, data);
  const renewed = before && (before.process !== data.process || seen < seenOf(state, before));
  const arrived = state.sent && seen >= state.sent.last;
  // A run came of it, but not in that process: some copy of the server answers, and another one runs this page.
  const elsewhere = data.whole && state.tried && before?.process === data.process && state.tried !== data.process;
  return {
    ...state,
    tried: data.whole ? null : state.tried,
    others: elsewhere ? [...state.others, /** @type {string} */ (state.tried)] : state.others,
    queue: state.queue.filter(({n}) => n > seen).map(each => (state.said.line || state.said.whole ? each : {...each, at: now})),
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
  const asking = now >= state.ask && !state.hidden;
  /** @type {Effect[]} */
  const effects = asking ? [{type: 'ask'}] : [];
  const waited = {...state, ask: asking ? Infinity : state.ask};
  if (!state.sent || now < state.sent.at + AGAIN) return [waited, effects];
  const [sent, sending] = send(waited, 'whole', now);
  return [sent, [...effects, ...sending]];
}

/** @param {Queued} queued */
const concernsHead = ({event}) => ['open', 'address'].includes(event.do) || (event.do === 'set' && HEAD.has(event.name));

/**
 * Send the queue, by the fast port if that redraws everything that changes. Nothing is sent while a message is under
 * way or no port is there.
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
 * Send all unconfirmed events. There may be none: then the run itself is the purpose.
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
