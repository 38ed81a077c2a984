// Filters on the tiny table, counted by hand.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {NO_FILTER, select} from '../../src/model/filter.js';
import {CLINIC, COUNTRY, MEETING, MEMORANDUM, table, TOWNS, TWINNING, UNDATED} from './tiny.js';

const under = (conditions, holding = null) => select(table, {...NO_FILTER, years_by: 'begun', ...conditions}, holding);

test('without conditions everything passes, pair by pair', () => {
  const {rows, undated, pairs} = under({});
  assert.deepEqual([rows, undated], [[0, 1, 2, 3, 4, 5, 6], []]);
  assert.deepEqual([...pairs.keys()], ['A-1_B-1', 'A-1_B-2', 'A-2_B-2', 'A_B-1']);
  assert.deepEqual(pairs.get('A-1_B-1'), {agreements: 2, contacts: 0, links: 1, projects: 1, indicators: 0, events: 0});
});

test('options of one dimension add up, those of two narrow', () => {
  const medicine = new Set(['medicine']), trade = new Set(['trade']), both = new Set(['medicine', 'trade']);
  assert.deepEqual(under({sectors: medicine}).rows, [TWINNING, CLINIC, UNDATED]);
  assert.deepEqual(under({sectors: both}).rows, [MEMORANDUM, TWINNING, CLINIC, UNDATED, COUNTRY]);
  assert.deepEqual(under({sectors: trade, kinds: new Set(['memorandum'])}).rows, [MEMORANDUM, COUNTRY]);
});

test('years take what began in them, or was in force, and undated agreements; other undated records are set apart', () => {
  const begun = under({years: [2002, 2012]}), inForce = under({years: [2010, 2011], years_by: 'in_force'});
  assert.deepEqual([begun.rows, begun.undated], [[MEMORANDUM, CLINIC, UNDATED, COUNTRY], [TOWNS]]);
  assert.deepEqual([inForce.rows, inForce.undated], [[MEMORANDUM, UNDATED], [TOWNS]]);
});

test('what has no date can be hidden, with or without years', () => {
  const hidden = {undated: new Set(['hide'])};
  const {rows, undated} = under(hidden);
  assert.deepEqual([rows, undated], [[MEMORANDUM, TWINNING, CLINIC, MEETING, COUNTRY], [TOWNS, UNDATED]]);
  assert.deepEqual(under({...hidden, years: [2002, 2012]}).rows, [MEMORANDUM, CLINIC, COUNTRY]);
});

test('closeness is that at the end of the years', () => {
  const twinned = new Set(['twinned']);
  assert.deepEqual(under({closeness: twinned}).rows, [MEMORANDUM, TWINNING, TOWNS, CLINIC, UNDATED]);
  assert.deepEqual(under({closeness: twinned, years: [2001, 2012]}).rows, [UNDATED]);
});

test('an option counts what it would show with the other dimensions; closeness counts pairs', () => {
  const {facets} = under({sectors: new Set(['medicine'])});
  assert.deepEqual(facets.sectors, [3, 3]);
  assert.deepEqual(facets.kinds, [2, 0]);
  assert.deepEqual(facets.stages, [0, 1]);
  assert.deepEqual(facets.closeness, [2, 0, 0, 0, 0]);
  assert.deepEqual(under({}).facets.closeness, [2, 0, 1, 0, 0]);
});

test('a text narrows to the records that hold it', () => {
  assert.deepEqual(under({text: 'x'}, new Set([MEETING, CLINIC])).rows, [CLINIC, MEETING]);
});
