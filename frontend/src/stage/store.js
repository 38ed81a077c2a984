// What the visitor has chosen, and what follows from it. Every event is applied here at once; Python hears it afterwards.
import {select} from '../model/filter.js';
import {after, fromQuery, parsed, toQuery, written} from '../model/state.js';
import {readTable} from '../model/table.js';
import {TextSearch} from '../model/text.js';
import {alone, readAddress, relative, showAddress} from '../shared/address.js';
import {fetchPatiently, listReplaced, whenMissing} from '../shared/json.js';
import {askForRun, lack, own} from '../shared/tell.js';
import {speaker} from '../shared/words.js';
import {chosenTheme, embedded, hearTheme, theme} from './theme.js';

/**
 * @typedef {import('../contract.js').AtlasFiles} Files
 * @typedef {import('../contract.js').Event} Event
 * @typedef {import('../contract.js').Words} Words
 * @typedef {import('../model/types.d.ts').State} State
 * @typedef {import('../model/types.d.ts').Table} Table
 *
 * @typedef {object} Choice
 * @property {string} page
 * @property {State} state
 * @property {string} part of the page, or record, that was asked for last
 *
 * @typedef {object} Loaded
 * @property {Files} files
 * @property {Table} table
 * @property {Words} words
 * @property {TextSearch | null} search
 *
 * @typedef {object} Derived
 * @property {ReturnType<typeof speaker>} t
 * @property {'light' | 'dark'} theme
 * @property {ReadonlySet<number> | null} holding the records that hold the text of the filter; null without one
 * @property {ReturnType<typeof select>} view the records that pass the filter
 *
 * @typedef {Choice & Loaded & Derived} Seen what the views are drawn from
 */

export const MAP_PAGE = 'explore'; // the page without a path

/** @type {Set<(seen: Seen) => void>} */
const followers = new Set();
/** @type {Seen | null} what is drawn */
let seen = null;
/** @type {{files: Files, table: Table, choice: Choice} | null} what was chosen last, in the newest table; it may still wait for a file */
let latest = null;
let listed = document.querySelector('meta[name=atlas-files]')?.getAttribute('content') ?? '';
let loads = 0;
let renewing = false; // a copy of the server was asked for its list
let renewed = false; // Python has named its list
let again = ''; // the list for which Python was asked once more
let waiting = false; // for that

/**
 * Call `follower` after every change, and now if there is anything to draw yet.
 * @param {(seen: Seen) => void} follower
 */
export function follow(follower) {
  followers.add(follower);
  if (seen) follower(seen);
}

/**
 * The address of a page with a state, relative to any other page; it carries the theme if one was chosen, and that it is
 * in a frame.
 * @param {Table} table
 * @param {Pick<Choice, 'page' | 'state'>} choice
 */
export const addressOf = (table, {page, state}) =>
  `${plainAddressOf(table, {page, state})}${chosenTheme() === 'system' ? '' : `&theme=${chosenTheme()}`}${embedded ? '&embed=1' : ''}`;

/**
 * @param {Table} table
 * @param {Pick<Choice, 'page' | 'state'>} choice
 */
const plainAddressOf = (table, {page, state}) => relative(page === MAP_PAGE ? './' : page, written(toQuery(table, state)));

/**
 * Draw a choice, at once if the files that it needs are there. A later call overtakes an earlier one that waits.
 * @param {Files} files
 * @param {Table} table
 * @param {Choice} choice
 */
async function show(files, table, choice) {
  const mine = ++loads, {language, filter} = choice.state;
  latest = {files, table, choice};
  if (seen && seen.table === table && (!filter.text || seen.search)) {
    const {words, search} = seen; // of the language before, until those of a new one are there
    draw({files, table, words, search}, {...choice, state: {...choice.state, language: words.language}});
    if (words.language === language) return;
  }
  const [words, index] = await Promise.all([
    fetchPatiently(files.words[language]), filter.text ? fetchPatiently(files.index) : null]);
  if (mine === loads) draw({files, table, words, search: index && new TextSearch(index)}, choice);
}

/**
 * @param {Loaded} loaded
 * @param {Choice} chosen
 */
function draw(loaded, chosen) {
  const {table, words, search} = loaded, {filter, language} = chosen.state;
  const holding = search?.find(filter.text) ?? null;
  if (seen && chosen.page !== seen.page) scrollTo(0, 0);
  seen = {
    ...loaded, ...chosen, holding, theme: theme(), t: seen?.words === words ? seen.t : speaker(words), view: select(table, filter, holding),
  };
  Object.assign(document.documentElement, {lang: language, dir: words.direction});
  for (const each of followers) each(seen);
}

/**
 * @param {Table} table
 * @param {string} path
 * @param {string} query
 * @returns {Choice}
 */
const read = (table, path, query) =>
  ({page: path.split('/').at(-1) || MAP_PAGE, state: fromQuery(table, parsed(query), languageOf(table)), part: ''});

/**
 * The browser's language if the atlas has it, else the first language of the atlas.
 * @param {Table} table
 */
function languageOf({languages}) {
  const asked = navigator.language.split('-')[0].toLowerCase();
  return languages.includes(asked) ? asked : languages[0];
}

/**
 * The choice to which an event leads.
 * @param {Table} table
 * @param {Choice} choice
 * @param {Event} event
 * @returns {Choice}
 */
function led(table, choice, event) {
  const page = alone ? MAP_PAGE : event.do === 'open' ? event.page : event.do === 'address' ? event.path || MAP_PAGE : choice.page;
  return {page, state: after(table, choice.state, event), part: event.do === 'open' ? event.part ?? '' : ''};
}

/** @param {Event} event */
function addressAfter(event) {
  if (!latest) return '';
  const {table, choice} = latest, part = !alone && event.do === 'open' && event.part ? `#${event.part}` : '';
  return addressOf(table, led(table, choice, event)) + part;
}

/** @param {Event} event */
function hear(event) {
  if (!seen || !latest) return; // nothing of ours can be clicked yet
  const {files, table, choice} = latest, next = led(table, choice, event);
  const goesOn = choice.state.story && next.state.story; // Back leaves a story, wherever in it one is
  showAddress(addressOf(table, next), !goesOn);
  void show(files, table, next);
}

/** @param {string} address of Python, which has heard every event: what an edit removed from the table is gone in it */
function adopt(address) {
  if (!latest) return showAddress(address, false);
  const {files, table, choice} = latest;
  if (address === plainAddressOf(table, choice)) return;
  const {pathname, search} = new URL(address, location.href), next = read(table, pathname, search.slice(1));
  showAddress(addressOf(table, next), false);
  void show(files, table, next);
}

/** @param {import('../contract.js').ReloadData['files']} list of Python, which makes files of it that are gone anew */
function hearList(list) {
  renewed = true;
  reload(list, waiting);
  waiting = false;
}

/**
 * @param {import('../contract.js').ReloadData['files']} list other files after an edit of the table
 * @param {boolean} [anew] load it even if it is the list before
 */
function reload(list, anew = false) {
  const name = typeof list === 'string' ? list : JSON.stringify(list);
  if (name === listed && !anew) return;
  listReplaced();
  lack(false);
  void load(list, listed = name);
}

/** Until Python has named its list, ask once for that of the copy of the server that answers now: a file is not there. */
async function renew() {
  if (renewed || renewing) return;
  renewing = true;
  const answer = await fetch(new URL('atlas-files', document.baseURI), {cache: 'no-store'}).catch(() => null);
  const list = answer?.ok && await answer.json();
  if (list && !renewed) reload(list);
}

/** A file is not there, however often one asks: let Python name its list, and if that was in vain, say so. */
function miss() {
  if (again === listed) return lack(true);
  again = listed;
  waiting = true;
  askForRun();
}

/**
 * Load the table and show it; the visitor's choice stays, as far as the table has it.
 * @param {import('../contract.js').ReloadData['files']} list
 * @param {string} name of the list, by which a later one is known to have overtaken it
 */
async function load(list, name) {
  const files = await fetchPatiently(list), table = readTable(await fetchPatiently(files.table));
  if (name !== listed) return;
  const next = latest
    ? {...latest.choice, state: fromQuery(table, toQuery(table, latest.choice.state), latest.choice.state.language)}
    : {...read(table, readAddress().path, readAddress().query), part: alone ? '' : location.hash.slice(1)};
  showAddress(addressOf(table, next), false);
  await show(files, table, next);
}

own({hear, addressAfter, adopt, reload: hearList, words: () => seen && {language: seen.words.language, ui: {away: seen.t('status.away'), missing: seen.t('status.missing')}}});
whenMissing({first: () => void renew(), last: miss});
hearTheme(() => {
  if (!seen || !latest) return;
  showAddress(addressOf(latest.table, latest.choice), false);
  draw(seen, seen); // not the latest choice, which may wait for its words
});
const list = document.getElementById('atlas')?.textContent;
void load(list ? JSON.parse(list) : listed, listed);
