// Decides which names are shown, and where: greedily by priority, without a DOM so that it can be tested.

const GAP = 3;    // px between two names
const CELL = 64;  // px

/**
 * @typedef {{x: number, y: number, w: number, h: number}} Rect px
 * @typedef {object} Name
 * @property {string} key
 * @property {number} x of the named point, px at the present zoom
 * @property {number} y
 * @property {number} w of the text, px
 * @property {number} h
 * @property {number} dot px that the text keeps free around the point; 0 for a text centred on its point
 * @property {number} priority
 * @property {number} forced 0, or the rank among the names that are always shown
 * @typedef {Rect & {choice: number}} Placed
 */

/**
 * Possible positions of the text around its point, best first.
 * @type {((w: number, h: number, dot: number) => [number, number])[]}
 */
const AROUND_DOT = [
  (w, _, dot) => [-w / 2, dot],
  (_, h, dot) => [dot + 2, -h / 2],
  (w, h, dot) => [-w / 2, -h - dot],
  (w, h, dot) => [-w - dot - 2, -h / 2]
];
/** @type {typeof AROUND_DOT} */
const ON_POINT = [
  (w, h) => [-w / 2, -h / 2],
  (w, h) => [-w / 2, -h - 3],
  w => [-w / 2, 3]
];

/**
 * @param {Name[]} names
 * @param {Map<string, number>} before the earlier placements: a shown name stays where it is if it can, so
 *   that names do not flicker while zooming
 * @returns {Map<string, Placed>} the shown names, by key
 */
export function place(names, before = new Map()) {
  const texts = new Grid(), dots = new Grid();
  /** @type {Map<string, Placed>} */
  const shown = new Map();
  const order = [...names].sort((a, b) => b.forced - a.forced || b.priority - a.priority || (a.key < b.key ? -1 : 1));
  for (const {x, y, dot} of names) if (dot) dots.add({x: x - dot, y: y - dot, w: 2 * dot, h: 2 * dot});
  for (const {key, x, y, w, h, dot, forced} of order) {
    const choices = dot ? AROUND_DOT : ON_POINT;
    const last = before.get(key);
    // A name already shown may be closer to its neighbours than a new one.
    const gap = last === undefined ? GAP : 0;
    const boxes = [...choices.keys()].sort((a, b) => Number(b === last) - Number(a === last)).map(choice => {
      const [dx, dy] = choices[choice](w, h, dot);
      return {x: x + dx, y: y + dy, w, h, choice};
    });
    // The name of a place must not cover a dot, or it would seem to name that one; the name of a unit may.
    const box = boxes.find(each => texts.isFree(each, gap) && !(dot && !dots.isFree(each, 0)))
      ?? (forced ? boxes[0] : null);
    if (!box) continue;
    texts.add(box);
    shown.set(key, box);
  }
  return shown;
}

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
