// What the timeline shows: every dated record, those strong that pass the filter and concern the selection. The years do not
// count, which it sets.
import {memo} from '../map/memo.js';
import {select, yearsOf} from '../model/filter.js';
import {countYears} from '../model/metrics.js';
import {nameOf} from '../side/names.js';
/** @import {Data, Description, Mark} from '../timeline/types.js' */
/** @import {Seen, Table} from './store.js' */

const MOST_UNDATED = 30; // undated records that are listed

/**
 * @param {Seen} seen
 * @returns {Data}
 */
export function timelineOf(seen) {
  const {t, table, state: {filter, language, selected}} = seen, by = filter.years_by;
  const view = filter.years ? select(table, {...filter, years: null}, seen.holding) : seen.view;
  const rows = view.rows.filter(record => kindOf(table, record) >= 0 && (!selected || isAbout(table, record, selected)));
  const counts = countYears(table, {...view, rows}, by), undated = rows.filter(record => !yearsOf(table, record, by));
  const name = selected && nameOf(seen, selected), sentence = inWords(seen, rows, counts);
  return {
    language, first: table.years[0], counts, marks: marks(table, new Set(rows), by), years: filter.years && [...filter.years],
    measure: [t(`terms.years.${by}`), ...(name ? [name] : [])].join(' · '),
    kinds: table.dated.map(key => ({key, name: t(`timeline.${key}`), says: t(`terms.${key}.says`)})),
    says: name ? t('timeline.of', {name, says: sentence}) : sentence,
    undated: undated.slice(0, MOST_UNDATED),
    undated_says: undated.length ? t('timeline.undated_n', {n: undated.length}) : '',
    undated_more: undated.length > MOST_UNDATED ? t('timeline.more', {n: undated.length - MOST_UNDATED}) : '',
    about: record => describe(seen, record),
    ui: /** @type {Data['ui']} */ (seen.words.ui.timeline.ui),
  };
}

/**
 * The type of a record as an index in `dated`, -1 if it does not stand on the timeline.
 * @param {Seen['table']} table
 * @param {number} record
 */
const kindOf = ({dated, types, records}, record) => dated.indexOf(types[records.type[record]]);

/**
 * @param {Seen['table']} table
 * @param {number} record
 * @param {string} key of a pair, unit or place
 */
export const isAbout = ({pairs, places, records}, record, key) =>
  pairs.key[records.pair[record]] === key || pairs.sides[records.pair[record]].includes(key)
  || records.named[record].includes(places.key.indexOf(key));

/**
 * The marks of each year. They are the same under every filter, so that none moves.
 * @param {Table} table
 * @param {ReadonlySet<number>} strong
 * @param {string} by
 * @returns {Mark[][]}
 */
const marks = (table, strong, by) =>
  lasting(table, by).map(ofYear => ofYear.map(({record, kind}) => ({record, kind, strong: strong.has(record)})));

const lasting = memo((/** @type {Table} */ table, /** @type {string} */ by) => {
  const [first, last] = table.years;
  const found = Array.from({length: last - first + 1}, () => /** @type {Omit<Mark, 'strong'>[]} */ ([]));
  for (const record of table.records.type.keys()) {
    const kind = kindOf(table, record), years = kind < 0 ? null : yearsOf(table, record, by);
    for (let year = Math.max(first, years?.[0] ?? Infinity); year <= Math.min(last, years?.[1] ?? 0); year++) {
      found[year - first].push({record, kind});
    }
  }
  return found.map(ofYear => ofYear.sort((a, b) => a.kind - b.kind || table.first[a.record] - table.first[b.record]));
});

/**
 * The strong marks in a sentence; of a selection, each agreement with its date too.
 * @param {Seen} seen
 * @param {number[]} rows
 * @param {number[][]} counts
 */
function inWords(seen, rows, counts) {
  const {t, table, state: {filter: {years_by: by}, language, selected}} = seen, [first, last] = table.years;
  const sums = counts.map(each => each.reduce((a, b) => a + b, 0)), most = Math.max(...sums), year = sums.indexOf(most);
  if (!most) return t('timeline.says_nothing');
  const listed = new Intl.ListFormat(language, {style: 'short', type: 'unit'});
  const counted = (/** @type {(kind: number) => number} */ count) => listed.format(
    table.dated.flatMap((kind, at) => (count(at) ? [t(`count.${kind}`, {n: count(at)})] : [])));
  const agreements = selected ? rows.filter(record => kindOf(table, record) === 0).map(record => describe(seen, record)) : [];
  return [
    t(by === table.choices.years_by[0] ? 'timeline.says' : 'terms.years.says', {
      first, last, year: first + year, most: counted(at => counts[year][at]),
      kinds: counted(at => counts.reduce((sum, each) => sum + each[at], 0)),
    }),
    ...agreements.map(({kind, date}) => `${kind}: ${date}.`),
  ].join(' ');
}

/**
 * @param {Seen} seen
 * @param {number} record
 * @returns {Description}
 */
function describe({words, table, t}, record) {
  const {kind, type, begun, ends, pair} = table.records, dates = new Set([begun[record], ends[record]].filter(date => date >= 0));
  return {
    title: words.table.titles[record],
    type: t(`timeline.one.${table.types[type[record]]}`),
    kind: words.table.options.kinds[kind[record]] ?? '',
    date: [...dates].map(date => words.table.dates[date]).join(' · ') || words.table.undated,
    pair: table.pairs.key[pair[record]], pair_title: words.table.pairs[pair[record]],
  };
}
