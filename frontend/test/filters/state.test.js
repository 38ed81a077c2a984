// The filters between a click and the answer to it.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {after, frame, spanWith} from '../../src/filters/state.js';

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
const chosen = ({groups}) => groups.map(({options}) => options.filter(each => each.chosen).map(({id}) => id).join());

test('without events it is what Python said', () => {
  assert.deepEqual(after(data(), []), data());
});

test('options are chosen and given up as told, each by itself', () => {
  const events = [
    {do: 'choose', dimension: 'sectors', option: 'tea', on: true},
    {do: 'choose', dimension: 'levels', option: 'rail', on: false},
  ];
  assert.deepEqual(chosen(after(data(), events)), ['closeness', 'tea,rail']);
  const off = {do: 'choose', dimension: 'sectors', option: 'rail', on: false};
  assert.deepEqual(chosen(after(data(), [...events, off, off])), ['closeness', 'tea']);
});

test('of a group with one, the last that was set is chosen', () => {
  const set = value => ({do: 'set', name: 'colouring', value});
  assert.deepEqual(chosen(after(data(), [set('sectors')])), ['sectors', 'rail']);
  assert.deepEqual(chosen(after(data(), [set('sectors'), set('closeness')])), ['closeness', 'rail']);
});

test('a reset takes all filters away, but not what is no filter; what comes after it stands', () => {
  const shown = after(data({text: {title: '', placeholder: '', value: 'tea'}}), [
    {do: 'set', name: 'colouring', value: 'sectors'}, {do: 'set', name: 'years', value: [2001, 2003]}, {do: 'reset'},
    {do: 'choose', dimension: 'sectors', option: 'tea', on: true},
  ]);
  assert.deepEqual(chosen(shown), ['sectors', 'tea']);
  assert.deepEqual([shown.years.chosen, shown.text.value], [null, '']);
});

test('years and words are as set', () => {
  const shown = after(data(), [{do: 'set', name: 'years', value: [2005, 2010]}, {do: 'set', name: 'text', value: 'tea'}]);
  assert.deepEqual([shown.years.chosen, shown.text.value], [[2005, 2010], 'tea']);
  assert.equal(after(shown, [{do: 'set', name: 'text', value: null}]).text.value, '');
});

test('numbers and what is chosen build nothing anew; names, languages and options do', () => {
  const groups = data().groups, [, sectors] = groups;
  assert.equal(frame(data()), frame(after(data(), [{do: 'set', name: 'years', value: [2001, 2002]}])));
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
