// What the filters are built from, and the span of years.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {frame, spanWith} from '../../src/filters/state.js';

const option = (id, chosen, count = '1') => ({id, name: id, count, chosen});
const data = (changes = {}) => ({
  language: 'en',
  groups: [
    {key: 'colouring', title: '', one: true, options: [option('closeness', true), option('sectors', false)]},
    {key: 'sectors', title: '', options: [option('tea', false), option('rail', true)]},
  ],
  years: {title: '', from: '', to: '', first: 2001, last: 2026, chosen: null},
  text: {title: '', placeholder: '', value: ''},
  ...changes,
});

test('numbers and what is chosen build nothing anew; names, languages and options do', () => {
  const groups = data().groups, [, sectors] = groups;
  assert.equal(frame(data()), frame(data({years: {...data().years, chosen: [2001, 2002]}, text: {...data().text, value: 'tea'}})));
  assert.equal(frame(data()), frame(data({groups: [groups[0], {...sectors, options: [option('tea', true, '9'), option('rail', false)]}]})));
  assert.notEqual(frame(data()), frame(data({language: 'ru'})));
  assert.notEqual(frame(data()), frame(data({groups: [groups[0]]})));
  assert.notEqual(frame(data()), frame(data({groups: [groups[0], {...sectors, options: [sectors.options[0]]}]})));
});

for (const [span, end, year, expected] of [
  [[2001, 2026], 0, 2005, [2005, 2026]], [[2001, 2026], 1, 2005, [2001, 2005]],
  [[2005, 2010], 0, 2015, [2015, 2015]], [[2005, 2010], 1, 2003, [2003, 2003]],
]) test(`${span} with ${year} as its ${end ? 'last' : 'first'} year is ${expected}`, () => {
  assert.deepEqual(spanWith(span, end, year), expected);
});
