// Flights from one view to another, frame by frame.
/** @import {View} from './types.js' */

/**
 * The view at a fraction of the way, eased at both ends.
 * @param {View} from
 * @param {View} to
 * @param {number} share 0 to 1
 * @returns {View}
 */
export function between(from, to, share) {
  const eased = share * share * (3 - 2 * share);
  const mix = (/** @type {number} */ a, /** @type {number} */ b) => a + (b - a) * eased;
  return {
    target: [mix(from.target[0], to.target[0]), mix(from.target[1], to.target[1])],
    zoom: mix(from.zoom, to.zoom)
  };
}

/**
 * @param {View} from
 * @param {View} to
 * @param {number} duration ms; ignored for visitors who prefer no motion
 * @param {(view: View, arrived: boolean) => void} onStep
 * @returns {() => void} stops the flight where it is
 */
export function fly(from, to, duration, onStep) {
  const start = performance.now();
  const length = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : duration;
  let frame = 0;
  const step = (/** @type {number} */ now) => {
    const share = length ? Math.min(1, Math.max(0, (now - start) / length)) : 1;
    if (share < 1) frame = requestAnimationFrame(step);
    onStep(share < 1 ? between(from, to, share) : to, share === 1);
  };
  if (length) frame = requestAnimationFrame(step);
  else step(start);
  return () => cancelAnimationFrame(frame);
}
