// The text filter on three records in two languages.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {TextSearch} from '../../src/model/text.js';

// 0: "tea house" / "茶馆", 1: "green teas" / "绿茶", 2: "a house for medicine" / "医馆"
const search = new TextSearch({
  languages: 2,
  stems: {
    tea: ['tea teas', [0, 2]], hous: ['house', [0, 4]], green: ['green', [2]], a: ['a', [4]], for: ['for', [4]],
    medicin: ['medicine', [4]],
  },
  chinese: {' 茶 馆': [1], ' 绿 茶': [3], ' 医 馆': [5]},
});

for (const [typed, found] of Object.entries({
  tea: [0, 1],
  'TEAS green': [1],
  'house tea': [0],
  'house green': [],
  medecine: [2],
  ещеф: [],
  еуф: [0, 1], // "tea" on the other keyboard
  茶: [0, 1],
  茶馆: [0],
  馆: [0, 2],
  'tea 茶': [], // no text has both languages
})) {
  test(`"${typed}" finds ${JSON.stringify(found)}`, () => assert.deepEqual([...search.find(typed) ?? []].sort(), found));
}

test('nothing typed, or marks alone, is no condition', () => {
  assert.equal(search.find('  '), null);
  assert.equal(search.find('?!'), null);
});

test('no more than 200 characters are read', () => {
  assert.deepEqual(search.find(`tea${' '.repeat(200)}house`), new Set([0, 1]));
});
