// The object that a click finds.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {anchor} from '../../src/map/anchors.js';
import {hit} from '../../src/map/hit.js';
import {keyOf} from '../../src/map/scene.js';
import {object, scene} from './tiny.js';

const found = (x, y, scale = 1, labelAt = undefined) => keyOf(hit(scene, [x, y], scale, labelAt));

test('regions are found by their shape, not in their holes', () => {
  assert.deepEqual([found(10, 10), found(45, 55), found(5, 125), found(250, 60)], ['unit:W', 'unit:I', 'unit:W', 'unit:E']);
  assert.equal(found(500, 500), '');
});

test('an arc has a corridor of 14 px, in pixels and not in map units', () => {
  assert.deepEqual([found(150, 20), found(150, 26.5), found(150, 28), found(150, 28, 0.5)], ['pair:W_E', 'pair:W_E', '', 'pair:W_E']);
});

test('the ends of an arc belong to what lies below', () => {
  assert.deepEqual([found(53, 20), found(65, 20)], ['unit:W', 'pair:W_E']);
});

test('a dot is found 4 px beyond its rim, before all else', () => {
  assert.deepEqual([found(86.9, 80), found(73, 80), found(72.9, 80)], ['place:town', 'place:town', 'unit:W']);
});

test('a text comes after the line itself and before its corridor', () => {
  const label = () => object('unit:E');
  assert.deepEqual([found(150, 21, 1, label), found(150, 24, 1, label), found(80, 80, 1, label)], ['pair:W_E', 'unit:E', 'place:town']);
});

test('what the filter has dimmed gives way to what it has kept', () => {
  const kept = {...object('pair:W_E'), id: 'kept'}, dimmed = {...kept, id: 'dimmed', dim: true};
  assert.equal(hit({units: [], curves: [kept, dimmed], places: []}, [150, 20], 1).id, 'kept');
});

test('every object has a point where it is found', () => {
  const find = point => hit(scene, point, 1);
  for (const [key, each] of scene.objects) assert.equal(keyOf(find(anchor(each, scene, find, null))), key);
});
