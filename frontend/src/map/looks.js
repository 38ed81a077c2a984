// Colours and widths by focus: what belongs to it stands out, the rest recedes.
import {fade, mix, opaque} from './colour.js';
/** @import {Arc, Focus, Palette, Place, Rgba, Unit} from './types.js' */

/**
 * @param {Unit | undefined} unit undefined for a shape that is not a unit of the atlas
 * @param {Focus} focus
 * @param {Palette} palette
 * @returns {Rgba}
 */
export function regionFill(unit, focus, palette) {
  if (!unit) return [0, 0, 0, 0];
  if (focus.isAccented(unit)) return palette.soft;
  if (focus.isHovered(unit)) return mix(unit.fill, palette.text, 0.12);
  return fade(unit.fill, focus.isDimmed(unit) ? 0.5 : 1);
}

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
 * @param {Place} place
 * @param {Rgba} colour
 * @param {Focus} focus
 * @param {Palette} palette
 * @returns {Rgba}
 */
export const placeColour = (place, colour, focus, palette) =>
  (focus.isSelected(place) ? palette.accent : fade(colour, focus.isDimmed(place) ? 0.25 : 1));

export const GROWN = 2; // px by which the radius of a selected or hovered dot grows
export const HALO = 1;  // px in the background colour around a dot, to set it off from what is below

/**
 * @param {Place} place
 * @param {Focus} focus
 * @returns {number} px, without the halo
 */
export const placeRadius = (place, focus) =>
  place.radius + (focus.isSelected(place) || focus.isHovered(place) ? GROWN : 0);
