// Which names are shown, and where.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {overlap, place} from '../../src/map/placement.js';

const name = (key, x, priority, more) => ({key, x, y: 0, w: 40, h: 10, dot: 0, forced: 0, priority, ...more});
const pairs = list => list.flatMap((a, i) => list.slice(i + 1).map(b => [a, b]));

test('names do not overlap and the weightier has the better place', () => {
  const shown = place([name('a', 0, 1), name('b', 10, 2), name('below', 0, 1, {y: 12}), name('c', 100, 0)]);
  assert.deepEqual([...shown].map(([key, {choice}]) => [key, choice]), [['b', 0], ['below', 2], ['c', 0]]);
  for (const [a, b] of pairs([...shown.values()])) assert.ok(!overlap(a, b));
});

test('a forced name is shown whatever there is', () => {
  const many = Array.from({length: 20}, (_, i) => name(`k${i}`, i, 20 - i));
  assert.ok(!place(many).has('k19'));
  assert.ok(place([...many.slice(0, 19), {...many[19], forced: 3}]).has('k19'));
});

test('a name keeps its place while it can', () => {
  const names = [name('a', 0, 1, {dot: 7})];
  assert.equal(place(names).get('a').choice, 0);
  assert.equal(place(names, new Map([['a', 2]])).get('a').choice, 2);
});

test('the name of a place stands below its dot, else at the right, above, or at the left', () => {
  const dot = {dot: 7, y: 100, x: 100};
  const blocks = [[100, 112], [129, 100], [100, 88], [71, 100]].map(([x, y], i) => name(`block${i}`, x, 9, {y, w: 2, h: 2}));
  const choices = [0, 1, 2, 3].map(count => place([name('place', 0, 1, dot), ...blocks.slice(0, count)]).get('place').choice);
  assert.deepEqual(choices, [0, 1, 2, 3]);
  assert.ok(!place([name('place', 0, 1, dot), ...blocks]).has('place'));
});

test('no name of a place lies on its own dot, or on that of another', () => {
  // A deterministic scatter of 200 places on 600 x 400 px, some of them forced.
  const names = Array.from({length: 200}, (_, i) =>
    name(`p${i}`, (i * 7919) % 600, (i * 31) % 50, {y: (i * 104729) % 400, w: 20 + (i % 5) * 12, dot: 7, forced: i % 20 ? 0 : 2}));
  const dotOf = ({x, y, dot}) => ({x: x - dot, y: y - dot, w: 2 * dot, h: 2 * dot});
  const shown = place(names);
  assert.ok(shown.size > 40);
  for (const each of names) {
    const box = shown.get(each.key);
    if (!box) continue;
    assert.ok(!overlap(box, dotOf(each)), `${each.key} lies on its own dot`);
    if (each.forced) continue;
    for (const other of names) assert.ok(!overlap(box, dotOf(other)), `${each.key} lies on the dot of ${other.key}`);
  }
});

test('the name of a unit may cover a dot: regions are named first', () => {
  const shown = place([name('unit', 0, 100), name('place', 0, 1, {dot: 9})]);
  assert.deepEqual([shown.get('unit').choice, shown.get('place').choice], [0, 0]);
});
