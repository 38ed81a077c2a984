// The list beside the map and the return of a lost canvas.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {groups, stepTo} from '../../src/map/list.js';
import {isHopeless} from '../../src/map/revival.js';
import {lines} from '../../src/map/tooltip.js';
import {scene} from './tiny.js';

test('all that can be chosen is listed by kind; a kind that is not there has no heading', () => {
  assert.deepEqual(groups([...scene.objects.values()]).map(({word, members}) => [word, members.map(({name}) => name)]), [
    ['units', ['West', 'Inner', 'East']], ['pairs', ['West — East', 'West — Inner']],
    ['links', ['Town — City']], ['places', ['Town']],
  ]);
  assert.deepEqual(groups(scene.units).map(({word}) => word), ['units']);
});

test('keys move by one, by ten, and to either end of the list', () => {
  const to = (key, from) => stepTo(key, from, 30);
  assert.deepEqual([to('ArrowDown', 3), to('ArrowUp', 3), to('PageDown', 3), to('PageUp', 3)], [4, 2, 13, 0]);
  assert.deepEqual([to('Home', 12), to('End', 12), to('ArrowDown', 29), to('Enter', 3), to('toString', 3)], [0, 29, 29, -1, -1]);
});

test('a hint is shown line by line', () => {
  assert.deepEqual(['one\ntwo', '', 'one\n\ntwo'].map(lines), [['one', 'two'], [], ['one', 'two']]);
});

test('a canvas that is lost is made anew, but not a third time within a minute', () => {
  assert.deepEqual([[0], [0, 10], [0, 10, 20], [0, 10, 60_010]].map(isHopeless), [false, false, true, false]);
});
