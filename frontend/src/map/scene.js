// The scene: everything on the map as plain objects with names, shapes and ends, for drawing and hit-testing.
import {boxOf, linesOf, polygonsOf, tessellate} from './geometry.js';
import {memo} from './memo.js';
/** @import {Arc, MapMessage, MapObject, Rows, Scene, Selected, Unit} from './types.js' */

/**
 * @param {Selected | null | undefined} object
 * @returns {string} "<kind>:<id>"
 */
export const keyOf = object => (object ? `${object.kind}:${object.id}` : '');

const areas = memo(polygonsOf);
const lines = memo(linesOf);
const shaped = memo((/** @type {Arc['curve']} */ curve) => {
  const path = tessellate(curve);
  return {path, box: boxOf(path)};
});

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
 * @param {MapMessage} message
 * @param {Rows} rows of every layer, including those from URLs; rows that could not be loaded are missing
 * @returns {Scene}
 */
export function buildScene({styles}, rows) {
  const regions = rows.regions ? areas(rows.regions) : [];
  /** @type {Unit[]} */
  const units = Object.entries(styles.regions).map(([id, style]) =>
    ({...style, kind: 'unit', id, polygons: regions.filter(({code}) => code === id)}));
  const arcs = styled(rows.arcs ?? [], styles.arcs).map(row => ({...row, ...shaped(row.curve)}));
  const ties = (rows.ties ?? []).map(row => ({...row, ...shaped(row.curve)}));
  const places = styled(rows.places ?? [], styles.places);
  const curves = [...arcs, ...ties];
  const objects = new Map([...units, ...curves, ...places].map(object => [keyOf(object), object]));
  const labels = (rows.labels ?? []).filter(row => objects.has(keyOf(row)))
    .map(row => ({...row, dot: radiusOf(objects.get(keyOf(row)))}));
  return {
    content: {
      land: rows.land ? areas(rows.land) : [], regions, borders: rows.borders ? lines(rows.borders) : [],
      arcs, ties, places, labels
    },
    units, curves, places, labels, objects
  };
}

/** @param {MapObject | undefined} object */
const radiusOf = object => (object?.kind === 'place' ? object.radius : 0);
