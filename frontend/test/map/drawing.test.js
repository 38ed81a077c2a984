// What each layer draws, in what order, and what a hover leaves unchanged.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {drawings} from '../../src/map/drawing.js';
import {makeFocus} from '../../src/map/focus.js';
import {layersOf} from '../../src/map/state.js';
import {message, object, palette, RED, scene} from './tiny.js';

const draw = (selected, hovered, level = 0) =>
  drawings(layersOf({message}), {scene, palette, level, focus: makeFocus(object(selected), object(hovered), scene)});
const of = (list, id) => list.find(each => each.id === id);

test('the lowest first, with the outlines of the focus below the arcs; names are HTML', () => {
  assert.deepEqual(draw().map(({id}) => id), ['regions', 'borders', 'outlines', 'arcs', 'arcs-lit', 'rings', 'ends',
    'ties', 'ties-lit', 'places']);
});

test('objects by layer: polygons, borders; each arc, each of the four ends, tie and place with its halo', () => {
  const counts = list => list.map(({figures}) => figures.objects.length);
  assert.deepEqual(counts(draw('', '', 1)), [4, 2, 0, 4, 0, 0, 8, 2, 0, 2]);
  assert.deepEqual(counts(draw('', '', 0)), [4, 2, 0, 4, 0, 0, 8, 2, 0, 0]); // places only from close by
});

test('a ring on both units stands for an arc until it is asked for', () => {
  const arcs = [{...scene.content.arcs[0], asked: true}];
  const objects = new Map([...scene.objects, ['pair:W_E', arcs[0]]]);
  const counts = hovered => drawings([[], [message.layers[2]]], {
    scene: {...scene, content: {...scene.content, arcs}}, palette, level: 0,
    focus: makeFocus(null, object(hovered), {...scene, curves: arcs, objects})
  }).slice(1).map(({figures}) => figures.objects.length);
  assert.deepEqual([counts(''), counts('unit:W'), counts('unit:I')], [[0, 0, 2, 0], [0, 2, 2, 4], [0, 0, 2, 0]]);
});

test('a hover changes colours, and neither shapes nor borders', () => {
  const before = draw(), after = draw('', 'unit:W');
  assert.equal(of(after, 'regions').figures, of(before, 'regions').figures);
  assert.notDeepEqual(of(after, 'regions').colours, of(before, 'regions').colours);
  assert.equal(of(after, 'borders').figures, of(before, 'borders').figures);
  assert.deepEqual(of(after, 'borders').colours, of(before, 'borders').colours);
  assert.deepEqual(of(before, 'borders').colours[0], [1, 2, 3, 255]);
});

test('what is in focus is drawn above the rest, and only there', () => {
  const last = (list, id) => of(list, id).colours.at(-1);
  assert.deepEqual(last(draw(), 'arcs'), RED, 'above what the filter excludes');
  assert.deepEqual(last(draw('pair:W_E'), 'arcs-lit'), RED);
  assert.deepEqual(last(draw('pair:W_E'), 'arcs'), [0, 0, 0, 0]);
  assert.equal(of(draw('pair:W_E'), 'arcs').figures, of(draw(), 'arcs').figures, 'a hover makes no figures of all lines');
});

test('the dashes of a broken line keep their length in pixels', () => {
  const arcs = [{...scene.content.arcs[0], path: [[0, 0], [240, 0]], dash: true}];
  const focus = makeFocus(null, null, scene);
  // 12 px from dash to dash: 20 dashes at 1 px per unit, 40 at 2.
  const count = level => drawings([[], [message.layers[2]]],
    {scene: {...scene, content: {...scene.content, arcs}}, palette, level, focus})[1].figures.objects[0].paths.length;
  assert.deepEqual([count(0), count(1)], [20, 40]);
});
