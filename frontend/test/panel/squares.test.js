// Arrow keys among the buttons of a table, on places drawn by hand.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {towards} from '../../src/panel/squares.js';

// . a . b
// c . . .
// . . d .
const a = {row: 0, column: 1}, b = {row: 0, column: 3}, c = {row: 1, column: 0}, d = {row: 2, column: 2};
const all = [a, b, c, d];

test('an arrow leads along its own line, over empty cells', () => {
  assert.equal(towards('ArrowRight', a, all), b);
  assert.equal(towards('ArrowLeft', b, all), a);
});

test('where its own line has nothing more, it leads to the nearest beyond', () => {
  assert.equal(towards('ArrowDown', a, all), c);
  assert.equal(towards('ArrowDown', c, all), d);
  assert.equal(towards('ArrowRight', c, all), a);
  assert.equal(towards('ArrowUp', d, all), c);
});

test('at the edge and for other keys there is no way', () => {
  assert.equal(towards('ArrowDown', d, all), undefined);
  assert.equal(towards('ArrowRight', b, all), undefined);
  assert.equal(towards('Enter', a, all), undefined);
});
