// The message of the map: its sheets as published, and the styles that the filter and the selection give them.
import {isolated} from '../shared/borrowed.js';
import {facetsWithoutFilter} from '../model/filter.js';
import {countLinks, countRecords, countUnits, mainSectors} from '../model/metrics.js';
import {countNewer} from '../model/newness.js';
import {bondOf, nameOf, optionOf} from '../side/names.js';
/** @import {ArcStyle, LegendGroup, LineKey, MapFile, MapMessage, RegionStyle, Rgba, TieRow} from '../contract.js' */
/** @import {Seen} from './store.js' */

const TIE = {width: 1, alpha: 210};
const MOST_SECTORS = 3; // that colour lines, the rest being grey

/**
 * @param {Seen} seen
 * @param {MapFile} file
 * @returns {MapMessage}
 */
export function mapOf(seen, file) {
  const {state: {selected, since}, table, view, theme, t} = seen, newer = countNewer(table, since, view.rows);
  return {
    layout: file.layout, language: seen.state.language, sheets: file.sheets, layers: file.layers[theme], caption: file.caption, ui: file.ui,
    ties: ties(seen, file),
    styles: {regions: marking(regions(seen, file), newer, t), arcs: marking(arcs(seen, file), newer, t), places: marking(places(seen), newer, t)},
    legend: legend(seen, file),
    summary: t('stage.found', {n: seen.view.rows.length}),
    ...(selected && {selected: {
      kind: table.pairs.key.includes(selected) ? 'pair' : table.units.includes(selected) ? 'unit' : 'place', id: selected,
    }}),
  };
}

/**
 * Mark what has records that are newer than the visitor asked.
 * @template {{hint: string, fresh?: boolean}} Style
 * @param {Record<string, Style>} styles
 * @param {Map<string, number>} newer
 * @param {Seen['t']} t
 */
function marking(styles, newer, t) {
  for (const [key, n] of newer) if (styles[key]) Object.assign(styles[key], {fresh: true, hint: `${styles[key].hint}\n${t('since.count', {n})}`});
  return styles;
}

/**
 * What the map marks as selected: where it does not draw the selected place, the unit of that place.
 * @param {Seen['table']} table
 * @param {MapMessage} message
 */
export function marked({places, units}, {layout, styles, selected}) {
  if (selected?.kind !== 'place' || (layout !== 'ranked' && selected.id in styles.places)) return selected;
  return {kind: /** @type {const} */ ('unit'), id: units[places.unit[places.key.indexOf(selected.id)]]};
}

/**
 * @param {Seen} seen
 * @param {MapFile} file
 * @returns {Record<string, RegionStyle>}
 */
function regions(seen, {grounds, steps}) {
  const {table, view, t, theme, state} = seen, ground = grounds[theme], counts = countUnits(table, view);
  const recorded = new Set(table.records.pair.flatMap(pair => table.pairs.sides[pair])), numbers = countRecords(table, view);
  return Object.fromEntries(table.units.map(code => {
    const {ties: n, partners} = counts.get(code) ?? {ties: 0, partners: 0}, known = recorded.has(code);
    const step = steps.findLastIndex(least => n >= least);
    const fill = state.colouring !== 'regions' ? (n ? ground.tied : ground.untied)
      : n ? ground.fills[step] : known ? ground.none : ground.missing;
    const hint = known ? t('map.unit_hint', {ties: t('count.ties', {n}), pairs: t('count.pairs', {n: partners})}) : t('map.missing');
    return [code, {fill: rgba(fill), name: nameOf(seen, code), hint, number: numbers.get(code) ?? 0}];
  }));
}

/**
 * The style of each pair of units. One that the filter excludes is dimmed, not removed.
 * @param {Seen} seen
 * @param {MapFile} file
 * @returns {Record<string, ArcStyle>}
 */
function arcs(seen, {grounds, widths}) {
  const {table, view, theme, state} = seen, colours = colouring(seen);
  return Object.fromEntries([...view.bonds].map(([key, {closeness}]) => {
    const option = table.options.closeness.indexOf(closeness ?? ''), line = table.lines[option] ?? 'asked', dim = !view.pairs.has(key);
    /** @type {ArcStyle} */
    const style = {color: rgba(colours(key) ?? grounds[theme].quiet), width: widths[line], hint: hintOf(seen, key, dim)};
    if (table.dashed[option]) style.dash = true;
    if (line === 'asked' && !(closeness && state.filter.closeness.has(closeness))) style.asked = true;
    if (dim) style.dim = true;
    return [key, style];
  }));
}

/**
 * @param {Seen} seen
 * @param {string} key
 * @param {boolean} excluded
 */
function hintOf(seen, key, excluded) {
  const {view, t, state: {filter: {years}}} = seen, close = view.bonds.get(key)?.closeness;
  const closeness = years && close ? `${bondOf(seen, key)} · ${t('terms.badge.at', {year: years[1]})}` : bondOf(seen, key);
  if (excluded) return t('map.excluded', {closeness});
  return t('map.arc_hint', {closeness, projects: t('count.projects', {n: view.pairs.get(key)?.projects ?? 0})});
}

/**
 * The colour of each pair's line; undefined for grey.
 * @param {Seen} seen
 * @returns {(key: string) => string | undefined}
 */
function colouring({table, view, theme, state}) {
  const {closeness, sectors} = table.colours;
  if (state.colouring !== 'sectors') return key => closeness[theme][table.options.closeness.indexOf(view.bonds.get(key)?.closeness ?? '')];
  const among = colouredSectors({table, view, state});
  const main = mainSectors(table, view.rows, among);
  return key => sectors[theme][table.options.sectors.indexOf(main.get(key) ?? '')];
}

/**
 * The sectors that colour lines: of those chosen, or else of all, the ones that most records of pairs of units name.
 * @param {Pick<Seen, 'table' | 'view' | 'state'>} seen
 */
export function colouredSectors({table, view, state}) {
  const counts = table.options.sectors.map(() => 0);
  for (const record of view.rows) {
    if (table.pairs.regional[table.records.pair[record]]) for (const sector of table.records.sectors[record]) counts[sector]++;
  }
  const all = table.options.sectors.map((key, sector) => ({key, n: counts[sector]}));
  const chosen = all.filter(({key, n}) => (state.filter.sectors.size ? state.filter.sectors.has(key) : n));
  return chosen.sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1)).slice(0, MOST_SECTORS).map(({key}) => key);
}

/** @param {Seen} seen */
const places = ({table, view, t}) =>
  Object.fromEntries([...countLinks(table, view)].map(([key, n]) => [key, {hint: t('count.links', {n})}]));

/**
 * The ties below the regional level of the selected pair, unit or place, as thin lines between places.
 * @param {Seen} seen
 * @param {MapFile} file
 * @returns {TieRow[]}
 */
function ties(seen, {grounds}) {
  const {table, view, words, theme, state: {selected}} = seen;
  /** @type {Map<string, TieRow>} */
  const rows = new Map();
  for (const record of selected ? view.rows : []) {
    const [a, b] = table.records.places[record].map(place => table.places.key[place]);
    const pair = table.records.pair[record], key = table.pairs.key[pair], ends = table.pairs.sides[pair];
    if (!a || !b || ![key, ...ends, a, b].includes(selected ?? '')) continue;
    rows.set(`${a}/${b}`, {
      id: `${key}/${a}/${b}`, kind: 'link', ends, places: [a, b], color: rgba(grounds[theme].quiet, TIE.alpha), width: TIE.width,
      name: [nameOf(seen, a), nameOf(seen, b)].join(words.dash), hint: words.table.titles[record],
    });
  }
  return [...rows.values()];
}

/**
 * @param {Seen} seen
 * @param {MapFile} file
 * @returns {LegendGroup[]}
 */
function legend(seen, {grounds, steps, widths}) {
  const {table, t, theme, state} = seen, ground = grounds[theme], sectors = state.colouring === 'sectors';
  const dimension = sectors ? 'sectors' : 'closeness', colours = table.colours[dimension][theme];
  const ever = facetsWithoutFilter(table)[dimension];
  const keys = sectors ? colouredSectors(seen) : table.options.closeness.filter((_, option) => ever[option]);
  /** @type {LineKey[]} */
  const items = keys.map(key => {
    const option = table.options[dimension].indexOf(key), line = sectors ? 'medium' : table.lines[option];
    const chosen = state.filter[dimension].has(key);
    return {
      label: optionOf(seen, dimension, key), line: colours[option], width: widths[line], dash: !sectors && table.dashed[option],
      ring: line === 'asked' && !chosen, filter: [dimension, key], chosen,
    };
  });
  if (sectors) items.push({label: t('map.others'), line: ground.quiet, width: widths.medium});
  const ranges = steps.map((low, step) => (step === steps.length - 1 ? `${low}+` : `${low}–${steps[step + 1] - 1}`))
    .map(range => (seen.words.direction === 'rtl' ? isolated(range) : range));
  const fills = state.colouring === 'regions'
    ? [[t('map.missing'), ground.missing], ['0', ground.none], ...ranges.map((range, step) => [range, ground.fills[step]])]
    : [[t('map.tied'), ground.tied], [t('map.untied'), ground.untied]];
  return [
    {title: t('map.arcs'), says: t('terms.pairs.says'), items},
    {title: t(state.colouring === 'regions' ? 'map.legend' : 'map.regions'), says: t('terms.ties.says'), items: fills.map(([label, color]) => ({label, color}))},
  ];
}

/**
 * @param {string} colour as #rrggbb
 * @param {number} [alpha] 0 to 255
 * @returns {Rgba}
 */
function rgba(colour, alpha = 255) {
  const number = parseInt(colour.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255, alpha];
}
