// Plane geometry without drawing: bows, rings, boxes, and whether a point lies in or near them.
/** @import {Box, Point, Polygon, Shapes} from './types.js' */

const SEGMENTS = 48;
const BOW = 0.13; // height of the control point above the chord, as a share of the chord

/**
 * The way from one point to another, gently bowed upward: a quadratic Bézier as a list of points.
 * @param {Point} from
 * @param {Point} to
 * @returns {Point[]}
 */
export function bow([x0, y0], [x1, y1]) {
  const cx = (x0 + x1) / 2, cy = (y0 + y1) / 2 - BOW * Math.hypot(x1 - x0, y1 - y0);
  return Array.from({length: SEGMENTS + 1}, (_, i) => {
    const t = i / SEGMENTS, a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
    return [a * x0 + b * cx + c * x1, a * y0 + b * cy + c * y1];
  });
}

/**
 * Every single polygon of a GeoJSON, with the code of its unit.
 * @param {Shapes} shapes
 * @returns {Polygon[]}
 */
export const polygonsOf = ({features}) => features.flatMap(({properties: {code = ''}, geometry}) =>
  (geometry.type === 'MultiPolygon' ? geometry.coordinates : [])
    .map(rings => ({code, rings, box: boxOf(rings[0])})));

/**
 * @param {Shapes} shapes
 * @returns {Point[][]}
 */
export const linesOf = ({features}) => features.flatMap(({geometry}) =>
  (geometry.type === 'MultiLineString' ? geometry.coordinates : []));

/**
 * The box around points.
 * @param {Point[]} points
 * @returns {Box}
 */
export function boxOf(points) {
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

/**
 * @param {Box} box
 * @param {Point} point
 */
export const inBox = ([x0, y0, x1, y1], [x, y], margin = 0) =>
  x >= x0 - margin && x <= x1 + margin && y >= y0 - margin && y <= y1 + margin;

/** @param {Box} box */
export const areaOf = ([x0, y0, x1, y1]) => (x1 - x0) * (y1 - y0);

/**
 * True if the point is inside, by the even-odd rule over all rings: a hole is outside.
 * @param {Point[][]} rings
 * @param {Point} point
 */
export function inPolygon(rings, [x, y]) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i], [bx, by] = ring[j];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/**
 * The distance from a point to a polyline.
 * @param {Point[]} path
 * @param {Point} point
 */
export function distanceTo(path, [x, y]) {
  let least = Infinity;
  for (let i = 1; i < path.length; i++) {
    const [ax, ay] = path[i - 1], [bx, by] = path[i];
    const dx = bx - ax, dy = by - ay;
    const length = dx * dx + dy * dy;
    const t = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
    least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return least;
}

const AROUND = 0.5; // margin shown around an object, as a share of its size
const LEAST = 40;   // map units, the least margin
const PLACE = 160;  // map units around a place, which has no size and is seen in its region

/**
 * The box to show an object in: its shapes, line or dot with a margin.
 * @param {{polygons?: Polygon[], path?: Point[], position?: Point}} object
 * @returns {Box}
 */
export function extent({polygons = [], path = [], position}) {
  const corners = polygons.flatMap(({box: [x0, y0, x1, y1]}) => /** @type {Point[]} */ ([[x0, y0], [x1, y1]]));
  const [x0, y0, x1, y1] = boxOf([...corners, ...path, ...(position ? [position] : [])]);
  const room = Math.max(position ? PLACE : LEAST, (x1 - x0) * AROUND, (y1 - y0) * AROUND) / 2;
  return [x0 - room, y0 - room, x1 + room, y1 + room];
}

/**
 * The pieces of a path that a dashed line shows.
 * @param {Point[]} path
 * @param {number} on map units
 * @param {number} off map units
 * @returns {Point[][]}
 */
export function dashes(path, on, off) {
  const pieces = [];
  let piece = [path[0]], left = on, drawing = true;
  for (let i = 1; i < path.length; i++) {
    let [ax, ay] = path[i - 1];
    const [bx, by] = path[i];
    let length = Math.hypot(bx - ax, by - ay);
    while (length > left) {
      ax += ((bx - ax) * left) / length;
      ay += ((by - ay) * left) / length;
      length -= left;
      if (drawing) pieces.push(/** @type {Point[]} */ ([...piece, [ax, ay]]));
      piece = [[ax, ay]];
      drawing = !drawing;
      left = drawing ? on : off;
    }
    left -= length;
    if (drawing) piece.push([bx, by]);
  }
  if (drawing && piece.length > 1) pieces.push(piece);
  return pieces;
}
