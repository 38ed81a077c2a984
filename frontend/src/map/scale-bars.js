// The scale bars: on the sheet beside their countries while all of it is shown, else at a fixed place of the stage.
import {el} from '../shared/dom.js';
/** @import {ScaleBar} from '../contract.js' */
/** @import {Camera} from './camera.js' */

const WIDEST = 140; // px of a bar at a fixed place
const STEPS = [5, 2, 1]; // times a power of ten, km

/**
 * @param {HTMLElement} element
 * @param {ScaleBar[]} bars
 * @param {Camera} camera
 * @param {string} pattern of a length, such as "{n} km"
 */
export function showScaleBars(element, bars, camera, pattern) {
  const fixed = camera.moved;
  element.classList.toggle('dm-fixed', fixed);
  element.replaceChildren(...bars.map(({x, y, length, km, name}) => {
    const shown = fixed ? longest(length * camera.scale / km) : km;
    const text = pattern.replace('{n}', shown.toLocaleString(document.documentElement.lang));
    const bar = el('span', {class: 'dm-bar'}, fixed && name ? `${name}: ${text}` : text), [left, top] = camera.project([x, y]);
    bar.style.setProperty('--length', `${shown / km * length * camera.scale}px`);
    if (!fixed) bar.style.transform = `translate(${left}px, ${top}px)`;
    return bar;
  }));
}

/**
 * The greatest length of 1, 2 or 5 times a power of ten kilometres, or their tenths and hundredths, that has room.
 * @param {number} scale px per kilometre
 */
export function longest(scale) {
  const power = 10 ** Math.floor(Math.log10(WIDEST / scale));
  return Number(((STEPS.find(step => step * power * scale <= WIDEST) ?? 1) * power).toPrecision(1));
}
