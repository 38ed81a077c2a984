// The camera, on a stage of 1016 x 516 px, of which 1000 x 500 are free between the margins.
import assert from 'node:assert/strict';
import {afterEach, beforeEach, mock, test} from 'node:test';
import {Camera, fitted, limits, within} from '../../src/map/camera.js';
import {between, eased} from '../../src/map/flight.js';

const stage = {width: 1016, height: 516, inset: 0, left: 0, right: 0}, bounds = [0, 0, 1000, 500];
const near = (a, b) => a.forEach((value, i) => assert.ok(Math.abs(value - b[i]) < 1e-9, `${a} is not ${b}`));

let still = true;
beforeEach(() => {
  globalThis.matchMedia = () => ({matches: still});
  globalThis.requestAnimationFrame = mock.fn(() => 7);
  globalThis.cancelAnimationFrame = mock.fn();
});
afterEach(() => { still = true; });

function camera() {
  const made = new Camera(mock.fn());
  made.resize(stage);
  made.enter('facing', bounds);
  return made;
}

test('the map fills what is free: all but 8 px on each side', () => {
  const {view} = camera();
  assert.equal(view.zoom, 0);
  near(view.target, [500, 250]);
  near(camera().project([0, 0]), [8, 8]);
  near(camera().project([1000, 500]), [1008, 508]);
});

test('what is covered below and at the sides is kept free', () => {
  const low = fitted(bounds, {...stage, inset: 250}), narrow = fitted(bounds, {...stage, right: 500});
  assert.deepEqual([low.zoom, narrow.zoom], [-1, -1]); // half the height, half the width is left
  near(low.target, [500, 250 + 125 / 0.5]);
  near(narrow.target, [500 + 250 / 0.5, 250]);
  near(fitted(bounds, {...stage, left: 500}).target, [500 - 250 / 0.5, 250]);
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
  made.resize({...stage, width: 516});
  assert.equal(made.view.zoom, -1);
  made.follow({target: [100, 100], zoom: 2});
  made.resize(stage);
  assert.deepEqual(made.view, {target: [100, 100], zoom: 2});
});

test('home shows all, forgets the view of the visitor, and follows the window again', () => {
  const made = camera();
  made.follow({target: [100, 100], zoom: 2});
  made.home();
  assert.equal(made.view.zoom, 0);
  made.resize({...stage, width: 516});
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
  near(made.view.target, [530, 220]);
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
  assert.deepEqual([0, 0.25, 0.5, 1].map(time => between(from, to, eased(time)).zoom), [0, 0.3125, 1, 2]);
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

test('what the visitor has chosen to see is kept on a stage of another size, as large as it can be', () => {
  const made = camera();
  made.follow({target: [300, 200], zoom: 1});
  const {seen, view} = made;
  near(seen, [50, 75, 550, 325]); // 1000 x 500 px at two px for each map unit
  made.resize({...stage, height: 266});
  made.keep(seen);
  near(made.seen, [-200, 75, 800, 325]); // half as high: the same from top to bottom
  made.resize(stage);
  made.keep(seen);
  near(made.view.target, view.target);
  assert.equal(made.view.zoom, view.zoom);
});

test('the whole map stays the whole map on a stage of another size', () => {
  const made = camera(), {seen} = made;
  made.resize({...stage, width: 2016});
  made.keep(seen);
  near(made.view.target, [500, 250]);
  assert.equal(made.moved, false);
});
