// What Python will say of a field of the state once it has heard the events that are waiting.

/** @typedef {import('../contract.js').Event} Event */

const FILTERS = new Set(['years', 'text']); // what a reset clears, beside the chosen options

/**
 * @template T
 * @param {readonly Event[]} events
 * @param {string} name of the field
 * @param {T} value that it has
 * @returns {T}
 */
export const expected = (events, name, value) => events.reduce((before, event) =>
  event.do === 'set' && event.name === name ? /** @type {T} */ (event.value)
  : event.do === 'reset' && FILTERS.has(name) ? /** @type {T} */ (null)
  : before, value);
