// The layer vocabulary of charts/map.py as deck.gl layers. Colours follow the focus (selection, hover).
import {CompositeLayer} from '@deck.gl/core';
import {PathStyleExtension} from '@deck.gl/extensions';
import {PathLayer, ScatterplotLayer, SolidPolygonLayer} from '@deck.gl/layers';
import {curveColour, curveWidth, placeColour, regionFill} from './focus.js';

// One instance for good: deck.gl compares extensions by identity and would rebuild the shaders.
const DASHED = [new PathStyleExtension({dash: true})];
const DASH = [3.5, 2.5];
const WHITE = [255, 255, 255, 255];

// Nothing is pickable for deck.gl: finding by geometry (hit.js) costs microseconds where a picking
// pass without a GPU costs tens of milliseconds and loses clicks.
const base = {pickable: false};

// Without a floor plan z is always 0, and the order of layers alone decides what covers what.
const parameters = {depthCompare: 'always', depthWriteEnabled: false};

/** Props common to all: table (of scene.js), focus, palette. */
class MapLayer extends CompositeLayer {
  sub(LayerClass, id, props) {
    return new LayerClass(this.getSubLayerProps({id}), base, {parameters, ...props});
  }
}
MapLayer.layerName = 'MapLayer';

class LandLayer extends MapLayer {
  renderLayers() {
    const {table, getFillColor, palette} = this.props;
    const fill = getFillColor ?? palette.land;
    return this.sub(SolidPolygonLayer, 'fill', {
      data: table.polygons,
      getPolygon: polygon => polygon.rings,
      getFillColor: fill,
      updateTriggers: {getFillColor: fill.join()}
    });
  }
}
LandLayer.layerName = 'LandLayer';

class RegionLayer extends MapLayer {
  renderLayers() {
    const {table, units, focus, palette} = this.props;
    return this.sub(SolidPolygonLayer, 'fill', {
      data: table.polygons,
      getPolygon: polygon => polygon.rings,
      getFillColor: polygon => regionFill(units.get(`unit:${polygon.code}`), focus, palette),
      updateTriggers: {getFillColor: [units, focus, palette.key]}
    });
  }
}
RegionLayer.layerName = 'RegionLayer';

class BorderLayer extends MapLayer {
  renderLayers() {
    const {table, getLineColor, lineWidth = 1, palette} = this.props;
    const colour = getLineColor ?? palette.background;
    return this.sub(PathLayer, 'lines', {
      data: table.paths,
      getPath: path => path,
      getColor: colour,
      getWidth: lineWidth,
      widthUnits: 'pixels',
      updateTriggers: {getColor: colour.join(), getWidth: lineWidth}
    });
  }
}
BorderLayer.layerName = 'BorderLayer';

/** Not of Python's vocabulary: the outlines of what is selected or under the pointer. */
export class OutlineLayer extends MapLayer {
  renderLayers() {
    const {rings, palette} = this.props;
    return rings.length > 0 && this.sub(PathLayer, 'rings', {
      data: rings,
      getPath: ring => ring.path,
      getColor: ring => (ring.accent ? palette.accent : palette.text),
      getWidth: ring => (ring.accent ? 2 : 1.25),
      widthUnits: 'pixels',
      jointRounded: true,
      updateTriggers: {getColor: palette.key}
    });
  }
}
OutlineLayer.layerName = 'OutlineLayer';

class CurveLayer extends MapLayer {
  renderLayers() {
    const {focus, table} = this.props;
    // What is in focus is drawn last, above the rest.
    const curves = focus.active
      ? [...table.curves].sort((a, b) => focus.rank(a) - focus.rank(b))
      : table.curves;
    return [
      this.paths('dashed', curves.filter(curve => curve.dash), {
        extensions: DASHED, getDashArray: DASH, dashJustified: true
      }),
      this.paths('solid', curves.filter(curve => !curve.dash), {capRounded: true})
    ];
  }

  paths(id, curves, props) {
    const {focus, palette} = this.props;
    return curves.length > 0 && this.sub(PathLayer, id, {
      data: curves,
      getPath: curve => curve.path,
      getColor: curve => curveColour(curve, focus, palette),
      getWidth: curve => curveWidth(curve, focus),
      widthUnits: 'pixels',
      jointRounded: true,
      ...props
    });
  }
}
CurveLayer.layerName = 'CurveLayer';

class PlaceLayer extends MapLayer {
  renderLayers() {
    const {table, focus, palette} = this.props;
    return this.sub(ScatterplotLayer, 'dots', {
      data: table.places,
      getPosition: place => place.position,
      getRadius: place => (place.radius ?? 4) + (focus.isSelected(place) || focus.isHovered(place) ? 2 : 0),
      getFillColor: place => placeColour(place, focus, palette),
      getLineColor: palette.background ?? WHITE,
      radiusUnits: 'pixels',
      stroked: true,
      lineWidthUnits: 'pixels',
      getLineWidth: 1,
      updateTriggers: {getRadius: focus, getFillColor: [focus, palette.key], getLineColor: palette.key}
    });
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
