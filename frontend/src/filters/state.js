// What the filters are built from, and the years after one end has been set.
/** @import {FiltersData} from './types.js' */

/**
 * Everything that requires a rebuild when it changes: all but the counts and the choices.
 * @param {FiltersData} data
 */
export const frame = ({language, groups, years, text}) => JSON.stringify([
  language,
  groups.map(({options, ...group}) => [group, options.map(({id, name}) => [id, name])]),
  {...years, chosen: null},
  {...text, value: ''},
]);

/**
 * The span after one end (0: first, 1: last) has been set; the other end moves if it must.
 * @param {readonly [number, number]} span
 * @param {0 | 1} end
 * @param {number} year
 * @returns {[number, number]}
 */
export const spanWith = ([first, last], end, year) =>
  end ? [Math.min(first, year), year] : [year, Math.max(last, year)];
