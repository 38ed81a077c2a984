// The rows of a ranked sheet: those units first that most matching records name; geodata/ranked.py lays them alike.
import {clamp} from '../shared/numbers.js';
import {boxOf} from './geometry.js';
import {sizeOf} from './naming.js';
/** @import {ArcRow, Routes} from '../contract.js' */
/** @import {Spread} from './camera.js' */
/** @import {LabelRow, MapMessage, Point, Rows, Shapes} from './types.js' */

const LONGEST = 100, LEAST = 3; // map units, the longest bar and the shortest
const TYPE = 12, LETTER = 0.6, BESIDE = 8; // px, least size of a name; width of its letters by that; px up to its bar
const NUMBER = 30, UNNUMBERED = 400; // px of a number with its gap; a sheet less wide shows none: map.css
const BUTTONS = 52; // px beside the right column that the buttons of the map take, with a gap
const MOST = 0.38; // share of the width that the names of a column may take
const LEGS = 24; // of a line

/**
 * A row, in map units: its name stands beside `x`, its bar reaches from there to `tip`, where its lines end.
 * @typedef {{x: number, y: number, tip: number, number: number, rank: number, shrunk: number}} Row shrunk so that its name has room
 * @typedef {ReadonlyMap<string, Row>} Ranking by code of the unit
 */

/**
 * The rows of a sheet by number, and by name if the numbers are equal; null if the sheet has no rows. On a narrow window,
 * where names no longer shrink with the sheet, the columns stand farther in and their bars are shorter.
 * @param {Pick<MapMessage, 'styles' | 'language'>} message
 * @param {Rows} rows as published
 * @param {Spread} [spread] of the sheet
 * @returns {Ranking | null}
 */
export function rank({styles: {regions}, language}, {labels = []}, spread = {wide: Infinity, spare: 0}) {
  const rows = labels.filter(({id, row}) => row && id in regions);
  if (!rows.length) return null;
  const numberOf = (/** @type {LabelRow} */ {id}) => regions[id].number;
  const xs = rows.map(({position: [x]}) => x), west = Math.min(...xs), east = Math.max(...xs), width = west + east;
  const column = (/** @type {'left' | 'right'} */ side) => rows.filter(({row}) => row?.side === side);
  const numbers = spread.wide < UNNUMBERED ? 0 : NUMBER;
  const sides = /** @type {const} */ ([['left', spread.spare], ['right', spread.spare - (numbers ? BUTTONS : 0)]])
    .map(([side, spare]) => ({letters: longest(column(side)) + numbers, spare: spare - BESIDE}));
  const rowed = sizeOf(rows[0], spread.wide / width);
  const size = Math.max(1, Math.min(rowed, ...sides.map(({letters, spare}) => (MOST * spread.wide + spare) / letters)));
  const [left, inset] = sides.map(({letters, spare}) =>
    Math.max(west, Math.min(MOST * width, (size * letters - spare) / spread.wide * width))), right = width - inset;
  const {compare} = new Intl.Collator(language);
  const scale = LONGEST / Math.max(1, ...rows.map(numberOf)) * (right - left) / (east - west);
  return new Map(/** @type {const} */ ([['left', left, 1], ['right', right, -1]]).flatMap(([side, x, inward]) => {
    const names = column(side), ys = names.map(({position: [, y]}) => y).sort((a, b) => a - b);
    names.sort((a, b) => numberOf(b) - numberOf(a) || compare(a.text, b.text));
    return names.map((label, at) => {
      const number = numberOf(label);
      return [label.id, {x, y: ys[at], tip: x + inward * Math.max(LEAST, scale * number), number, rank: at, shrunk: size / rowed}];
    });
  }));
}

/**
 * About the width of the longest name at its least size, px: an ideograph is as wide as it is high.
 * @param {LabelRow[]} names
 */
const longest = names => TYPE * Math.max(...names.map(({text}) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : LETTER), 0)));

/**
 * The rows on their way from one ranking to another.
 * @param {Ranking} from
 * @param {Ranking} to
 * @param {number} share 0 to 1
 * @returns {Ranking}
 */
export const between = (from, to, share) => new Map([...to].map(([code, row]) => {
  const before = from.get(code) ?? row, mix = (/** @type {'y' | 'tip'} */ name) => before[name] + (row[name] - before[name]) * share;
  return [code, {...row, y: mix('y'), tip: mix('tip')}];
}));

/**
 * True if every row is where a ranking has it.
 * @param {Ranking} from
 * @param {Ranking} to
 */
export const isThere = (from, to) => [...to].every(([code, {y, tip}]) => from.get(code)?.y === y && from.get(code)?.tip === tip);

/**
 * The rows of a sheet moved to where a ranking has them, with their bars, places and lines.
 * @param {Rows} rows as published
 * @param {Ranking} ranking
 * @returns {Rows}
 */
export function ranked(rows, ranking) {
  const {labels = [], places = [], arcs = [], regions} = rows;
  return {
    ...rows,
    ...(regions && {regions: bars(regions, ranking)}),
    routes: curves(arcs, ranking),
    places: places.map(place => ({...place, position: tipOf(ranking, place.ends[0]) ?? place.position})),
    labels: labels.map(label => {
      const row = ranking.get(label.id);
      return row && label.row ? {...label, position: [row.x, row.y], priority: ranking.size - row.rank, row: {...label.row, height: label.row.height * row.shrunk, number: row.number}} : label;
    }),
  };
}

/**
 * @param {Ranking} ranking
 * @param {string} code
 * @returns {Point | undefined}
 */
function tipOf(ranking, code) {
  const row = ranking.get(code);
  return row && [row.tip, row.y];
}

/**
 * Each bar as thick as published.
 * @param {Shapes} regions
 * @param {Ranking} ranking
 * @returns {Shapes}
 */
const bars = ({features, ...regions}, ranking) => ({...regions, features: features.map(feature => {
  const row = ranking.get(feature.properties.code ?? '');
  if (!row || feature.geometry.type !== 'MultiPolygon') return feature;
  const [, top, , bottom] = boxOf(feature.geometry.coordinates[0][0]), half = (bottom - top) / 2, {x, y, tip} = row;
  /** @type {Point[]} */
  const ring = [[x, y - half], [tip, y - half], [tip, y + half], [x, y + half], [x, y - half]];
  return {...feature, geometry: {type: 'MultiPolygon', coordinates: [[ring]]}};
})});

/**
 * S-shaped ways from tip to tip. All bend between the same two x, so that two cross once if they must, else never.
 * @param {ArcRow[]} arcs
 * @param {Ranking} ranking
 * @returns {Routes}
 */
function curves(arcs, ranking) {
  const rows = [...ranking.values()];
  const left = Math.max(...rows.filter(({x, tip}) => tip > x).map(({tip}) => tip));
  const right = Math.min(...rows.filter(({x, tip}) => tip < x).map(({tip}) => tip));
  const ways = arcs.flatMap(({id, ends: [a, b]}) => {
    const from = tipOf(ranking, a), to = tipOf(ranking, b);
    return from && to ? [{id, points: curve(from, to, left, right)}] : [];
  });
  return {
    nodes: ways.flatMap(({points}) => points),
    ways: Object.fromEntries(ways.map(({id, points}, at) => [id, [...points.keys()].map(i => at * points.length + i)])),
  };
}

/**
 * @param {Point} from
 * @param {Point} to
 * @param {number} left x at which it begins to bend
 * @param {number} right
 */
const curve = ([x0, y0], [x1, y1], left, right) => Array.from({length: LEGS + 1}, (_, leg) => {
  const x = x0 + (x1 - x0) * leg / LEGS, t = clamp((x - left) / (right - left), 0, 1);
  return /** @type {Point} */ ([x, y0 + t * t * (3 - 2 * t) * (y1 - y0)]);
});
