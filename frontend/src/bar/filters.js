// What the filters show: every option with the number of records that it would show.
import {facetsWithoutFilter} from '../model/filter.js';
import {DIMENSIONS} from '../model/table.js';
/** @import {FilterGroup, FiltersData} from '../filters/types.js' */
/** @import {Seen} from '../stage/store.js' */

/** What the numbers of a group count; those of other groups count records of any type. */
const COUNTED = {closeness: 'pairs', stages: 'projects', kinds: 'instruments'};
const FOLDED = ['kinds', 'levels']; // closed at first, being long or rarely needed

/**
 * @param {Seen} seen
 * @param {boolean} coloured there is a map, whose colours can be chosen
 * @returns {FiltersData}
 */
export function filtersOf(seen, coloured) {
  const {t, table, state: {filter, language, colouring}} = seen, [first, last] = table.years;
  return {
    language,
    groups: [
      ...(coloured ? [one('colouring', t('filters.colouring'), table.choices.colouring.map(key => [key, t(`filters.by_${key}`)]), colouring)] : []),
      ...DIMENSIONS.map(dimension => group(seen, dimension)),
      {...many('undated', t('terms.undated.title'), t('terms.undated.says')),
        options: [{id: 'hide', name: t('terms.undated.hide'), count: '', chosen: filter.undated.has('hide')}]},
      one('years_by', t('terms.years.title'), table.choices.years_by.map(key => [key, t(`terms.years.${key}`)]), filter.years_by),
    ],
    years: {title: t('filters.years'), from: t('filters.from'), to: t('filters.to'), first, last, chosen: filter.years && [...filter.years]},
    text: {title: t('filters.text'), placeholder: t('filters.text_placeholder'), value: filter.text},
  };
}

/**
 * @param {Seen} seen
 * @param {import('../model/types.d.ts').Dimension} dimension
 * @returns {FilterGroup}
 */
function group({t, table, words, view, theme, state: {filter, colouring}}, dimension) {
  const ever = facetsWithoutFilter(table)[dimension], keys = table.options[dimension];
  const lines = colouring === 'sectors' ? 'sectors' : 'closeness';
  const options = keys.map((id, option) => ({
    id, name: words.table.options[dimension][option], count: t('count.bare', {n: view.facets[dimension][option]}), chosen: filter[dimension].has(id),
  })).filter((_, option) => ever[option]);
  return {
    ...many(dimension, t(`filters.${dimension}`), t(`terms.counts.${COUNTED[/** @type {'kinds'} */ (dimension)] ?? 'records'}`)),
    options,
    ...(FOLDED.includes(dimension) && {folded: true}),
    ...(dimension === lines && {marks: Object.fromEntries(options.map(({id}) => [id, {
      colour: table.colours[lines][theme][keys.indexOf(id)], dashed: dimension === 'closeness' && table.dashed[keys.indexOf(id)],
    }]))}),
  };
}

/**
 * @param {string} key
 * @param {string} title
 * @param {string} says
 * @returns {FilterGroup}
 */
const many = (key, title, says) => ({key, title, says, options: []});

/**
 * A group of which exactly one option is chosen.
 * @param {string} key
 * @param {string} title
 * @param {string[][]} names
 * @param {string} chosen
 * @returns {FilterGroup}
 */
const one = (key, title, names, chosen) =>
  ({key, title, one: true, options: names.map(([id, name]) => ({id, name, count: '', chosen: id === chosen}))});
