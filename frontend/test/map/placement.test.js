// Which names are shown, and where.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cross, overlap, strikes} from '../../src/map/board.js';
import {place} from '../../src/map/placement.js';

const name = (key, x, priority, more) => ({key, x, y: 0, w: 40, h: 10, dot: 0, forced: 0, priority, ...more});
const pairs = list => list.flatMap((a, i) => list.slice(i + 1).map(b => [a, b]));

test('names do not overlap and the weightier has the better place', () => {
  const shown = place([name('a', 0, 1), name('b', 10, 2), name('below', 0, 1, {y: 12}), name('c', 100, 0)]);
  assert.deepEqual([...shown.keys()], ['b', 'a', 'below', 'c']);
  assert.deepEqual([shown.get('b').choice, shown.get('c').choice], [0, 0]);
  assert.ok(shown.get('a').choice && shown.get('below').choice, 'beside their points, which the name of b covers');
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

test('a name stands above its dot, else below, at the right, at the left, or at a corner', () => {
  const dot = {dot: 7, y: 100, x: 100};
  const blocks = [[100, 88], [100, 112], [129, 100], [71, 100]].map(([x, y], i) => name(`block${i}`, x, 9, {y, w: 2, h: 2}));
  const choices = [0, 1, 2, 3].map(count => place([name('place', 0, 1, dot), ...blocks.slice(0, count)]).get('place').choice);
  assert.deepEqual(choices, [0, 1, 2, 3]);
  assert.equal(place([name('place', 0, 1, dot), ...blocks]).get('place').choice, 4);
  const wall = name('wall', 100, 9, {y: 100, w: 60, h: 40}); // only farther away there is room
  assert.equal(place([name('place', 0, 1, dot), {...wall, h: 22}]).get('place').choice, 8);
  assert.ok(!place([name('place', 0, 1, dot), {...wall, w: 90, h: 60}]).has('place'));
});

test('no name reaches beyond the sheet', () => {
  const dot = {dot: 7, y: 100, x: 10};
  assert.equal(place([name('place', 0, 1, dot)], new Map(), {x: 0, y: 0, w: 500, h: 500}).get('place').choice, 2);
  assert.ok(!place([name('place', 0, 1, dot)], new Map(), {x: 0, y: 0, w: 50, h: 500}).has('place'));
});

test('no name of a place lies on its own dot, or on that of another', () => {
  // A deterministic scatter of 200 places on 600 x 400 px, some of them forced.
  const names = Array.from({length: 200}, (_, i) =>
    name(`p${i}`, (i * 7919) % 600, (i * 31) % 50, {y: (i * 104729) % 400, w: 20 + (i % 5) * 12, dot: 7, forced: i % 20 ? 0 : 2}));
  const dotOf = ({x, y, dot}) => ({x: x - dot + 3, y: y - dot + 3, w: 2 * dot - 6, h: 2 * dot - 6});
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

test('a name in a row stands at its side of the point, as close to its neighbours as they come, and within the sheet', () => {
  const sheet = {x: 0, y: 0, w: 300, h: 100};
  const shown = place([
    name('left', 100, 2, {side: 'left', y: 20}), name('below', 100, 1, {side: 'left', y: 30}),
    name('right', 200, 2, {side: 'right', y: 20}), name('long', 100, 2, {side: 'left', y: 60, w: 120}),
  ], new Map(), sheet);
  assert.equal(shown.size, 4);
  const {left, below, right, long} = Object.fromEntries(shown);
  assert.ok(left.x + left.w < 100 && right.x > 200);
  assert.deepEqual([left.y, below.y], [15, 25], 'centred on their points, and one right below the other');
  assert.equal(long.x, 0, 'rather than cut, it reaches over the point');
  assert.ok(!place([name('a', 100, 2, {side: 'left', y: 20}), name('b', 100, 1, {side: 'left', y: 26})]).has('b'));
});

test('a name keeps off what is taken', () => {
  const one = {...name('a', 100, 1), y: 100, dot: 5};
  const above = place([one]).get('a'), box = {x: above.x, y: above.y, w: above.w, h: above.h};
  assert.ok(above.y + above.h <= 95, 'above its dot, if it may choose');
  assert.ok(place([one], new Map(), undefined, [box]).get('a').y >= 105, 'below it otherwise');
});

test('a line strikes the box that it runs through or passes within two pixels', () => {
  const box = {x: 10, y: 10, w: 20, h: 10};
  assert.ok(strikes([0, 15, 40, 15], box), 'through it');
  assert.ok(strikes([0, 15, 12, 15], box), 'into it');
  assert.ok(strikes([0, 21, 40, 21], box), 'a pixel below it');
  assert.ok(!strikes([0, 23, 40, 23], box), 'three pixels below it');
  assert.ok(!strikes([0, 14, 14, 0], box), 'past its corner, though not past its sides');
});

test('two lines cross if each has its ends on both sides of the other', () => {
  assert.ok(cross([0, 0, 10, 10], [0, 10, 10, 0]));
  assert.ok(!cross([0, 0, 4, 4], [0, 10, 10, 0]), 'too short to reach it');
  assert.ok(!cross([0, 0, 10, 0], [0, 5, 10, 5]));
});

const apart = name('led', 0, 1, {dot: 7, led: true});
const lane = [{x: -60, y: -40, w: 56, h: 80}, {x: 4, y: -40, w: 56, h: 80}]; // 8 px wide, for a line but not for a text

test('a name with no room beside its dot stands apart, at the end of a line from the dot to the text', () => {
  assert.ok(!place([{...apart, led: false}], new Map(), undefined, lane).has('led'));
  const {x, y, line} = place([apart], new Map(), undefined, lane).get('led');
  assert.deepEqual([x, y].map(Math.round), [-20, 46], 'centred below the lane, which ends at 40');
  assert.deepEqual(line.map(Math.round), [0, 4, 0, 46]);
});

test('a line strikes no text and no dot of another, and no two lines cross', () => {
  // A deterministic crowd of 60 units with dots on 240 x 160 px.
  const names = Array.from({length: 60}, (_, i) =>
    name(`u${i}`, (i * 7919) % 241, i, {y: (i * 4729) % 161, w: 30 + (i % 4) * 8, dot: 7, led: true}));
  const shown = [...place(names).values()], led = shown.filter(({line}) => line);
  assert.ok(led.length > 5);
  assert.ok(shown.length > 1.2 * place(names.map(each => ({...each, led: false}))).size);
  for (const [a, b] of pairs(shown)) assert.ok(!overlap(a, b), `${a.key} lies on ${b.key}`);
  for (const [a, b] of pairs(led)) assert.ok(!cross(a.line, b.line), `the line of ${a.key} crosses that of ${b.key}`);
  for (const {key, line} of led) {
    for (const other of shown) assert.ok(other.key === key || !strikes(line, other), `the line of ${key} strikes ${other.key}`);
    for (const {key: owner, x, y} of names) {
      assert.ok(owner === key || !strikes(line, {x: x - 4, y: y - 4, w: 8, h: 8}), `the line of ${key} strikes the dot of ${owner}`);
    }
  }
});

test('a name makes room for another that has no other place', () => {
  const first = name('first', 0, 2, {dot: 7, led: true}), second = name('second', 30, 1, {dot: 7, led: true, y: -12});
  // The second has room at its left alone, where the first would stand above its dot.
  const taken = [
    {x: 37, y: -200, w: 200, h: 400}, {x: -200, y: -200, w: 237, h: 180}, {x: 24, y: -2, w: 13, h: 200},
    {x: -200, y: 20, w: 224, h: 200}, {x: -200, y: -20, w: 150, h: 40}, {x: 12, y: -4, w: 12, h: 2},
  ];
  assert.equal(place([first], new Map(), undefined, taken).get('first').choice, 0);
  const shown = place([first, second], new Map(), undefined, taken);
  assert.deepEqual([shown.get('first').choice, shown.get('second').choice], [1, 3]);
});

test('a name keeps its place at the end of a line, too, until it is forgotten', () => {
  const {choice} = place([apart], new Map(), undefined, lane).get('led');
  assert.equal(place([apart], new Map([['led', choice]])).get('led').choice, choice);
  assert.equal(place([{...apart, forced: 2}], new Map([['led', choice]])).get('led').choice, choice);
  assert.equal(place([apart]).get('led').choice, 0);
});

test('a name that found no place is not searched one apart again, but stands beside its point as soon as it can', () => {
  const none = new Map([['led', null]]);
  assert.ok(!place([apart], none, undefined, lane).has('led'));
  assert.equal(place([apart], none).get('led').choice, 0);
});
