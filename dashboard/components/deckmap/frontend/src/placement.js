// Decides which labels are shown and where: greedy by priority, without a DOM, so that it can be tested.

const GAP = 3; // px between two labels
const DOT = 5; // px from a dot to its text

// Where the text may stand about its point, the best place first.
const AROUND_DOT = [
  (w, h) => [-w / 2, DOT],
  (w, h) => [DOT + 2, -h / 2],
  (w, h) => [-w / 2, -h - DOT],
  (w, h) => [-w - DOT - 2, -h / 2]
];
const ON_POINT = [
  (w, h) => [-w / 2, -h / 2],
  (w, h) => [-w / 2, -h - 3],
  (w, h) => [-w / 2, 3]
];

/**
 * labels: [{key, x, y, w, h, priority, dot, forced}], x and y in pixels at the present zoom.
 * before: Map key -> index of the place it had; what is shown stays where it is if it can, so that
 * zooming does not make names flicker. Returns Map key -> {x, y, w, h, choice}.
 */
export function place(labels, before = new Map()) {
  const taken = new Grid();
  const shown = new Map();
  const order = [...labels].sort((a, b) =>
    (b.forced ?? 0) - (a.forced ?? 0) || b.priority - a.priority || (a.key < b.key ? -1 : 1));
  for (const label of order) if (label.dot) taken.addDot(label);
  for (const label of order) {
    const choices = label.dot ? AROUND_DOT : ON_POINT;
    const last = before.get(label.key);
    // One already shown may come closer to its neighbours than one that would newly appear.
    const gap = last === undefined ? GAP : 0;
    const indices = [...choices.keys()].sort((a, b) => (b === last) - (a === last));
    const boxes = indices.map(choice => {
      const [dx, dy] = choices[choice](label.w, label.h);
      return {x: label.x + dx, y: label.y + dy, w: label.w, h: label.h, choice};
    });
    const box = boxes.find(candidate => taken.isFree(candidate, gap, label.key)) ?? (label.forced ? boxes[0] : null);
    if (!box) continue;
    taken.add(box, label.key);
    shown.set(label.key, box);
  }
  return shown;
}

/** Boxes by cell, so that a label is compared with its neighbours only. */
class Grid {
  cells = new Map();

  add(box, key) {
    for (const cell of cellsOf(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push({...box, key});
    }
  }

  addDot({x, y, key}) { this.add({x: x - 2, y: y - 2, w: 4, h: 4}, key); }

  isFree(box, gap, key) {
    for (const cell of cellsOf(box, gap)) {
      for (const other of this.cells.get(cell) ?? []) {
        if (other.key !== key
          && box.x < other.x + other.w + gap && other.x < box.x + box.w + gap
          && box.y < other.y + other.h + gap && other.y < box.y + box.h + gap) return false;
      }
    }
    return true;
  }
}

const CELL = 64;

function* cellsOf({x, y, w, h}, margin = 0) {
  for (let i = Math.floor((x - margin) / CELL); i <= Math.floor((x + w + margin) / CELL); i++) {
    for (let j = Math.floor((y - margin) / CELL); j <= Math.floor((y + h + margin) / CELL); j++) yield `${i},${j}`;
  }
}
