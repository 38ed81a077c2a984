// The palette of the canvas, read from the custom properties of the page, since deck.gl knows no CSS.
import {el} from '../shared/dom.js';
import {mix} from './colour.js';
/** @import {Palette, Rgba} from './types.js' */

/**
 * @param {HTMLElement} element with the properties of map.css
 * @returns {Palette}
 */
export function readPalette(element) {
  const style = getComputedStyle(element);
  const probe = el('canvas', {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
  // Works for any CSS colour, since the browser parses it.
  const read = (/** @type {string} */ name) => {
    if (!probe) return /** @type {Rgba} */ ([0, 0, 0, 255]);
    probe.clearRect(0, 0, 1, 1);
    probe.fillStyle = style.getPropertyValue(name).trim();
    probe.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = probe.getImageData(0, 0, 1, 1).data;
    return /** @type {Rgba} */ ([red, green, blue, alpha]);
  };
  const background = read('--dm-background'), text = read('--dm-text'), accent = read('--dm-accent');
  return {background, text, accent, soft: mix(background, accent, 0.2)};
}
