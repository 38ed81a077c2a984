// Shapes as flat triangles, worked out once on the CPU: areas, lines of constant width, dots.
// A vertex is a place in map units and an offset in pixels, so a mesh holds good at every zoom.
import earcut from 'earcut';

/**
 * A mesh: places, offsets (pairs), edges (pairs: px from the middle of a line, its half width; or null)
 * and indices; `counts` says how many vertices each object has, in the order of the objects.
 */
class Builder {
  places = []; offsets = []; edges = []; indices = []; counts = [];

  get size() { return this.places.length / 2; }

  vertex(x, y, dx = 0, dy = 0, edge = 0, half = 1e3) {
    this.places.push(x, y);
    this.offsets.push(dx, dy);
    this.edges.push(edge, half);
    return this.size - 1;
  }

  finish() {
    return {
      places: new Float32Array(this.places), offsets: new Float32Array(this.offsets),
      edges: new Float32Array(this.edges), indices: new Uint32Array(this.indices), counts: this.counts
    };
  }
}

/** polygons: [{rings}] */
export function areas(polygons) {
  const mesh = new Builder();
  for (const {rings} of polygons) {
    const first = mesh.size;
    const {vertices, holes} = flatten(rings);
    for (const index of earcut(vertices, holes)) mesh.indices.push(first + index);
    for (let i = 0; i < vertices.length; i += 2) mesh.vertex(vertices[i], vertices[i + 1]);
    mesh.counts.push(mesh.size - first);
  }
  return mesh.finish();
}

function flatten(rings) {
  const holes = [];
  let count = 0;
  rings.forEach((ring, i) => { if (i) holes.push(count); count += ring.length; });
  return {vertices: rings.flatMap(ring => ring.flatMap(([x, y]) => [x, y])), holes};
}

const SOFT = 0.5;  // px by which a line is widened so that its edge can fade
const MITRE = 2;   // a corner reaches out at most so many half widths
const CAP = 6;     // triangles of a round end

/** lines: [{paths, width, round}]: each object may be broken into several paths (dashes). */
export function strokes(lines) {
  const mesh = new Builder();
  for (const {paths, width, round} of lines) {
    const first = mesh.size;
    for (const path of paths) stroke(mesh, path, width / 2, round);
    mesh.counts.push(mesh.size - first);
  }
  return mesh.finish();
}

function stroke(mesh, path, half, round) {
  const last = path.length - 1;
  if (last < 1) return;
  const reach = half + SOFT;
  const closed = path[0][0] === path[last][0] && path[0][1] === path[last][1];
  const ends = [];
  for (let i = 0; i <= last; i++) {
    const [x, y] = path[i];
    const before = i > 0 ? normal(path[i - 1], path[i]) : closed ? normal(path[last - 1], path[last]) : null;
    const after = i < last ? normal(path[i], path[i + 1]) : closed ? normal(path[0], path[1]) : null;
    const [nx, ny] = mitre(before ?? after, after ?? before);
    const left = mesh.vertex(x, y, nx * reach, ny * reach, reach, half);
    const right = mesh.vertex(x, y, -nx * reach, -ny * reach, -reach, half);
    if (i > 0) mesh.indices.push(left - 2, left - 1, left, left - 1, right, left);
    if (i === 0 || i === last) ends.push([x, y, after ?? before]);
  }
  if (round && !closed) {
    cap(mesh, ends[0], reach, half, -1);
    cap(mesh, ends[1], reach, half, 1);
  }
}

function normal([ax, ay], [bx, by]) {
  const length = Math.hypot(bx - ax, by - ay);
  return length ? [(ay - by) / length, (bx - ax) / length] : null;
}

function mitre(a, b) {
  a ??= b ?? [0, 0];
  b ??= a;
  const [x, y] = [a[0] + b[0], a[1] + b[1]];
  const square = x * x + y * y;
  // Where the line turns back on itself the corner would run to infinity.
  if (square < 1e-6) return a;
  const scale = Math.min(2 / square, MITRE / Math.sqrt(square));
  return [x * scale, y * scale];
}

function cap(mesh, [x, y, n], reach, half, direction) {
  if (!n) return;
  const middle = mesh.vertex(x, y, 0, 0, 0, half);
  const start = Math.atan2(n[1], n[0]);
  for (let i = 0; i <= CAP; i++) {
    const angle = start - (direction * Math.PI * i) / CAP;
    const point = mesh.vertex(x, y, Math.cos(angle) * reach, Math.sin(angle) * reach, reach, half);
    if (i) mesh.indices.push(middle, point - 1, point);
  }
}

const SIDES = 24;

/** dots: [{position, radius}] with the radius in pixels. */
export function dots(list) {
  const mesh = new Builder();
  for (const {position: [x, y], radius} of list) {
    const reach = radius + SOFT;
    const middle = mesh.vertex(x, y, 0, 0, 0, radius);
    for (let i = 0; i <= SIDES; i++) {
      const angle = (2 * Math.PI * i) / SIDES;
      const point = mesh.vertex(x, y, Math.cos(angle) * reach, Math.sin(angle) * reach, reach, radius);
      if (i) mesh.indices.push(middle, point - 1, point);
    }
    mesh.counts.push(SIDES + 2);
  }
  return mesh.finish();
}

/** One colour for each object of a mesh, spread over its vertices. */
export function colours(mesh, list) {
  const bytes = new Uint8Array(mesh.places.length * 2);
  let at = 0;
  list.forEach(([r, g, b, a = 255], i) => {
    for (let n = mesh.counts[i]; n > 0; n--, at += 4) {
      bytes[at] = r; bytes[at + 1] = g; bytes[at + 2] = b; bytes[at + 3] = a;
    }
  });
  return bytes;
}

/** A path as the pieces of it that a dashed line shows; on and off in map units. */
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
      if (drawing) pieces.push([...piece, [ax, ay]]);
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
