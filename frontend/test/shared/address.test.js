// The address of a hand-out: a file on a disk, which keeps the state behind the "#".
import assert from 'node:assert/strict';
import {test} from 'node:test';

let href = 'file:///stick/atlas.html';
const written = [], write = entry => (_, __, to) => written.push([entry, href = to]), heard = {};
Object.assign(globalThis, {
  location: Object.defineProperties({}, Object.fromEntries(['href', 'pathname', 'search', 'hash'].map(name => [name, {get: () => new URL(href)[name]}]))),
  history: {state: null, pushState: write('push'), replaceState: write('replace')},
  document: {documentElement: {dataset: {handout: 'https://atlas.example/', asked: 'lang=ru&sectors=trade'}}},
  addEventListener: (name, act) => (heard[name] = act),
});
const {addressForOthers, alone, hearHistory, readAddress, relative, showAddress} = await import('../../src/shared/address.js');

test('a hand-out opens with the state that it was made for', () => {
  assert.ok(alone);
  assert.deepEqual(readAddress(), {path: '', query: 'lang=ru&sectors=trade'});
  assert.equal(relative('sectors', 'lang=en'), '#lang=en');
});

test('its state stands behind the "#" of the file, and others find it at the atlas', () => {
  showAddress('#lang=en&theme=dark', false);
  assert.deepEqual(written.at(-1), ['replace', 'file:///stick/atlas.html#lang=en&theme=dark']);
  assert.deepEqual(readAddress(), {path: '', query: 'lang=en&theme=dark'});
  assert.equal(addressForOthers(), 'https://atlas.example/?lang=en&theme=dark');
  showAddress('#lang=en&theme=dark', true);
  assert.equal(written.length, 1);
});

test('what a visitor does is a step of the history, and Back is heard', () => {
  showAddress('#lang=en&selected=A-1', true);
  assert.deepEqual(written.at(-1), ['push', 'file:///stick/atlas.html#lang=en&selected=A-1']);
  const told = [];
  hearHistory((...what) => told.push(what));
  href = 'file:///stick/atlas.html#lang=en';
  heard.hashchange();
  assert.deepEqual(told, [['', 'lang=en']]);
});
