// What the names of a map take up: their boxes, the lines that lead to them, and the dots. None may meet another.
/** @import {Line, Name, Placed, Rect} from './placement.js' */

const CELL = 64;  // px
const ROWS = 65536; // more cells than a map is high
const CLEAR = 2; // px between a line and what it passes
export const TOUCH = 3;  // px of the room around a dot into which a line, or the text of another, may reach

export class Board {
  /** @type {Map<string, Placed>} the names that are shown, by key */ shown = new Map();
  #boxes = new Grid();
  #dots = new Grid();
  /** @type {Set<Placed>} the names with a line */ #led = new Set();
  /** @type {Map<string, Rect>} by key */ #dotOf = new Map();
  #sheet;
  #taken;

  /**
   * @param {Name[]} names
   * @param {Rect} sheet no name reaches beyond it, or the edge of the map would cut it
   * @param {Rect[]} taken where no name may stand
   */
  constructor(names, sheet, taken) {
    this.#sheet = sheet;
    this.#taken = taken;
    for (const each of taken) this.#boxes.add(each);
    for (const {key, x, y, dot} of names) {
      if (!dot) continue;
      const near = dot - TOUCH, box = {x: x - near, y: y - near, w: 2 * near, h: 2 * near};
      this.#dots.add(box);
      this.#dotOf.set(key, box);
    }
  }

  /** @param {Placed} box */
  add(box) {
    this.#boxes.add(box);
    this.shown.set(box.key, box);
    if (box.line) this.#led.add(box);
  }

  /** @param {Placed} box */
  remove(box) {
    this.#boxes.remove(box);
    this.shown.delete(box.key);
    this.#led.delete(box);
  }

  /**
   * @param {Placed} box
   * @param {number} gap px to the other names
   */
  isFree(box, gap) {
    return !this.#meets(box, gap, () => true);
  }

  /**
   * The name that alone keeps another from standing somewhere, if nothing else does.
   * @param {Placed} box
   * @param {number} gap px to the other names
   */
  blocker(box, gap) {
    /** @type {Set<Placed | null>} */
    const found = new Set();
    const isMore = this.#meets(box, gap, each => !each || found.add(each).size > 1);
    return isMore ? undefined : [...found][0];
  }

  /**
   * Whether a test holds for something that lies where a name would stand: for another name, or null if it cannot move.
   * @param {Placed} box
   * @param {number} gap px
   * @param {(other: Placed | null) => boolean} test
   */
  #meets(box, gap, test) {
    const {key, line} = box;
    if (!inside(box, this.#sheet)) return test(null);
    // A name beside a dot or apart must not cover another, or it would seem to name that one; a name on its unit may.
    if ((line || this.#dotOf.has(key)) && this.#dots.some(box, 0, () => true)) return test(null);
    if (this.#boxes.some(box, gap, other => test('key' in other ? /** @type {Placed} */ (other) : null))) return true;
    for (const other of this.#led) if (strikes(/** @type {Line} */ (other.line), box) && test(other)) return true;
    if (!line) return false;
    if (this.#taken.some(each => strikes(line, each))) return test(null);
    for (const [owner, dot] of this.#dotOf) if (owner !== key && strikes(line, dot)) return test(null);
    for (const other of this.shown.values()) {
      if ((strikes(line, other) || (other.line && cross(line, other.line))) && test(other)) return true;
    }
    return false;
  }
}

/**
 * @param {Rect} box
 * @param {Rect} sheet
 */
const inside = (box, sheet) => box.x >= sheet.x && box.y >= sheet.y
  && box.x + box.w <= sheet.x + sheet.w && box.y + box.h <= sheet.y + sheet.h;

/** Boxes by cell, so that each is compared only with its neighbours. */
class Grid {
  /** @type {Map<number, Rect[]>} */
  cells = new Map();

  /** @param {Rect} box */
  add(box) {
    for (const cell of cellsOf(box, 0)) {
      const there = this.cells.get(cell);
      if (there) there.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  /** @param {Rect} box */
  remove(box) {
    for (const cell of cellsOf(box, 0)) {
      const there = this.cells.get(cell) ?? [];
      there.splice(there.indexOf(box), 1);
    }
  }

  /**
   * Whether a test holds for a box that another would meet.
   * @param {Rect} box
   * @param {number} gap px
   * @param {(other: Rect) => boolean} test
   */
  some(box, gap, test) {
    return cellsOf(box, gap).some(cell => this.cells.get(cell)?.some(other => overlap(box, other, gap) && test(other)));
  }
}

/**
 * @param {Rect} a
 * @param {Rect} b
 */
export const overlap = (a, b, gap = 0) =>
  a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;

/**
 * True if a line runs through a box, or too close by.
 * @param {Line} line
 * @param {Rect} box
 */
export function strikes([x0, y0, x1, y1], {x, y, w, h}) {
  const left = x - CLEAR, right = x + w + CLEAR, top = y - CLEAR, bottom = y + h + CLEAR;
  if (Math.max(x0, x1) < left || Math.min(x0, x1) > right || Math.max(y0, y1) < top || Math.min(y0, y1) > bottom) return false;
  const side = (/** @type {number} */ px, /** @type {number} */ py) => (x1 - x0) * (py - y0) - (y1 - y0) * (px - x0) > 0;
  const first = side(left, top);
  return side(right, top) !== first || side(left, bottom) !== first || side(right, bottom) !== first;
}

/**
 * @param {Line} one
 * @param {Line} other
 */
export const cross = (one, other) => parts(one, other) && parts(other, one);

/**
 * True if the ends of a line lie on different sides of another.
 * @param {Line} line
 * @param {Line} other
 */
const parts = ([x0, y0, x1, y1], [ax, ay, bx, by]) =>
  (x1 - x0) * (ay - y0) - (y1 - y0) * (ax - x0) > 0 !== (x1 - x0) * (by - y0) - (y1 - y0) * (bx - x0) > 0;

/**
 * @param {Rect} box
 * @param {number} margin px
 */
function cellsOf({x, y, w, h}, margin) {
  const cells = [];
  for (let i = Math.floor((x - margin) / CELL); i <= Math.floor((x + w + margin) / CELL); i++) {
    for (let j = Math.floor((y - margin) / CELL); j <= Math.floor((y + h + margin) / CELL); j++) cells.push(i * ROWS + j);
  }
  return cells;
}
