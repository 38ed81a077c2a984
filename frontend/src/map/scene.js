// The scene: everything on the map as plain objects with names, shapes and ends, for drawing and hit-testing.
import {bow, boxOf, linesOf, polygonsOf} from './geometry.js';
import {DOT} from './looks.js';
import {memo} from './memo.js';
import {tracks} from './tracks.js';
/** @import {ArcRow, ArcStyle, Routes, TieRow} from '../contract.js' */
/** @import {Arc, MapMessage, Rows, Scene, Selected, Unit} from './types.js' */

const FINEST = 2; // zoom level from which on the tracks move apart instead of being laid anew

/**
 * @param {Selected | null | undefined} object
 * @returns {string} "<kind>:<id>"
 */
export const keyOf = object => (object ? `${object.kind}:${object.id}` : '');

/** @type {Routes} */
const NOWHERE = {nodes: [], ways: {}};

const areas = memo(polygonsOf);
const lines = memo(linesOf);

/** @param {object | undefined} object */
const isFresh = object => Boolean(object && 'fresh' in object && object.fresh);

/**
 * The rows of a view: those it has a style for, combined with that style.
 * @template {{id: string}} Row
 * @template Style
 * @param {Row[]} rows
 * @param {Record<string, Style>} styles
 */
const styled = (rows, styles) => rows.filter(({id}) => id in styles).map(row => ({...row, ...styles[row.id]}));

/** @type {Scene} */
export const EMPTY = {
  content: {land: [], regions: [], borders: [], arcs: [], ties: [], places: [], labels: []},
  units: [], curves: [], places: [], labels: [], objects: new Map()
};

/**
 * The arcs on their tracks. No arc moves for one that is fainter: those that the
 * filter keeps have tracks among themselves, those drawn only if asked for among all.
 * @param {(ArcRow & ArcStyle)[]} arcs
 * @param {Rows} rows
 * @param {number} level
 * @returns {Arc[]}
 */
function laid(arcs, {routes = NOWHERE}, level) {
  const scale = 2 ** Math.min(level, FINEST);
  const drawn = arcs.filter(({asked}) => !asked), kept = drawn.filter(({dim}) => !dim);
  const steps = [[arcs, drawn], [drawn, kept], [kept, []]];
  const paths = new Map(steps.flatMap(([among, later], step) => [...pathsOf(step, routes, among, later, scale)]));
  return arcs.flatMap(arc => {
    const path = paths.get(arc.id);
    return path ? [{...arc, path, box: boxOf(path)}] : [];
  });
}

/** @type {{routes: Routes, key: string, paths: ReturnType<typeof tracks>}[]} what each step of `laid` found last */
const found = [];

/**
 * The paths of arcs among others, but for those that a later step lays. A filter seldom changes more than the last step.
 * @param {number} step
 * @param {Routes} routes
 * @param {(ArcRow & ArcStyle)[]} among
 * @param {(ArcRow & ArcStyle)[]} later
 * @param {number} scale px per map unit
 */
function pathsOf(step, routes, among, later, scale) {
  const left = new Set(later.map(({id}) => id)), key = JSON.stringify([scale, among.map(({id, width}) => [id, width, left.has(id)])]);
  if (found[step]?.routes !== routes || found[step].key !== key) {
    found[step] = {routes, key, paths: tracks(routes, among, scale, id => !left.has(id))};
  }
  return found[step].paths;
}

/**
 * The ties between the places of a sheet.
 * @param {TieRow[]} ties
 * @param {Rows} rows
 * @returns {Arc[]}
 */
function bowed(ties, {places = []}) {
  const at = new Map(places.map(({id, position}) => [id, position]));
  return ties.flatMap(tie => {
    const [from, to] = tie.places.map(id => at.get(id));
    if (!from || !to) return [];
    const path = bow(from, to);
    return [{...tie, path, box: boxOf(path)}];
  });
}

/**
 * @param {Pick<MapMessage, 'styles' | 'ties'>} message
 * @param {Rows} rows of the sheet, including those from URLs; rows that could not be loaded are missing
 * @param {number} level zoom, rounded; the tracks are laid for it
 * @returns {Scene}
 */
export function buildScene(message, rows, level) {
  const {styles} = message;
  const regions = rows.regions ? areas(rows.regions) : [];
  /** @type {Unit[]} */
  const units = Object.entries(styles.regions).map(([id, style]) =>
    ({...style, kind: 'unit', id, polygons: regions.filter(({code}) => code === id)}));
  const arcs = laid(styled(rows.arcs ?? [], styles.arcs), rows, level);
  const ties = bowed(message.ties, rows);
  const places = styled(rows.places ?? [], styles.places);
  const curves = [...arcs, ...ties];
  const objects = new Map([...units, ...curves, ...places].map(object => [keyOf(object), object]));
  const dots = new Map([
    ...places.map(place => /** @type {[string, number]} */ ([keyOf(place), place.radius])),
    ...arcs.flatMap(({ends}) => ends.map(id => /** @type {[string, number]} */ ([`unit:${id}`, DOT])))
  ]);
  const labels = (rows.labels ?? []).filter(row => objects.has(keyOf(row)))
    .map(row => ({...row, dot: (!row.row && dots.get(keyOf(row))) || 0, fresh: isFresh(objects.get(keyOf(row)))}));
  return {
    content: {
      land: rows.land ? areas(rows.land) : [], regions, borders: rows.borders ? lines(rows.borders) : [],
      arcs, ties, places, labels
    },
    units, curves, places, labels, objects
  };
}
