// The layer vocabulary of charts/map.py as deck.gl layers. Colours follow the focus (selection, hover).
import {CompositeLayer} from '@deck.gl/core';
import {curveColour, curveWidth, placeColour, regionFill} from './focus.js';
import {areas, colours, dashes, dots, strokes} from './mesh.js';
import {MeshLayer} from './mesh-layer.js';

const DASH = [7, 5]; // px on, px off

// Meshes are remembered by the data they are made of, and so not even a rerun with new fills,
// which brings new layers, triangulates anything anew.
const remembered = new WeakMap();
function mesh(source, make, key = '') {
  if (!remembered.has(source)) remembered.set(source, new Map());
  const known = remembered.get(source);
  if (!known.has(key)) known.set(key, make(source));
  return known.get(key);
}

/** One colour throughout; the same bytes each time, so that a hover uploads only what it changes. */
const uniform = (shape, colour) => mesh(shape, () => colours(shape, shape.counts.map(() => colour)), colour.join());

/**
 * Props common to all: table (of scene.js), focus, palette, objects, level (the zoom in whole steps).
 * Nothing is pickable for deck.gl: finding by geometry (hit.js) costs microseconds where a picking
 * pass without a GPU costs tens of milliseconds and loses clicks.
 */
class MapLayer extends CompositeLayer {
  mesh(id, shape, colourList) {
    return new MeshLayer(this.getSubLayerProps({id}), {
      pickable: false, mesh: shape,
      colours: Array.isArray(colourList) ? colours(shape, colourList) : colourList
    });
  }
}
MapLayer.layerName = 'MapLayer';

class LandLayer extends MapLayer {
  renderLayers() {
    const {table: {polygons}, getFillColor, palette} = this.props;
    const shape = mesh(polygons, areas);
    return this.mesh('fill', shape, uniform(shape, getFillColor ?? palette.land));
  }
}
LandLayer.layerName = 'LandLayer';

class RegionLayer extends MapLayer {
  renderLayers() {
    const {table: {polygons}, objects, focus, palette} = this.props;
    return this.mesh('fill', mesh(polygons, areas),
      polygons.map(({code}) => regionFill(objects.get(`unit:${code}`), focus, palette)));
  }
}
RegionLayer.layerName = 'RegionLayer';

class BorderLayer extends MapLayer {
  renderLayers() {
    const {table: {paths}, getLineColor, lineWidth: width = 1, palette} = this.props;
    const shape = mesh(paths, () => strokes(paths.map(path => ({paths: [path], width}))), width);
    return this.mesh('lines', shape, uniform(shape, getLineColor ?? palette.background));
  }
}
BorderLayer.layerName = 'BorderLayer';

/** Not of Python's vocabulary: the outlines of what is selected or under the pointer. */
export class OutlineLayer extends MapLayer {
  renderLayers() {
    const {rings, palette} = this.props;
    const shape = mesh(rings, () => strokes(rings.map(({path, accent}) => ({paths: [path], width: accent ? 2 : 1.25}))));
    return this.mesh('rings', shape, rings.map(({accent}) => (accent ? palette.accent : palette.text)));
  }
}
OutlineLayer.layerName = 'OutlineLayer';

class CurveLayer extends MapLayer {
  renderLayers() {
    const {focus, palette, level, table} = this.props;
    // What is in focus is drawn last, above the rest.
    const curves = focus.active
      ? [...table.curves].sort((a, b) => focus.rank(a) - focus.rank(b))
      : table.curves;
    const [on, off] = DASH.map(length => length / 2 ** level);
    const shape = mesh(curves, () => strokes(curves.map(curve => ({
      paths: curve.dash ? dashes(curve.path, on, off) : [curve.path],
      width: curveWidth(curve, focus),
      round: !curve.dash
    }))), level);
    return this.mesh('arcs', shape, curves.map(curve => curveColour(curve, focus, palette)));
  }
}
CurveLayer.layerName = 'CurveLayer';

class PlaceLayer extends MapLayer {
  renderLayers() {
    const {table: {places}, getFillColor, focus, palette} = this.props;
    const radius = place => (place.radius ?? 4) + (focus.isSelected(place) || focus.isHovered(place) ? 2 : 0);
    // Each dot lies on a slightly larger one of the ground's colour, so that it stands off what is below.
    const shape = dots(places.flatMap(({position, ...place}) => [
      {position, radius: radius(place) + 1}, {position, radius: radius(place)}
    ]));
    return this.mesh('dots', shape,
      places.flatMap(place => [palette.background, placeColour(place, getFillColor ?? palette.text, focus, palette)]));
  }
}
PlaceLayer.layerName = 'PlaceLayer';

/** Text is drawn as HTML above the canvas (labels.js); in the deck it only holds its place. */
class LabelLayer extends MapLayer {
  renderLayers() {
    return [];
  }
}
LabelLayer.layerName = 'LabelLayer';

export const classes = {LandLayer, RegionLayer, BorderLayer, CurveLayer, PlaceLayer, LabelLayer};
