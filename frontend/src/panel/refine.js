// A panel as the filter leaves it: the records that pass, their counts, the badges of the chosen year, a bar of stages.
import {el, write} from '../shared/dom.js';
import {bondOf, toneOf} from '../side/names.js';
/** @import {Seen} from '../stage/store.js' */

const SLOT = /<i data-(record|source)="(\d+)"><\/i>/g;

/**
 * The HTML of a panel, with its records and sources.
 * @param {import('../contract.js').Panels} panels
 * @param {string} key
 */
export const filled = (panels, key) => (panels.subjects[key] ?? '').replace(SLOT, (_, kind, number) =>
  panels[kind === 'record' ? 'records' : 'sources'][number]);

/**
 * The published file that has a panel.
 * @param {Pick<Seen, 'files' | 'table'>} seen
 * @param {string} language
 * @param {string} key
 */
export function fileOf({files, table: {pairs, units, places, parts}}, language, key) {
  return files.panels[language][parts[[...pairs.key, ...units, ...places.key].indexOf(key)] ?? 0];
}

/**
 * @param {Element} root with the HTML of a panel
 * @param {Seen} seen
 */
export function refine(root, seen) {
  const {view, t, state: {filter}} = seen, passed = new Set(view.rows);
  const articles = all(root, 'article[data-record]'), numbers = articles.map(article => Number(article.dataset.record));
  articles.forEach((article, at) => (article.hidden = !passed.has(numbers[at])));
  const shown = numbers.filter(record => passed.has(record));
  head(all(root, '[data-from]'), filter.years?.[1] ?? 0, filter.undated.size > 0, t);
  for (const group of all(root, 'details.group')) count(group, group.querySelector('.n'));
  for (const row of all(root, '.partners .row')) partner(row, shown, seen);
  sources(root);
  for (const part of all(root, '[role=tabpanel]')) count(part, root.querySelector(`[aria-controls="${part.id}"] .n`), root.querySelector(`[aria-controls="${part.id}"]`));
  const bar = root.querySelector('.stages'), hidden = root.querySelector('[data-hidden]'), left = numbers.length - shown.length;
  bar?.replaceChildren(...stages(seen, shown));
  hidden?.replaceChildren(t('panel.hidden', {n: left}), ' ', el('button', {'data-act': 'reset'}, t('panel.show_all')));
  hidden?.toggleAttribute('hidden', !left);
}

/**
 * Show the badges that hold at the end of a year, which some of them name.
 * @param {HTMLElement[]} heads each for the years from one on
 * @param {number} year 0 for none
 * @param {boolean} dated only records with a date count
 * @param {Seen['t']} t
 */
export function head(heads, year, dated, t) {
  const own = heads.filter(each => 'dated' in each.dataset === dated);
  const [always, ...since] = own.length ? own : heads; // only those of a pair of units depend on years
  const right = year && since.length ? since.findLast(each => Number(each.dataset.from) <= year) ?? since[0] : always;
  for (const each of heads) each.hidden = each !== right;
  for (const badge of right ? all(right, '[data-badge]') : []) write(badge, t(`terms.badge.${badge.dataset.badge}`, {year}));
}

/**
 * Write the number of records, rows or sources shown in a part, which vanishes without any; so does its tab.
 * @param {HTMLElement} part
 * @param {Element | null} number
 * @param {HTMLElement | null} [tab]
 */
function count(part, number, tab) {
  const own = part.id === 'part-partners' ? '.row' : part.id === 'part-sources' ? '.sources > li' : 'article[data-record]';
  const n = all(part, own).filter(each => !each.hidden).length;
  if (number) number.textContent = String(n);
  (tab ?? part).hidden = !n;
  part.classList.toggle('empty', !n); // paper shows every other part
}

/**
 * A partner with its number of records here, and how close it is at the end of the chosen years.
 * @param {HTMLElement} row
 * @param {number[]} shown
 * @param {Seen} seen
 */
function partner(row, shown, seen) {
  const {table, view} = seen, key = row.dataset.select ?? '', pair = table.pairs.key.indexOf(key);
  const n = shown.filter(record => table.records.pair[record] === pair).length;
  const {tone, dashed} = toneOf(table, view.bonds.get(key)?.closeness), line = row.querySelector('i');
  row.hidden = !n;
  /** @type {Element} */ (row.querySelector('b')).textContent = String(n);
  write(/** @type {Element} */ (row.querySelector('em')), bondOf(seen, key));
  line?.style.setProperty('--tone', tone);
  line?.classList.toggle('dashed', dashed);
}

/** @param {Element} root */
function sources(root) {
  const cited = new Set(all(root, 'article[data-record]:not([hidden]) .cites a').map(link => link.getAttribute('href')));
  for (const source of all(root, '.sources > li')) source.hidden = !cited.has(`#${source.id}`);
}

/**
 * One bar of the stages that the projects have reached, with a legend.
 * @param {Seen} seen
 * @param {number[]} shown
 */
function stages({table, words}, shown) {
  const counts = table.options.stages.map((_, stage) => shown.filter(record => table.records.stage[record] === stage).length);
  const reached = [...counts.keys()].filter(stage => counts[stage]);
  if (!reached.length) return [];
  const name = (/** @type {number} */ stage) => `${counts[stage]} ${words.table.options.stages[stage]}`;
  return [
    el('div', {class: 'bar', 'aria-hidden': 'true'}, ...reached.map(stage => el('i', {class: `stage-${stage}`, style: `flex:${counts[stage]}`, title: name(stage)}))),
    el('p', {class: 'facts'}, ...reached.map(stage => el('span', {}, el('i', {class: `stage-${stage}`}), name(stage)))),
  ];
}

/**
 * @param {Element} root
 * @param {string} selector
 */
const all = (root, selector) => [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector))];
