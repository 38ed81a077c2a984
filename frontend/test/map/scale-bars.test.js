// The length of a scale bar at a fixed place.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {longest} from '../../src/map/scale-bars.js';

test('a bar is the longest of 1, 2 or 5 times a power of ten kilometres that has room in 140 px', () => {
  assert.equal(longest(1), 100); // 140 km have room
  assert.equal(longest(0.5), 200); // 280 km
  assert.equal(longest(0.2), 500); // 700 km
  assert.equal(longest(20), 5); // 7 km
  assert.equal(longest(1000), 0.1); // 140 m
});
