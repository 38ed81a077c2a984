// Small helpers for numbers and short lists of them.

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/**
 * True if two short lists have the same members in the same order.
 * @param {readonly unknown[]} a
 * @param {readonly unknown[]} b
 */
export const same = (a, b) => a.length === b.length && a.every((item, at) => item === b[at]);

/**
 * A locale for numbers in the digits that all texts of the atlas have, also where a browser would take others.
 * @param {string} locale as Babel or a browser writes it: en_GB, en-GB
 */
export const numerals = locale => `${locale.replaceAll('_', '-')}-u-nu-latn`;
