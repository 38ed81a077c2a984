// The state of the filters: what Python last reported and what a visitor has done since.
import {expected} from '../shared/expect.js';

/**
 * @typedef {import('../contract.js').Event} Event
 * @typedef {import('../contract.js').FiltersData} Data
 * @typedef {import('../contract.js').FilterGroup} Group
 */

/**
 * The message as it will be once Python has received the events; counts stay the same, since only Python knows them.
 * @param {Data} data
 * @param {readonly Event[]} events
 * @returns {Data}
 */
export function after(data, events) {
  const {years, text} = data;
  return {
    ...data,
    groups: data.groups.map(group => ({...group, options: group.one ? one(group, events) : many(group, events)})),
    ...(years && {years: {...years, chosen: expected(events, 'years', years.chosen)}}),
    ...(text && {text: {...text, value: expected(events, 'text', text.value) ?? ''}}),
  };
}

/**
 * @param {Group} group
 * @param {readonly Event[]} events
 */
function one({key, options}, events) {
  const chosen = expected(events, key, options.find(option => option.chosen)?.id);
  return options.map(option => ({...option, chosen: option.id === chosen}));
}

/**
 * @param {Group} group
 * @param {readonly Event[]} events
 */
const many = ({key, options}, events) => options.map(option => ({
  ...option,
  chosen: events.reduce((before, event) =>
    event.do === 'choose' && event.dimension === key && event.option === option.id ? event.on
    : event.do === 'reset' ? false
    : before, option.chosen),
}));

/**
 * Everything that requires a rebuild when it changes: all but the counts and the choices.
 * @param {Data} data
 */
export const frame = ({groups, years, text, ...rest}) => JSON.stringify([
  rest,
  groups.map(({options, ...group}) => [group, options.map(({id, name}) => [id, name])]),
  years && {...years, chosen: null},
  text && {...text, value: ''},
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
