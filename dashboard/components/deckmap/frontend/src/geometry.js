// Plane geometry without any drawing: curves, rings, boxes, and what a point lies in or near.

const SEGMENTS = 48;

/** A quadratic Bézier [x0,y0, cx,cy, x1,y1] as a list of points. */
export function tessellate([x0, y0, cx, cy, x1, y1], segments = SEGMENTS) {
  const points = [];
  for (let i = 0; i <= segments; i++) {
    const t = i / segments;
    const a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
    points.push([a * x0 + b * cx + c * x1, a * y0 + b * cy + c * y1]);
  }
  return points;
}

/** GeoJSON (collection, feature or geometry) as [{code, rings}], one entry for each polygon. */
export function polygonsOf(geojson) {
  return geometriesOf(geojson).flatMap(({code, geometry}) =>
    geometry.type === 'Polygon' ? [{code, rings: geometry.coordinates}]
      : geometry.type === 'MultiPolygon' ? geometry.coordinates.map(rings => ({code, rings}))
        : []);
}

/** Every line of a GeoJSON, the rings of polygons included. */
export function linesOf(geojson) {
  return geometriesOf(geojson).flatMap(({geometry: {type, coordinates}}) =>
    type === 'LineString' ? [coordinates]
      : type === 'MultiLineString' || type === 'Polygon' ? coordinates
        : type === 'MultiPolygon' ? coordinates.flat()
          : []);
}

function geometriesOf(geojson, code = undefined) {
  if (!geojson) return [];
  switch (geojson.type) {
    case 'FeatureCollection': return geojson.features.flatMap(feature => geometriesOf(feature));
    case 'Feature': return geometriesOf(geojson.geometry, geojson.properties?.code);
    case 'GeometryCollection': return geojson.geometries.flatMap(part => geometriesOf(part, code));
    default: return [{code, geometry: geojson}];
  }
}

/** [x0, y0, x1, y1] around points. */
export function boxOf(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

export const inBox = ([x0, y0, x1, y1], x, y, margin = 0) =>
  x >= x0 - margin && x <= x1 + margin && y >= y0 - margin && y <= y1 + margin;

/** Even-odd rule over all rings, so a hole is outside. */
export function inPolygon(rings, x, y) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i], [bx, by] = ring[j];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** The distance from a point to a polyline. */
export function distanceTo(path, x, y) {
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

const AROUND = 0.5; // of its size is shown around an object
const LEAST = 40;   // units: a place has no size

/** The box to show an object in: its shape, line or dot with some room around. */
export function extent({polygons, path, position}) {
  const boxes = polygons?.map(({box}) => box) ?? [path ? boxOf(path) : [...position, ...position]];
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map(side => Math[side < 2 ? 'min' : 'max'](...boxes.map(box => box[side])));
  const room = Math.max(LEAST, (x1 - x0) * AROUND, (y1 - y0) * AROUND) / 2;
  return [x0 - room, y0 - room, x1 + room, y1 + room];
}
