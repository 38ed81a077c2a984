// What is on the map, from the message and its rows.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {buildScene, keyOf} from '../../src/map/scene.js';
import {message, object, rows, scene} from './tiny.js';

test('rows are shown with their style, and without one not at all', () => {
  assert.deepEqual([...scene.objects.keys()],
    ['unit:W', 'unit:I', 'unit:E', 'pair:W_E', 'pair:W_I', 'link:W_E/town/city', 'place:town']);
  assert.equal(object('pair:W_E').hint, 'Twinned');
  assert.deepEqual(object('pair:W_E').box.map(Math.round), [50, 20, 250, 20]);
  assert.deepEqual(object('unit:W').polygons.map(({rings}) => rings.length), [2, 1]);
});

test('a name stands for an object: without it there is none', () => {
  assert.deepEqual(scene.labels.map(keyOf), ['unit:W', 'place:town']);
});

test('the name of a place stands around its dot, that of a unit on its point', () => {
  assert.deepEqual(scene.labels.map(({dot}) => dot), [0, 3]);
});

test('the same rows are taken apart once', () => {
  const again = buildScene({...message, styles: {...message.styles}}, {...rows});
  assert.equal(again.content.regions, scene.content.regions);
  assert.equal(again.curves[0].path, scene.curves[0].path);
});

test('what could not be loaded is missing, and the rest is there', () => {
  const {units, curves, labels, content} = buildScene(message, {arcs: rows.arcs});
  assert.deepEqual([units.length, units[0].polygons, curves.length, labels, content.land], [3, [], 2, [], []]);
});
