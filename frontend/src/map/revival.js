// When to recreate a canvas that the GPU has dropped (sleep, driver, too many pages).

const OFTEN = 2;       // losses within a minute that are repaired at once
export const MINUTE = 60_000; // ms

/**
 * How long to wait after a loss, in ms: after repeated losses, a minute.
 * @param {number[]} losses their times in ms, including the latest
 */
export const waitAfter = losses => {
  const now = losses[losses.length - 1];
  return losses.filter(at => now - at < MINUTE).length <= OFTEN ? 0 : MINUTE;
};
