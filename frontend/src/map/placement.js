// Decides which names are shown, and where: greedily by priority, without a DOM so that it can be tested.
import {Board} from './board.js';
import {besides, boxAt, leads} from './positions.js';

const GAP = 3;    // px between two names
/** @type {Rect} */
const ANYWHERE = {x: -1e9, y: -1e9, w: 2e9, h: 2e9};

/**
 * @typedef {{x: number, y: number, w: number, h: number}} Rect px
 * @typedef {[x0: number, y0: number, x1: number, y1: number]} Line px
 * @typedef {object} Name
 * @property {string} key
 * @property {number} x of the named point, px at the present zoom
 * @property {number} y
 * @property {number} w of the text, px
 * @property {number} h
 * @property {'left' | 'right'} [side] of the point, on which alone the text may stand
 * @property {boolean} led the text may stand apart from its point, at the end of a line
 * @property {number} dot px that the text keeps free around the point; 0 for a text centred on its point
 * @property {number} priority
 * @property {number} forced 0, or the rank among the names that are always shown
 * @typedef {Rect & {key: string, choice: number, line?: Line}} Placed with the line from the point to the text
 */

/**
 * By priority, names stand beside their points or, if they may be led and there is no room, apart; then those without a
 * place make others move; the rest gets what is left.
 * @param {Name[]} names
 * @param {Map<string, number | null>} before the earlier choices, null of a name that found no place: a shown name
 *   stays where it is if it can, so that names do not flicker while zooming, and the others only come if there is room
 *   beside their points
 * @param {Rect} sheet no name reaches beyond it, or the edge of the map would cut it
 * @param {Rect[]} taken where no name may stand
 * @returns {Map<string, Placed>} the shown names, by key
 */
export function place(names, before = new Map(), sheet = ANYWHERE, taken = []) {
  const order = [...names].sort((a, b) => b.forced - a.forced || b.priority - a.priority || (a.key < b.key ? -1 : 1));
  const board = new Board(names, sheet, taken), byKey = new Map(names.map(name => [name.key, name]));
  const first = order.filter(({forced, led}) => forced || led);
  const isSought = (/** @type {Name} */ {key, led}) => led && before.get(key) !== null;

  /** @type {(name: Name, choices: Iterable<number>, gap: number) => Placed | undefined} */
  const among = (name, choices, gap) => {
    for (const choice of choices) {
      const box = boxAt(name, choice, sheet);
      if (board.isFree(box, gap)) return box;
    }
  };

  /** @type {(name: Name) => Placed | undefined} */
  const beside = name => {
    const last = before.get(name.key) ?? null, isKnown = last !== null;
    // A name already shown may be closer to its neighbours than a new one; so may names in rows.
    return (isKnown ? among(name, [last], 0) : undefined)
      ?? among(name, besides(name), isKnown || name.side ? 0 : GAP)
      ?? (name.forced ? boxAt(name, 0, sheet) : undefined);
  };

  /**
   * Show a name where but one other stands, if that finds another place.
   * @type {(name: Name, choices: Iterable<number>) => boolean}
   */
  const shift = (name, choices) => {
    for (const choice of choices) {
      const box = boxAt(name, choice, sheet), old = board.blocker(box, GAP);
      const other = old && byKey.get(old.key);
      if (!old || !other?.led || other.forced) continue;
      board.remove(old);
      board.add(box);
      const moved = among(other, besides(other), GAP) ?? among(other, leads(other, names), GAP);
      if (moved) {
        board.add(moved);
        return true;
      }
      board.remove(box);
      board.add(old);
    }
    return false;
  };

  /** @type {(name: Name) => void} */
  const settle = name => {
    const box = beside(name) ?? (isSought(name) ? among(name, leads(name, names), GAP) : undefined);
    if (box) board.add(box);
  };

  for (const name of first) settle(name);
  for (const name of first) {
    if (isSought(name) && !board.shown.has(name.key)) shift(name, [...besides(name), ...leads(name, names)]);
  }
  for (const name of order) if (!board.shown.has(name.key)) settle(name);
  return board.shown;
}
