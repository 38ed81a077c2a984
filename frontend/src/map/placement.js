// Decides which names are shown, and where: greedily by priority, without a DOM so that it can be tested.
import {clamp} from '../shared/numbers.js';

const GAP = 3;    // px between two names
const CELL = 64;  // px
const AWAY = 7;   // px by which a text stands farther from its dot if there is no room beside it
const TOUCH = 3;  // px of the room around a dot into which the text of another may reach
const BESIDE = 6; // px between a point and a text that stands at its side
const ASIDE = 0.6; // of the room around a dot that a text at its corner keeps
/** @type {Rect} */
const ANYWHERE = {x: -1e9, y: -1e9, w: 2e9, h: 2e9};

/**
 * @typedef {{x: number, y: number, w: number, h: number}} Rect px
 * @typedef {object} Name
 * @property {string} key
 * @property {number} x of the named point, px at the present zoom
 * @property {number} y
 * @property {number} w of the text, px
 * @property {number} h
 * @property {'left' | 'right'} [side] of the point, on which alone the text may stand
 * @property {number} dot px that the text keeps free around the point; 0 for a text centred on its point
 * @property {number} priority
 * @property {number} forced 0, or the rank among the names that are always shown
 * @typedef {Rect & {choice: number}} Placed
 */

/**
 * Possible positions of the text around its point, best first.
 * @type {((w: number, h: number, dot: number) => [number, number])[]}
 */
const BESIDE_DOT = [
  (w, h, dot) => [-w / 2, -h - dot],
  (w, _, dot) => [-w / 2, dot],
  (_, h, dot) => [dot + 2, -h / 2],
  (w, h, dot) => [-w - dot - 2, -h / 2],
  (_, h, dot) => [dot * ASIDE, -h - dot * ASIDE],
  (_, __, dot) => [dot * ASIDE, dot * ASIDE],
  (w, h, dot) => [-w - dot * ASIDE, -h - dot * ASIDE],
  (w, _, dot) => [-w - dot * ASIDE, dot * ASIDE]
];
/** @type {typeof BESIDE_DOT} */
const AROUND_DOT = [...BESIDE_DOT, ...BESIDE_DOT.map(position =>
  (/** @type {Parameters<typeof position>} */ ...[w, h, dot]) => position(w, h, dot + AWAY))];
/** @type {typeof BESIDE_DOT} */
const ON_POINT = [
  (w, h) => [-w / 2, -h / 2],
  (w, h) => [-w / 2, -h - 3],
  w => [-w / 2, 3],
  ...[4, 4 + AWAY].flatMap(far => /** @type {typeof BESIDE_DOT} */ ([ // a small unit, with its name beside it
    (_, h) => [far, -h / 2],
    (w, h) => [-w - far, -h / 2],
    () => [far, far],
    (w) => [-w - far, far],
    (_, h) => [far, -h - far],
    (w, h) => [-w - far, -h - far]
  ]))
];

/** @type {Record<'left' | 'right', typeof BESIDE_DOT>} */
const AT_SIDE = {left: [(w, h) => [-w - BESIDE, -h / 2]], right: [(_, h) => [BESIDE, -h / 2]]};

/**
 * @param {Name[]} names
 * @param {Map<string, number>} before the earlier placements: a shown name stays where it is if it can, so
 *   that names do not flicker while zooming
 * @param {Rect} sheet no name reaches beyond it, or the edge of the map would cut it
 * @param {Rect[]} taken where no name may stand
 * @returns {Map<string, Placed>} the shown names, by key
 */
export function place(names, before = new Map(), sheet = ANYWHERE, taken = []) {
  const texts = new Grid(), dots = new Grid();
  /** @type {Map<string, Placed>} */
  const shown = new Map();
  const order = [...names].sort((a, b) => b.forced - a.forced || b.priority - a.priority || (a.key < b.key ? -1 : 1));
  for (const each of taken) texts.add(each);
  for (const {x, y, dot} of names) {
    const near = dot - TOUCH;
    if (dot) dots.add({x: x - near, y: y - near, w: 2 * near, h: 2 * near});
  }
  for (const {key, x, y, w, h, side, dot, forced} of order) {
    const choices = side ? AT_SIDE[side] : dot ? AROUND_DOT : ON_POINT;
    const last = before.get(key);
    // A name already shown may be closer to its neighbours than a new one; so may names in rows.
    const gap = last === undefined && !side ? GAP : 0;
    const boxes = [...choices.keys()].sort((a, b) => Number(b === last) - Number(a === last)).map(choice => {
      const [dx, dy] = choices[choice](w, h, dot), left = x + dx;
      // On a narrow window, a long name in a row reaches over its bar.
      return {x: side ? clamp(left, sheet.x, sheet.x + sheet.w - w) : left, y: y + dy, w, h, choice};
    });
    // A name beside a dot must not cover another, or it would seem to name that one; a name without a dot may.
    const box = boxes.find(each => inside(each, sheet) && texts.isFree(each, gap) && !(dot && !dots.isFree(each, 0)))
      ?? (forced ? boxes[0] : null);
    if (!box) continue;
    texts.add(box);
    shown.set(key, box);
  }
  return shown;
}

/**
 * @param {Rect} box
 * @param {Rect} sheet
 */
const inside = (box, sheet) => box.x >= sheet.x && box.y >= sheet.y
  && box.x + box.w <= sheet.x + sheet.w && box.y + box.h <= sheet.y + sheet.h;

/** Boxes by cell, so that each is compared only with its neighbours. */
class Grid {
  /** @type {Map<string, Rect[]>} */
  cells = new Map();

  /** @param {Rect} box */
  add(box) {
    for (const cell of cellsOf(box, 0)) this.cells.set(cell, [...this.cells.get(cell) ?? [], box]);
  }

  /**
   * @param {Rect} box
   * @param {number} gap px
   */
  isFree(box, gap) {
    for (const cell of cellsOf(box, gap)) {
      if (this.cells.get(cell)?.some(other => overlap(box, other, gap))) return false;
    }
    return true;
  }
}

/**
 * @param {Rect} a
 * @param {Rect} b
 */
export const overlap = (a, b, gap = 0) =>
  a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;

/**
 * @param {Rect} box
 * @param {number} margin px
 */
function* cellsOf({x, y, w, h}, margin) {
  for (let i = Math.floor((x - margin) / CELL); i <= Math.floor((x + w + margin) / CELL); i++) {
    for (let j = Math.floor((y - margin) / CELL); j <= Math.floor((y + h + margin) / CELL); j++) yield `${i},${j}`;
  }
}
