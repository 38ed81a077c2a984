// The side of the map while nothing is chosen: three numbers, the twins and the pairs with agreements, doors to sectors and
// stories; the first steps of an editor if there are no records.
import {countNewer} from '../model/newness.js';
import {el} from '../shared/dom.js';
import {tell} from '../shared/tell.js';
import {wayTo} from '../shared/way.js';
import {bondOf, isAgreed, lineOf, nameOf, optionOf, sinceOf} from './names.js';
/** @import {Seen} from '../stage/store.js' */

const DOORS = 4; // sectors with the most projects

/**
 * @param {Seen} seen
 * @returns {Node[]}
 */
export function welcome(seen) {
  const {table, view, t} = seen, [closest] = table.options.closeness;
  if (!table.records.type.length) {
    return begin(seen);
  }
  const since = (/** @type {string} */ key) => {
    const date = view.bonds.get(key)?.since ?? -1;
    return date < 0 ? Infinity : date;
  };
  const close = [...view.bonds.keys()].filter(key => isAgreed(table, view.bonds.get(key)?.closeness ?? null))
    .sort((a, b) => since(a) - since(b));
  const twins = close.filter(key => view.bonds.get(key)?.closeness === closest), others = close.filter(key => !twins.includes(key));
  const done = view.rows.filter(record => table.records.stage[record] === table.done).length;
  return [
    el('dl', {class: 'numbers'},
      number(twins.length, t('stage.twins', {n: twins.length})),
      number(others.length, t(twins.length ? 'stage.agreements' : 'stage.with_agreements', {n: others.length})),
      number(done, t('stage.done', {n: done}), t('terms.projects.says'))),
    ...pairs(t('stage.twinned'), twins, seen), ...pairs(t('stage.agreed'), others, seen),
    el('h2', {}, t('stage.sectors')), el('div', {class: 'doors'}, ...doors(seen)), el('a', {class: 'more', ...wayTo({page: 'sectors', sector: ''})}, t('stage.all_sectors')),
    ...table.stories.length ? [el('a', {class: 'more', ...wayTo({page: 'stories'})}, t('stage.stories'))] : [],
    read(seen), el('p', {class: 'quiet'}, t('panel.welcome_text')),
  ];
}

/**
 * The first steps of an editor, while the table is empty.
 * @param {Seen} seen
 */
const begin = ({t}) => [
  el('h2', {}, t('stage.empty.title')),
  el('ol', {class: 'steps'}, ...['source', 'pair', 'check'].map(step => el('li', {}, t(`stage.empty.${step}`)))),
];

/**
 * What each line means, and the way to the page that explains the rest.
 * @param {Seen} seen
 */
function read(seen) {
  const {table, words, t} = seen;
  const lines = table.options.closeness.flatMap((key, option) => [
    el('dt', {}, lineOf(table, key), words.table.options.closeness[option]),
    el('dd', {}, /** @type {Record<string, string>} */ (words.ui.stage.levels)[key] ?? ''),
  ]);
  return el('details', {}, el('summary', {}, t('stage.read')), el('dl', {class: 'read'}, ...lines),
    el('a', {class: 'more', ...wayTo({page: 'about'})}, t('stage.about')));
}

/**
 * @param {number} n
 * @param {string} label
 * @param {string} [says]
 */
const number = (n, label, says) => el('div', {title: says}, el('dt', {}, label), el('dd', {}, String(n)));

/**
 * Pairs to choose, each with its line, its name, and the year since when.
 * @param {string} title
 * @param {string[]} keys
 * @param {Seen} seen
 * @param {Map<string, number>} [newer]
 */
const pairs = (title, keys, seen, newer = countNewer(seen.table, seen.state.since, seen.view.rows)) => (keys.length ? [
  el('h2', {}, title, el('small', {title: seen.t('terms.pairs.says')}, String(keys.length))),
  el('ul', {}, ...keys.map(key => el('li', {}, row(seen, key, newer.has(key))))),
] : []);

/**
 * @param {Seen} seen
 * @param {string} key
 * @param {boolean} newer it has a record that is
 */
function row(seen, key, newer) {
  const bond = seen.view.bonds.get(key), onclick = () => tell({do: 'set', name: 'selected', value: key});
  return el('button', {type: 'button', class: 'row', title: bondOf(seen, key), 'data-key': key, onclick},
    lineOf(seen.table, bond?.closeness), el('span', {}, nameOf(seen, key), ...newer ? [' ', el('span', {class: 'fresh'}, seen.t('since.changed'))] : []), el('b', {}, sinceOf(seen, bond ?? {since: -1})));
}

/** @param {Seen} seen */
function doors(seen) {
  const {table, view, t} = seen;
  const {sectors} = table.options, ofSector = sectors.map(() => /** @type {number[]} */ ([]));
  for (const record of view.rows) for (const sector of table.records.sectors[record]) ofSector[sector].push(record);
  const counts = sectors.map((key, sector) => {
    const found = ofSector[sector], between = new Set(found.map(record => table.records.pair[record]).filter(pair => table.pairs.regional[pair]));
    return {key, projects: found.filter(record => table.records.stage[record] >= 0).length, pairs: between.size};
  });
  return counts.sort((a, b) => b.projects - a.projects || b.pairs - a.pairs).slice(0, DOORS).map(({key, projects, pairs: n}) => el('a', {
    class: 'door', 'data-key': key, ...wayTo({page: 'sectors', selected: '', sector: key}),
  }, el('strong', {}, optionOf(seen, 'sectors', key)),
    el('span', {}, `${t('count.projects', {n: projects})} · ${t('count.pairs', {n})}`)));
}
