// Whether to recreate a canvas that the GPU has dropped (sleep, driver, too many pages).

const OFTEN = 2;       // losses within a minute that are repaired
const MINUTE = 60_000; // ms

/**
 * True if the canvas is lost too often to be worth another.
 * @param {number[]} losses their times in ms, including the latest
 */
export const isHopeless = losses => {
  const now = losses[losses.length - 1];
  return losses.filter(at => now - at < MINUTE).length > OFTEN;
};
