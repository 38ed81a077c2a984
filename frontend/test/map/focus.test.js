// What belongs to the focus, and how it looks.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {makeFocus, outlines, relatedTo} from '../../src/map/focus.js';
import {
  curveColour, curveWidth, haloColour, isDrawn, isNear, placeColour, placeRadius, regionFill
} from '../../src/map/looks.js';
import {BLUE, GREY, object, palette, RED, scene} from './tiny.js';

const of = (selected, hovered = undefined) => makeFocus(object(selected), object(hovered), scene);
const related = key => [...relatedTo(object(key), scene)].sort();

test('a region has its arcs, its partners, its ties and their places', () => {
  assert.deepEqual(related('unit:E'), ['link:W_E/town/city', 'pair:W_E', 'place:city', 'place:town', 'unit:E', 'unit:W']);
});

test('a pair has its two regions and the ties between their places', () => {
  assert.deepEqual(related('pair:W_E'), ['link:W_E/town/city', 'pair:W_E', 'place:city', 'place:town', 'unit:E', 'unit:W']);
  assert.deepEqual(related('pair:W_I'), ['pair:W_I', 'unit:I', 'unit:W']);
});

test('a place has its ties, their pairs, regions and other places', () => {
  const all = ['link:W_E/town/city', 'pair:W_E', 'place:city', 'place:town', 'unit:E', 'unit:W'];
  assert.deepEqual(related('place:town'), all);
});

test('without a focus nothing is dimmed', () => {
  const focus = of('');
  assert.deepEqual([focus.active, focus.isDimmed(object('unit:W')), focus.rank(object('unit:W'))], [false, false, 0]);
});

test('something selected that is not on the map changes nothing', () => {
  const focus = makeFocus({kind: 'unit', id: 'XX'}, null, scene);
  assert.deepEqual([focus.active, focus.isDimmed(object('unit:W'))], [false, false]);
});

test('what is pointed at speaks for the moment, what is selected stays lit', () => {
  const focus = of('pair:W_I', 'unit:E');
  const lit = [...scene.objects].filter(([, each]) => focus.isLit(each)).map(([key]) => key);
  assert.deepEqual(lit, ['unit:W', 'unit:I', 'unit:E', 'pair:W_E', 'pair:W_I', 'link:W_E/town/city', 'place:town']);
  assert.deepEqual(['pair:W_I', 'unit:E', 'unit:W'].map(key => focus.rank(object(key))), [3, 2, 1]);
});

test('outlines: a selected pair has both of its regions, above what is pointed at', () => {
  assert.deepEqual(outlines(of('pair:W_I'), scene).map(({accent}) => accent), [true, true, true, true]); // 3 rings of West, 1 of Inner
  assert.deepEqual(outlines(of('unit:I', 'unit:E'), scene).map(({accent}) => accent), [false, true]);
  assert.deepEqual(outlines(of(''), scene), []);
});

test('a region: a fifth darker if selected, a little darker if pointed at, half faded if it does not belong', () => {
  assert.deepEqual(regionFill(object('unit:W'), of('unit:W'), palette), [0, 0, 160, 255]);
  assert.deepEqual(regionFill(object('unit:W'), of('', 'unit:W'), palette), [0, 0, 176, 255]);
  assert.deepEqual(regionFill(object('unit:E'), of('unit:I'), palette), [0, 0, 200, 128]);
  assert.deepEqual(regionFill(object('unit:E'), of(''), palette), BLUE);
  assert.deepEqual(regionFill(undefined, of(''), palette), [0, 0, 0, 0]);
});

test('an arc: its own colour if selected, faint if the filter excludes it, fainter if it does not belong either', () => {
  assert.deepEqual(curveColour(object('pair:W_E'), of('pair:W_E')), [200, 0, 0, 255]);
  assert.deepEqual(curveColour(object('pair:W_I'), of('')), [200, 0, 0, 64]);
  assert.deepEqual(curveColour(object('pair:W_I'), of('unit:E')), [200, 0, 0, 13]);
  assert.deepEqual(curveColour(object('pair:W_I'), of('unit:I')), [200, 0, 0, 89]);
  assert.deepEqual(['pair:W_E', 'unit:E', ''].map(key => curveWidth(object('pair:W_E'), of(key))), [4, 2, 2]);
  assert.equal(curveWidth(object('pair:W_E'), of('', 'pair:W_E')), 3.5);
});

test('a line that waits to be asked for is drawn with what it belongs to', () => {
  const arc = {...object('pair:W_I'), asked: true};
  assert.deepEqual(['', 'unit:W', 'unit:E', 'pair:W_I'].map(key => isDrawn(arc, of('', key))), [false, true, false, true]);
  assert.equal(isDrawn(object('pair:W_I'), of('')), true);
});

test('a place is on the map from close by, or while it belongs to the focus', () => {
  const near = (selected, level) => isNear(object('place:town'), of(selected), level);
  assert.deepEqual([near('', 0), near('', 1), near('unit:E', 0), near('unit:I', 0)], [false, true, true, false]);
  assert.equal(isNear(object('unit:W'), of(''), 0), true);
  const stacked = {...object('place:town'), asked: true}; // close by or not, it waits
  assert.deepEqual(['', 'unit:W'].map(key => isNear(stacked, of(key), 5)), [false, true]);
});

test('a faint line has no halo', () => {
  assert.deepEqual([RED, GREY, [200, 0, 0, 64]].map(colour => haloColour(colour, palette)[3]), [255, 255, 0]);
});

test('a place grows by 2 px and takes the colour of text', () => {
  assert.deepEqual(placeColour(object('place:town'), BLUE, of('place:town'), palette), palette.text);
  assert.deepEqual(placeColour(object('place:town'), BLUE, of('unit:I'), palette), [0, 0, 200, 64]);
  assert.deepEqual([placeRadius(object('place:town'), of('place:town')), placeRadius(object('place:town'), of(''))], [5, 3]);
});
