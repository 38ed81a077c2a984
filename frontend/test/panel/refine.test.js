// What a filter makes of a panel: its records, and the badges of the chosen year.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fileOf, filled, head} from '../../src/panel/refine.js';

test('each slot takes its record or source by its number; a subject without a panel has no HTML', () => {
  const panels = {
    subjects: {a: '<p><i data-record="1"></i><i data-record="0"></i><i data-source="2"></i></p>'},
    records: {0: '<b>zero</b>', 1: '<b>$& one</b>'}, sources: {2: '<li>II</li>'},
  };
  assert.equal(filled(panels, 'a', new Set()), '<p><b>$& one</b><b>zero</b><li>II</li></p>');
  assert.equal(filled(panels, 'gone', new Set()), '');
});

test('a long panel draws the first twenty that pass of each list, the wanted one, and what these cite', () => {
  const numbers = Array.from({length: 600}, (_, at) => at), slot = at => `<i data-record="${at}"></i>`;
  const panels = {
    subjects: {a: `${numbers.slice(0, 590).map(slot).join('')}<hr>${numbers.slice(590).map(slot).join('')}<ol class="sources"><i data-source="1"></i><i data-source="2"></i></ol>`},
    records: Object.fromEntries(numbers.map(at => [at, `<a href="#s${at < 590 ? 1 : 2}">${at}.</a>`])), sources: {1: '<li>I</li>', 2: '<li>II</li>'},
  };
  const odd = new Set(numbers.filter(at => at % 2 && at < 590));
  const drawn = (...more) => filled(panels, 'a', odd, ...more), texts = html => Array.from(html.matchAll(/>(\d+)\./g), ([, at]) => Number(at));
  assert.deepEqual(texts(drawn()), Array.from({length: 20}, (_, at) => 2 * at + 1));
  assert.match(drawn(), /<p class="cut" data-list="0" data-n="295"><\/p><hr>/);
  assert.match(drawn(), /<p class="cut"><\/p><ol class="sources"><li>I<\/li><\/ol>/);
  assert.equal(drawn().match(/<i data-record/g).length, 580);
  assert.equal(texts(drawn(new Set(['0']))).length, 295);
  assert.deepEqual(texts(drawn(new Set(), '595')).slice(-2), [39, 595]);
  assert.match(drawn(new Set(), '595'), /<li>I<\/li><li>II<\/li>/);
});

test('a panel is in the part that the table names; what has no panel is looked for in the first', () => {
  const table = {pairs: {key: ['A_X']}, units: ['A', 'X'], places: {key: ['a']}, parts: [0, 0, 1, 2]};
  const seen = {table, files: {panels: {en: ['0.json', '1.json', '2.json']}}};
  assert.deepEqual(['A_X', 'A', 'X', 'a', 'gone'].map(key => fileOf(seen, 'en', key)), ['0.json', '0.json', '1.json', '2.json', '0.json']);
});

const badge = {dataset: {badge: 'at'}, textContent: '', replaceChildren(text) { this.textContent = text; }};
const from = (year, dated) => ({dataset: {from: String(year), ...(dated && {dated: ''})}, hidden: true, querySelectorAll: () => [badge]});
const always = from(0), early = from(2000), late = from(2017), dated = from(0, true), datedLate = from(2010, true);
const t = (key, {year}) => `${key} ${year}`;

for (const [year, onlyDated, shown] of [
  [0, false, always], [1990, false, early], [2000, false, early], [2016, false, early], [2017, false, late], [2020, false, late],
  [0, true, dated], [2020, true, datedLate], [1990, true, datedLate],
]) {
  test(`at the end of ${year || 'all'}${onlyDated ? ', with dated records alone' : ''} the badges from ${shown.dataset.from} on hold`, () => {
    const heads = [always, early, late, dated, datedLate];
    head(heads, year, onlyDated, t);
    assert.deepEqual(heads.filter(each => !each.hidden), [shown]);
  });
}

test('a badge names the chosen year, not the one from which it holds', () => {
  head([always, early], 2005, false, t);
  assert.equal(badge.textContent, 'terms.badge.at 2005');
});

test('a unit has the same badge in every year', () => {
  const only = from(0);
  for (const [year, onlyDated] of [[0, false], [2005, false], [2005, true]]) {
    head([only], year, onlyDated, t);
    assert.equal(only.hidden, false);
  }
});
