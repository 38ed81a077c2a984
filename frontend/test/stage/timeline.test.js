// What the timeline shows of a tiny table, by hand.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {NO_FILTER, select} from '../../src/model/filter.js';
import {timelineOf} from '../../src/stage/timeline.js';
import {CLINIC, COUNTRY, MEETING, MEMORANDUM, table, TOWNS, TWINNING, UNDATED} from '../model/tiny.js';

const TOWN = 0;
const named = table.records.type.map((_, record) => (record === TOWNS ? [TOWN, 1] : []));
const words = {
  ui: {timeline: {ui: {}}},
  table: {
    titles: ['Memorandum', 'Twinning', 'Towns', 'Clinic', 'Meeting', 'Undated', 'Country'], undated: 'undated',
    dates: ['2001', 'May 2002', 'May 2002 – 2010', 'since 2012', 'March 2017'], options: {kinds: ['twinning', 'memorandum']},
    pairs: ['A1–B1', 'A1–B2', 'A2–B2', 'A–B1'], units: ['A1', 'A2', 'B1', 'B2'], places: ['Town', 'Port'], countries: ['A', 'B'],
  },
};
/** A translator that tells only what was asked for. */
const t = (key, values = {}) => [key, ...Object.values(values)].join(' ');
const of = (selected, filter = {}) => {
  const asked = {...NO_FILTER, years_by: 'begun', ...filter};
  return timelineOf({
    t, words, table: {...table, records: {...table.records, named}}, holding: null, view: select(table, asked),
    state: {language: 'en', selected, filter: asked},
  });
};
const told = ({marks}, strong) => marks.flatMap((ofYear, at) => ofYear.filter(mark => mark.strong === strong).map(({record}) => [2001 + at, record]));
const ALL = [[2001, MEETING], [2002, MEMORANDUM], [2012, COUNTRY], [2012, CLINIC], [2017, TWINNING]];

test('each dated record has a mark in the year in which it begins, agreements before projects', () => {
  assert.deepEqual(told(of(null), true), ALL);
  assert.deepEqual(told(of(null), false), []);
  assert.equal(of(null).marks.length, 17);
});

test('a filter and a selection weaken marks and move none; chosen years do neither', () => {
  const medicine = of(null, {sectors: new Set(['medicine'])}), pair = of('A-1_B-1');
  assert.deepEqual([told(medicine, true), told(medicine, false).length], [[[2012, CLINIC], [2017, TWINNING]], 3]);
  assert.deepEqual([told(pair, true), told(pair, false)], [[[2002, MEMORANDUM], [2012, CLINIC], [2017, TWINNING]], [[2001, MEETING], [2012, COUNTRY]]]);
  assert.deepEqual(told(of(null, {years: [2002, 2003]}), true), ALL);
  assert.deepEqual(medicine.marks.flat().map(({record}) => record), ALL.map(([, record]) => record));
});

test('in force, a record has a mark in each of its years', () => {
  const {marks} = of(null, {years_by: 'in_force'});
  assert.deepEqual(marks.map(ofYear => ofYear.filter(({record}) => record === MEMORANDUM).length), [0, ...Array(9).fill(1), ...Array(7).fill(0)]);
});

test('what has no date is listed, of the selection if there is one', () => {
  assert.deepEqual([of(null).undated, of('A-2').undated, of('A-1_B-1').undated, of('town').undated], [[TOWNS, UNDATED], [UNDATED], [TOWNS], [TOWNS]]);
  assert.equal(of(null).undated_says, 'timeline.undated_n 2');
  assert.equal(of('A_B-1').undated_says, '');
});

test('a sentence counts the strong marks, and tells the agreements of a selection with their dates', () => {
  assert.equal(of('A-1').says, [
    'timeline.of A1 timeline.says 2001 2017 2001 count.events 1', // most of them in 2001
    'count.agreements 2, count.projects 1, count.events 1', 'memorandum: May 2002 · May 2002 – 2010. twinning: March 2017.'].join(' '));
});

test('a record is described by title, kind, date and pair', () => {
  const {about} = of(null);
  assert.deepEqual(about(TWINNING), {title: 'Twinning', type: 'timeline.one.agreements', kind: 'twinning', date: 'March 2017', pair: 'A-1_B-1', pair_title: 'A1–B1'});
  assert.deepEqual([about(CLINIC).type, about(CLINIC).kind], ['timeline.one.projects', '']);
  assert.deepEqual(about(UNDATED).date, 'undated');
});
