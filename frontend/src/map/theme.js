// The palette of the canvas, read from the custom properties of the page, since deck.gl knows no CSS.
import {el} from '../shared/dom.js';
/** @import {Palette, Rgba} from './types.js' */

/**
 * @param {HTMLElement} element with the properties of map.css
 * @returns {Palette}
 */
export function readPalette(element) {
  const probe = element.appendChild(el('i', {hidden: ''})), pixel = el('canvas', {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
  // As a colour of an element, a custom property is resolved; drawn on a canvas, any CSS colour becomes numbers.
  const read = (/** @type {string} */ name) => {
    if (!pixel) return /** @type {Rgba} */ ([0, 0, 0, 255]);
    probe.style.color = `var(${name})`;
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = getComputedStyle(probe).color;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
    return /** @type {Rgba} */ ([red, green, blue, alpha]);
  };
  const palette = {background: read('--dm-background'), text: read('--dm-text')};
  probe.remove();
  return palette;
}
