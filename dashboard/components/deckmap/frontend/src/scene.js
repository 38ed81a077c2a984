// The scene: what is on the map as plain objects with names, shapes and ends, for drawing and for finding.
import {boxOf, linesOf, polygonsOf, tessellate} from './geometry.js';
import {load, ready} from './resources.js';

export const keyOf = object => (object ? `${object.kind}:${object.id}` : '');

// Derived shapes are remembered by the GeoJSON or curve they come from: equal input, same array,
// and deck.gl sees by identity that there is nothing to tessellate again.
const shapes = new Map([[polygonsOf, new WeakMap()], [linesOf, new WeakMap()]]);
const derived = (source, derive) => {
  if (!source) return []; // could not be loaded
  const known = shapes.get(derive);
  if (!known.has(source)) known.set(source, derive(source));
  return known.get(source);
};
const paths = new Map();
const pathOf = curve => {
  const key = curve.join();
  if (paths.size > 2000) paths.clear();
  if (!paths.has(key)) paths.set(key, tessellate(curve));
  return paths.get(key);
};

const sources = props => props.deck.layers.map(layer => props.tables[layer.id]?.data).filter(Boolean);

/** The rows of a table. Those of a URL stay in memory; `styles` says by id which are shown, and how. */
const rows = ({data = [], styles}) => {
  const all = ready(data) ?? [];
  return styles ? all.filter(({id}) => id in styles).map(row => ({...row, ...styles[row.id]})) : all;
};

/** True when all that has a URL is in memory, so that the scene can be built at once. */
export const isReady = props => sources(props).every(ready);

export const prepare = props => Promise.allSettled(sources(props).map(load));

/** Tables of Python -> {tables for the layers, objects by key, units, curves, places, labels}. */
export function buildScene(props) {
  const scene = {tables: {}, units: [], curves: [], places: [], labels: [], objects: new Map()};
  for (const {'@@type': type, id} of props.deck.layers) {
    const table = props.tables[id] ?? {};
    const make = makers[type];
    if (make) scene.tables[id] = make(table, scene);
  }
  // Curves are found before units where both claim a name, which they cannot: kinds differ.
  for (const list of [scene.units, scene.curves, scene.places]) {
    for (const object of list) scene.objects.set(keyOf(object), object);
  }
  return scene;
}

const makers = {
  LandLayer: ({data}) => ({polygons: derived(ready(data), polygonsOf)}),

  BorderLayer: ({data}) => ({paths: derived(ready(data), linesOf)}),

  RegionLayer({data, regions = {}}, scene) {
    const polygons = derived(ready(data), polygonsOf);
    const byCode = new Map();
    for (const polygon of polygons) {
      polygon.box ??= boxOf(polygon.rings[0]);
      if (!byCode.has(polygon.code)) byCode.set(polygon.code, []);
      byCode.get(polygon.code).push(polygon);
    }
    for (const [code, region] of Object.entries(regions)) {
      scene.units.push({...region, kind: 'unit', id: code, polygons: byCode.get(code) ?? []});
    }
    return {polygons};
  },

  CurveLayer(table, scene) {
    const curves = rows(table).map(arc => {
      const path = pathOf(arc.curve);
      return {...arc, path, box: boxOf(path)};
    });
    scene.curves.push(...curves);
    return {curves};
  },

  PlaceLayer(table, scene) {
    const places = rows(table);
    scene.places.push(...places);
    return {places};
  },

  LabelLayer(table, scene) {
    scene.labels.push(...rows(table));
    return {};
  }
};
