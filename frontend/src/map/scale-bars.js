// The scale bars, which move with the map.
import {el} from '../shared/dom.js';
/** @import {ScaleBar} from '../contract.js' */
/** @import {Camera} from './camera.js' */

/**
 * @param {HTMLElement} element
 * @param {ScaleBar[]} bars
 * @param {Camera} camera
 */
export function showScaleBars(element, bars, camera) {
  element.replaceChildren(...bars.map(({x, y, length, text}) => {
    const [left, top] = camera.project([x, y]);
    const bar = el('span', {class: 'dm-bar'}, text);
    Object.assign(bar.style, {transform: `translate(${left}px, ${top}px)`, width: `${length * camera.scale}px`});
    return bar;
  }));
}
