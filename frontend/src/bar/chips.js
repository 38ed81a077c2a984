// What is filtered, as a list of texts, each with the event that removes it.
import {DIMENSIONS} from '../model/table.js';
import {isolated} from '../shared/borrowed.js';
import {numerals} from '../shared/numbers.js';
import {optionOf} from '../side/names.js';

/**
 * @typedef {import('../stage/store.js').Seen} Seen
 * @typedef {{text: string, event: import('../contract.js').Event}} Chip
 */

/**
 * @param {Pick<Seen, 'state' | 'table' | 'words' | 't'>} seen
 * @returns {Chip[]}
 */
export function chips({state: {filter}, table, words, t}) {
  const {years, text, undated} = filter;
  /** @type {Chip[]} */
  const found = DIMENSIONS.flatMap(dimension => [...filter[dimension]].map(option => ({
    text: optionOf({table, words}, dimension, option), event: /** @type {const} */ ({do: 'choose', dimension, option, on: false}),
  })));
  if (undated.size) found.push({text: t('terms.undated.hide'), event: {do: 'choose', dimension: 'undated', option: 'hide', on: false}});
  if (years) found.push({text: yearsIn({state: {filter}, words}), event: {do: 'set', name: 'years', value: null}});
  if (text) found.push({text: t('stage.quoted', {text}), event: {do: 'set', name: 'text', value: null}});
  return found;
}

/**
 * From which day on what is new is marked, as a text with the event that ends it; it filters nothing.
 * @param {Pick<Seen, 'state' | 'words' | 't'>} seen
 * @returns {Chip[]}
 */
export function newerThan({state: {since}, words, t}) {
  if (!since) return [];
  const date = new Date(`${since}T00:00`).toLocaleDateString(numerals(words.locale), {dateStyle: 'long', calendar: 'gregory'});
  return [{text: t('since.chip', {date}), event: {do: 'set', name: 'since', value: null}}];
}

/**
 * The chosen years, the first on the left on a mirrored page too; "" for none.
 * @param {{state: {filter: Pick<Seen['state']['filter'], 'years'>}, words: Pick<Seen['words'], 'direction'>}} seen
 */
export function yearsIn({state: {filter: {years}}, words: {direction}}) {
  const text = [...new Set(years)].join('–');
  return text && direction === 'rtl' ? isolated(text) : text;
}
