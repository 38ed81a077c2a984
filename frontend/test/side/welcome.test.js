// The welcome of the tiny table, by hand: A1–B1 twinned in 2017, A2–B2 twinned without a date, A1–B2 has met.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {all, textsOf} from '../page.js'; // first, since others need a page to begin with
import {readTable} from '../../src/model/table.js';
import {own} from '../../src/shared/tell.js';
import {welcome} from '../../src/side/welcome.js';
import {columns, table} from '../model/tiny.js';
import {seenOf} from './tiny.js';

/** The same table with claims of its records: 0 a twinning, 1 another agreement. */
const claimed = (claims, begun = columns.records.begun) => readTable({...columns, records: {...columns.records, claim: claims, begun}});
const AGREED = claimed([0, -1, 6, 7, 1, 1, -1], [4, -1, -1, 3, 0, 1, 3]); // A1–B1 twinned in 2017; agreements in 2001 and 2002

const greeting = (of = table) => welcome(seenOf({}, of));
const rows = nodes => all('button', ...nodes).filter(({attributes}) => attributes.class === 'row');

test('twins stand with their years, the first ones first and undated ones last', () => {
  assert.deepEqual(rows(greeting()).map(row => textsOf('span', row).concat(textsOf('b', row))), [['A1–B1', '2017'], ['A2–B2', 'undated']]);
  assert.deepEqual(textsOf('h2', ...greeting()), ['stage.twinned2', 'stage.sectors']);
});

test('pairs with other agreements stand below the twins, sorted by start', () => {
  const nodes = greeting(AGREED);
  assert.deepEqual(textsOf('h2', ...nodes), ['stage.twinned1', 'stage.agreed2', 'stage.sectors']);
  assert.deepEqual(rows(nodes).map(({textContent}) => textContent), ['A1–B12017', 'A1–B22001', 'A2–B22002']);
});

test('three numbers: the twins, the other agreements, the projects that are done', () => {
  const numbers = nodes => all('div', ...nodes[0].children).map(each => [...textsOf('dt', each), ...textsOf('dd', each)]);
  assert.deepEqual(numbers(greeting(readTable({...columns, done: 1}))), [['stage.twins 2', '2'], ['stage.agreements 0', '0'], ['stage.done 1', '1']]);
  assert.deepEqual(numbers(greeting(AGREED)).slice(0, 2), [['stage.twins 1', '1'], ['stage.agreements 2', '2']]);
});

test('a sector has a door, those with the most projects first', () => {
  own({hear: () => {}, addressAfter: ({page, selected, sector}) => [page, selected, sector].join(' '), words: () => null});
  const doors = all('a', ...greeting()).filter(({attributes}) => attributes.class === 'door');
  assert.deepEqual(doors.map(({attributes}) => attributes.href), ['sectors  medicine', 'sectors  trade']);
  assert.deepEqual(doors.map(({textContent}) => textContent), ['Medicinecount.projects 1 · count.pairs 2', 'Tradecount.projects 0 · count.pairs 1']);
});

test('it is said what each line means', () => {
  const [read] = all('details', ...greeting());
  assert.deepEqual(textsOf('dt', read), ['Twinned', 'Agreement', 'Contacts', 'Institutions', 'Projects']);
  assert.deepEqual(textsOf('dd', read).slice(0, 2), ['A twinning agreement.', 'Another agreement.']);
});

test('a click selects a pair or opens the page of a sector, of all, of the stories, or about the atlas', () => {
  const heard = [];
  own({hear: event => heard.push(event), addressAfter: () => '', words: () => null});
  const nodes = greeting();
  all('button', ...nodes)[1].onclick();
  const click = {button: 0, preventDefault: () => {}};
  for (const link of all('a', ...nodes)) link.onclick(click);
  all('a', ...nodes)[0].onclick({...click, ctrlKey: true}); // opens another tab
  assert.deepEqual(heard, [
    {do: 'set', name: 'selected', value: 'A-2_B-2'},
    {do: 'open', page: 'sectors', selected: '', sector: 'medicine'}, {do: 'open', page: 'sectors', selected: '', sector: 'trade'},
    {do: 'open', page: 'sectors', sector: ''}, {do: 'open', page: 'stories'}, {do: 'open', page: 'about'}]);
});

test('without stories no door leads to them', () => {
  const doors = greeting(readTable({...columns, stories: []})).flatMap(node => textsOf('a', node));
  assert.ok(!doors.includes('stage.stories'));
  assert.ok(greeting().flatMap(node => textsOf('a', node)).includes('stage.stories'));
});
