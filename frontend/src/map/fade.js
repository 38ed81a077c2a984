// Lets what is on the map fade over what comes next, so that no change leaves it empty for a moment.
import {el} from '../shared/dom.js';
/** @import {Parts} from './parts.js' */
/** @import {Surface} from './surface.js' */

/**
 * Keep a picture of the map as it is now above the map, and let it fade.
 * @param {Pick<Parts, 'stage' | 'canvas' | 'bars' | 'labels'>} parts
 * @param {Surface} surface
 * @param {boolean} other what comes next is at other places: then it appears as the picture fades
 * @param {number} duration ms; none for visitors who prefer no motion
 */
export function fade({stage, canvas, bars, labels}, surface, other, duration) {
  stage.querySelector('.dm-ghost')?.remove();
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const shown = [canvas, bars, /** @type {HTMLElement} */ (labels.parentElement)];
  const ghost = el('div', {class: 'dm-ghost', 'aria-hidden': true}, ...shown.map(each => each.cloneNode(true)));
  for (const each of ghost.querySelectorAll('[data-key]')) each.removeAttribute('data-key'); // it names nothing
  surface.copyTo(ghost);
  stage.append(ghost);
  void ghost.animate({opacity: [1, 0]}, duration).finished.then(() => ghost.remove(), () => {}); // or another has replaced it
  if (other) for (const each of shown) each.animate({opacity: [0, 1]}, duration);
}
