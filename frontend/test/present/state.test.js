// Presenting: what keys, touches and time do.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {AWAKE, BEGIN, IDLE, WAIT, does, due, goal, reduce, stroke} from '../../src/present/state.js';

/** The effects of some keys, each pressed at a time; then of the ticks that fall due until `end`. */
function pressed(keys, end = Infinity) {
  let state = BEGIN;
  const found = [];
  const step = (input, now) => {
    const [next, effects] = reduce(state, input, now);
    state = next;
    found.push(...effects.map(effect => ({...effect, now})));
  };
  for (const [key, now] of keys) {
    while (due(state) < now) step({type: 'tick'}, due(state));
    step({type: 'key', ...(typeof key === 'string' ? {key} : key)}, now);
  }
  while (due(state) <= end && due(state) < Infinity) step({type: 'tick'}, due(state));
  return found;
}

test('keyboards and clickers go on and back', () => {
  const effects = keys => keys.map(key => reduce(BEGIN, {type: 'key', ...(typeof key === 'string' ? {key} : key)}, 0)[1][0]);
  const on = {do: 'go', by: 1}, back = {do: 'go', by: -1};
  assert.deepEqual(effects(['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter']), [on, on, on, on, on]);
  assert.deepEqual(effects(['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace', {key: ' ', shiftKey: true}]), [back, back, back, back, back]);
  assert.deepEqual(effects(['Home', 'End', 'Escape', 'p', 'f', 'd', 's']), [
    {do: 'to', step: 1}, {do: 'to', step: Infinity}, {do: 'leave'}, {do: 'leave'}, {do: 'full'}, {do: 'theme'}, {do: 'speaker'}]);
  assert.deepEqual(pressed([['q', 0], ['Tab', 0], ['F5', 0]]), []);
});

test('letters count wherever a Russian or Chinese keyboard has them', () => {
  assert.deepEqual(pressed([[{key: 'в', code: 'KeyD'}, 0]]), [{do: 'theme', now: 0}]);
  assert.deepEqual(pressed([[{key: 'Process', code: 'KeyF'}, 0]]), [{do: 'full', now: 0}]);
  assert.deepEqual(pressed([[{key: 's', code: 'KeyO'}, 0]]), [{do: 'speaker', now: 0}]); // Dvorak
});

test('a digit alone is a language after a moment; with Enter or another digit it is a step', () => {
  assert.deepEqual(pressed([['2', 100]]), [{do: 'language', at: 1, now: 100 + WAIT}]);
  assert.deepEqual(pressed([['2', 100], ['Enter', 300]]), [{do: 'to', step: 2, now: 300}]);
  assert.deepEqual(pressed([['1', 0], ['2', 700], ['Enter', 1400]]), [{do: 'to', step: 12, now: 1400}]);
  assert.deepEqual(pressed([['1', 0], ['2', 700]]), []);
  assert.deepEqual(pressed([['1', 0], ['ArrowRight', 100]]), [{do: 'go', by: 1, now: 100}]);
  assert.deepEqual(pressed([['3', 0], ['1', WAIT + 1]]), [{do: 'language', at: 2, now: WAIT}, {do: 'language', at: 0, now: 2 * WAIT + 1}]);
});

test('the screen goes black and comes back, also by going on', () => {
  const blank = (...keys) => keys.reduce((state, key) => reduce(state, {type: 'key', key}, 0)[0], BEGIN).blank;
  assert.equal(blank('b'), true);
  assert.equal(blank('.'), true);
  assert.equal(blank('b', 'b'), false);
  assert.equal(blank('b', '3'), true);
  assert.equal(blank('b', 'ArrowRight'), false);
  assert.equal(reduce({...BEGIN, blank: true}, {type: 'touched'}, 0)[0].blank, false);
});

test('pointer and buttons are shown for two seconds', () => {
  const [moved] = reduce(BEGIN, {type: 'pointed'}, 1000);
  assert.equal(due(moved), 1000 + AWAKE);
  assert.equal(reduce(moved, {type: 'tick'}, 1000 + AWAKE)[0].awake, -Infinity);
});

test('a kiosk goes on by itself and returns to its start a minute after the last touch', () => {
  let [state] = reduce(BEGIN, {type: 'shown', every: 20_000}, 0);
  const tick = now => {
    assert.equal(due(state), now);
    const [next, effects] = reduce(state, {type: 'tick'}, now);
    [state] = reduce(next, {type: 'shown', every: 20_000}, now);
    return effects;
  };
  assert.deepEqual(tick(20_000), [{do: 'go', by: 1}]);
  assert.deepEqual(tick(40_000), [{do: 'go', by: 1}]);
  [state] = reduce(state, {type: 'touched'}, 45_000);
  [state] = reduce(state, {type: 'key', key: 'ArrowLeft'}, 50_000);
  assert.deepEqual(tick(50_000 + IDLE), [{do: 'start'}]);
  assert.deepEqual(tick(70_000 + IDLE), [{do: 'go', by: 1}]);
  assert.equal(due(reduce(state, {type: 'shown', every: 0}, 0)[0]), Infinity);
});

test('steps end where the story ends, and go round in a kiosk', () => {
  assert.equal(goal({do: 'go', by: 1}, 10, 10, false), 10);
  assert.equal(goal({do: 'go', by: 1}, 10, 10, true), 1);
  assert.equal(goal({do: 'go', by: -1}, 1, 10, false), 1);
  assert.equal(goal({do: 'go', by: -1}, 1, 10, true), 10);
  assert.equal(goal({do: 'to', step: 99}, 3, 10, true), 10);
  assert.equal(goal({do: 'to', step: 0}, 3, 10, false), 1);
});

test('a swipe to the left and a tap on the right third go on', () => {
  assert.equal(stroke([300, 100], [200, 110], 900), 1);
  assert.equal(stroke([100, 100], [200, 110], 900), -1);
  assert.equal(stroke([100, 100], [110, 300], 900), 0);
  assert.equal(stroke([700, 100], [705, 100], 900), 1);
  assert.equal(stroke([100, 100], [100, 100], 900), -1);
  assert.equal(stroke([450, 100], [450, 100], 900), 0);
});

test('a map presented alone keeps the keys that move it', () => {
  assert.deepEqual(['ArrowLeft', 'Enter', ' ', 'Home', 'Escape', 'b', '2', 'x'].map(key => does({key}, false)),
    [false, false, false, false, true, true, true, false]);
  assert.deepEqual(['ArrowLeft', 'Enter', ' ', 'Home', 'Escape', 'b', '2', 'x'].map(key => does({key}, true)),
    [true, true, true, true, true, true, true, false]);
});
