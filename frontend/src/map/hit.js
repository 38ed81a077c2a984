// The object under a point, found by geometry alone: this needs no GPU and never loses a click.
import {areaOf, distanceTo, inBox, inPolygon} from './geometry.js';
/** @import {Arc, MapObject, Place, Point, Unit} from './types.js' */

const REACH = 7;          // px on either side within which an arc is hit: a corridor of 14
const PLACE_REACH = 4;    // px beyond the dot
const END_CLEARANCE = 12; // px around an arc's ends where the region or place below takes precedence

/**
 * The object that a click finds, trying the smallest targets first: dot, thin line, text, corridor of a line, area.
 * @param {{units: Unit[], curves: Arc[], places: Place[]}} scene
 * @param {Point} point in map units
 * @param {number} scale px per map unit
 * @param {(point: Point) => MapObject | null} [labelAt]
 * @returns {MapObject | null}
 */
export function hit({units, curves, places}, point, scale, labelAt = () => null) {
  return placeAt(places, point, scale)
    ?? curveAt(curves, point, scale, curve => curve.width / 2 + 1)
    ?? labelAt(point)
    ?? curveAt(curves, point, scale, () => REACH)
    ?? unitAt(units, point);
}

/**
 * @param {Place[]} places
 * @param {Point} point
 * @param {number} scale
 */
const placeAt = (places, point, scale) => nearest(places, ({position, radius}) => {
  const distance = between(point, position) * scale;
  return distance <= radius + PLACE_REACH ? distance : Infinity;
});

/**
 * @param {Arc[]} curves
 * @param {Point} point
 * @param {number} scale
 * @param {(curve: Arc) => number} reachOf px
 */
const curveAt = (curves, point, scale, reachOf) => nearest(curves, curve => {
  const reach = Math.max(reachOf(curve), curve.width / 2);
  if (!inBox(curve.box, point, reach / scale) || nearEnd(curve.path, point, scale)) return Infinity;
  const distance = distanceTo(curve.path, point) * scale;
  // Arcs dimmed by a filter give way to the others.
  return distance <= reach ? distance + (curve.dim ? REACH : 0) : Infinity;
});

/**
 * @param {Point[]} path
 * @param {Point} point
 * @param {number} scale
 */
function nearEnd(path, point, scale) {
  const start = path[0], end = path[path.length - 1];
  const clearance = Math.min(END_CLEARANCE, (between(start, end) * scale) / 4);
  return Math.min(between(point, start), between(point, end)) * scale < clearance;
}

/**
 * The unit at a point. A small unit may lie inside a large one (a capital in its region): the smallest box wins.
 * @param {Unit[]} units
 * @param {Point} point
 */
const unitAt = (units, point) => nearest(units, ({polygons}) => Math.min(...polygons.map(({rings, box}) =>
  (inBox(box, point) && inPolygon(rings, point) ? areaOf(box) : Infinity))));

/**
 * @template T
 * @param {T[]} objects
 * @param {(object: T) => number} distanceOf Infinity: not hit
 * @returns {T | null}
 */
function nearest(objects, distanceOf) {
  let best = null, least = Infinity;
  for (const object of objects) {
    const distance = distanceOf(object);
    // Later objects are drawn above earlier ones, so they win if distances are equal.
    if (distance < Infinity && distance <= least) [best, least] = [object, distance];
  }
  return best;
}

/**
 * @param {Point} a
 * @param {Point} b
 */
const between = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);
