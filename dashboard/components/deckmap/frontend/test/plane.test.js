// The parts of the map that need no browser: geometry, finding, focus, placing of names, meshes.
import assert from 'node:assert/strict';
import test from 'node:test';
import {boxOf, distanceTo, inPolygon, linesOf, polygonsOf, tessellate} from '../src/geometry.js';
import {hit} from '../src/hit.js';
import {areas, colours, dashes, dots, strokes} from '../src/mesh.js';
import {place} from '../src/placement.js';

const square = (x, y, size) => [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]];
const unit = (id, ...rings) => ({kind: 'unit', id, polygons: [{rings, box: boxOf(rings[0])}]});
const arc = (id, curve, more) => {
  const path = tessellate(curve);
  return {kind: 'pair', id, path, box: boxOf(path), width: 2, ...more};
};
const scene = {
  units: [unit('large', square(0, 0, 100), square(40, 40, 20)), unit('inner', square(40, 40, 20)), unit('east', square(200, 0, 100))],
  curves: [arc('arc', [50, 20, 150, 20, 250, 20])],
  places: [{kind: 'place', id: 'dot', position: [80, 80], radius: 4}]
};

test('a curve runs from its start to its end', () => {
  const path = tessellate([0, 0, 5, 10, 10, 0]);
  assert.deepEqual([path[0], path.at(-1)], [[0, 0], [10, 0]]);
  assert.equal(Math.max(...path.map(([, y]) => y)), 5);
});

test('geometry is taken apart by unit', () => {
  const json = {
    type: 'FeatureCollection',
    features: [{type: 'Feature', properties: {code: 'A'}, geometry: {type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(5, 5, 1)]]}}]
  };
  assert.deepEqual(polygonsOf(json).map(({code}) => code), ['A', 'A']);
  assert.equal(linesOf(json).length, 2);
});

test('a hole is outside', () => {
  assert.equal(inPolygon([square(0, 0, 10), square(4, 4, 2)], 5, 5), false);
  assert.equal(inPolygon([square(0, 0, 10), square(4, 4, 2)], 2, 2), true);
  assert.equal(distanceTo([[0, 0], [10, 0]], 5, 3), 3);
});

test('what a click finds', () => {
  const found = (x, y, scale = 1) => hit(scene, x, y, scale)?.id;
  assert.equal(found(10, 10), 'large');
  assert.equal(found(50, 50), 'inner');
  assert.equal(found(150, 20), 'arc');
  assert.equal(found(150, 26.5), 'arc', 'a corridor of 14 px');
  assert.equal(found(150, 28), undefined);
  assert.equal(found(150, 28, 0.5), 'arc', 'in pixels, not in map units');
  assert.equal(found(53, 20), 'large', 'the ends belong to what lies below');
  assert.equal(found(86, 80), 'dot');
  assert.equal(found(500, 500), undefined);
});

test('names do not overlap and the weightier stays', () => {
  const label = (key, x, priority, more) => ({key, x, y: 0, w: 40, h: 10, priority, ...more});
  const shown = place([label('a', 0, 1), label('b', 10, 2), label('c', 100, 0)]);
  assert.equal(shown.get('b').choice, 0);
  assert.ok(shown.has('c'));
  const boxes = [...shown.values()];
  for (const one of boxes) {
    for (const two of boxes) {
      if (one !== two) assert.ok(one.x >= two.x + two.w || two.x >= one.x + one.w || one.y >= two.y + two.h || two.y >= one.y + one.h);
    }
  }
});

test('a forced name is shown whatever there is', () => {
  const many = Array.from({length: 20}, (_, i) => ({key: `k${i}`, x: i, y: 0, w: 40, h: 10, priority: 20 - i}));
  assert.ok(!place(many).has('k19'));
  assert.ok(place([...many.slice(0, 19), {...many[19], forced: 3}]).has('k19'));
});

test('a name keeps its place while it can', () => {
  const labels = [{key: 'a', x: 0, y: 0, w: 40, h: 10, priority: 1, dot: true}];
  assert.equal(place(labels, new Map([['a', 2]])).get('a').choice, 2);
});

test('meshes count their vertices, and colours fill them', () => {
  for (const [mesh, n] of [
    [areas([{rings: [square(0, 0, 1)]}, {rings: [square(0, 0, 9), square(2, 2, 1)]}]), 2],
    [strokes([{paths: [[[0, 0], [1, 0], [1, 1]]], width: 2, round: true}]), 1],
    [dots([{position: [0, 0], radius: 3}]), 1]
  ]) {
    assert.equal(mesh.counts.length, n);
    assert.equal(mesh.counts.reduce((a, b) => a + b), mesh.places.length / 2);
    assert.ok(Math.max(...mesh.indices) < mesh.places.length / 2);
    assert.ok([...mesh.offsets].every(Number.isFinite));
    const bytes = colours(mesh, mesh.counts.map(() => [1, 2, 3, 4]));
    assert.deepEqual([...bytes.slice(-4)], [1, 2, 3, 4]);
  }
});

test('a line that doubles back or stands still has no infinite corner', () => {
  const mesh = strokes([{paths: [[[0, 0], [5, 0], [0, 0]], [[1, 1], [1, 1], [2, 2]]], width: 2}]);
  assert.ok([...mesh.offsets].every(value => Number.isFinite(value) && Math.abs(value) < 10));
});

test('dashes cover their share of the line', () => {
  const pieces = dashes([[0, 0], [100, 0]], 6, 4);
  assert.equal(pieces.length, 10);
  assert.ok(Math.abs(pieces.reduce((sum, piece) => sum + piece.at(-1)[0] - piece[0][0], 0) - 60) < 1e-6);
});
