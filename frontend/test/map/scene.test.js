// What is on the map, from the message and its rows.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {buildScene, keyOf} from '../../src/map/scene.js';
import {message, object, RED, rows, scene} from './tiny.js';

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

test('a name stands around the dot of its place or of the lines that end in its unit, or else on its point', () => {
  assert.deepEqual(scene.labels.map(({dot}) => dot), [3.5, 3]);
  const alone = buildScene({...message, styles: {...message.styles, arcs: {}}}, rows, 0);
  assert.deepEqual(alone.labels.map(({dot}) => dot), [0, 3]);
});

test('a tie is a bow between its two places', () => {
  const {path} = object('link:W_E/town/city');
  assert.deepEqual([path[0], path[24], path[48]], [[80, 80], [150, 80 - 0.13 * 140 / 2], [220, 80]]);
});

test('a line that waits to be asked for or is excluded leaves the others where they would be without it', () => {
  const style = {color: RED, width: 2, hint: ''};
  const paths = styles => {
    const {curves} = buildScene({...message, styles: {...message.styles, arcs: styles}}, {...rows,
      routes: {...rows.routes, ways: {...rows.routes.ways, W_I: [0, 1, 2]}}}, 0);
    return Object.fromEntries(curves.map(({id, path}) => [id, path]));
  };
  const alone = paths({W_E: style}), both = paths({W_E: style, W_I: {...style, asked: true}});
  assert.deepEqual(both.W_E, alone.W_E);
  assert.notDeepEqual(both.W_I, alone.W_E);
  assert.notDeepEqual(paths({W_E: style, W_I: style}).W_E, alone.W_E);
  const excluded = paths({W_E: style, W_I: {...style, dim: true}});
  assert.deepEqual(excluded.W_E, alone.W_E);
  assert.deepEqual(excluded.W_I, paths({W_E: style, W_I: style}).W_I);
});

test('the same rows are taken apart once', () => {
  const again = buildScene({...message, styles: {...message.styles}}, {...rows}, 0);
  assert.equal(again.content.regions, scene.content.regions);
});

test('what could not be loaded is missing, and the rest is there', () => {
  const {units, curves, labels, content} = buildScene(message, {arcs: rows.arcs}, 0);
  assert.deepEqual([units.length, units[0].polygons, curves, labels, content.land], [3, [], [], [], []]);
});
