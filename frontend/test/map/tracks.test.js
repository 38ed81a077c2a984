// Tracks of lines that run together: properties, on a bundle of nine lines and by hand.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {tracks} from '../../src/map/tracks.js';

// Three sources at the left, three targets at the right, and between them a stem from x = 100 to x = 500.
const STEM = Array.from({length: 11}, (_, i) => [100 + 40 * i, 100]);
const SOURCES = [[0, 0], [0, 100], [0, 220]], TARGETS = [[640, 20], [640, 100], [620, 240]];
const nodes = [...STEM, ...SOURCES, ...TARGETS];
const ways = Object.fromEntries(SOURCES.flatMap((_, i) => TARGETS.map((__, j) =>
  [`${i}${j}`, [STEM.length + i, ...STEM.keys(), STEM.length + SOURCES.length + j]])));
const line = (id, width = 2) => ({id, width});
const ALL = Object.keys(ways).map((id, i) => line(id, 1 + (i % 3)));
const drawn = tracks({nodes, ways}, ALL, 1);
const near = (a, b) => a.every((value, axis) => Math.abs(value - b[axis]) < 1e-9);

/** The height of a path at x; the paths of this test run from left to right. */
const heightAt = (path, x) => {
  const i = path.findIndex(point => point[0] >= x), [[ax, ay], [bx, by]] = [path[i - 1], path[i]];
  return ay + ((by - ay) * (x - ax)) / (bx - ax);
};

test('a line runs from the middle of its first node to that of its last, at every scale', () => {
  for (const scale of [0.25, 1, 4]) {
    for (const [id, path] of tracks({nodes, ways}, ALL, scale)) {
      assert.ok(path.flat().every(Number.isFinite));
      assert.ok(near(path[0], nodes[ways[id][0]]) && near(path.at(-1), nodes[ways[id].at(-1)]), id);
    }
  }
});

test('lines do not cross where they run together, but for the round corners at both ends', () => {
  const orders = [144, 200, 300, 400, 456].map(x => [...drawn.keys()].sort((a, b) =>
    heightAt(drawn.get(a), x) - heightAt(drawn.get(b), x)));
  for (const order of orders) assert.deepEqual(order, orders[0]);
});

test('they run in the order in which they part, and those that end together in the order in which they met', () => {
  assert.deepEqual([...drawn.keys()].sort((a, b) => heightAt(drawn.get(a), 300) - heightAt(drawn.get(b), 300)),
    ['00', '10', '20', '01', '11', '21', '02', '12', '22']);
});

test('two lines of 3 px and 1 px lie 3.5 px apart: half of their widths and 1.5 px', () => {
  const two = tracks({nodes, ways}, [line('00', 3), line('02', 1)], 1);
  assert.ok(Math.abs(heightAt(two.get('02'), 300) - heightAt(two.get('00'), 300) - 3.5) < 0.01);
});

test('a bundle is at most 44 px wide', () => {
  const many = Array.from({length: 30}, (_, i) => `${i}`);
  const fan = many.map((_, i) => [700, 20 * i]);
  const wide = tracks({nodes: [...STEM, ...fan], ways: Object.fromEntries(many.map((id, i) => [id, [...STEM.keys(), 11 + i]]))},
    many.map(id => line(id)), 1);
  const heights = many.map(id => heightAt(wide.get(id), 300));
  assert.ok(Math.abs(Math.max(...heights) - Math.min(...heights) - 44 * 29 / 30) < 0.1);
});

test('in any order the lines are the same', () => {
  const shuffled = tracks({nodes, ways}, [...ALL].reverse(), 1);
  for (const [id, path] of drawn) assert.deepEqual(shuffled.get(id), path);
});

test('what is mirrored has mirrored lines', () => {
  const mirrored = tracks({nodes: nodes.map(([x, y]) => [x, -y]), ways}, ALL, 1);
  for (const [id, path] of drawn) assert.ok(path.every(([x, y], i) => near(mirrored.get(id)[i], [x, -y])), id);
});

test('a line alone keeps to its way, with round corners', () => {
  const straight = tracks({nodes: [[0, 0], [300, 0]], ways: {a: [0, 1]}}, [line('a')], 1).get('a');
  assert.ok(straight.every(([, y]) => y === 0));
  const bent = tracks({nodes: [[0, 0], [200, 0], [200, 200]], ways: {a: [0, 1, 2]}}, [line('a')], 1).get('a');
  const nearest = Math.min(...bent.map(([x, y]) => Math.hypot(x - 200, y)));
  // A Gaussian of 22 px takes a right angle 22 * sqrt(2 / pi) / 2 * sqrt(2) = 12.4 px off its corner.
  assert.ok(Math.abs(nearest - 12.4) < 0.5, String(nearest));
});

test('a way that is not there, or has no length, has no line', () => {
  assert.deepEqual([...tracks({nodes: [[0, 0]], ways: {a: [0]}}, [line('a'), line('b')], 1)], []);
});
