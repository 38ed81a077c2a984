// Keys that move through lists, tabs and radio buttons.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {goal, keyOf} from '../../src/shared/keys.js';

for (const [key, at, count, along, expected] of [
  ['ArrowDown', 0, 3, 'column', 1], ['ArrowDown', 2, 3, 'column', 0], ['ArrowDown', -1, 3, 'column', 0],
  ['ArrowUp', 0, 3, 'column', 2], ['ArrowUp', -1, 3, 'column', 2], ['ArrowUp', 2, 3, 'both', 1],
  ['ArrowRight', 2, 3, 'row', 0], ['ArrowLeft', 0, 3, 'both', 2], ['Home', 2, 3, 'row', 0], ['End', 0, 3, 'column', 2],
  ['ArrowDown', 0, 3, 'row', undefined], ['ArrowLeft', 0, 3, 'column', undefined], ['a', 0, 3, 'both', undefined],
]) test(`${key} leads from ${at} of ${count} in a ${along} to ${expected}`, () => {
  assert.equal(goal(key, at, count, along), expected);
});

for (const [direction, key, expected] of [
  ['ltr', 'ArrowLeft', 'ArrowLeft'], ['rtl', 'ArrowLeft', 'ArrowRight'], ['rtl', 'ArrowRight', 'ArrowLeft'], ['rtl', 'ArrowUp', 'ArrowUp'],
]) test(`${key} in text that is ${direction} means ${expected}`, () => {
  globalThis.getComputedStyle = () => /** @type {CSSStyleDeclaration} */ ({direction});
  assert.equal(keyOf(/** @type {KeyboardEvent} */ ({key, target: {}})), expected);
});
