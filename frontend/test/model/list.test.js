// The list of matching records: its order and its groups.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {byDate, byPair, byStage} from '../../src/model/list.js';
import {CLINIC, COUNTRY, MEETING, MEMORANDUM, table, TOWNS, TWINNING, UNDATED} from './tiny.js';

const rows = [0, 1, 2, 3, 4, 5, 6];

test('the newest comes first, undated records last, equals in the order of the table', () => {
  assert.deepEqual(byDate(table, rows), [TWINNING, CLINIC, COUNTRY, MEMORANDUM, MEETING, TOWNS, UNDATED]);
});

test('pairs come in the order of their records', () => {
  assert.deepEqual(byPair(table, rows).map(({key}) => key), ['A-1_B-1', 'A-1_B-2', 'A-2_B-2', 'A_B-1']);
  assert.deepEqual(byPair(table, byDate(table, [MEMORANDUM, TOWNS, MEETING, COUNTRY])), [
    {key: 'A_B-1', rows: [COUNTRY]}, {key: 'A-1_B-1', rows: [MEMORANDUM, TOWNS]}, {key: 'A-1_B-2', rows: [MEETING]}]);
});

test('stages come in their own order, records without one last', () => {
  assert.deepEqual(byStage(table, [MEMORANDUM, CLINIC, MEETING]), [
    {key: 'work', rows: [CLINIC]}, {key: '', rows: [MEMORANDUM, MEETING]}]);
});
