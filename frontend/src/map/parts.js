// The HTML of the map.
import {bare} from '../shared/borrowed.js';
import {el, write} from '../shared/dom.js';
/** @import {MapUi} from '../contract.js' */
/** @typedef {ReturnType<typeof makeParts>} Parts */

const button = (/** @type {string | Node} */ sign) => el('button', {type: 'button', class: 'dm-button'}, sign);

export function makeParts() {
  const canvas = el('div', {class: 'dm-canvas'});
  const bars = el('div', {class: 'dm-bars', 'aria-hidden': true});
  const labels = el('div', {class: 'dm-labels', 'aria-hidden': true});
  const tooltip = el('div', {class: 'dm-tooltip', 'aria-hidden': true, hidden: ''});
  const stage = el('div', {class: 'dm-stage', dir: 'ltr', tabindex: 0, role: 'application', 'aria-describedby': 'dm-help'},
    canvas, bars, el('div', {class: 'dm-clip'}, labels));
  const foot = el('div', {class: 'dm-foot'});
  const corner = el('div', {class: 'dm-corner'}, el('slot', {name: 'key'}), foot);
  const list = el('nav', {class: 'dm-list'});
  const [zoomIn, zoomOut, home, near] = ['+', '\u2212', '\u2302', el('i', {class: 'dm-target'})].map(button);
  const help = el('p', {class: 'dm-hidden', id: 'dm-help'});
  const status = el('p', {class: 'dm-hidden', role: 'status', 'aria-live': 'polite'});
  const message = el('p', {class: 'dm-message', role: 'status'});
  const controls = el('div', {class: 'dm-controls'}, zoomIn, zoomOut, home, near);
  const root = el('div',
    {class: 'dm-root', 'data-testid': 'deckmap', 'data-ready': false, 'data-render': 0, 'data-error': ''},
    stage, tooltip, corner, list, controls, help, status, message);
  return {root, stage, canvas, bars, labels, tooltip, corner, foot, list, controls, zoomIn, zoomOut, home, near, help, status, message};
}

/**
 * Write the texts of the interface, in the visitor's language.
 * @param {Parts} parts
 * @param {MapUi} ui
 */
export function translate({stage, help, zoomIn, zoomOut, home, near, list}, ui) {
  write(help, ui.help);
  stage.setAttribute('aria-label', bare(ui.map));
  list.setAttribute('aria-label', bare(ui.list));
  for (const [element, word] of /** @type {[HTMLElement, string][]} */ (
    [[zoomIn, ui.zoom_in], [zoomOut, ui.zoom_out], [home, ui.home], [near, ui.near]])) {
    element.setAttribute('aria-label', bare(word));
    element.title = bare(word);
  }
}
