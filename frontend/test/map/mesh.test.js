// Triangles: their number, positions and colours.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {colours, meshOf} from '../../src/map/mesh.js';
import {square} from './tiny.js';

const areas = objects => meshOf({kind: 'areas', objects});
const strokes = objects => meshOf({kind: 'strokes', objects});
const dots = objects => meshOf({kind: 'dots', objects});
const size = ({places}) => places.length / 2;

test('meshes count their vertices, and colours fill them', () => {
  for (const [mesh, counts, triangles] of [
    [areas([{rings: [square(0, 0, 1)]}, {rings: [square(0, 0, 9), square(2, 2, 1)]}]), [5, 10], 2 + 8],
    [strokes([{paths: [[[0, 0], [1, 0], [1, 1]]], width: 2}]), [6], 4],
    [strokes([{paths: [[[0, 0], [1, 0], [1, 1]]], width: 2, round: true}]), [6 + 2 * 8], 4 + 2 * 6],
    [dots([{position: [0, 0], radius: 3}]), [26], 24],
  ]) {
    assert.deepEqual(mesh.counts, counts);
    assert.equal(mesh.indices.length / 3, triangles);
    assert.equal(counts.reduce((a, b) => a + b), size(mesh));
    assert.ok(Math.max(...mesh.indices) < size(mesh));
    const bytes = colours(mesh, counts.map((_, i) => [i, 2, 3, 4]));
    assert.equal(bytes.length, 4 * size(mesh));
    assert.deepEqual([...bytes.slice(0, 4), ...bytes.slice(-4)], [0, 2, 3, 4, counts.length - 1, 2, 3, 4]);
  }
});

test('the triangles of a square with a hole cover the square without the hole', () => {
  const {places, indices} = areas([{rings: [square(0, 0, 9), square(2, 2, 1)]}]);
  let area = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [ax, ay, bx, by, cx, cy] = [0, 1, 2].flatMap(n => [...places.slice(2 * indices[i + n], 2 * indices[i + n] + 2)]);
    area += Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
  }
  assert.equal(area, 80);
});

test('a line is half a pixel wider on either side, so that its edge can fade', () => {
  const {offsets, edges} = strokes([{paths: [[[0, 0], [10, 0]]], width: 2}]);
  assert.deepEqual([...offsets].map(value => value + 0), [0, 1.5, 0, -1.5, 0, 1.5, 0, -1.5]);
  assert.deepEqual([...edges.slice(0, 4)], [1.5, 1, -1.5, 1]);
});

test('a right angle reaches out to its corner', () => {
  const {offsets} = strokes([{paths: [[[0, 0], [10, 0], [10, 10]]], width: 2}]);
  assert.deepEqual([...offsets.slice(4, 8)].map(Math.abs), [1.5, 1.5, 1.5, 1.5]);
});

test('a ring is closed: its first corner is like its last', () => {
  const {offsets} = strokes([{paths: [square(0, 0, 10)], width: 2}]);
  assert.deepEqual([...offsets.slice(0, 4)], [...offsets.slice(-4)]);
});

test('a line that doubles back or stands still has no infinite corner', () => {
  const {offsets} = strokes([{paths: [[[0, 0], [5, 0], [0, 0]], [[1, 1], [1, 1], [2, 2]], [[3, 3]]], width: 2, round: true}]);
  assert.ok([...offsets].every(value => Number.isFinite(value) && Math.abs(value) < 10));
});
