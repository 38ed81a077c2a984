// The value that Python will report for a field of the state once it has received the waiting events.

/** @typedef {import('../contract.js').Event} Event */

const FILTERS = new Set(['years', 'text']); // cleared by a reset, besides the chosen options

/**
 * @template T
 * @param {readonly Event[]} events
 * @param {string} name of the field
 * @param {T} value its present value
 * @returns {T}
 */
export const expected = (events, name, value) => events.reduce((before, event) =>
  event.do === 'set' && event.name === name ? /** @type {T} */ (event.value)
  : event.do === 'reset' && FILTERS.has(name) ? /** @type {T} */ (null)
  : before, value);
