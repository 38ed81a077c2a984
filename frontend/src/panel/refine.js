// A panel as the filter leaves it: the records that pass, their counts, the badges of the chosen year, a bar of stages.
import {newness} from '../model/newness.js';
import {el, write} from '../shared/dom.js';
import {bondOf, toneOf} from '../side/names.js';
/** @import {Seen} from '../stage/store.js' */

const SLOT = /<i data-(record|source)="(\d+)"><\/i>/g;

const LIST = /(?:<i data-record="\d+"><\/i>)+/g;
const CITED = /href="#s(\d+)"/g;
const LONG = 500, FIRST = 20; // records from which on only the first of each list are drawn; dashboard/html/context.py does the same

/**
 * The HTML of a panel, with its records and sources. A long one has the first records of each list, those that are
 * wanted, and what they cite; the others stay slots, which count but have nothing to draw.
 * @param {import('../contract.js').Panels} panels
 * @param {string} key
 * @param {ReadonlySet<number>} passed the records that pass the filter
 * @param {ReadonlySet<string>} [whole] numbers of the lists that are drawn whole
 * @param {string} [wanted] number of a record that is drawn in any case
 */
export function filled({subjects, records, sources: cites}, key, passed, whole = new Set(), wanted = '') {
  const html = subjects[key] ?? '', lists = html.match(LIST) ?? [];
  const long = lists.join('').split('<i ').length > LONG + 1;
  let list = 0;
  const drawn = html.replace(LIST, run => {
    const name = String(list++);
    let left = long && !whole.has(name) ? FIRST : Infinity;
    const found = run.replace(SLOT, (slot, _, number) =>
      (!long || number === wanted || (passed.has(Number(number)) && left-- > 0) ? records[number] : slot));
    return left < 0 ? `${found}<p class="cut" data-list="${name}" data-n="${FIRST - left}"></p>` : found;
  });
  const cited = long && new Set(Array.from(drawn.matchAll(CITED), ([, number]) => number));
  const source = (/** @type {string} */ slot, /** @type {string} */ kind, /** @type {string} */ number) =>
    (kind === 'record' ? slot : !cited || cited.has(number) ? cites[number] : '');
  return (cited ? drawn.replace('<ol class="sources">', '<p class="cut"></p>$&') : drawn).replace(SLOT, source);
}

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
 * @param {(list: string) => void} drawWhole
 */
export function refine(root, seen, drawWhole) {
  const {table, view, t, state: {filter, since}} = seen, passed = new Set(view.rows);
  const articles = all(root, '[data-record]'), numbers = articles.map(article => Number(article.dataset.record));
  articles.forEach((article, at) => {
    article.hidden = !passed.has(numbers[at]);
    mark(article, newness(table, since, numbers[at]), t);
  });
  const shown = numbers.filter(record => passed.has(record));
  head(all(root, '[data-from]'), filter.years?.[1] ?? 0, filter.undated.size > 0, t);
  for (const group of all(root, 'details.group')) count(group, group.querySelector('.n'));
  for (const row of all(root, '.partners .row')) partner(row, shown, seen);
  for (const cut of all(root, '.cut')) cutShort(cut, t, drawWhole);
  sources(root);
  for (const part of all(root, '[role=tabpanel]')) count(part, root.querySelector(`[aria-controls="${part.id}"] .n`), root.querySelector(`[aria-controls="${part.id}"]`));
  const bar = root.querySelector('.stages'), hidden = root.querySelector('[data-hidden]'), left = numbers.length - shown.length;
  bar?.replaceChildren(...stages(seen, shown));
  hidden?.replaceChildren(t('panel.hidden', {n: left}), ' ', el('button', {'data-act': 'reset'}, t('panel.show_all')));
  hidden?.toggleAttribute('hidden', !left);
}

/**
 * Mark a record that is newer than the visitor asked.
 * @param {Element} article
 * @param {ReturnType<typeof newness>} newer
 * @param {Seen['t']} t
 */
function mark(article, newer, t) {
  article.querySelector('.newer')?.remove();
  if (newer) article.querySelector('.title')?.append(el('span', {class: 'newer'}, ' ', el('span', {class: 'fresh'}, t(`since.${newer}`))));
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
  const own = part.id === 'part-partners' ? '.row' : part.id === 'part-sources' ? '.sources > li' : '[data-record]';
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

/**
 * Offer the rest of a list; say of the sources that they are those of what is drawn.
 * @param {HTMLElement} cut
 * @param {Seen['t']} t
 * @param {(list: string) => void} drawWhole
 */
function cutShort(cut, t, drawWhole) {
  const {list, n} = cut.dataset;
  if (list === undefined) write(cut, t('panel.cut_sources'));
  else cut.replaceChildren(el('button', {type: 'button', onclick: () => drawWhole(list)}, t('panel.whole', {n: Number(n)})));
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
