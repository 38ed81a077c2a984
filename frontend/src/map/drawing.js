// The drawing of each layer that Python describes: figures and their colours, which follow the focus.
// Nothing here is pickable by deck.gl: a search by geometry (hit.js) costs microseconds, while a picking
// pass without a GPU costs tens of milliseconds and loses clicks.
import {fade} from './colour.js';
import {outlines} from './focus.js';
import {dashes} from './geometry.js';
import {
  curveColour, curveWidth, DOT, HALO, haloColour, isDrawn, isNear, placeColour, placeRadius, regionFill, RING
} from './looks.js';
import {memo} from './memo.js';
/** @import {Arc, Area, Dot, Figures, Focus, MapLayer, Palette, Point, Rgba, Scene, Stroke, Unit} from './types.js' */

const DASH = [7, 5]; // px on, px off
const CLEAR = /** @type {Rgba} */ ([0, 0, 0, 0]);
const AROUND = 1.5; // px in the background colour on either side of a line
const FRESH = 3; // px, radius of the dot on a line that has something new
const OUTLINE = {accent: 2, pointedAt: 1.25}; // px

const fills = memo((/** @type {Area[]} */ objects) => /** @type {Figures} */ ({kind: 'areas', objects}));
const borders = memo((/** @type {Point[][]} */ paths, /** @type {number} */ width) =>
  strokes(paths.map(path => ({paths: [path], width}))));
const faintFirst = (/** @type {Arc} */ a, /** @type {Arc} */ b) => Number(Boolean(b.dim)) - Number(Boolean(a.dim));
/** The lines of a layer that are drawn without being asked for, and their figures. */
const resting = memo((/** @type {Arc[]} */ arcs) => arcs.filter(({asked}) => !asked).sort(faintFirst));
const restingFigures = memo((/** @type {Arc[]} */ arcs, /** @type {number} */ level) =>
  lines(arcs, level, ({width}) => width));

/**
 * @param {Stroke[]} objects
 * @returns {Figures}
 */
const strokes = objects => ({kind: 'strokes', objects});

/**
 * Dots, each above its halo.
 * @param {Dot[]} objects
 * @returns {Figures}
 */
const dots = objects =>
  ({kind: 'dots', objects: objects.flatMap(dot => [{...dot, radius: dot.radius + HALO}, dot])});

/**
 * @typedef {{id: string, figures: Figures, colours: Rgba[]}} Drawing a colour for each object; unchanged figures are the
 *   same object
 * @typedef {{scene: Scene, focus: Focus, palette: Palette, level: number}} Context level: zoom, rounded
 */

/**
 * Everything that is drawn, lowest first.
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
  const drawn = figuresOf(layer, context);
  return drawn ? [{id: layer.id, ...drawn}] : [];
}

/**
 * @param {MapLayer} layer
 * @param {Context} context
 */
function figuresOf(layer, context) {
  const {scene: {content, objects}, focus, palette} = context;
  switch (layer['@@type']) {
    case 'LandLayer': return plain(fills(content.land), layer.getFillColor ?? palette.background);
    case 'RegionLayer': {
      const units = content.regions.map(({code}) => /** @type {Unit | undefined} */ (objects.get(`unit:${code}`)));
      return {figures: fills(content.regions), colours: units.map(unit => regionFill(unit, focus, palette))};
    }
    case 'BorderLayer':
      return plain(borders(content.borders, layer.lineWidth ?? 1), layer.getLineColor ?? palette.background);
    case 'PlaceLayer': return drawPlaces(layer.getFillColor ?? palette.text, context);
    default: return null;
  }
}

/**
 * @param {Figures} figures
 * @param {Rgba} colour
 */
const plain = (figures, colour) => ({figures, colours: figures.objects.map(() => colour)});

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
    return [{paths, width: width + 2 * AROUND, of: arc.id}, {paths, width, round: !arc.dash, of: arc.id}];
  }));
}

/**
 * The lines of a layer, and above them those in focus: a hover makes figures of these alone.
 * @param {string} id
 * @param {Arc[]} arcs
 * @param {Context} context
 * @returns {Drawing[]}
 */
function drawLines(id, arcs, {focus, palette, level}) {
  const lit = arcs.filter(arc => focus.active && focus.isLit(arc)).sort((a, b) => focus.rank(a) - focus.rank(b));
  const rest = resting(arcs), above = lines(lit, level, arc => curveWidth(arc, focus));
  const colourOf = (/** @type {Arc} */ arc) => {
    const colour = curveColour(arc, focus);
    return [haloColour(colour, palette), colour];
  };
  return [
    {
      id, figures: restingFigures(rest, level),
      colours: rest.flatMap(arc => (lit.includes(arc) ? [CLEAR, CLEAR] : colourOf(arc)))
    },
    {id: `${id}-lit`, figures: above, colours: lit.flatMap(colourOf)}
  ];
}

/**
 * A dot wherever lines end, in the colour of the one drawn last, a ring wherever a line waits to be asked for, and a dot
 * on each line that has something new.
 * @param {Arc[]} arcs
 * @param {Context} context
 * @returns {Drawing[]}
 */
function drawEnds(arcs, {focus, palette}) {
  const ends = endsOf(arcs.filter(arc => isDrawn(arc, focus))
    .sort((a, b) => faintFirst(a, b) || focus.rank(a) - focus.rank(b)));
  const fresh = arcs.filter(arc => 'fresh' in arc && arc.fresh && !arc.dim && isDrawn(arc, focus));
  const waiting = endsOf(arcs.filter(({asked, dim}) => asked && !dim));
  return [
    {
      id: 'rings', figures: {kind: 'rings', objects: waiting.map(({position}) => ({position, ...RING}))},
      colours: waiting.map(({arc}) => curveColour(arc, focus))
    },
    {
      id: 'ends', figures: dots(ends.map(({position}) => ({position, radius: DOT}))),
      colours: ends.flatMap(({arc}) => {
        const colour = curveColour(arc, focus);
        return [haloColour(colour, palette), colour];
      })
    },
    ...fresh.length ? [{
      id: 'fresh', figures: dots(fresh.map(({path}) => ({position: path[Math.floor(path.length / 2)], radius: FRESH}))),
      colours: fresh.flatMap(arc => [palette.background, fade(palette.text, focus.isDimmed(arc) ? 0.2 : 1)])
    }] : []
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
  return {
    figures: dots(places.map(place => ({position: place.position, radius: placeRadius(place, focus)}))),
    colours: places.flatMap(place => [palette.background, placeColour(place, colour, focus, palette)])
  };
}

/**
 * The outlines of what is selected or hovered; Python describes no layer for them.
 * @param {Context} context
 * @returns {Drawing}
 */
function drawOutlines({focus, scene, palette}) {
  const figures = strokes(outlines(focus, scene).map(({path, accent}) =>
    ({paths: [path], width: accent ? OUTLINE.accent : OUTLINE.pointedAt})));
  return {id: 'outlines', ...plain(figures, palette.text)};
}
