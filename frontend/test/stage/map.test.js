// The message of the map.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {marked} from '../../src/stage/map.js';

const table = {units: ['A-1', 'A-2'], places: {key: ['town', 'zone'], unit: [0, 1]}};
const select = (kind, id, layout = 'facing') => marked(table, {layout, styles: {places: {town: {hint: ''}}}, selected: {kind, id}});

test('where the map does not draw the selected place, its unit stands for it', () => {
  assert.deepEqual(select('place', 'town'), {kind: 'place', id: 'town'});
  assert.deepEqual(select('place', 'zone'), {kind: 'unit', id: 'A-2'});
  assert.deepEqual(select('place', 'town', 'ranked'), {kind: 'unit', id: 'A-1'}); // has no places
  assert.deepEqual(select('pair', 'A-1_B-1'), {kind: 'pair', id: 'A-1_B-1'});
});
