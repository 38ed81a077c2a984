// How names are set on the map: which are strong, how large each is, and what the placement needs to know of it.
import {clamp} from '../shared/numbers.js';
import {GROWN, HALO, isNear} from './looks.js';
/** @import {ScaleBar} from '../contract.js' */
/** @import {Focus, Label} from './types.js' */
/** @import {Name, Rect} from './placement.js' */

const CLEARANCE = GROWN + HALO + 1; // px between a dot and its text, so that neither moves when the dot grows
const ROW = 17; // px, height of a row whose label has the least size
const BAR = [44, 16]; // px, least width and height of a scale bar with its text
const LARGEST = 2; // times the least size
export const BEYOND = 8; // px by which a name may reach beyond the sheet: the camera keeps as much free

/** @typedef {{key: string, label: Label, sizes: [number, number][]}} Measured sizes, px: [plain, strong] */

/**
 * The names that a map may show.
 * @param {Measured[]} items
 * @param {Focus} focus
 * @param {number} scale px per map unit
 * @returns {Name[]}
 */
export function namesOf(items, focus, scale) {
  const near = items.filter(({label}) => isNear(label, focus, Math.round(Math.log2(scale))));
  return near.map(({key, label, sizes}) => {
    const strong = isStrong(label, focus), size = sizeOf(label, scale);
    const [w, h] = sizes[Number(strong)].map(px => px * size);
    return {
      key, w, h, side: label.row?.side, led: label.kind === 'unit' && !label.row, x: label.position[0] * scale, y: label.position[1] * scale,
      dot: label.dot && label.dot + CLEARANCE,
      forced: strong ? 2 + focus.rank(label) : 0,
      // Labels that merely belong to the focus come first but are not forced.
      priority: label.priority + (!strong && focus.active && focus.isLit(label) ? 1e6 : 0)
    };
  });
}

/**
 * What scale bars take up, which no name may cover.
 * @param {ScaleBar[]} bars
 * @param {number} scale px per map unit
 * @returns {Rect[]}
 */
export const roomOf = (bars, scale) =>
  bars.map(({x, y, length}) => ({x: x * scale, y: y * scale, w: Math.max(length * scale, BAR[0]), h: BAR[1]}));

/**
 * @param {Label} label
 * @param {Focus} focus
 */
export const isStrong = (label, {isSelected, isHovered, isAccented, hovered}) =>
  isSelected(label) || isHovered(label) || isAccented(label)
  || Boolean(label.kind === 'unit' && hovered && 'ends' in hovered && hovered.ends.some(id => id === label.id));

/**
 * How many times its least size a label has: in a row, as large as the row allows.
 * @param {Pick<Label, 'row'>} label
 * @param {number} scale px per map unit
 */
export const sizeOf = ({row}, scale) => (row ? clamp(row.height * scale / ROW, 1, LARGEST) : 1);
