// Movements of the map, frame by frame: of the view, and of the rows of a ranked sheet.
/** @import {View} from './types.js' */

/**
 * The view at a share of the way to another.
 * @param {View} from
 * @param {View} to
 * @param {number} share 0 to 1
 * @returns {View}
 */
export function between(from, to, share) {
  const mix = (/** @type {number} */ a, /** @type {number} */ b) => a + (b - a) * share;
  return {
    target: [mix(from.target[0], to.target[0]), mix(from.target[1], to.target[1])],
    zoom: mix(from.zoom, to.zoom)
  };
}

/**
 * The share of the way that is done, eased at both ends.
 * @param {number} time 0 to 1
 */
export const eased = time => time * time * (3 - 2 * time);

/**
 * @param {number} duration ms; none for visitors who prefer no motion
 * @param {(share: number) => void} onStep called in each frame with the share of the way, at the end with 1
 * @returns {() => void} stops the movement where it is
 */
export function move(duration, onStep) {
  const start = performance.now();
  const length = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : duration;
  let frame = 0;
  const step = (/** @type {number} */ now) => {
    const time = length ? Math.min(1, Math.max(0, (now - start) / length)) : 1;
    if (time < 1) frame = requestAnimationFrame(step);
    onStep(eased(time));
  };
  if (length) frame = requestAnimationFrame(step);
  else step(start);
  return () => cancelAnimationFrame(frame);
}
