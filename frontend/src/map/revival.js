// When a canvas that the GPU has dropped (sleep, driver, too many pages) may be made anew.

const OFTEN = 2;       // losses within a minute that are mended at once
export const MINUTE = 60_000; // ms

/**
 * How long to wait after a loss, in ms: something that is lost again and again is left alone for a minute.
 * @param {number[]} losses when they were, in ms, the present one included
 */
export const waitAfter = losses => {
  const now = losses[losses.length - 1];
  return losses.filter(at => now - at < MINUTE).length <= OFTEN ? 0 : MINUTE;
};
