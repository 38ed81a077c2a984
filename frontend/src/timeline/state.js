// The chosen years as a pure reducer: chosen by a brush, by two handles and their keys, or by playing through them.
import {clamp, same} from '../shared/numbers.js';

export const STEP = 900; // ms for each year while playing at normal speed
export const FAST = 2; // times the normal speed
export const TYPED = 350; // ms after the last key until the chosen years are told
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
 * @typedef {object} State
 * @property {Span} whole all years drawn
 * @property {number} begin the first year in which a record begins: playing starts there
 * @property {Span} chosen
 * @property {Span} shown the years chosen, or about to be
 * @property {Drag | null} drag
 * @property {number} typing when to choose the years set by keys, ms; Infinity if there are none
 * @property {Span | null} frame the years that playing showed last; it goes on from there if they are still chosen
 * @property {number} next when to show the next frame, ms; Infinity if it does not play
 * @property {number} speed
 *
 * @typedef {{type: 'heard', whole: Span, begin: number, chosen: Span}
 *   | {type: 'press', year: number, end: -1 | 0 | 1} | {type: 'drag', year: number} | {type: 'release'} | {type: 'cancel'}
 *   | {type: 'all'} | {type: 'key', end: 0 | 1, key: string} | {type: 'blur'}
 *   | {type: 'play'} | {type: 'pause'} | {type: 'step', by: 1 | -1} | {type: 'speed'} | {type: 'tick'}} Input
 * @typedef {[State, Span | null]} Step with the years to tell, if any
 */

/** @type {State} */
export const BEGIN = {
  whole: [0, 0], begin: 0, chosen: [0, 0], shown: [0, 0], drag: null, typing: Infinity, frame: null, next: Infinity, speed: 1,
};

/**
 * When the next tick is due, ms; Infinity if there is nothing to wait for.
 * @param {State} state
 */
export const due = ({typing, next}) => Math.min(typing, next);

/** @param {State} state */
export const playing = ({next}) => next < Infinity;

/**
 * True while it plays, and while a frame at which it was halted is still chosen.
 * @param {State} state
 */
export const framed = state => playing(state) || (atFrame(state) && !same(state.chosen, state.whole));

/** @param {State} state */
const atFrame = ({frame, chosen}) => frame !== null && same(frame, chosen);

/**
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
    case 'step': return step(pause(state), input.by);
    case 'speed': return [{...state, speed: state.speed === 1 ? FAST : 1}, null];
    case 'tick': return tick(state, now);
  }
}

/**
 * Years that differ from those told last were chosen elsewhere, which ends the play.
 * @param {State} state
 * @param {Extract<Input, {type: 'heard'}>} input
 * @returns {State}
 */
function hear(state, {whole, begin, chosen}) {
  const busy = state.drag || state.typing < Infinity;
  const heard = {...state, whole, begin, chosen, shown: busy ? state.shown : chosen};
  return atFrame(heard) ? heard : pause(heard);
}

/**
 * @param {State} state
 * @param {Span} years
 * @returns {Step}
 */
const choose = (state, years) => [{...state, shown: years, chosen: years}, same(years, state.chosen) ? null : years];

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
 * @param {number} by years
 * @param {number} now
 * @returns {State}
 */
function slide(state, end, by, now) {
  const [from, to] = state.shown, {whole} = state;
  /** @type {Span} */
  const shown = end ? [from, clamp(to + by, from, whole[1])] : [clamp(from + by, whole[0], to), to];
  return {...state, shown, typing: now + TYPED}; // several key presses are told as one choice
}

/**
 * @param {State} state
 * @returns {Step}
 */
const typed = state => (state.typing < Infinity ? choose({...state, typing: Infinity}, state.shown) : [state, null]);

/**
 * Let the span grow from the first year, or from the first chosen one; go on where it was halted.
 * @param {State} state
 * @param {number} now
 * @returns {Step}
 */
function play(state, now) {
  const {chosen, whole, begin} = state, start = same(chosen, whole) ? begin : chosen[0];
  return show({...state, next: now + STEP / state.speed}, [start, atFrame(state) && chosen[1] < whole[1] ? chosen[1] : start]);
}

/**
 * @param {State} state
 * @param {Span} frame
 * @returns {Step}
 */
const show = (state, frame) => choose({...state, frame}, frame);

/**
 * @param {State} state
 * @returns {State}
 */
const pause = state => (playing(state) ? {...state, next: Infinity} : state);

/**
 * One frame on or back; years chosen otherwise move along by a year.
 * @param {State} state
 * @param {1 | -1} by
 * @returns {Step}
 */
function step(state, by) {
  const {chosen: [from, to], whole: [first, last], begin} = state;
  if (same(state.chosen, state.whole)) return show(state, [begin, by > 0 ? begin : Math.max(begin, last - 1)]);
  if (atFrame(state)) return show(state, [from, clamp(to + by, from, last)]);
  const shift = clamp(by, first - from, last - to);
  return choose(state, [from + shift, to + shift]);
}

/**
 * @param {State} state
 * @param {number} now
 * @returns {Step}
 */
function tick(state, now) {
  if (now >= state.typing) return typed(state);
  const {frame, next, whole, speed} = state;
  if (!frame || now < next) return [state, null];
  const [start, year] = frame;
  return year >= whole[1] ? [pause(state), null] : show({...state, next: now + STEP / speed}, [start, year + 1]);
}
