// For every object a point where a click finds it: its middle if that is free, else another point of it that is.
import {areaOf} from './geometry.js';
import {keyOf} from './scene.js';
/** @import {MapObject, Point, Scene} from './types.js' */

const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9]; // shares of an arc
const GRIDS = [2, 5, 9]; // steps across the box of a region

/**
 * @param {MapObject} object
 * @param {Scene} scene
 * @param {Point | null} name the middle of its name
 * @returns {Generator<Point>}
 */
function* candidates(object, scene, name) {
  if (object.kind === 'place') return yield object.position;
  if (object.kind !== 'unit') {
    for (const share of ALONG) yield object.path[Math.round(share * (object.path.length - 1))];
    return;
  }
  const label = scene.labels.find(each => keyOf(each) === keyOf(object));
  if (label) yield label.position;
  if (name) yield name;
  if (!object.polygons.length) return;
  const [x0, y0, x1, y1] = object.polygons.map(({box}) => box).reduce((a, b) => (areaOf(a) >= areaOf(b) ? a : b));
  for (const steps of GRIDS) {
    for (let i = 1; i < steps; i++) {
      for (let j = 1; j < steps; j++) yield [x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * j) / steps];
    }
  }
}

/**
 * @param {MapObject} object
 * @param {Scene} scene
 * @param {(point: Point) => MapObject | null} find the object that a click there would pick
 * @param {Point | null} name the middle of its name in map units, if that is shown
 * @returns {Point} in map units
 */
export function anchor(object, scene, find, name) {
  /** @type {Point | null} */
  let first = null;
  for (const point of candidates(object, scene, name)) {
    first ??= point;
    if (keyOf(find(point)) === keyOf(object)) return point;
  }
  return first ?? [0, 0];
}
