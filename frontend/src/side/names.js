// How the side shows what the table has: names and dates in the visitor's language, and lines in their colours.
import {el} from '../shared/dom.js';
/** @import {Seen} from '../stage/store.js' */

/**
 * @param {Pick<Seen, 'table' | 'words'>} seen
 * @param {string} key of a pair, unit, place or country
 */
export function nameOf({table, words: {table: texts}}, key) {
  for (const [keys, names] of /** @type {const} */ ([
    [table.pairs.key, texts.pairs], [table.units, texts.units], [table.places.key, texts.places], [table.countries, texts.countries]])) {
    const at = keys.indexOf(key);
    if (at >= 0) return names[at];
  }
  return key;
}

/**
 * @param {Pick<Seen, 'table' | 'words'>} seen
 * @param {import('../model/types.d.ts').Dimension} dimension
 * @param {string} option
 */
export const optionOf = ({table, words}, dimension, option) =>
  words.table.options[dimension][table.options[dimension].indexOf(option)];

/**
 * True if a closeness takes an agreement.
 * @param {Seen['table']} table
 * @param {string | null} closeness
 */
export function isAgreed({options, claims}, closeness) {
  const degree = options.closeness.indexOf(closeness ?? '');
  return degree >= 0 && degree < claims[options.closeness.length]; // the claim of a meeting is the first that is none
}

/**
 * The closeness of a pair at the end of the chosen years, in words.
 * @param {Pick<Seen, 'table' | 'words' | 't' | 'view' | 'state'>} seen
 * @param {string} key
 */
export function bondOf(seen, key) {
  const {table, t, view, state: {filter}} = seen, bond = view.bonds.get(key);
  if (!bond) return t('panel.country');
  if (!bond.closeness) return filter.years ? t('terms.badge.none', {year: filter.years[1]}) : t('terms.badge.nothing');
  const name = optionOf(seen, 'closeness', bond.closeness);
  return bond.since < 0 && isAgreed(table, bond.closeness) ? t('terms.badge.undated', {closeness: name}) : name;
}

/**
 * The year of a bond as a short text.
 * @param {Pick<Seen, 'table' | 'words'>} seen
 * @param {{since: number}} bond
 */
export const sinceOf = ({table, words}, {since}) => {
  const day = since < 0 ? 0 : table.dates.first[since] || table.dates.last[since];
  return day ? String(Math.floor(day / 1e4)) : words.table.undated;
};

/**
 * The colour of a closeness, for the theme of the page.
 * @param {Seen['table']} table
 * @param {string | null | undefined} closeness
 */
export function toneOf({options, colours, dashed}, closeness) {
  const at = options.closeness.indexOf(closeness ?? '');
  return at < 0 ? {tone: 'var(--quiet)', dashed: false}
    : {tone: `light-dark(${colours.closeness.light[at]}, ${colours.closeness.dark[at]})`, dashed: dashed[at]};
}

/**
 * A piece of a line, as the map draws it.
 * @param {Seen['table']} table
 * @param {string | null | undefined} closeness
 */
export function lineOf(table, closeness) {
  const {tone, dashed} = toneOf(table, closeness), line = el('i', {class: dashed ? 'line dash' : 'line'});
  line.style.setProperty('--tone', tone);
  return line;
}
