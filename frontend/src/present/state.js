// Presenting as a pure reducer: what keys, touches and time do to what is shown.

export const WAIT = 800; // ms after a digit until it counts as a language, if neither Enter nor another digit follows
export const AWAKE = 2000; // ms that pointer and buttons are shown after the pointer has moved
export const IDLE = 60_000; // ms without a touch after which a kiosk returns to its start
const FAR = 40; // px from which on a movement of a finger is a swipe

/**
 * @typedef {object} State
 * @property {string} typed digits, of a step or a language
 * @property {number} typedAt when the last of them was typed, ms
 * @property {number} awake until when pointer and buttons are shown, ms
 * @property {boolean} blank the screen is black
 * @property {number} every ms after which a kiosk goes on by itself; 0 without one
 * @property {number} shownAt when the step appeared, ms
 * @property {number} touchedAt when somebody last touched a kiosk that has not returned to its start since, ms; else -Infinity
 *
 * @typedef {{type: 'key', key: string, code?: string, shiftKey?: boolean}} Key
 * @typedef {Key | {type: 'touched'} | {type: 'pointed'} | {type: 'shown', every: number} | {type: 'tick'}} Input
 * @typedef {{do: 'go', by: 1 | -1} | {do: 'to', step: number} | {do: 'language', at: number}
 *   | {do: 'theme' | 'full' | 'speaker' | 'leave' | 'start'}} Effect
 */

/** @type {State} */
export const BEGIN = {typed: '', typedAt: 0, awake: -Infinity, blank: false, every: 0, shownAt: 0, touchedAt: -Infinity};

/** @type {Record<string, Effect>} the keys of keyboards and clickers, and letters wherever the layout has them */
const ACTS = {
  ArrowRight: {do: 'go', by: 1}, ArrowDown: {do: 'go', by: 1}, PageDown: {do: 'go', by: 1}, ' ': {do: 'go', by: 1}, Enter: {do: 'go', by: 1},
  ArrowLeft: {do: 'go', by: -1}, ArrowUp: {do: 'go', by: -1}, PageUp: {do: 'go', by: -1}, Backspace: {do: 'go', by: -1},
  Home: {do: 'to', step: 1}, End: {do: 'to', step: Infinity},
  f: {do: 'full'}, d: {do: 'theme'}, s: {do: 'speaker'}, p: {do: 'leave'}, Escape: {do: 'leave'},
};
const BLANK = new Set(['b', '.']); // a clicker's button sends either

/**
 * The state after an input, and what to do.
 * @param {State} before
 * @param {Input} input
 * @param {number} now ms
 * @returns {[State, Effect[]]}
 */
export function reduce(before, input, now) {
  const state = input.type === 'key' || input.type === 'touched' ? {...before, touchedAt: now} : before;
  switch (input.type) {
    case 'key': return press(state, input, now);
    case 'touched': return [{...state, blank: false}, []];
    case 'pointed': return [{...state, awake: now + AWAKE}, []];
    case 'shown': return [{...state, every: input.every, shownAt: now}, []];
    case 'tick': return tick(state, now);
  }
}

/**
 * When the next tick is due, ms; Infinity if there is nothing to wait for.
 * @param {State} state
 */
export const due = state => Math.min(
  state.typed ? state.typedAt + WAIT : Infinity, state.awake > -Infinity ? state.awake : Infinity, turn(state));

/**
 * When a kiosk goes on, or back to its start, by itself, ms.
 * @param {State} state
 */
const turn = ({every, shownAt, touchedAt}) => (!every ? Infinity : touchedAt > -Infinity ? touchedAt + IDLE : shownAt + every);

/**
 * @param {State} state
 * @param {Key} pressed
 * @param {number} now ms
 * @returns {[State, Effect[]]}
 */
function press(state, pressed, now) {
  const key = meant(pressed), {typed} = state;
  if (/^\d$/.test(key)) return [{...state, typed: typed + key, typedAt: now}, []];
  if (BLANK.has(key)) return [{...state, typed: '', blank: !state.blank}, []];
  const known = key === ' ' && pressed.shiftKey ? ACTS.Backspace : ACTS[key];
  if (!known) return [state, []];
  return [{...state, typed: '', blank: false}, [key === 'Enter' && typed ? {do: 'to', step: Number(typed)} : known]];
}

/**
 * @param {State} state
 * @param {number} now ms
 * @returns {[State, Effect[]]}
 */
function tick(state, now) {
  /** @type {Effect[]} */
  const effects = [];
  let next = state;
  if (next.typed && now >= next.typedAt + WAIT) {
    if (next.typed.length === 1) effects.push({do: 'language', at: Number(next.typed) - 1});
    next = {...next, typed: ''};
  }
  if (now >= next.awake) next = {...next, awake: -Infinity};
  if (now >= turn(next)) {
    effects.push(next.touchedAt > -Infinity ? {do: 'start'} : {do: 'go', by: 1});
    next = {...next, blank: false, touchedAt: -Infinity, shownAt: now};
  }
  return [next, effects];
}

/**
 * The key that somebody means: on a Russian keyboard, or with a Chinese input method, that of the same place.
 * @param {Pick<Key, 'key' | 'code'>} pressed
 */
export function meant({key, code = ''}) {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  return letter ? letter.toLowerCase() : key;
}

/**
 * True if a key does anything. Where one view is presented, the map keeps its own keys.
 * @param {Pick<Key, 'key' | 'code'>} pressed
 * @param {boolean} tells a story
 */
export function does(pressed, tells) {
  const key = meant(pressed);
  return /^\d$/.test(key) || BLANK.has(key) || (key in ACTS && (tells || key.length === 1 && key !== ' ' || key === 'Escape'));
}

/**
 * What a finger or pointer asks for that went down at a point of the screen and up at another: a step to either side by a
 * swipe, or by a tap on the outer thirds; nothing by a tap between them.
 * @param {readonly [x: number, y: number]} down px
 * @param {readonly [x: number, y: number]} up px
 * @param {number} width of the screen, px
 * @returns {1 | -1 | 0}
 */
export function stroke([x0, y0], [x1, y1], width) {
  const dx = x1 - x0, dy = y1 - y0;
  if (Math.abs(dx) >= FAR && Math.abs(dx) > Math.abs(dy)) return dx < 0 ? 1 : -1;
  if (Math.hypot(dx, dy) >= FAR) return 0;
  return x1 < width / 3 ? -1 : x1 > (2 * width) / 3 ? 1 : 0;
}

/**
 * The number of a step, from 1, that an effect leads to; a kiosk begins anew after the last.
 * @param {Extract<Effect, {do: 'go' | 'to'}>} effect
 * @param {number} at the number of the present step
 * @param {number} count of the steps
 * @param {boolean} round
 */
export function goal(effect, at, count, round) {
  const step = effect.do === 'to' ? effect.step : at + effect.by;
  return round && effect.do === 'go' ? ((step - 1 + count) % count) + 1 : Math.max(1, Math.min(count, step));
}
