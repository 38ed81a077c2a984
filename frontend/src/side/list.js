// The answer to a filter: the matching records, grouped by pair or by stage, sorted by pair or by date.
import {byDate, byPair, byStage} from '../model/list.js';
import {newness} from '../model/newness.js';
import {el} from '../shared/dom.js';
import {wayTo} from '../shared/way.js';
import {bondOf, lineOf, nameOf, optionOf} from './names.js';
/** @import {Seen} from '../stage/store.js' */

const MOST = 200; // rows that are drawn at first, and again with each click on how many follow

/**
 * @typedef {object} Choice
 * @property {'pair' | 'stage'} group
 * @property {'table' | 'date'} order
 * @property {number} [most] rows that are drawn
 */

/**
 * @param {Seen} seen
 * @param {Choice} choice
 * @param {(choice: Choice) => void} choose
 * @param {(record: number) => void} open
 * @returns {Node[]}
 */
export function matches(seen, choice, choose, open) {
  const {view, t, table, state: {filter: {sectors: [sector, ...others]}}} = seen;
  const rows = choice.order === 'date' ? byDate(table, view.rows) : view.rows;
  const groups = choice.group === 'pair' ? byPair(table, rows) : byStage(table, rows);
  const most = choice.most ?? MOST, more = rows.length - most;
  let left = most;
  const drawn = groups.map(({key, rows: found}) => {
    const shown = found.slice(0, left);
    left -= shown.length;
    return shown.length ? el('section', {}, title(seen, choice, key, found.length), el('ul', {}, ...shown.map(record => row(seen, record, open)))) : null;
  });
  return [
    el('h2', {}, t('stage.found', {n: view.rows.length})),
    el('p', {class: 'quiet'}, t('count.pairs', {n: view.pairs.size}), view.undated.length ? ` · ${t('terms.years.undated', {n: view.undated.length})}` : null),
    ...(sector && !others.length ? [el('a', {class: 'more', ...wayTo({page: 'sectors'})}, t('stage.sector'))] : []),
    view.rows.length ? el('div', {class: 'choices'},
      radio(t('stage.group'), {pair: t('stage.by_pair'), stage: t('stage.by_stage')}, choice.group, group => choose({...choice, group})),
      radio(t('stage.order'), {table: t('stage.as_listed'), date: t('stage.by_date')}, choice.order, order => choose({...choice, order}))) : el('p', {}, t('status.empty')),
    ...drawn.filter(section => section !== null),
    ...(more > 0 ? [el('button', {
      type: 'button', class: 'more', 'data-key': 'more', onclick: () => choose({...choice, most: most + MOST}),
    }, t('panel.more', {n: more}))] : []),
  ];
}

/**
 * @param {Seen} seen
 * @param {Choice} choice
 * @param {string} key
 * @param {number} n
 */
function title(seen, {group}, key, n) {
  const count = el('small', {title: seen.t('terms.records.says')}, String(n));
  if (group === 'stage') return el('h3', {}, key ? optionOf(seen, 'stages', key) : seen.t('stage.rest'), count);
  return el('h3', {title: bondOf(seen, key)}, lineOf(seen.table, seen.view.bonds.get(key)?.closeness), nameOf(seen, key), count);
}

/**
 * @param {Seen} seen
 * @param {number} record
 * @param {(record: number) => void} open
 */
function row({table, words, t, state: {since}}, record, open) {
  const newer = newness(table, since, record);
  const type = table.types[table.records.type[record]], begun = table.records.begun[record], ends = table.records.ends[record];
  const when = begun < 0 && ends < 0 ? '' : words.table.dates[begun < 0 ? ends : begun];
  return el('li', {}, el('button', {type: 'button', class: 'record', 'data-record': record, onclick: () => open(record)},
    el('span', {}, words.table.titles[record], ...newer ? [' ', el('span', {class: 'fresh'}, t(`since.${newer}`))] : []),
    el('small', {}, [t(`timeline.one.${type}`), when].filter(Boolean).join(' · '))));
}

/**
 * @template {string} T
 * @param {string} label
 * @param {Record<T, string>} options
 * @param {T} chosen
 * @param {(option: T) => void} choose
 */
const radio = (label, options, chosen, choose) => el('div', {class: 'switch', role: 'radiogroup', 'aria-label': label},
  .../** @type {[T, string][]} */ (Object.entries(options)).map(([option, text]) => el('button', {
    type: 'button', role: 'radio', 'aria-checked': option === chosen, 'data-key': option, onclick: () => choose(option),
  }, text)));
