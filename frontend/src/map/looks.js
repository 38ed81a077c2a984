// Colours and widths by focus: what belongs to it stands out, the rest recedes.
import {fade, mix, opaque} from './colour.js';
/** @import {Arc, Focus, Palette, Place, Rgba, Selected, Unit} from './types.js' */

/**
 * @param {Unit | undefined} unit undefined for a shape that is not a unit of the atlas
 * @param {Focus} focus
 * @param {Palette} palette
 * @returns {Rgba}
 */
export function regionFill(unit, focus, palette) {
  if (!unit) return [0, 0, 0, 0];
  if (focus.isAccented(unit)) return mix(unit.fill, palette.text, 0.2);
  if (focus.isHovered(unit)) return mix(unit.fill, palette.text, 0.12);
  return fade(unit.fill, focus.isDimmed(unit) ? 0.5 : 1);
}

/**
 * True of a line that is drawn: always, or only while it belongs to the focus.
 * @param {Arc} arc
 * @param {Focus} focus
 */
export const isDrawn = (arc, focus) => !arc.asked || focus.isLit(arc);

/**
 * The colour of an arc. A selected arc keeps its own, which shows how close the two units are.
 * @param {Arc} arc
 * @param {Focus} focus
 * @returns {Rgba}
 */
export function curveColour({color, dim, ...arc}, focus) {
  if (focus.isSelected(arc) || focus.isHovered(arc)) return opaque(color);
  if (focus.active && focus.isLit(arc)) return fade(opaque(color), dim ? 0.35 : 1);
  return fade(color, (dim ? 0.25 : 1) * (focus.isDimmed(arc) ? 0.2 : 1));
}

/**
 * @param {Arc} arc
 * @param {Focus} focus
 * @returns {number} px
 */
export const curveWidth = (arc, focus) =>
  (focus.isSelected(arc) ? Math.max(arc.width + 1.5, 4) : arc.width + (focus.isHovered(arc) ? 1.5 : 0));

/**
 * The colour around a line, which sets it off from those that it crosses; none around a faint line.
 * @param {Rgba} colour of the line
 * @param {Palette} palette
 * @returns {Rgba}
 */
export const haloColour = ([, , , alpha], {background}) => (alpha < 128 ? [0, 0, 0, 0] : background);

/**
 * @param {Place} place
 * @param {Rgba} colour
 * @param {Focus} focus
 * @param {Palette} palette
 * @returns {Rgba}
 */
export const placeColour = (place, colour, focus, palette) =>
  (focus.isSelected(place) ? palette.text : fade(colour, focus.isDimmed(place) ? 0.25 : 1));

const CLOSE = 1; // zoom, rounded, from which on places are shown that do not belong to the focus

/**
 * True of what is on the map: a place only from close by, unless it waits to be asked for, or while it belongs to the focus.
 * @param {Selected & {asked?: boolean}} object
 * @param {Focus} focus
 * @param {number} level zoom, rounded
 */
export const isNear = (object, focus, level) => object.kind !== 'place' || (level >= CLOSE && !object.asked) || focus.isLit(object);

export const DOT = 3.5; // px, radius of the dot at the end of a line
export const RING = {radius: 5.5, width: 1.25}; // px, around the dot, for lines drawn only if asked for
export const GROWN = 2; // px by which the radius of a selected or hovered dot grows
export const HALO = 1;  // px in the background colour around a dot, to set it off from what is below

/**
 * @param {Place} place
 * @param {Focus} focus
 * @returns {number} px, without the halo
 */
export const placeRadius = (place, focus) =>
  place.radius + (focus.isSelected(place) || focus.isHovered(place) ? GROWN : 0);
