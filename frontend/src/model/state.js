// The state of a visit: to and from its address, and after an event; dashboard/state.py does the same in Python.
import {CHOSEN} from './table.js';
/** @import {Event} from '../contract.js' */
/** @import {Filter, State, Table} from './types.js' */

/** @typedef {ReadonlyMap<string, readonly string[]>} Query the values of each name */

const FIELDS = /** @type {const} */ (['layout', 'colouring', 'selected', 'side', 'table', 'extent', 'whole', 'since', 'story', 'step', 'kiosk']);
const LEFT = /** @type {const} */ (['whole', 'story', 'step', 'kiosk']); // those that end where a visitor opens a page
const LONGEST_ADDRESS = 4000; // characters of an address that are read
const STRAY = /^[^A-Za-z0-9]+|[^\w-]+$/g; // what stands around a value but in no key, code or number

/**
 * The query of a state: always the language, everything else only if it differs from the default.
 * @param {Table} table
 * @param {State} state
 * @returns {Map<string, readonly string[]>}
 */
export function toQuery({choices}, state) {
  const {filter} = state;
  /** @type {Map<string, readonly string[]>} */
  const query = new Map([['lang', [state.language]]]);
  for (const name of FIELDS) {
    const value = state[name];
    if (value && value !== choices[name]?.[0]) query.set(name, [value]);
  }
  for (const name of CHOSEN) if (filter[name].size) query.set(name, [...filter[name]].sort());
  if (state.compare) query.set('compare', state.compare);
  if (filter.years) query.set('years', [filter.years.join('-')]);
  if (filter.years_by !== choices.years_by[0]) query.set('years_by', [filter.years_by]);
  if (filter.text) query.set('text', [filter.text]);
  return query;
}

/**
 * The state of an address, in `language` unless it names another. Unknown names and keys are ignored.
 * @param {Table} table
 * @param {Query} asked
 * @param {string} language
 * @returns {State}
 */
export function fromQuery(table, asked, language) {
  const {choices} = table;
  const query = mended(asked);
  const one = (/** @type {string} */ name, /** @type {Iterable<string>} */ known) => {
    const value = query.get(name)?.[0];
    return value !== undefined && new Set(known).has(value) ? value : null;
  };
  const choice = (/** @type {string} */ name) => one(name, choices[name]) ?? choices[name][0];
  const chosen = CHOSEN.map(name =>
    [name, new Set(query.get(name)?.filter(value => table.options[name].includes(value)))]);
  const story = one('story', table.stories);
  return {
    language: languageIn(table, query) ?? language,
    layout: choice('layout'),
    colouring: choice('colouring'),
    selected: one('selected', table.keys),
    side: one('side', table.countries),
    compare: comparedIn(table, query),
    table: choice('table'),
    extent: choice('extent'),
    whole: choice('whole'),
    since: sinceIn(query),
    story,
    step: story && stepIn(query),
    kiosk: story && kioskIn(query),
    filter: /** @type {Filter} */ ({
      ...Object.fromEntries(chosen),
      years: yearsIn(table, query),
      years_by: choice('years_by'),
      text: (query.get('text')?.[0] ?? '').replace(/^\p{White_Space}+|\p{White_Space}+$/gu, ''),
    }),
  };
}

/**
 * The state after an event. The event changes the address, and the state is read back from it, so that links and clicks
 * obey the same rules.
 * @param {Table} table
 * @param {State} state
 * @param {Event} event
 * @returns {State}
 */
export const after = (table, state, event) =>
  fromQuery(table, changed(toQuery(table, state), event), state.language);

/**
 * A query as it stands in an address.
 * @param {Query} query
 */
export const written = query => [...query]
  .flatMap(([name, values]) => values.map(value => `${escaped(name)}=${escaped(value)}`)).join('&');

/**
 * The query in an address, without its "?"; parameters without a value are left out.
 * @param {string} address
 * @returns {Map<string, string[]>}
 */
export function parsed(address) {
  /** @type {Map<string, string[]>} */
  const query = new Map();
  const read = Array.from(address).slice(0, LONGEST_ADDRESS).join('');
  for (const [name, value] of new URLSearchParams(`&${read}`)) { // after "&", a "?" is an ordinary letter
    if (value) query.set(name, [...query.get(name) ?? [], value]);
  }
  return query;
}

/**
 * @param {Map<string, readonly string[]>} query
 * @param {Event} event
 * @returns {Query}
 */
function changed(query, event) {
  const {do: act} = event;
  if (act === 'address') return parsed(event.query);
  if (act === 'reset') for (const name of [...CHOSEN, 'years', 'text']) query.delete(name);
  if (act === 'open') for (const name of LEFT) query.delete(name);
  if (act === 'open' && event.selected !== undefined) query.set('selected', [event.selected]);
  if ((act === 'open' || act === 'reset') && event.sector !== undefined) query.set('sectors', [event.sector]);
  if (act === 'choose' && CHOSEN.some(name => name === event.dimension)) {
    const others = (query.get(event.dimension) ?? []).filter(option => option !== event.option);
    query.set(event.dimension, event.on ? [...others, event.option] : others);
  }
  if (act === 'set') set(query, event.name, event.value);
  return query;
}

/**
 * @param {Map<string, readonly string[]>} query
 * @param {string} name of a field of the state
 * @param {Extract<Event, {do: 'set'}>['value']} value
 */
function set(query, name, value) {
  const parameter = name === 'language' ? 'lang' : name;
  if (value === null) query.delete(parameter);
  else if (Array.isArray(value)) query.set(parameter, name === 'years' ? [value.join('-')] : value.map(String));
  else query.set(parameter, [value]);
}

/**
 * A query without what mail programs put around a link: blanks, dots, brackets, and the "amp;" of HTML.
 * @param {Query} query
 * @returns {Query}
 */
const mended = query => new Map([...query].map(([name, values]) =>
  [name.replace(/^amp;/, ''), name === 'text' ? values : values.map(value => value.replace(STRAY, ''))]));

/**
 * The language of an address, with or without a region and in any case; null if the atlas has no such language.
 * @param {Table} table
 * @param {Query} query
 */
function languageIn({languages}, query) {
  const [code] = (query.get('lang')?.[0] ?? '').trim().toLowerCase().split(/[-_]/);
  return languages.includes(code) ? code : null;
}

/**
 * The years to filter by; null if they are malformed or cover the whole table.
 * @param {Table} table
 * @param {Query} query
 * @returns {[number, number] | null}
 */
function yearsIn(table, query) {
  const found = /^([1-9]\d{3})-([1-9]\d{3})$/.exec(query.get('years')?.[0] ?? '');
  const first = Number(found?.[1]), last = Number(found?.[2]);
  const whole = first === table.years[0] && last === table.years[1];
  return first <= last && !whole ? [first, last] : null;
}

/**
 * The day after which what is new is marked; null if it is no day.
 * @param {Query} query
 */
function sinceIn(query) {
  const since = query.get('since')?.[0] ?? '', time = /^[1-9]\d{3}-\d\d-\d\d$/.test(since) ? Date.parse(`${since}T00:00Z`) : NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(since) ? since : null; // no 31st of February
}

/**
 * The number of a step, which may be beyond the last one; the first if it is malformed.
 * @param {Query} query
 */
function stepIn(query) {
  const step = query.get('step')?.[0] ?? '';
  return /^[1-9]\d?$/.test(step) ? step : '1';
}

/**
 * The seconds for each step of a kiosk; null if they are malformed.
 * @param {Query} query
 */
function kioskIn(query) {
  const seconds = query.get('kiosk')?.[0] ?? '';
  return /^[1-9]\d{0,3}$/.test(seconds) ? seconds : null;
}

/**
 * The keys of two different units or two different pairs; null for anything else.
 * @param {Table} table
 * @param {Query} query
 * @returns {[string, string] | null}
 */
function comparedIn(table, query) {
  const [first, second, ...others] = query.get('compare') ?? [];
  const fits = first !== second && table.comparable.some(keys => keys.has(first) && keys.has(second));
  return fits && !others.length ? [first, second] : null;
}

/** @param {string} text */
const escaped = text => encodeURIComponent(text)
  .replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll('%20', '+');
