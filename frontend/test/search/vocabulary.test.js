// The interpretation of typed words, by the cases that Python's text filter has to pass too.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fold} from '../../src/search/fold.js';
import {Vocabulary} from '../../src/search/vocabulary.js';

const {texts, stems, queries} = JSON.parse(readFileSync(new URL('../../../tests/cases/vocabulary.json', import.meta.url), 'utf8'));
const vocabulary = new Vocabulary(texts.map(fold), new Map(Object.entries(stems)));

for (const {typed, read, why} of queries) test(`"${typed}" is read as ${JSON.stringify(read)}: ${why}`, () => {
  assert.deepEqual(vocabulary.read(typed).map(word => word.stems.sort()), read);
});
