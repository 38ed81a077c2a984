// Names and closeness of the tiny table in words, by hand.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bondsAtEndOf} from '../../src/model/bonds.js';
import {bondOf, isAgreed, nameOf, optionOf, sinceOf, toneOf} from '../../src/side/names.js';
import {table} from '../model/tiny.js';
import {t, words} from './tiny.js';

const seen = (year, dated = false) =>
  ({table, words, t, state: {filter: {years: year && [2000, year]}}, view: {bonds: bondsAtEndOf(table, year, dated)}});

test('everything that has a key has a name; an unknown key is shown as it is', () => {
  assert.deepEqual(['A-2_B-2', 'B-1', 'port', 'B', 'gone'].map(key => nameOf({table, words}, key)), ['A2–B2', 'B1', 'Port', 'B land', 'gone']);
  assert.equal(optionOf({table, words}, 'closeness', 'contacts'), 'Contacts');
});

test('only what is closer than contacts takes an agreement', () => {
  assert.deepEqual([...table.options.closeness, null].map(closeness => isAgreed(table, closeness)), [true, true, false, false, false, false]);
});

test('a closeness is that at the end of the chosen years', () => {
  assert.equal(bondOf(seen(), 'A-1_B-1'), 'Twinned');
  assert.equal(bondOf(seen(2005), 'A-1_B-1'), 'Agreement');
  assert.equal(bondOf(seen(2000), 'A-1_B-2'), 'terms.badge.none 2000');
  assert.equal(bondOf(seen(), 'A-2_B-2'), 'terms.badge.undated Twinned');
  assert.equal(bondOf(seen(undefined, true), 'A-2_B-2'), 'terms.badge.nothing');
  assert.equal(bondOf(seen(), 'A_B-1'), 'panel.country');
});

test('a pair is told with the year since when', () => {
  assert.deepEqual(['A-1_B-1', 'A-1_B-2', 'A-2_B-2'].map(key => sinceOf(seen(), seen().view.bonds.get(key))), ['2017', '2001', 'undated']);
});

test('what has no closeness is grey', () => {
  const coloured = {...table, colours: {closeness: {light: ['red'], dark: ['pink']}}};
  assert.deepEqual(toneOf(coloured, 'twinned'), {tone: 'light-dark(red, pink)', dashed: false});
  assert.deepEqual(toneOf(coloured, undefined), {tone: 'var(--quiet)', dashed: false});
});
