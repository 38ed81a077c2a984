// The long groups of the search index, with files as Python writes them.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Parts, shardOf} from '../../src/search/parts.js';
import {find, prepare} from '../../src/search/state.js';

const named = (key, en, more) => ({key, names: {en}, aliases: [], where: {}, select: '', ...more});

/** Parts with the words of these lists, each in its file of 64. */
function partsOf(words, entries, sizes) {
  const files = Array.from({length: 64}, () => ({}));
  for (const [word, lists] of Object.entries(words)) files[shardOf(word, 64)][word] = lists;
  const index = prepare({groups: {units: [named('unit', 'Brest Region')]}, stems: {}});
  return new Parts(index, {sizes, block: 2, words: files, entries});
}

const parts = partsOf({
  tractor: ['', [0], [2]], tractors: ['tractor', [1], []], works: ['work', [], [0]], brest: ['', [2], []], great: ['', [], [1]], stone: ['', [], [1]],
  中: ['', [3], []], 医: ['', [], [3]],
}, [
  [named('works', 'Tractor Works'), named('zone', 'Tractors in Great Stone')],
  [named('bus', 'Brest tractor'), named('medicine', '中医')],
], {organisations: 2, projects: 2});
const keys = async typed => find(await parts.gather(typed, 'en'), typed, 'en').map(({entry}) => `${entry.group}/${entry.key}`);

test('the file of a word is that of Python', () => {
  assert.deepEqual(['brest', 'минск', '中'].map(word => shardOf(word, 64)), [16, 60, 19]);
});

test('entries of all groups are found together, those of parts too', async () => {
  assert.deepEqual(await keys('brest'), ['units/unit', 'projects/bus']);
  assert.deepEqual(await keys('tractor'), ['organisations/works', 'organisations/zone', 'projects/bus']);
});

test('beginnings, other forms, slips of one letter and several words are understood', async () => {
  assert.deepEqual(await keys('tracto'), ['organisations/works', 'organisations/zone', 'projects/bus']);
  assert.deepEqual(await keys('tractor work'), ['organisations/works']);
  assert.deepEqual(await keys('tractr'), ['organisations/works', 'organisations/zone', 'projects/bus']);
  assert.deepEqual(await keys('great stone'), ['organisations/zone']);
});

test('Chinese is found by its characters', async () => {
  assert.deepEqual(await keys('中医'), ['projects/medicine']);
});

test('what nothing has finds nothing, and one letter only what is not in parts', async () => {
  assert.deepEqual(await keys('zzz'), []);
  assert.deepEqual(await keys('b'), ['units/unit']);
});
