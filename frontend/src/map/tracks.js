// Tracks: lines that share a way run side by side, as on the map of an underground railway.
/** @import {Routes} from '../contract.js' */
/** @import {Point} from './types.js' */

const GAP = 1.5;    // px between neighbouring lines ...
const WIDEST = 44;  // ... of which all together are at most this wide, px
const EASE = 60;    // px along which a line changes its place when others leave or join
const TAPER = 46;   // px along which a line comes to the point where it ends
const SIGMA = 22;   // px, of the Gaussian that smooths a line along its length
const STEP = 7;     // px between the points of a line

/**
 * A line on its way over the nodes, in px; leg i runs from node i to node i + 1.
 * @typedef {object} Line
 * @property {string} id
 * @property {number} width px
 * @property {number[]} way
 * @property {Point[]} points
 * @property {number[]} turns at each node, in radians, to the right if positive; 0 at both ends
 * @property {number[]} run the distance of each node from the start
 * @property {Set<Line>[]} company the lines on each leg
 * @property {number[]} shift of each leg to the right
 */

/**
 * The paths of some lines, each from its first node to its last, clear of the others where they run together.
 * @param {Routes} routes
 * @param {{id: string, width: number}[]} drawn width in px
 * @param {number} scale px per map unit
 * @param {(id: string) => boolean} [wanted] the lines whose paths are asked for, all by default
 * @returns {Map<string, Point[]>} in map units
 */
export function tracks({nodes, ways}, drawn, scale, wanted = () => true) {
  const lines = drawn.filter(({id}) => ways[id]?.length > 1)
    .map(({id, width}) => lineOf(id, width, ways[id], nodes, scale));
  for (const sharing of legsOf(lines)) {
    sharing.sort(inOrder);
    const company = new Set(sharing.map(({line}) => line));
    const whole = sharing.reduce((sum, {line}) => sum + line.width + GAP, 0);
    let left = -whole / 2;
    for (const {line, leg} of sharing) {
      line.company[leg] = company;
      line.shift[leg] = (left + (line.width + GAP) / 2) * Math.min(1, WIDEST / whole);
      left += line.width + GAP;
    }
  }
  return new Map(lines.filter(({id}) => wanted(id)).map(line =>
    [line.id, smoothed(shifted(line)).map(([x, y]) => /** @type {Point} */ ([x / scale, y / scale]))]));
}

/**
 * @param {string} id
 * @param {number} width
 * @param {number[]} way
 * @param {Point[]} nodes
 * @param {number} scale
 * @returns {Line}
 */
function lineOf(id, width, way, nodes, scale) {
  const points = way.map(node => /** @type {Point} */ (nodes[node].map(value => value * scale)));
  const run = [0], turns = [0];
  for (let i = 1; i < points.length; i++) {
    run.push(run[i - 1] + length(points[i - 1], points[i]));
    turns.push(i + 1 < points.length ? turn(points[i - 1], points[i], points[i + 1]) : 0);
  }
  return {id, width, way, points, turns, run, company: [], shift: []};
}

/**
 * @typedef {{line: Line, leg: number}} Leg
 * @param {Line[]} lines
 * @returns {Iterable<Leg[]>} the legs that lie between the same nodes and run in the same direction
 */
function legsOf(lines) {
  /** @type {Map<string, Leg[]>} */
  const legs = new Map();
  for (const line of lines) {
    for (let leg = 0; leg + 1 < line.way.length; leg++) {
      const key = `${line.way[leg]} ${line.way[leg + 1]}`;
      const sharing = legs.get(key);
      if (sharing) sharing.push({line, leg});
      else legs.set(key, [{line, leg}]);
    }
  }
  return legs.values();
}

/**
 * The order of lines on a leg, from left to right: that in which they part, or else that in which they met.
 * @param {Leg} a
 * @param {Leg} b
 */
function inOrder(a, b) {
  for (let i = 1; a.leg + i < a.line.way.length || b.leg + i < b.line.way.length; i++) {
    const to = (a.line.turns[a.leg + i] ?? 0) - (b.line.turns[b.leg + i] ?? 0);
    if (to) return to;
  }
  for (let i = 0; i <= a.leg || i <= b.leg; i++) {
    const from = (a.line.turns[a.leg - i] ?? 0) - (b.line.turns[b.leg - i] ?? 0);
    if (from) return from;
  }
  return a.line.id < b.line.id ? -1 : 1;
}

/**
 * The line moved onto its tracks, as points at equal distances.
 * @param {Line} line
 */
function shifted(line) {
  const {points, run} = line, last = points.length - 1, whole = run[last];
  const count = Math.max(8, Math.ceil(whole / STEP));
  const across = points.map((_, i) => normal(points[Math.max(0, i - 1)], points[Math.min(last, i + 1)]));
  const places = placesOf(line);
  const [first, final] = tapers(line);
  let leg = 0, knot = 0;
  return Array.from({length: count + 1}, (_, i) => {
    const at = (whole * i) / count;
    while (leg < last - 1 && run[leg + 1] < at) leg += 1;
    while (knot < places.length - 2 && places[knot + 1][0] < at) knot += 1;
    const shift = between(places[knot], places[knot + 1], at) * Math.min(1, at / first, (whole - at) / final);
    const share = (at - run[leg]) / (run[leg + 1] - run[leg] || 1);
    return /** @type {Point} */ ([0, 1].map(axis =>
      mix(points[leg][axis], points[leg + 1][axis], share)
      + shift * mix(across[leg][axis], across[leg + 1][axis], share)));
  });
}

/**
 * The shift to the right along a line, as corners of a graph over the distance. A line keeps its place for a while
 * after others have left, and takes its place before others join, so that no two change places while they run together.
 * @param {Line} line
 * @returns {[distance: number, shift: number][]}
 */
function placesOf({run, company, shift}) {
  const changes = shift.flatMap((_, leg) => (leg && !same(company[leg], company[leg - 1]) ? [leg] : []));
  const starts = [0, ...changes, shift.length];
  /** @type {[number, number][]} */
  const corners = [[0, shift[0]]];
  changes.forEach((leg, i) => {
    const before = run[leg] - run[starts[i]], after = run[starts[i + 2]] - run[leg];
    const left = [...company[leg - 1]].some(line => !company[leg].has(line));
    const joined = [...company[leg]].some(line => !company[leg - 1].has(line));
    corners.push([run[leg] - (left ? 0 : Math.min(EASE, before / 2)), shift[leg - 1]]);
    corners.push([run[leg] + (joined ? 0 : Math.min(EASE, after / 2)), shift[leg]]);
  });
  return [...corners, [run[shift.length], shift[shift.length - 1]]];
}

/**
 * How far from its ends a line starts to come to them, px: only where all that run with it end there too.
 * @param {Line} line
 * @returns {[start: number, end: number]}
 */
function tapers({way, run, company}) {
  const last = company.length;
  const begin = company.findIndex(lines => [...lines].some(other => other.way[0] !== way[0]));
  const end = company.findLastIndex(lines => [...lines].some(other => other.way[other.way.length - 1] !== way[last]));
  const room = [begin < 0 ? TAPER : run[begin], run[last] - run[end + 1]];
  return /** @type {[number, number]} */ (room.map(px => Math.min(TAPER, Math.max(STEP, px))));
}

/**
 * @param {Point[]} path at equal distances
 * @returns {Point[]} smoothed along its length; both ends stay
 */
function smoothed(path) {
  const last = path.length - 1;
  const sigma = Math.min(SIGMA / STEP, last / 6), reach = Math.min(last, Math.ceil(3 * sigma));
  const weights = Array.from({length: reach + 1}, (_, i) => Math.exp(-0.5 * (i / sigma) ** 2));
  const sum = 2 * weights.reduce((a, b) => a + b) - weights[0];
  const axes = [0, 1].map(axis => {
    // Beyond an end the path goes on turned about it by half a circle, which keeps the end where it is.
    const values = Float64Array.from({length: last + 1 + 2 * reach}, (_, at) => {
      const i = at - reach;
      return i < 0 ? 2 * path[0][axis] - path[-i][axis] : i > last ? 2 * path[last][axis] - path[2 * last - i][axis] : path[i][axis];
    });
    return path.map((_, i) => {
      let total = weights[0] * values[i + reach];
      for (let k = 1; k <= reach; k++) total += weights[k] * (values[i + reach - k] + values[i + reach + k]);
      return total / sum;
    });
  });
  return path.map((point, i) => (i === 0 || i === last ? point : [axes[0][i], axes[1][i]]));
}

/**
 * @param {Set<Line>} a
 * @param {Set<Line>} b
 */
const same = (a, b) => a.size === b.size && [...a].every(line => b.has(line));

/**
 * @param {Point} a
 * @param {Point} b
 */
const length = ([ax, ay], [bx, by]) => Math.hypot(bx - ax, by - ay);

/**
 * @param {number} a
 * @param {number} b
 * @param {number} share
 */
const mix = (a, b, share) => a + (b - a) * share;

/**
 * The height of a graph between two of its corners.
 * @param {[at: number, height: number]} a
 * @param {[at: number, height: number]} b
 * @param {number} at
 */
const between = ([from, low], [to, high], at) =>
  mix(low, high, to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : 1);

/**
 * To the right of the way from a to b, of length one.
 * @param {Point} a
 * @param {Point} b
 * @returns {Point}
 */
function normal(a, b) {
  const whole = length(a, b) || 1;
  return [(a[1] - b[1]) / whole, (b[0] - a[0]) / whole];
}

/**
 * @param {Point} a
 * @param {Point} b
 * @param {Point} c
 */
function turn([ax, ay], [bx, by], [cx, cy]) {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - bx, cy - by];
  return Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
}
