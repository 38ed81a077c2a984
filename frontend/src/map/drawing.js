// The drawing of each layer that Python describes: a mesh and its colours, which follow the focus.
// Nothing here is pickable by deck.gl: a search by geometry (hit.js) costs microseconds, while a picking
// pass without a GPU costs tens of milliseconds and loses clicks.
import {outlines} from './focus.js';
import {curveColour, curveWidth, HALO, placeColour, placeRadius, regionFill} from './looks.js';
import {memo} from './memo.js';
import {areas, colours, dashes, dots, strokes} from './mesh.js';
/** @import {Arc, Focus, MapLayer, Mesh, Palette, Point, Rgba, Scene, Unit} from './types.js' */

const DASH = [7, 5]; // px on, px off
const OUTLINE = {accent: 2, pointedAt: 1.25}; // px

const fills = memo(areas);
const borders = memo((/** @type {Point[][]} */ paths, /** @type {number} */ width) =>
  strokes(paths.map(path => ({paths: [path], width}))));
/** The bytes of a single colour, the same object each time, so that a hover uploads only what it changes. */
const uniform = memo((/** @type {Mesh} */ mesh, /** @type {Rgba} */ colour) =>
  colours(mesh, mesh.counts.map(() => colour)));

/**
 * @typedef {{id: string, mesh: Mesh, colours: Uint8Array}} Drawing a changed mesh or changed colours are new objects
 * @typedef {{scene: Scene, focus: Focus, palette: Palette, level: number}} Context level: zoom, rounded
 */

/**
 * Everything on the canvas, lowest first.
 * @param {[MapLayer[], MapLayer[]]} layers below the outlines of the focus, and above
 * @param {Context} context
 * @returns {Drawing[]}
 */
export const drawings = ([below, above], context) => [
  ...below.flatMap(layer => draw(layer, context)), drawOutlines(context), ...above.flatMap(layer => draw(layer, context))
];

/**
 * @param {MapLayer} layer
 * @param {Context} context
 * @returns {Drawing[]} none for names, which are HTML above the canvas (labels.js)
 */
function draw(layer, context) {
  const drawn = meshOf(layer, context);
  return drawn ? [{id: layer.id, ...drawn}] : [];
}

/**
 * @param {MapLayer} layer
 * @param {Context} context
 */
function meshOf(layer, context) {
  const {scene: {content, objects}, focus, palette} = context;
  switch (layer['@@type']) {
    case 'LandLayer': return plain(fills(content.land), layer.getFillColor ?? palette.background);
    case 'RegionLayer': {
      const units = content.regions.map(({code}) => /** @type {Unit | undefined} */ (objects.get(`unit:${code}`)));
      const mesh = fills(content.regions);
      return {mesh, colours: colours(mesh, units.map(unit => regionFill(unit, focus, palette)))};
    }
    case 'BorderLayer':
      return plain(borders(content.borders, layer.lineWidth ?? 1), layer.getLineColor ?? palette.background);
    case 'CurveLayer': return drawCurves(layer.id === 'ties' ? content.ties : content.arcs, context);
    case 'PlaceLayer': return drawPlaces(layer.getFillColor ?? palette.text, context);
    default: return null;
  }
}

/**
 * @param {Mesh} mesh
 * @param {Rgba} colour
 */
const plain = (mesh, colour) => ({mesh, colours: uniform(mesh, colour)});

/**
 * @param {Arc[]} arcs
 * @param {Context} context
 */
function drawCurves(arcs, {focus, level}) {
  // Arcs in focus are drawn last, above the rest.
  const sorted = [...arcs].sort((a, b) => focus.rank(a) - focus.rank(b));
  const [on, off] = DASH.map(length => length / 2 ** level);
  const mesh = strokes(sorted.map(arc => ({
    paths: arc.dash ? dashes(arc.path, on, off) : [arc.path], width: curveWidth(arc, focus), round: !arc.dash
  })));
  return {mesh, colours: colours(mesh, sorted.map(arc => curveColour(arc, focus)))};
}

/**
 * @param {Rgba} colour
 * @param {Context} context
 */
function drawPlaces(colour, {scene: {places}, focus, palette}) {
  const mesh = dots(places.flatMap(place => [HALO, 0].map(more =>
    ({position: place.position, radius: placeRadius(place, focus) + more}))));
  return {mesh, colours: colours(mesh,
    places.flatMap(place => [palette.background, placeColour(place, colour, focus, palette)]))};
}

/**
 * The outlines of what is selected or hovered; Python describes no layer for them.
 * @param {Context} context
 * @returns {Drawing}
 */
function drawOutlines({focus, scene, palette}) {
  const rings = outlines(focus, scene);
  const mesh = strokes(rings.map(({path, accent}) =>
    ({paths: [path], width: accent ? OUTLINE.accent : OUTLINE.pointedAt})));
  return {id: 'outlines', mesh, colours: colours(mesh, rings.map(({accent}) => (accent ? palette.accent : palette.text)))};
}
