// What is newer than a day, on the tiny table with days given by hand.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newerThan} from '../../src/bar/chips.js';
import {countNewer, newness} from '../../src/model/newness.js';
import {CLINIC, COUNTRY, MEETING, TOWNS, TWINNING, columns, table as plain} from './tiny.js';

const days = given => columns.records.pair.map((_, record) => given[record] ?? 0);
const records = {
  ...columns.records, added: days({[TWINNING]: 20260122, [CLINIC]: 20260122}), changed: days({[CLINIC]: 20260301, [TOWNS]: 20260301}),
  named: [[], [], [0, 1], [0], [], [], []],
};
const table = {...plain, records};
const all = [...columns.records.pair.keys()];

test('a record is newer than the days before it was added, or else changed', () => {
  assert.deepEqual([null, '2026-01-21', '2026-01-22', '2026-03-01'].map(since => newness(table, since, CLINIC)), [null, 'added', 'changed', null]);
  assert.deepEqual([TWINNING, TOWNS, MEETING, COUNTRY].map(record => newness(table, '2026-01-21', record)), ['added', 'changed', null, null]);
});

test('newer records are counted for each pair, unit and place that they concern', () => {
  assert.deepEqual([...countNewer(table, '2026-01-22', all)],
    [['A-1_B-1', 2], ['A-1', 2], ['B-1', 2], ['town', 2], ['port', 1]]);
  assert.equal(countNewer(table, null, all).size, 0);
  assert.equal(countNewer(table, '2026-01-21', [MEETING]).size, 0);
});

test('a chip says in the words of the language since when, and takes it back', () => {
  const t = (key, {date}) => date, said = (locale, since) => newerThan({state: {since}, words: {locale}, t});
  assert.deepEqual(said('ru_RU', null), []);
  assert.deepEqual(said('ru_RU', '2026-01-22').map(({text}) => text), ['22 января 2026 г.']);
  assert.deepEqual(said('zh_CN', '2026-01-22'), [{text: '2026年1月22日', event: {do: 'set', name: 'since', value: null}}]);
});
