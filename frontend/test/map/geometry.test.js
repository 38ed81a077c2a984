// Plane geometry, by hand.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bow, boxOf, dashes, distanceTo, extent, inPolygon, linesOf, polygonsOf} from '../../src/map/geometry.js';
import {rows, square} from './tiny.js';

test('a bow runs from its start to its end, and rises by half of 13 % of the way', () => {
  const path = bow([0, 0], [100, 0]);
  assert.deepEqual([path.length, path[0], path[24], path[48]], [49, [0, 0], [50, -6.5], [100, 0]]);
});

test('GeoJSON is taken apart by polygon and by line', () => {
  assert.deepEqual(polygonsOf(rows.regions).map(({code, box}) => [code, ...box]),
    [['W', 0, 0, 100, 100], ['W', 0, 120, 10, 130], ['I', 40, 40, 60, 60], ['E', 200, 0, 300, 100]]);
  assert.deepEqual(linesOf(rows.borders).map(boxOf), [[0, 0, 100, 100], [200, 0, 300, 100]]);
  assert.deepEqual([linesOf(rows.regions), polygonsOf(rows.borders)], [[], []]);
});

test('a hole is outside', () => {
  const rings = [square(0, 0, 10), square(4, 4, 2)];
  assert.deepEqual([[5, 5], [2, 2], [11, 5]].map(point => inPolygon(rings, point)), [false, true, false]);
});

test('distance to a line is to its nearest point, be it an end', () => {
  assert.deepEqual([[5, 3], [13, 4], [-3, 4]].map(point => distanceTo([[0, 0], [10, 0]], point)), [3, 5, 5]);
});

test('an object is shown with half of its size around it, a place with 80 units', () => {
  assert.deepEqual(extent({polygons: polygonsOf(rows.regions).slice(3)}), [175, -25, 325, 125]);
  assert.deepEqual(extent({position: [10, 20]}), [-70, -60, 90, 100]);
  assert.deepEqual(extent({path: [[0, 0], [200, 0]]}), [-50, -50, 250, 50]);
});

test('dashes cover their share of the line, whatever its corners', () => {
  const pieces = dashes([[0, 0], [50, 0], [50, 50]], 6, 4);
  assert.equal(pieces.length, 10);
  assert.deepEqual(pieces[0], [[0, 0], [6, 0]]);
  assert.deepEqual(pieces[5], [[50, 0], [50, 6]]);
  const length = piece => piece.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - piece[i][0], y - piece[i][1]), 0);
  assert.ok(Math.abs(pieces.reduce((sum, piece) => sum + length(piece), 0) - 60) < 1e-9);
});
