// The pure state of the map: what Python sent, what the visitor points at, and what follows from both.
import {makeFocus} from './focus.js';
import {EMPTY, keyOf} from './scene.js';
/** @import {Event} from '../contract.js' */
/** @import {MapLayer, MapMessage, MapObject, Scene} from './types.js' */

/**
 * @typedef {object} State
 * @property {MapMessage | null} message
 * @property {Scene} scene
 * @property {MapObject | null} hovered under the pointer, or where the keyboard is in the list
 * @property {boolean} dragging
 * @property {number} level zoom, rounded; dashes are cut for it
 * @property {boolean} flat no canvas can be created
 *
 * @typedef {{type: 'told', message: MapMessage, scene: Scene} | {type: 'pointed', at: MapObject | null}
 *   | {type: 'dragged', dragging: boolean} | {type: 'zoomed', zoom: number} | {type: 'canvas', flat: boolean}} Input
 */

/** @type {State} */
export const BEGIN = {message: null, scene: EMPTY, hovered: null, dragging: false, level: 0, flat: false};

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
    case 'told': return {
      message: input.message, scene: input.scene, hovered: input.scene.objects.get(keyOf(state.hovered)) ?? null
    };
    case 'pointed': return state.dragging ? {} : {hovered: input.at};
    case 'dragged': return input.dragging ? {dragging: true, hovered: null} : {dragging: false};
    case 'zoomed': return {level: Math.round(input.zoom)};
    case 'canvas': return {flat: input.flat};
  }
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
 * @returns {Event}
 */
export const selects = object =>
  ({do: 'set', name: 'selected', value: object && (object.kind === 'link' ? object.id.split('/')[0] : object.id)});
