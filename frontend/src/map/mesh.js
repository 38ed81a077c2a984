// Figures as flat triangles for the canvas, computed once on the CPU: areas, lines of constant width, dots, rings.
// A vertex is a position in map units and an offset in px, so a mesh is valid at every zoom.
import earcut from 'earcut';
import {memo} from './memo.js';
/** @import {Area, Figures, Mesh, Point, Rgba, Ring} from './types.js' */

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

/** The triangles of figures, the same object each time, by which deck.gl knows that nothing needs uploading again. */
export const meshOf = memo((/** @type {Figures} */ figures) => {
  switch (figures.kind) {
    case 'areas': return build(figures.objects, area);
    case 'strokes': return build(figures.objects, (mesh, {paths, width, round = false}) => {
      for (const path of paths) stroke(mesh, path, width / 2, round);
    });
    case 'dots': return build(figures.objects, (mesh, {position, radius}) => mesh.fan(position, radius, SIDES));
    case 'rings': return build(figures.objects, circle);
  }
});

/**
 * @template T
 * @param {T[]} objects
 * @param {(mesh: Builder, object: T) => void} add
 * @returns {Mesh}
 */
function build(objects, add) {
  const mesh = new Builder();
  const counts = objects.map(object => {
    const first = mesh.size;
    add(mesh, object);
    return mesh.size - first;
  });
  return {
    places: new Float32Array(mesh.places), offsets: new Float32Array(mesh.offsets),
    edges: new Float32Array(mesh.edges), indices: new Uint32Array(mesh.indices), counts
  };
}

/**
 * @param {Builder} mesh
 * @param {Area} polygon
 */
function area(mesh, {rings}) {
  const first = mesh.size, points = rings.flat();
  const holes = rings.slice(1).map((_, i) => rings.slice(0, i + 1).reduce((sum, ring) => sum + ring.length, 0));
  for (const index of earcut(points.flat(), holes)) mesh.indices.push(first + index);
  for (const point of points) mesh.vertex(point);
}

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

/**
 * @param {Builder} mesh
 * @param {Ring} ring
 */
function circle(mesh, {position, radius, width}) {
  const half = width / 2, reach = half + SOFT;
  for (let i = 0; i <= SIDES; i++) {
    const angle = (2 * Math.PI * i) / SIDES, x = Math.cos(angle), y = Math.sin(angle);
    const outer = mesh.vertex(position, x * (radius + reach), y * (radius + reach), reach, half);
    const inner = mesh.vertex(position, x * (radius - reach), y * (radius - reach), -reach, half);
    if (i) mesh.indices.push(outer - 2, inner - 2, outer, inner - 2, inner, outer);
  }
}

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
