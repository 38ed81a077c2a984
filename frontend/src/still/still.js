// A still of the map for hand-outs, drawn by the same rules as the page. Python runs it in QuickJS, where there is no page.
import {fitted, spread} from '../map/camera.js';
import {drawings} from '../map/drawing.js';
import {isStrong, namesOf, roomOf, sizeOf} from '../map/naming.js';
import {place} from '../map/placement.js';
import {keyOf} from '../map/scene.js';
import {BEGIN, focusOf, layersOf, reduce} from '../map/state.js';
/** @import {StillData, StillName, StillSpec} from '../contract.js' */
/** @import {State} from '../map/state.js' */
/** @import {Focus, MapMessage, Point, Rows} from '../map/types.js' */

/**
 * Figures and names of a map, in px from the upper left corner of the picture; figures lowest first.
 * @param {StillSpec} spec
 * @returns {StillData}
 */
export function still({message, rows, sheet, width, height, palette, sizes}) {
  const {bounds} = message.sheets[sheet], viewport = {width, height, inset: 0, left: 0, right: 0};
  const view = fitted(bounds, viewport), scale = 2 ** view.zoom;
  const told = reduce(BEGIN, {type: 'told', message: /** @type {MapMessage} */ (message), sheet, rows: /** @type {Rows} */ (rows), spread: spread(bounds, viewport)});
  const state = reduce(told, {type: 'zoomed', zoom: view.zoom}), {scene, level} = state, focus = focusOf(state);
  const [dx, dy] = [width / 2 - view.target[0] * scale, height / 2 - view.target[1] * scale];
  const moved = (/** @type {Point} */ [x, y]) => /** @type {Point} */ ([round(x * scale + dx), round(y * scale + dy)]);
  return {
    scale, dx, dy,
    names: placed(state, focus, {scale, dx, dy, width, height}, sizes),
    drawings: drawings(layersOf(state), {scene, focus, palette, level}).map(({id, figures: {kind, objects}, colours}) => ({
      id, kind,
      objects: objects.map((object, i) => ({
        colour: colours[i],
        ...('code' in object && {of: String(object.code)}),
        ...('of' in object && {of: object.of}),
        ...('rings' in object && {rings: object.rings.map(ring => ring.map(moved))}),
        ...('paths' in object && {paths: object.paths.map(path => path.map(moved))}),
        ...('position' in object && {position: moved(object.position), radius: object.radius}),
        ...('width' in object && {width: object.width}),
        ...('round' in object && {round: Boolean(object.round)}),
      })).filter(({colour}) => colour[3]),
    })),
  };
}

/**
 * @param {State} state
 * @param {Focus} focus
 * @param {{scale: number, dx: number, dy: number, width: number, height: number}} at
 * @param {StillSpec['sizes']} sizes
 * @returns {StillName[]}
 */
function placed({message, sheet, scene}, focus, {scale, dx, dy, width, height}, sizes) {
  const items = new Map(scene.labels.map(label => [keyOf(label), {key: keyOf(label), label, sizes: sizes[keyOf(label)]}]));
  const room = {x: -dx, y: -dy, w: width, h: height};
  const bars = message ? roomOf(message.sheets[sheet].scale_bars, scale) : [];
  const shown = place(namesOf([...items.values()], focus, scale), new Map(), room, bars);
  return [...shown.values()].map(({key, x, y, w, h, line}) => {
    const {label} = /** @type {NonNullable<ReturnType<typeof items.get>>} */ (items.get(key));
    return {
      key, text: label.text, kind: label.kind, x: round(x + dx), y: round(y + dy), w, h, strong: isStrong(label, focus),
      dim: focus.isDimmed(label), size: sizeOf(label, scale),
      ...(label.row && {side: label.row.side, number: label.row.number}),
      ...(line && {line: [round(line[0] + dx), round(line[1] + dy), round(line[2] + dx), round(line[3] + dy)]}),
    };
  });
}

/** @param {number} px */
const round = px => Math.round(px * 100) / 100;
