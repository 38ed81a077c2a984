// The visitor's hand: the point of the map that is held stays under it.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {moved} from '../../src/map/hand.js';

/** Where a point of the map lies, px from the middle of the stage. */
const seen = ({target, zoom}, point) => point.map((value, i) => (value - target[i]) * 2 ** zoom);

test('a map that is dragged goes where the hand goes: 10 px at 2 px per unit are 5 units', () => {
  assert.deepEqual(moved({target: [50, 50], zoom: 1}, [0, 0], [10, -20]), {target: [45, 60], zoom: 1});
});

test('the wheel enlarges about the pointer', () => {
  const before = {target: [50, 50], zoom: 0}, after = moved(before, [30, 10], [30, 10], 1);
  assert.deepEqual(seen(before, [80, 60]), [30, 10]);
  assert.deepEqual(seen(after, [80, 60]), [30, 10]);
  assert.deepEqual(after, {target: [65, 55], zoom: 1}); // of 30 units to the pointer, 15 are left
});

test('two fingers move and enlarge at once', () => {
  const before = {target: [3, -7], zoom: 2}, after = moved(before, [-40, 12], [100, 60], 1.5);
  const held = [3 - 40 / 4, -7 + 12 / 4];
  seen(after, held).forEach((value, i) => assert.ok(Math.abs(value - [100, 60][i]) < 1e-9));
});
