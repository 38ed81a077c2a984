// Mixing and fading of colours, as [r, g, b, a], each 0 to 255.
/** @import {Rgba} from './types.js' */

/**
 * @param {Rgba} a
 * @param {Rgba} b
 * @param {number} share of b, 0 to 1
 * @returns {Rgba} opaque
 */
export const mix = (a, b, share) => {
  const [red, green, blue] = a.map((value, i) => Math.round(value + (b[i] - value) * share));
  return [red, green, blue, 255];
};

/**
 * @param {Rgba} colour
 * @param {number} share of its opacity that remains, 0 to 1
 * @returns {Rgba}
 */
export const fade = ([r, g, b, a], share) => [r, g, b, Math.round(a * share)];

/**
 * @param {Rgba} colour
 * @returns {Rgba}
 */
export const opaque = ([r, g, b]) => [r, g, b, 255];
