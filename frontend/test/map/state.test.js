// The state of the map: what is hovered, drawn and sent.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {BEGIN, focusOf, layersOf, reduce, selects} from '../../src/map/state.js';
import {message, object, rows} from './tiny.js';

const hears = (state, more = {}) => reduce(state, {type: 'told', message, sheet: 0, rows, ...more});
const told = hears(BEGIN);
const at = key => ({type: 'pointed', at: object(key) ?? null});

test('what is pointed at is the focus', () => {
  assert.equal(focusOf(reduce(told, at('unit:W'))).hovered.id, 'W');
  assert.equal(focusOf(reduce(reduce(told, at('unit:W')), at(''))).active, false);
});

test('pointing at the same again is no change, and needs no drawing', () => {
  const state = reduce(told, at('unit:W'));
  assert.equal(reduce(state, at('unit:W')), state);
  assert.equal(reduce(state, {type: 'zoomed', zoom: 0.4}), state);
  assert.equal(reduce(state, {type: 'zoomed', zoom: 0.6}).level, 1);
});

test('another zoom, rounded, has tracks of its own, and the pointer stays where it is', () => {
  const state = reduce(told, at('pair:W_E')), nearer = reduce(state, {type: 'zoomed', zoom: 1});
  assert.equal(state.scene.objects.get('pair:W_E').path.length, 30); // 200 px, a point every 7
  assert.equal(nearer.hovered.path.length, 59);
  assert.equal(nearer.hovered, nearer.scene.objects.get('pair:W_E'));
});

test('a map that is dragged points at nothing', () => {
  const dragged = reduce(reduce(told, at('unit:W')), {type: 'dragged', dragging: true});
  assert.equal(dragged.hovered, null);
  assert.equal(reduce(dragged, at('unit:E')), dragged);
  assert.equal(reduce(reduce(dragged, {type: 'dragged', dragging: false}), at('unit:E')).hovered, object('unit:E'));
});

test('a new message leaves the pointer where it is, on the new object, if that is still there', () => {
  const state = reduce(told, at('unit:W'));
  const regions = {W: {...message.styles.regions.W, hint: 'new'}};
  const west = hears(state, {message: {...message, styles: {...message.styles, regions}}});
  assert.deepEqual([west.hovered.hint, west.hovered], ['new', west.scene.objects.get('unit:W')]);
  assert.equal(hears(state, {message: {...message, styles: {...message.styles, regions: {}}}}).hovered, null);
});

test('what Python says is selected is, and a click does not change it', () => {
  const state = hears(told, {message: {...message, selected: {kind: 'pair', id: 'W_E'}}});
  assert.equal(focusOf(state).selected.id, 'W_E');
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
