// A point for every object where a click finds it: its middle if that is free, else some point of it that is.
import {boxOf} from './geometry.js';
import {keyOf} from './scene.js';

const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9];

function* candidates(object, scene, name) {
  if (object.position) yield object.position;
  if (object.path) for (const t of ALONG) yield object.path[Math.round(t * (object.path.length - 1))];
  if (object.polygons?.length) {
    const label = scene.labels.find(each => keyOf(each) === keyOf(object));
    if (label) yield label.position;
    if (name) yield name;
    const largest = object.polygons.reduce((a, b) => (area(a.box) >= area(b.box) ? a : b));
    const [x0, y0, x1, y1] = largest.box ?? boxOf(largest.rings[0]);
    for (const steps of [2, 5, 9]) {
      for (let i = 1; i < steps; i++) {
        for (let j = 1; j < steps; j++) yield [x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * j) / steps];
      }
    }
  }
}

const area = ([x0, y0, x1, y1]) => (x1 - x0) * (y1 - y0);

/**
 * find(point) says what a click there would pick; name is the middle of the object's name, if that is
 * shown. Returns [x, y] in map units.
 */
export function anchor(object, scene, find, name) {
  let first = null;
  for (const point of candidates(object, scene, name)) {
    first ??= point;
    if (keyOf(find(point)) === keyOf(object)) return point;
  }
  return first ?? [0, 0];
}
