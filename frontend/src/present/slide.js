// What stands below the map in the presenting mode: the caption of a step, and what else it has to show.
import {chips} from '../bar/chips.js';
import {bondOf, nameOf} from '../side/names.js';
import {el} from '../shared/dom.js';
import {isAbout} from '../stage/timeline.js';
/** @import {StoryStep} from '../contract.js' */
/** @import {Seen} from '../stage/store.js' */
/** @import {Told} from './steps.js' */

/** @param {StoryStep} step */
export function slideOf({caption, text, figures = [], quotation}) {
  const more = [text ? el('p', {}, text) : null, quotation ? el('blockquote', {}, quotation.text, ' ', el('cite', {dir: 'auto'}, quotation.source)) : null];
  return el('article', {class: 'slide'}, el('h1', {}, caption),
    text || quotation ? el('div', {class: 'more'}, ...more) : null,
    figures.length ? el('dl', {}, ...figures.map(({value, label}) => el('div', {}, el('dt', {}, label), el('dd', {}, value)))) : null);
}

/**
 * One view as a story of a single step: what is selected, else what is filtered, else what the map shows at all.
 * @param {Seen} seen
 * @returns {Told}
 */
export function captionOf(seen) {
  const {t, table, words, view, state: {selected, filter: {years}}} = seen;
  const filtered = chips(seen).filter(({event}) => !('name' in event && event.name === 'years')).map(({text}) => text); // which are large on the map
  const rows = selected ? view.rows.filter(record => isAbout(table, record, selected)) : view.rows;
  const counted = t('count.records', {n: rows.length});
  const [caption, text] = selected
    ? [nameOf(seen, selected), [table.pairs.key.includes(selected) ? bondOf(seen, selected) : '', ...filtered, counted].filter(Boolean).join(' · ')]
    : filtered.length ? [filtered.join(' · '), counted]
      : years ? [counted, ''] : [words.finding.title, words.finding.lead];
  return {title: '', steps: [{caption, text, notes: '', query: ''}]};
}
