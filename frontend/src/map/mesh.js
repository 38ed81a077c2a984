// Shapes as flat triangles, computed once on the CPU: areas, lines of constant width, dots.
// A vertex is a position in map units and an offset in px, so a mesh is valid at every zoom.
import earcut from 'earcut';
/** @import {Area, Dot, Figures, Mesh, Point, Rgba, Ring, Stroke} from './types.js' */

const SOFT = 0.5;  // px by which a line is widened so that its edge can fade
const MITRE = 2;   // the most that a corner reaches out, in half widths
const CAP = 6;     // triangles in a round end
const SIDES = 24;  // of a dot

class Builder {
  /** @type {number[]} */ places = [];
  /** @type {number[]} */ offsets = [];
  /** @type {number[]} */ edges = []; // px from the middle of a line, and its half width
  /** @type {number[]} */ indices = [];

  get size() { return this.places.length / 2; }

  /**
   * @param {Point} point
   * @returns {number} the index of the new vertex
   */
  vertex([x, y], dx = 0, dy = 0, edge = 0, half = 1e3) {
    this.places.push(x, y);
    this.offsets.push(dx, dy);
    this.edges.push(edge, half);
    return this.size - 1;
  }

  /**
   * A fan of triangles around a point: a dot, or the round end of a line.
   * @param {Point} point
   * @param {number} half px
   * @param {number} steps
   */
  fan(point, half, steps, start = 0, sweep = 2 * Math.PI) {
    const reach = half + SOFT;
    const middle = this.vertex(point, 0, 0, 0, half);
    for (let i = 0; i <= steps; i++) {
      const angle = start + (sweep * i) / steps;
      const rim = this.vertex(point, Math.cos(angle) * reach, Math.sin(angle) * reach, reach, half);
      if (i) this.indices.push(middle, rim - 1, rim);
    }
  }
}

/**
 * @template T
 * @param {Figures & {objects: T[]}} figures
 * @param {(mesh: Builder, object: T) => void} add
 * @returns {Mesh}
 */
function build(figures, add) {
  const mesh = new Builder();
  const counts = figures.objects.map(object => {
    const first = mesh.size;
    add(mesh, object);
    return mesh.size - first;
  });
  return {
    ...figures, places: new Float32Array(mesh.places), offsets: new Float32Array(mesh.offsets),
    edges: new Float32Array(mesh.edges), indices: new Uint32Array(mesh.indices), counts
  };
}

/**
 * Filled polygons.
 * @param {Area[]} objects
 */
export const areas = objects => build({kind: 'areas', objects}, (mesh, {rings}) => {
  const first = mesh.size, points = rings.flat();
  const holes = rings.slice(1).map((_, i) => rings.slice(0, i + 1).reduce((sum, ring) => sum + ring.length, 0));
  for (const index of earcut(points.flat(), holes)) mesh.indices.push(first + index);
  for (const point of points) mesh.vertex(point);
});

/**
 * Lines; each object may consist of several paths (dashes).
 * @param {Stroke[]} objects
 */
export const strokes = objects => build({kind: 'strokes', objects}, (mesh, {paths, width, round = false}) => {
  for (const path of paths) stroke(mesh, path, width / 2, round);
});

/**
 * @param {Builder} mesh
 * @param {Point[]} path
 * @param {number} half px
 * @param {boolean} round
 */
function stroke(mesh, path, half, round) {
  const last = path.length - 1;
  if (last < 1) return;
  const reach = half + SOFT;
  const closed = path[0][0] === path[last][0] && path[0][1] === path[last][1];
  /** @type {(i: number) => Point | null} */
  const normalAfter = i => (i >= 0 && i < last ? normal(path[i], path[i + 1]) : null);
  path.forEach((point, i) => {
    const before = normalAfter(i === 0 && closed ? last - 1 : i - 1);
    const after = normalAfter(i === last && closed ? 0 : i);
    const [nx, ny] = mitre(before ?? after, after ?? before);
    const left = mesh.vertex(point, nx * reach, ny * reach, reach, half);
    const right = mesh.vertex(point, -nx * reach, -ny * reach, -reach, half);
    if (i > 0) mesh.indices.push(left - 2, left - 1, left, left - 1, right, left);
  });
  if (round && !closed) {
    cap(mesh, path[0], normalAfter(0), half, 1);
    cap(mesh, path[last], normalAfter(last - 1), half, -1);
  }
}

/**
 * @param {Point} a
 * @param {Point} b
 * @returns {Point | null} of length one, at right angles; null if a and b coincide
 */
function normal([ax, ay], [bx, by]) {
  const length = Math.hypot(bx - ax, by - ay);
  return length ? [(ay - by) / length, (bx - ax) / length] : null;
}

/**
 * The corner where the edges of two segments meet, from their normals.
 * @param {Point | null} a
 * @param {Point | null} b
 * @returns {Point}
 */
function mitre(a, b) {
  if (!a || !b) return [0, 0];
  const x = a[0] + b[0], y = a[1] + b[1];
  const square = x * x + y * y;
  // If the line turns back on itself, the corner would go to infinity.
  if (square < 1e-6) return a;
  const scale = Math.min(2 / square, MITRE / Math.sqrt(square));
  return [x * scale, y * scale];
}

/**
 * @param {Builder} mesh
 * @param {Point} point
 * @param {Point | null} across normal of the line there
 * @param {number} half px
 * @param {1 | -1} side 1 at the start, -1 at the end
 */
function cap(mesh, point, across, half, side) {
  if (across) mesh.fan(point, half, CAP, Math.atan2(across[1], across[0]), side * Math.PI);
}

/** @param {Dot[]} objects */
export const dots = objects => build({kind: 'dots', objects}, (mesh, {position, radius}) => mesh.fan(position, radius, SIDES));

/** @param {Ring[]} objects */
export const rings = objects => build({kind: 'rings', objects}, (mesh, {position, radius, width}) => {
  const half = width / 2, reach = half + SOFT;
  for (let i = 0; i <= SIDES; i++) {
    const angle = (2 * Math.PI * i) / SIDES, x = Math.cos(angle), y = Math.sin(angle);
    const outer = mesh.vertex(position, x * (radius + reach), y * (radius + reach), reach, half);
    const inner = mesh.vertex(position, x * (radius - reach), y * (radius - reach), -reach, half);
    if (i) mesh.indices.push(outer - 2, inner - 2, outer, inner - 2, inner, outer);
  }
});

/**
 * One colour for each object of a mesh, spread over its vertices.
 * @param {Mesh} mesh
 * @param {Rgba[]} list
 */
export function colours(mesh, list) {
  const words = new Uint32Array(mesh.places.length / 2); // four bytes at a time
  let at = 0;
  list.forEach((colour, i) => {
    const [word] = new Uint32Array(Uint8Array.from(colour).buffer);
    words.fill(word, at, at += mesh.counts[i]);
  });
  return new Uint8Array(words.buffer);
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
