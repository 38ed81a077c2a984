// The steps of a story: which there are, and their addresses.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fromQuery, parsed} from '../../src/model/state.js';
import {queryOf, stepOf, toldIn} from '../../src/present/steps.js';
import {table as tiny} from '../model/tiny.js';

const table = {...tiny, stories: ['tale', 'one']};
const step = query => ({caption: query, text: '', notes: '', query});
const [plain, other] = [step(''), step('layout=geographic')];
const stories = {stories: [
  {id: 'tale', title: 'Tale', about: '', variable: null, steps: [plain, other]},
  {id: 'one', title: 'One', about: '', variable: 'subject', steps: [], subjects: {rich: [plain], poor: [other]}},
  {id: 'empty', title: 'Empty', about: '', variable: null, steps: []},
]};

test('a story with a variable is about what is selected, else about the first', () => {
  assert.deepEqual(toldIn(stories, {story: 'tale', selected: 'poor'}), {title: 'Tale', steps: [plain, other]});
  assert.deepEqual(toldIn(stories, {story: 'one', selected: 'poor'})?.steps, [other]);
  assert.deepEqual(toldIn(stories, {story: 'one', selected: null})?.steps, [plain]);
  assert.equal(toldIn(stories, {story: 'empty', selected: null}), null);
  assert.equal(toldIn(stories, {story: 'gone', selected: null}), null);
});

test('a step beyond the last is the last', () => {
  assert.equal(stepOf({step: '99'}, [plain, other]), 2);
  assert.equal(stepOf({step: null}, [plain, other]), 1);
});

test('the address of a step holds its view, the story and the language, and nothing of the view before', () => {
  const before = fromQuery(table, parsed('lang=fr&colouring=sectors&story=tale&step=1&kiosk=20'), 'en');
  const query = queryOf(table, before, [plain, other], 2);
  assert.deepEqual(parsed(query), new Map([['lang', ['fr']], ['layout', ['geographic']], ['story', ['tale']], ['step', ['2']], ['kiosk', ['20']]]));
});
