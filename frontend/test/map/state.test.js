// The state of the map: what is hovered, drawn and sent.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EMPTY} from '../../src/map/scene.js';
import {BEGIN, focusOf, layersOf, reduce, selects} from '../../src/map/state.js';
import {message, object, scene} from './tiny.js';

const told = reduce(BEGIN, {type: 'told', message, scene});
const at = key => ({type: 'pointed', at: object(key) ?? null});

test('what is pointed at is the focus', () => {
  assert.equal(focusOf(reduce(told, at('unit:W'))).hovered, object('unit:W'));
  assert.equal(focusOf(reduce(reduce(told, at('unit:W')), at(''))).active, false);
});

test('pointing at the same again is no change, and needs no drawing', () => {
  const state = reduce(told, at('unit:W'));
  assert.equal(reduce(state, at('unit:W')), state);
  assert.equal(reduce(state, {type: 'zoomed', zoom: 0.4}), state);
  assert.equal(reduce(state, {type: 'zoomed', zoom: 0.6}).level, 1);
});

test('a map that is dragged points at nothing', () => {
  const dragged = reduce(reduce(told, at('unit:W')), {type: 'dragged', dragging: true});
  assert.equal(dragged.hovered, null);
  assert.equal(reduce(dragged, at('unit:E')), dragged);
  assert.equal(reduce(reduce(dragged, {type: 'dragged', dragging: false}), at('unit:E')).hovered, object('unit:E'));
});

test('a new message leaves the pointer where it is, on the new object, if that is still there', () => {
  const state = reduce(told, at('unit:W'));
  const west = {...object('unit:W'), hint: 'new'};
  assert.equal(reduce(state, {type: 'told', message, scene: {...scene, objects: new Map([['unit:W', west]])}}).hovered, west);
  assert.equal(reduce(state, {type: 'told', message, scene: EMPTY}).hovered, null);
});

test('what Python says is selected is, and a click does not change it', () => {
  const state = reduce(told, {type: 'told', message: {...message, selected: {kind: 'pair', id: 'W_E'}}, scene});
  assert.equal(focusOf(state).selected, object('pair:W_E'));
});

test('outlines lie above regions and borders, below arcs', () => {
  assert.deepEqual(layersOf(told).map(part => part.map(({id}) => id)), [['regions', 'borders'], ['arcs', 'ties', 'places', 'labels']]);
  assert.deepEqual(layersOf(BEGIN), [[], []]);
});

test('a click tells what to select: of a thin line, its pair; of nothing, nothing', () => {
  const value = key => selects(object(key) ?? null).value;
  assert.deepEqual(['unit:W', 'pair:W_E', 'place:town', 'link:W_E/town/city', ''].map(value), ['W', 'W_E', 'town', 'W_E', null]);
  assert.deepEqual(selects(null), {do: 'set', name: 'selected', value: null});
});

test('without a canvas the map is flat until there is one again', () => {
  const flat = reduce(told, {type: 'canvas', flat: true});
  assert.deepEqual([told.flat, flat.flat, reduce(flat, {type: 'canvas', flat: false}).flat], [false, true, false]);
});
