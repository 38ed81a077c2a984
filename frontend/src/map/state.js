// The pure state of the map: what Python sent, what the visitor points at, and what follows from both.
import {makeFocus} from './focus.js';
import {buildScene, EMPTY, keyOf} from './scene.js';
/** @import {Event} from '../contract.js' */
/** @import {MapLayer, MapMessage, MapObject, Rows, Scene} from './types.js' */

/**
 * @typedef {object} State
 * @property {MapMessage | null} message
 * @property {number} sheet index of the sheet on show
 * @property {Rows} rows of that sheet
 * @property {Scene} scene
 * @property {MapObject | null} hovered under the pointer, or where the keyboard is in the list
 * @property {boolean} dragging
 * @property {number} level zoom, rounded; tracks are laid and dashes are cut for it
 *
 * @typedef {{type: 'told', message: MapMessage, sheet: number, rows: Rows} | {type: 'pointed', at: MapObject | null}
 *   | {type: 'dragged', dragging: boolean} | {type: 'zoomed', zoom: number}} Input
 */

/** @type {State} */
export const BEGIN =
  {message: null, sheet: 0, rows: {}, scene: EMPTY, hovered: null, dragging: false, level: 0};

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
      const {message, sheet, rows} = input;
      return {message, sheet, rows, ...shown(buildScene(message, rows, state.level), state.hovered)};
    }
    case 'pointed': return state.dragging ? {} : {hovered: input.at};
    case 'dragged': return input.dragging ? {dragging: true, hovered: null} : {dragging: false};
    case 'zoomed': {
      const level = Math.round(input.zoom), {message, rows, hovered} = state;
      return level === state.level || !message ? {level} : {level, ...shown(buildScene(message, rows, level), hovered)};
    }
  }
}

/**
 * A new scene, in which the pointer stays where it is.
 * @param {Scene} scene
 * @param {MapObject | null} hovered
 */
const shown = (scene, hovered) => ({scene, hovered: scene.objects.get(keyOf(hovered)) ?? null});

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
 * @returns {Event}
 */
export const selects = object =>
  ({do: 'set', name: 'selected', value: object && (object.kind === 'link' ? object.id.split('/')[0] : object.id)});
