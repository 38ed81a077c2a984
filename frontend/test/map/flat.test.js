// The map as SVG: the drawings of the canvas as elements, of which only what changes is written.
import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {Flat} from '../../src/map/flat.js';
import {square} from './tiny.js';

/** As much of an element as SVG needs. */
class Element {
  style = {setProperty: (name, value) => { this.style[name] = value; }};
  children = [];
  attributes = {};
  written = 0;
  constructor(tag) { this.tag = tag; }
  setAttribute(name, value) { this.attributes[name] = value; this.written++; }
  append(...children) { for (const child of children) { child.parent = this; this.children.push(child); } }
  replaceChildren(...children) { this.children = []; this.append(...children); this.replaced = (this.replaced ?? 0) + 1; }
  remove() { this.parent.children.splice(this.parent.children.indexOf(this), 1); }
}

beforeEach(() => { globalThis.document = {createElementNS: (_, tag) => new Element(tag)}; });

const RED = [200, 0, 0, 255], FAINT = [0, 0, 200, 51], CLEAR = [9, 9, 9, 0];
const painted = (id, kind, objects, colours) => ({id, figures: {kind, objects}, colours});

function flat() {
  const host = new Element('div'), made = new Flat({host});
  host.addEventListener = () => {};
  made.attach();
  return {made, picture: host.children[0], sheet: host.children[0].children[0]};
}

test('each object is an element in its colour; what is clear is not painted', () => {
  const {made, sheet} = flat();
  made.draw([
    painted('areas', 'areas', [{rings: [square(0, 0, 9), square(2, 2, 1)]}, {rings: [square(20, 0, 1)]}], [RED, FAINT]),
    painted('lines', 'strokes', [{paths: [[[0, 0], [5, 5]], [[6, 6], [7, 7.125]]], width: 3, round: true}], [CLEAR]),
    painted('dots', 'dots', [{position: [4, 2], radius: 3}], [RED]),
    painted('rings', 'rings', [{position: [4, 2], radius: 5, width: 1}], [RED]),
  ]);
  const [area, line, dot, ring] = sheet.children.map(({children}) => children.map(({attributes}) => attributes));
  assert.deepEqual(area.map(({fill}) => fill), ['rgb(200 0 0 / 1)', 'rgb(0 0 200 / 0.2)']);
  assert.equal(area[0].d.match(/M/g).length, 2, 'an outer ring and a hole');
  assert.deepEqual(line, [{
    d: 'M0.00 0.00L5.00 5.00M6.00 6.00L7.00 7.13', 'stroke-width': '3', 'stroke-linecap': 'round', stroke: 'none'
  }]);
  assert.deepEqual([dot[0].fill, dot[0].stroke, ring[0].fill, ring[0].stroke],
    ['rgb(200 0 0 / 1)', undefined, undefined, 'rgb(200 0 0 / 1)']);
});

test('a hover writes only the colours that change, and moves nothing', () => {
  const {made, sheet} = flat(), ground = painted('areas', 'areas', [{rings: [square(0, 0, 9)]}, {rings: [square(20, 0, 1)]}], [RED, RED]);
  made.draw([ground]);
  const [first, second] = sheet.children[0].children, before = [first.written, second.written];
  made.draw([{...ground, colours: [RED, FAINT]}]);
  assert.deepEqual(sheet.children[0].children, [first, second]);
  assert.deepEqual([first.written - before[0], second.written - before[1]], [0, 1]);
});

test('other figures keep the elements, of which only what changes is written; those too many are removed', () => {
  const {made, sheet} = flat(), dots = (...radii) => painted('b', 'dots', radii.map(radius => ({position: [0, 0], radius})), radii.map(() => RED));
  const ground = painted('a', 'areas', [{rings: [square(0, 0, 9)]}], [RED]);
  made.draw([ground, dots(1, 2)]);
  const [below, above] = sheet.children, [dot] = above.children, before = dot.written;
  made.draw([ground, dots(3)]);
  assert.deepEqual(sheet.children, [below, above]);
  assert.deepEqual(above.children, [dot]);
  assert.equal(dot.written - before, 1);
  assert.equal(dot.attributes.style, 'r: calc(3 * var(--px))');
});

test('the order of the drawings is kept', () => {
  const {made, sheet} = flat(), dot = painted('b', 'dots', [{position: [0, 0], radius: 1}], [RED]);
  const ground = painted('a', 'areas', [{rings: [square(0, 0, 9)]}], [RED]);
  made.draw([ground, dot]);
  const [below, above] = sheet.children;
  assert.equal(sheet.replaced, 1);
  made.draw([dot, ground]);
  assert.deepEqual(sheet.children, [above, below]);
  made.draw([ground]);
  assert.deepEqual(sheet.children, [below]);
});

test('the middle of the view is in the middle of the stage, and a pixel stays one', () => {
  const {made, picture, sheet} = flat();
  made.look({target: [10, 20], zoom: 1, minZoom: 0, maxZoom: 3});
  assert.equal(picture.style.transform, 'translate(-20px, -40px)');
  assert.equal(sheet.attributes.transform, 'scale(2)');
  assert.equal(sheet.style['--px'], '0.5px');
});
