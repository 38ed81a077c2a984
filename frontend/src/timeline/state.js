// The chosen years as a pure reducer: chosen by a brush, by two handles and their keys, or by playing through them.
import {clamp, same} from '../shared/numbers.js';

export const STEP = 900; // ms, the least time for each year while playing
export const HELD = 500; // ms without a step after a click elsewhere, so that its answer comes first
export const TYPED = 350; // ms after the last key until the chosen years are sent
/** @type {Record<string, number>} */
export const KEYS = {ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 5, PageDown: -5, Home: -Infinity, End: Infinity};

/**
 * @typedef {[first: number, last: number]} Span of years, both included
 *
 * @typedef {object} Drag
 * @property {number} at the year in which it began
 * @property {Span} span the years shown then
 * @property {'new' | 'move' | 0 | 1} how draw a new span, move it, or move one of its ends
 * @property {boolean} grip it began on a handle, where a mere click chooses nothing
 * @property {boolean} moved
 *
 * @typedef {object} Player
 * @property {Span} asked the years it chose last
 * @property {Span} before the years Python had reported at that time
 * @property {boolean} waiting for Python to report the same years
 * @property {number} next the earliest time of the next step, ms
 *
 * @typedef {object} State
 * @property {Span} whole all years drawn
 * @property {number} begin the first year in which a record begins: playing starts there
 * @property {Span} said the chosen years as Python last reported them
 * @property {Span} chosen the same, once Python has received all waiting events
 * @property {Span} shown the years chosen, or about to be
 * @property {Drag | null} drag
 * @property {number} typing when to choose the years set by keys, ms; Infinity if there are none
 * @property {Player | null} player
 * @property {Span | null} rest the years at which playing was paused
 *
 * @typedef {{type: 'heard', whole: Span, begin: number, said: Span, chosen: Span}
 *   | {type: 'press', year: number, end: -1 | 0 | 1} | {type: 'drag', year: number} | {type: 'release'} | {type: 'cancel'}
 *   | {type: 'all'} | {type: 'key', end: 0 | 1, key: string} | {type: 'blur'}
 *   | {type: 'play'} | {type: 'pause'} | {type: 'elsewhere'} | {type: 'tick'}} Input
 * @typedef {[State, Span | null]} Step with the years to send, if any
 */

/** @type {State} */
export const BEGIN = {
  whole: [0, 0], begin: 0, said: [0, 0], chosen: [0, 0], shown: [0, 0], drag: null, typing: Infinity, player: null, rest: null,
};

/**
 * When the next tick is due, ms; Infinity if there is nothing to wait for.
 * @param {State} state
 */
export const due = ({typing, player}) => Math.min(typing, player && !player.waiting ? player.next : Infinity);

/**
 * The state after an input, and the years it chooses if they differ from before.
 * @param {State} state
 * @param {Input} input
 * @param {number} now ms
 * @returns {Step}
 */
export function reduce(state, input, now) {
  switch (input.type) {
    case 'heard': return [hear(state, input), null];
    case 'press': return [press(pause(state), input.year, input.end), null];
    case 'drag': return [state.drag ? {...state, ...moved(state, state.drag, input.year)} : state, null];
    case 'release': return release(state);
    case 'cancel': return [state.drag ? {...state, drag: null, shown: state.chosen} : state, null];
    case 'all': return choose(pause(state), state.whole);
    case 'key': return [slide(pause(state), input.end, KEYS[input.key], now), null];
    case 'blur': return typed(state);
    case 'play': return play(state, now);
    case 'pause': return [pause(state), null];
    case 'elsewhere': return [hold(state, now), null];
    case 'tick': return tick(state, now);
  }
}

/**
 * @param {State} state
 * @param {Extract<Input, {type: 'heard'}>} input
 * @returns {State}
 */
function hear(state, {whole, begin, said, chosen}) {
  const busy = state.drag || state.typing < Infinity, {player} = state;
  const heard = {...state, whole, begin, said, chosen, shown: busy ? state.shown : chosen};
  if (!player) return heard;
  // Other years were chosen elsewhere in the meantime, unless the answer has just not arrived yet.
  if (!same(chosen, player.asked) && !(player.waiting && same(said, player.before))) return pause(heard);
  return {...heard, player: {...player, waiting: player.waiting && !same(said, player.asked)}};
}

/**
 * @param {State} state
 * @param {Span} years
 * @returns {Step}
 */
function choose(state, years) {
  return [{...state, shown: years, chosen: years}, same(years, state.chosen) ? null : years];
}

/**
 * @param {State} state
 * @param {number} year
 * @param {-1 | 0 | 1} end the pressed handle; -1: none
 * @returns {State}
 */
function press(state, year, end) {
  const [from, to] = state.shown, inside = year >= from && year <= to, some = !same(state.shown, state.whole);
  const how = end >= 0 ? /** @type {0 | 1} */ (end) : inside && some ? 'move' : 'new';
  return {...state, drag: {at: year, span: state.shown, how, grip: end >= 0 && inside, moved: false}};
}

/**
 * @param {State} state
 * @param {Drag} drag
 * @param {number} year
 * @returns {Partial<State>}
 */
function moved({whole}, drag, year) {
  const {at, span: [from, to], how} = drag;
  if (year === at && !drag.moved) return {};
  const shift = clamp(year - at, whole[0] - from, whole[1] - to);
  const stays = how === 0 ? to : how === 1 ? from : at;
  return {
    drag: {...drag, moved: true},
    shown: how === 'move' ? [from + shift, to + shift] : [Math.min(year, stays), Math.max(year, stays)],
  };
}

/**
 * A drag chooses the years it shows, a click the year it hits.
 * @param {State} state
 * @returns {Step}
 */
function release({drag, ...rest}) {
  const state = {...rest, drag: null};
  if (!drag || (drag.grip && !drag.moved)) return [state, null];
  return choose(state, drag.moved ? state.shown : [drag.at, drag.at]);
}

/**
 * @param {State} state
 * @param {0 | 1} end
 * @param {number} step years
 * @param {number} now
 * @returns {State}
 */
function slide(state, end, step, now) {
  const [from, to] = state.shown, {whole} = state;
  /** @type {Span} */
  const shown = end ? [from, clamp(to + step, from, whole[1])] : [clamp(from + step, whole[0], to), to];
  return {...state, shown, typing: now + TYPED}; // several key presses are sent as one choice
}

/**
 * @param {State} state
 * @returns {Step}
 */
const typed = state => (state.typing < Infinity ? choose({...state, typing: Infinity}, state.shown) : [state, null]);

/**
 * Let the span grow from the first year, or from the first chosen one; resume where it was paused.
 * @param {State} state
 * @param {number} now
 * @returns {Step}
 */
function play(state, now) {
  const {chosen, whole, rest} = state, start = same(chosen, whole) ? state.begin : chosen[0];
  return show(state, [start, rest && same(rest, chosen) && chosen[1] < whole[1] ? chosen[1] : start], now);
}

/**
 * @param {State} state
 * @param {Span} asked
 * @param {number} now
 * @returns {Step}
 */
function show(state, asked, now) {
  const [next, told] = choose(state, asked);
  return [{...next, player: {asked, before: state.said, waiting: told !== null, next: now + STEP}}, told];
}

/**
 * @param {State} state
 * @returns {State}
 */
const pause = state => (state.player ? {...state, player: null, rest: state.player.asked} : state);

/**
 * @param {State} state
 * @param {number} now
 * @returns {State}
 */
const hold = (state, now) =>
  state.player ? {...state, player: {...state.player, next: Math.max(state.player.next, now + HELD)}} : state;

/**
 * @param {State} state
 * @param {number} now
 * @returns {Step}
 */
function tick(state, now) {
  if (now >= state.typing) return typed(state);
  const {player, whole} = state;
  if (!player || player.waiting || now < player.next) return [state, null];
  const [start, year] = player.asked;
  return year >= whole[1] ? [pause(state), null] : show(state, [start, year + 1], now);
}
