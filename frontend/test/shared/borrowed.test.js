// Texts that a draft borrows, by marks that nobody sees, and values that are set apart.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bare, isolated, lender} from '../../src/shared/borrowed.js';
import {speaker} from '../../src/shared/words.js';

const ENGLISH = '\u2066\u{e0065}\u{e006e}';
const lent = text => `${ENGLISH}${text}\u2069`;

test('a borrowed text names its lender, and can be had without marks', () => {
  assert.equal(lender(lent('Regions')), 'en');
  assert.equal(lender('Regions'), undefined);
  assert.equal(lender(`Области ${lent('Regions')}`), undefined);
  assert.equal(bare(`Области ${lent('Regions')}`), 'Области Regions');
});

test('a value is set apart once', () => {
  assert.equal(isolated('Minsk'), '\u2068Minsk\u2069');
  assert.equal(isolated(lent('Minsk')), lent('Minsk'));
});

const ui = {
  count: {one: lent('{n} region'), other: lent('{n} regions')}, own: {one: '{n} вобласць', few: '{n} вобласці', many: '{n} абласцей', other: '{n} вобласці'},
  of: '{n} of {name}',
};

test('a borrowed text has the plurals of its own language, 21 too', () => {
  const t = speaker({language: 'be', direction: 'ltr', locale: 'be_BY', grouped: true, ui});
  assert.equal(t('count', {n: 21}), lent('21 regions'));
  assert.equal(t('own', {n: 21}), '21 вобласць');
  assert.equal(t('of', {n: 2, name: 'Minsk'}), '2 of Minsk');
});

test('in a sentence from right to left, names are set apart and numbers have the digits of all others', () => {
  const t = speaker({language: 'ar', direction: 'rtl', locale: 'ar', grouped: true, ui});
  assert.equal(t('of', {n: 2500, name: 'Minsk'}), '2,500 of \u2068Minsk\u2069');
});
