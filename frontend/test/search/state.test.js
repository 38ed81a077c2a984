// The ranking of the search box, without a browser.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {find, prepare} from '../../src/search/state.js';

const {index, queries} = JSON.parse(readFileSync(new URL('../../../tests/cases/search.json', import.meta.url), 'utf8'));
const prepared = prepare(index);
const keys = finds => finds.map(({entry}) => entry.key);

for (const query of queries) test(`${JSON.stringify(query.typed)} finds ${query.keys.length ? query.keys[0] : 'nothing'}`, () => {
  const finds = find(prepared, query.typed, query.language);
  assert.deepEqual(keys(finds), query.keys);
  if (query.text) assert.equal(finds[0].text, query.text);
});

/** An index of groups with so many entries of one name. */
const many = counts => prepare({stems: {}, groups: Object.fromEntries(Object.entries(counts).map(([group, count]) =>
  [group, Array.from({length: count}, (_, at) => ({key: `${group}/${at}`, names: {en: 'Brest'}, aliases: [], where: {}, select: ''}))]))});
const shares = finds => finds.reduce((all, {entry: {group}}) => ({...all, [group]: (all[group] ?? 0) + 1}), {});

test('every group has its share of twelve, in the order of the groups', () => {
  assert.deepEqual(shares(find(many({units: 1, pairs: 20, projects: 20}), 'brest', 'en')), {units: 1, pairs: 6, projects: 5});
});

test('what stands around a name is shown after the rest, and what stands inside a word is not found', () => {
  const groups = prepare({stems: {}, groups: {
    units: [{key: 'far', names: {en: 'Orsha'}, aliases: [], where: {en: 'City · Brest'}, select: ''}],
    pairs: [{key: 'near', names: {en: 'Brest'}, aliases: [], where: {}, select: ''}],
    places: [{key: 'loose', names: {en: 'Zabrestye'}, aliases: [], where: {}, select: ''}],
  }});
  assert.deepEqual(keys(find(groups, 'brest', 'en')), ['near', 'far']);
});

test('a name in the language of the page is shown before another that fits as well', () => {
  const units = [{key: 'x', names: {en: 'Brest', ru: 'Брест'}, aliases: ['Brest-Litovsk'], where: {}, select: ''}];
  const groups = prepare({groups: {units}, stems: {}});
  assert.equal(find(groups, 'brest', 'en')[0].text, 'Brest');
  assert.equal(find(groups, 'brest', 'ru')[0].text, 'Brest');
  assert.equal(find(groups, 'litovsk', 'en')[0].text, 'Brest-Litovsk');
});

test('names come in this order: exact, beginning, words, alias, other form, surroundings', () => {
  const named = (key, en, more) => ({key, names: {en}, aliases: [], where: {}, select: '', ...more});
  const units = [
    named('around', 'Orsha', {where: {en: 'City · Trains'}}), named('form', 'One train'), named('alias', 'Railway', {aliases: ['Trains']}),
    named('words', 'Fast trains'), named('beginning', 'Trains to China'), named('exact', 'Trains'),
  ];
  const trains = prepare({groups: {units}, stems: {trains: 'train'}});
  assert.deepEqual(keys(find(trains, 'trains', 'en')), ['exact', 'beginning', 'words', 'alias', 'form', 'around']);
});

test('all words must be in the names of one language', () => {
  const units = [{key: 'x', names: {en: 'Chinese tea', ru: 'Китайский чай'}, aliases: [], where: {}, select: ''}];
  const tea = prepare({groups: {units}, stems: {}});
  assert.deepEqual(keys(find(tea, 'tea chinese', 'ru')), ['x']);
  assert.deepEqual(find(tea, 'tea китайский', 'ru'), []);
});

test('the other keyboard is tried only if nothing is found', () => {
  const units = [{key: 'x', names: {en: 'Vbycr'}, aliases: [], where: {}, select: ''}, {key: 'y', names: {en: 'Минск'}, aliases: [], where: {}, select: ''}];
  assert.deepEqual(keys(find(prepare({groups: {units}, stems: {}}), 'vbycr', 'en')), ['x']);
});
