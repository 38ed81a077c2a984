// The camera, on a stage of 1068 x 528 px, of which 1000 x 500 are free between the margins.
import assert from 'node:assert/strict';
import {afterEach, beforeEach, mock, test} from 'node:test';
import {Camera, fitted, limits, within} from '../../src/map/camera.js';
import {between} from '../../src/map/flight.js';

const stage = {width: 1068, height: 528, inset: 0}, bounds = [0, 0, 1000, 500];
const near = (a, b) => a.forEach((value, i) => assert.ok(Math.abs(value - b[i]) < 1e-9, `${a} is not ${b}`));

let still = true;
beforeEach(() => {
  globalThis.matchMedia = () => ({matches: still});
  globalThis.requestAnimationFrame = mock.fn(() => 7);
  globalThis.cancelAnimationFrame = mock.fn();
});
afterEach(() => { still = true; });

function camera(views = new Map()) {
  const made = new Camera(views, mock.fn());
  made.resize(stage);
  made.enter('facing', bounds);
  return made;
}

test('the map fills what is free: 20 px at the left, 48 at the right, 16 above, 12 below', () => {
  const {view} = camera();
  assert.equal(view.zoom, 0);
  near(view.target, [514, 248]);
  near(camera().project([0, 0]), [20, 16]);
  near(camera().project([1000, 500]), [1020, 516]);
});

test('the height that the legend takes is kept free', () => {
  const view = fitted(bounds, {...stage, inset: 250});
  assert.equal(view.zoom, -1); // half the height is left
  near(view.target, [500 + 14 / 0.5, 250 + (262 - 16) / 2 / 0.5]);
});

test('a point goes to the stage and back', () => {
  const made = camera();
  near(made.unproject(made.project([123, 45])), [123, 45]);
});

test('the visitor may zoom out by one step and in by five', () => {
  assert.deepEqual(limits(bounds, stage), {minZoom: -1, maxZoom: 5});
  const made = camera();
  for (const [zoom, held] of [[9, 5], [-9, -1], [2, 2]]) {
    made.follow({target: [500, 250], zoom});
    assert.equal(made.view.zoom, held);
  }
});

test('the middle of the stage stays over the map', () => {
  assert.deepEqual(within(bounds, [-5, 900]), [0, 500]);
  const made = camera();
  made.follow({target: [2000, 100], zoom: 1});
  assert.deepEqual(made.view.target, [1000, 100]);
});

test('another window fits the map anew, but not a view that the visitor chose', () => {
  const made = camera();
  made.resize({...stage, width: 568});
  assert.equal(made.view.zoom, -1);
  made.follow({target: [100, 100], zoom: 2});
  made.resize(stage);
  assert.deepEqual(made.view, {target: [100, 100], zoom: 2});
});

test('a view that the visitor chose is there again after a remount, by layout', () => {
  const views = new Map();
  camera(views).follow({target: [100, 100], zoom: 2});
  assert.deepEqual(camera(views).view, {target: [100, 100], zoom: 2});
  const other = camera(views);
  other.enter('geographic', bounds);
  assert.equal(other.view.zoom, 0);
});

test('home shows all, forgets the view of the visitor, and follows the window again', () => {
  const views = new Map(), made = camera(views);
  made.follow({target: [100, 100], zoom: 2});
  made.home();
  assert.equal(made.view.zoom, 0);
  assert.equal(views.size, 0);
  made.resize({...stage, width: 568});
  assert.equal(made.view.zoom, -1);
});

test('a new filter leaves the view; other bounds move it unless the visitor has', () => {
  const made = camera();
  made.enter('facing', [0, 0, 2000, 1000]);
  assert.equal(made.view.zoom, -1);
  made.follow({target: [100, 100], zoom: 2});
  made.enter('facing', bounds);
  assert.equal(made.view.zoom, 2);
});

test('keys pan by pixels and zoom by steps, each from where the last one leads', () => {
  const made = camera();
  made.zoomBy(1);
  assert.equal(made.view.zoom, 1);
  made.panBy(60, -60);
  near(made.view.target, [544, 218]);
  still = false;
  made.zoomBy(1);
  made.zoomBy(1);
  assert.equal(made.view.zoom, 1, 'it flies');
  const step = globalThis.requestAnimationFrame.mock.calls.at(-1).arguments[0];
  step(performance.now() + 1000);
  assert.equal(made.view.zoom, 3);
});

test('a flight is slow at both ends', () => {
  const from = {target: [0, 0], zoom: 0}, to = {target: [100, 40], zoom: 2};
  assert.deepEqual([0, 0.25, 0.5, 1].map(share => between(from, to, share).zoom), [0, 0.3125, 1, 2]);
  assert.deepEqual(between(from, to, 0.5).target, [50, 20]);
});

test('the visitor\'s hand ends a flight', () => {
  const made = camera();
  still = false;
  made.home();
  made.follow({target: [100, 100], zoom: 2});
  assert.deepEqual(globalThis.cancelAnimationFrame.mock.calls.at(-1).arguments, [7]);
  assert.equal(made.view.zoom, 2);
});
