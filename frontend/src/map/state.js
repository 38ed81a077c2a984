// The pure state of the map: what Python sent, what the visitor points at, and what follows from both.
import {makeFocus} from './focus.js';
import {between, isThere, rank, ranked} from './ranked.js';
import {buildScene, EMPTY, keyOf} from './scene.js';
/** @import {Spread} from './camera.js' */
/** @import {Ranking} from './ranked.js' */
/** @import {MapLayer, MapMessage, MapObject, Rows, Scene} from './types.js' */

/**
 * @typedef {object} State
 * @property {MapMessage | null} message
 * @property {number} sheet index of the sheet on show
 * @property {Rows} rows of that sheet, as published
 * @property {Ranking | null} ranking of its units, if it is a ranked one
 * @property {Ranking | null} drawn where the rows are: on their way there, if it has just changed
 * @property {Scene} scene
 * @property {MapObject | null} hovered under the pointer, or where the keyboard is in the list
 * @property {boolean} dragging
 * @property {number} level zoom, rounded; tracks are laid and dashes are cut for it
 *
 * @typedef {{type: 'told', message: MapMessage, sheet: number, rows: Rows, spread?: Spread} | {type: 'pointed', at: MapObject | null}
 *   | {type: 'dragged', dragging: boolean} | {type: 'zoomed', zoom: number}
 *   | {type: 'spread', spread: Spread} | {type: 'followed', drawn: Ranking}} Input
 */

/** @type {State} */
export const BEGIN =
  {message: null, sheet: 0, rows: {}, ranking: null, drawn: null, scene: EMPTY, hovered: null, dragging: false, level: 0};

/**
 * @param {State} state
 * @param {Input} input
 * @returns {State} the same object if nothing changes
 */
export function reduce(state, input) {
  const change = changeBy(state, input);
  const changed = Object.entries(change).some(([name, value]) => value !== state[/** @type {keyof State} */ (name)]);
  return changed ? {...state, ...change} : state;
}

/**
 * @param {State} state
 * @param {Input} input
 * @returns {Partial<State>}
 */
function changeBy(state, input) {
  switch (input.type) {
    case 'told': {
      const {message, sheet, rows} = input, ranking = rank(message, rows, input.spread);
      const stays = message.layout === state.message?.layout && sheet === state.sheet;
      const drawn = stays && ranking && state.drawn && !isThere(state.drawn, ranking) ? between(state.drawn, ranking, 0) : ranking;
      return {message, sheet, rows, ranking, drawn, ...shown({...state, message, rows, drawn})};
    }
    case 'pointed': return state.dragging ? {} : {hovered: input.at};
    case 'dragged': return input.dragging ? {dragging: true, hovered: null} : {dragging: false};
    case 'zoomed': {
      const level = Math.round(input.zoom);
      return level === state.level ? {level} : {level, ...shown({...state, level})};
    }
    case 'spread': {
      const {message, rows, ranking} = state, next = message && rank(message, rows, input.spread);
      return next && ranking && !isThere(ranking, next) ? {ranking: next, drawn: next, ...shown({...state, drawn: next})} : {};
    }
    case 'followed': return {drawn: input.drawn, ...shown({...state, drawn: input.drawn})};
  }
}

/**
 * The scene of a state, in which the pointer stays where it is.
 * @param {State} state
 */
function shown({message, rows, drawn, level, hovered}) {
  const scene = message ? buildScene(message, drawn ? ranked(rows, drawn) : rows, level) : EMPTY;
  return {scene, hovered: scene.objects.get(keyOf(hovered)) ?? null};
}

/** @param {State} state */
export const focusOf = ({message, hovered, scene}) => makeFocus(message?.selected, hovered, scene);

const GROUND = ['LandLayer', 'RegionLayer', 'BorderLayer'];

/**
 * The layers below the outlines of the focus and those above, lowest first.
 * @param {State} state
 * @returns {[MapLayer[], MapLayer[]]}
 */
export function layersOf({message}) {
  const layers = message?.layers ?? [];
  const above = layers.findLastIndex(layer => GROUND.includes(layer['@@type'])) + 1;
  return [layers.slice(0, above), layers.slice(above)];
}

/**
 * The event of a click: a thin line selects the pair that it belongs to, a click on nothing clears the selection.
 * @param {MapObject | null} object
 */
export const selects = object =>
  (/** @type {const} */ ({do: 'set', name: 'selected', value: object && (object.kind === 'link' ? object.id.split('/')[0] : object.id)}));
