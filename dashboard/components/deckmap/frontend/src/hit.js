// Finds what lies under a point by geometry alone, so that it needs no GPU and never loses a click.
import {distanceTo, inBox, inPolygon} from './geometry.js';

const REACH = 7;          // an arc is hit within 7 px on either side: a corridor of at least 14
const PLACE_REACH = 4;    // px beyond the dot
const END_CLEARANCE = 12; // px around an arc's ends where the region or place below has the right of way

/**
 * x, y in map units; scale in pixels per unit; labelAt(x, y) -> object or null.
 * From the smallest target to the largest: dot, thin line, text, corridor of a line, area.
 */
export function hit(scene, x, y, scale, labelAt = () => null) {
  return placeAt(scene, x, y, scale)
    ?? curveAt(scene, x, y, scale, curve => (curve.width ?? 2) / 2 + 1)
    ?? labelAt(x, y)
    ?? curveAt(scene, x, y, scale, () => REACH)
    ?? unitAt(scene, x, y);
}

function placeAt({places}, x, y, scale) {
  return nearest(places, place => {
    const distance = Math.hypot(x - place.position[0], y - place.position[1]) * scale;
    return distance <= (place.radius ?? 4) + PLACE_REACH ? distance : Infinity;
  });
}

function curveAt({curves}, x, y, scale, reachOf) {
  return nearest(curves, curve => {
    const reach = Math.min(Math.max(reachOf(curve), (curve.width ?? 2) / 2), 20);
    if (!inBox(curve.box, x, y, reach / scale) || nearEnd(curve.path, x, y, scale)) return Infinity;
    const distance = distanceTo(curve.path, x, y) * scale;
    // What a filter has dimmed gives way to what it has kept.
    return distance <= reach ? distance + (curve.dim ? REACH : 0) : Infinity;
  });
}

function nearEnd(path, x, y, scale) {
  const [ax, ay] = path[0], [bx, by] = path[path.length - 1];
  const clearance = Math.min(END_CLEARANCE, (Math.hypot(bx - ax, by - ay) * scale) / 4);
  return Math.min(Math.hypot(x - ax, y - ay), Math.hypot(x - bx, y - by)) * scale < clearance;
}

function unitAt({units}, x, y) {
  // Small units may lie inside large ones (a capital in its region): the last drawn is on top,
  // but where shapes overlap it is the smallest box that was meant.
  let best = null, least = Infinity;
  for (const unit of units) {
    for (const {rings, box} of unit.polygons) {
      if (!inBox(box, x, y) || !inPolygon(rings, x, y)) continue;
      const area = (box[2] - box[0]) * (box[3] - box[1]);
      if (area < least) [best, least] = [unit, area];
    }
  }
  return best;
}

function nearest(objects, distanceOf) {
  let best = null, least = Infinity;
  for (const object of objects) {
    const distance = distanceOf(object);
    // Later objects are drawn above earlier ones, so they win a tie.
    if (distance < Infinity && distance <= least) [best, least] = [object, distance];
  }
  return best;
}
