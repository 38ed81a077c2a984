// The scale bars: on the sheet beside their countries while all of it is shown, else at a fixed place of the stage.
import {el} from '../shared/dom.js';
import {numerals} from '../shared/numbers.js';
/** @import {ScaleBar} from '../contract.js' */
/** @import {Camera} from './camera.js' */
/** @import {MapMessage} from './types.js' */

const WIDEST = 140; // px of a bar at a fixed place
const GAP = 16; // px between the key and a bar
const STEPS = [5, 2, 1]; // times a power of ten, km

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} key what lies in the corner of the stage: a bar below it is drawn beside it
 * @param {ScaleBar[]} bars
 * @param {Camera} camera
 * @param {Pick<MapMessage, 'language' | 'ui'>} message
 */
export function showScaleBars(element, key, bars, camera, {language, ui}) {
  const fixed = camera.moved;
  element.classList.toggle('dm-fixed', fixed);
  element.replaceChildren(...bars.map(({x, y, length, km, name}) => {
    const shown = fixed ? longest(length * camera.scale / km) : km;
    const text = ui.km.replace('{n}', shown.toLocaleString(numerals(language)));
    const bar = el('span', {class: 'dm-bar'}, fixed && name ? `${name}: ${text}` : text), [left, top] = camera.project([x, y]);
    bar.style.setProperty('--length', `${shown / km * length * camera.scale}px`);
    if (!fixed) bar.style.transform = `translate(${beside(key, left, top)}px, ${top}px)`;
    return bar;
  }));
}

/**
 * Where a bar begins so that the key in the lower left corner does not lie over it.
 * @param {HTMLElement} key
 * @param {number} left px from the corner of the stage
 * @param {number} top
 */
function beside({offsetLeft, offsetTop, offsetWidth}, left, top) {
  const end = offsetWidth && top > offsetTop - GAP ? offsetLeft + offsetWidth + GAP : 0; // a hidden key has no width
  return Math.max(left, end);
}

/**
 * The greatest length of 1, 2 or 5 times a power of ten kilometres, or their tenths and hundredths, that has room.
 * @param {number} scale px per kilometre
 */
export function longest(scale) {
  const power = 10 ** Math.floor(Math.log10(WIDEST / scale));
  return Number(((STEPS.find(step => step * power * scale <= WIDEST) ?? 1) * power).toPrecision(1));
}
