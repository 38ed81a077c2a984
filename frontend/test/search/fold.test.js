// Folding, on the cases that Python's text filter must pass too.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fold} from '../../src/search/fold.js';

const cases = JSON.parse(readFileSync(new URL('../../../tests/cases/fold.json', import.meta.url), 'utf8'));

for (const {text, folded} of cases) test(`${JSON.stringify(text)} is compared as "${folded}"`, () => {
  assert.equal(fold(text), folded);
});

test('what is folded stays as it is', () => {
  for (const {folded} of cases) assert.equal(fold(folded), folded);
});
