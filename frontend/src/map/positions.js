// Where a name may stand: beside its point, best first, or apart from it at the end of a line.
import {clamp} from '../shared/numbers.js';
import {TOUCH} from './board.js';
/** @import {Name, Placed, Rect} from './placement.js' */

const AWAY = 7;   // px by which a text stands farther from its dot if there is no room beside it
const BESIDE = 6; // px between a point and a text that stands at its side
const ASIDE = 0.6; // of the room around a dot that a text at its corner keeps
const TURNS = 16; // directions of a line
const REACHES = [18, 30, 46, 66, 90]; // px from a point to the text at the end of its line
const STEEP = 0.4; // cosine of a line below which its text is centred on its end
const LED = 100; // the first choice at the end of a line
const DOWN = {x: 0, y: 1}; // so that a name without others around it goes below

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

/** @param {Name} name */
const positionsOf = ({side, dot}) => (side ? AT_SIDE[side] : dot ? AROUND_DOT : ON_POINT);

/**
 * The choices beside the point of a name, best first.
 * @param {Name} name
 */
export const besides = name => positionsOf(name).keys();

/** @param {number} choice */
export const isLed = choice => choice >= LED;

/**
 * The choices at the end of a line: short lines first, and among them those that lead away from the other names.
 * @param {Name} name
 * @param {Name[]} names
 */
export function* leads({x, y}, names) {
  let outwards = DOWN;
  for (const other of names) {
    const dx = x - other.x, dy = y - other.y, square = dx * dx + dy * dy;
    if (square > 1) outwards = {x: outwards.x + dx / square, y: outwards.y + dy / square};
  }
  const turn = Math.round(Math.atan2(outwards.y, outwards.x) / (2 * Math.PI) * TURNS) + TURNS;
  for (const ring of REACHES.keys()) {
    for (let i = 0; i < TURNS; i++) {
      const aside = i % 2 ? (i + 1) / 2 : -i / 2;
      yield LED + ring * TURNS + (turn + aside + TURNS) % TURNS;
    }
  }
}

/**
 * The box of a name in one of its positions, with the line to it if it stands apart.
 * @param {Name} name
 * @param {number} choice
 * @param {Rect} sheet
 * @returns {Placed}
 */
export function boxAt(name, choice, sheet) {
  const {key, x, y, w, h, side, dot} = name;
  if (!isLed(choice)) {
    const [dx, dy] = positionsOf(name)[choice](w, h, dot), left = x + dx;
    // On a narrow window, a long name in a row reaches over its bar.
    return {key, x: side ? clamp(left, sheet.x, sheet.x + sheet.w - w) : left, y: y + dy, w, h, choice};
  }
  const reach = REACHES[Math.floor((choice - LED) / TURNS)], angle = (choice - LED) % TURNS / TURNS * 2 * Math.PI;
  const cos = Math.cos(angle), sin = Math.sin(angle), endX = x + reach * cos, endY = y + reach * sin;
  const start = Math.max(dot - TOUCH, 0), isSteep = Math.abs(cos) < STEEP;
  return {
    key, w, h, choice, line: [x + start * cos, y + start * sin, endX, endY],
    x: isSteep ? endX - w / 2 : cos > 0 ? endX : endX - w,
    y: isSteep ? (sin > 0 ? endY : endY - h) : endY - h / 2
  };
}
