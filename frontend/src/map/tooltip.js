// The tooltip beside the pointer: a name and a few lines, always as text, never as markup.
import {el} from '../shared/dom.js';
import {place} from '../shared/popup.js';
/** @import {MapObject} from './types.js' */

const AWAY = 14; // px from the pointer

/** @param {string} hint */
export const lines = hint => hint.split('\n').filter(Boolean);

/**
 * @param {HTMLElement} element
 * @param {MapObject | null} object null hides the tooltip
 */
export function showTooltip(element, object) {
  element.hidden = !object;
  if (object) {
    element.replaceChildren(el('strong', {}, object.name), ...lines(object.hint).map(line => el('span', {}, line)));
  }
}

/**
 * @param {HTMLElement} element
 * @param {number} x of the pointer, px in the window
 * @param {number} y
 */
export function moveTooltip(element, x, y) {
  place(element, {left: x, right: x, top: y, bottom: y}, {align: 'beside', gap: AWAY, room: element.offsetHeight + AWAY});
}
