// The drawing of each layer that Python describes: a mesh and its colours, which follow the focus.
// Nothing here is pickable by deck.gl: a search by geometry (hit.js) costs microseconds, while a picking
// pass without a GPU costs tens of milliseconds and loses clicks.
import {outlines} from './focus.js';
import {
  curveColour, curveWidth, DOT, HALO, haloColour, isDrawn, isNear, placeColour, placeRadius, regionFill, RING
} from './looks.js';
import {memo} from './memo.js';
import {areas, colours, dashes, dots, rings, strokes} from './mesh.js';
/** @import {Arc, Focus, MapLayer, Mesh, Palette, Point, Rgba, Scene, Unit} from './types.js' */

const DASH = [7, 5]; // px on, px off
const CLEAR = /** @type {Rgba} */ ([0, 0, 0, 0]);
const AROUND = 1.5; // px in the background colour on either side of a line
const OUTLINE = {accent: 2, pointedAt: 1.25}; // px

const fills = memo(areas);
const borders = memo((/** @type {Point[][]} */ paths, /** @type {number} */ width) =>
  strokes(paths.map(path => ({paths: [path], width}))));
const faintFirst = (/** @type {Arc} */ a, /** @type {Arc} */ b) => Number(Boolean(b.dim)) - Number(Boolean(a.dim));
/** The lines of a layer that are drawn without being asked for, and their mesh. */
const resting = memo((/** @type {Arc[]} */ arcs) => arcs.filter(({asked}) => !asked).sort(faintFirst));
const restingMesh = memo((/** @type {Arc[]} */ arcs, /** @type {number} */ level) =>
  lines(arcs, level, ({width}) => width));
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
  const {content} = context.scene;
  if (layer.id === 'arcs') return [...drawLines('arcs', content.arcs, context), ...drawEnds(content.arcs, context)];
  if (layer.id === 'ties') return drawLines('ties', content.ties, context);
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
 * Lines, each above its halo.
 * @param {Arc[]} arcs
 * @param {number} level
 * @param {(arc: Arc) => number} widthOf px
 */
function lines(arcs, level, widthOf) {
  const [on, off] = DASH.map(length => length / 2 ** level);
  return strokes(arcs.flatMap(arc => {
    const paths = arc.dash ? dashes(arc.path, on, off) : [arc.path], width = widthOf(arc);
    return [{paths, width: width + 2 * AROUND}, {paths, width, round: !arc.dash}];
  }));
}

/**
 * The lines of a layer, and above them those in focus: a hover makes a mesh of these alone.
 * @param {string} id
 * @param {Arc[]} arcs
 * @param {Context} context
 * @returns {Drawing[]}
 */
function drawLines(id, arcs, {focus, palette, level}) {
  const lit = arcs.filter(arc => focus.active && focus.isLit(arc)).sort((a, b) => focus.rank(a) - focus.rank(b));
  const rest = resting(arcs), below = restingMesh(rest, level), above = lines(lit, level, arc => curveWidth(arc, focus));
  const colourOf = (/** @type {Arc} */ arc) => {
    const colour = curveColour(arc, focus);
    return [haloColour(colour, palette), colour];
  };
  return [
    {id, mesh: below, colours: colours(below, rest.flatMap(arc => (lit.includes(arc) ? [CLEAR, CLEAR] : colourOf(arc))))},
    {id: `${id}-lit`, mesh: above, colours: colours(above, lit.flatMap(colourOf))}
  ];
}

/**
 * A dot wherever lines end, in the colour of the one drawn last, and a ring wherever a line waits to be asked for.
 * @param {Arc[]} arcs
 * @param {Context} context
 * @returns {Drawing[]}
 */
function drawEnds(arcs, {focus, palette}) {
  const ends = endsOf(arcs.filter(arc => isDrawn(arc, focus))
    .sort((a, b) => faintFirst(a, b) || focus.rank(a) - focus.rank(b)));
  const waiting = endsOf(arcs.filter(({asked, dim}) => asked && !dim));
  const dot = dots(ends.flatMap(({position}) => [HALO, 0].map(more => ({position, radius: DOT + more}))));
  const ring = rings(waiting.map(({position}) => ({position, ...RING})));
  return [
    {id: 'rings', mesh: ring, colours: colours(ring, waiting.map(({arc}) => curveColour(arc, focus)))},
    {id: 'ends', mesh: dot, colours: colours(dot, ends.flatMap(({arc}) => {
      const colour = curveColour(arc, focus);
      return [haloColour(colour, palette), colour];
    }))}
  ];
}

/**
 * @param {Arc[]} arcs
 * @returns {{position: Point, arc: Arc}[]} each end once, with the last of the arcs that end there
 */
function endsOf(arcs) {
  return [...new Map(arcs.flatMap(arc => [arc.path[0], arc.path[arc.path.length - 1]].map(position =>
    /** @type {[string, {position: Point, arc: Arc}]} */ ([position.map(Math.round).join(), {position, arc}])))).values()];
}

/**
 * @param {Rgba} colour
 * @param {Context} context
 */
function drawPlaces(colour, {scene, focus, palette, level}) {
  const places = scene.places.filter(place => isNear(place, focus, level));
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
  const mesh = strokes(outlines(focus, scene).map(({path, accent}) =>
    ({paths: [path], width: accent ? OUTLINE.accent : OUTLINE.pointedAt})));
  return {id: 'outlines', ...plain(mesh, palette.text)};
}
