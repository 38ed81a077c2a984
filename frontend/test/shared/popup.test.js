// Positions of popups and tooltips: always inside the window.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {placement} from '../../src/shared/popup.js';

const view = {width: 1000, height: 800};
const box = (left, top, width = 100, height = 20) => ({left, right: left + width, top, bottom: top + height});

test('it lies below its anchor, where there is more room', () => {
  assert.deepEqual(placement(box(50, 100), 200, view, {}), {left: 50, upwards: false, offset: 124, height: 668});
});

test('it lies above where there is more room', () => {
  assert.deepEqual(placement(box(50, 700), 200, view, {gap: 6}), {left: 50, upwards: true, offset: 106, height: 686});
});

test('with enough room below it stays there', () => {
  assert.equal(placement(box(50, 500), 200, view, {room: 240}).upwards, false);
  assert.equal(placement(box(50, 600), 200, view, {room: 240}).upwards, true);
});

for (const [align, anchor, expected] of [
  ['start', box(950, 0), 792], ['center', box(400, 0), 350], ['center', box(0, 0), 8], ['end', box(500, 0), 400],
  ['end', box(20, 0), 8], ['beside', box(100, 0), 204], ['beside', box(850, 0), 646],
]) test(`it is placed by its ${align} at ${anchor.left}, and kept inside`, () => {
  assert.equal(placement(anchor, 200, view, {align}).left, expected);
});

test('on a mirrored page, start and end change sides', () => {
  assert.equal(placement(box(500, 0), 200, view, {align: 'start', mirrored: true}).left, 400);
  assert.equal(placement(box(500, 0), 200, view, {align: 'end', mirrored: true}).left, 500);
});

test('wider than the window, it begins at its edge', () => {
  assert.equal(placement(box(50, 0), 1200, view, {}).left, 8);
});
