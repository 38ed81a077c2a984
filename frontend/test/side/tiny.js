// What the side of the map is drawn from: the tiny table in words, by hand.
import {NO_FILTER, select} from '../../src/model/filter.js';
import {table as tiny} from '../model/tiny.js';

export const words = {
  ui: {stage: {levels: {twinned: 'A twinning agreement.', agreement: 'Another agreement.'}}},
  table: {
    titles: ['Memorandum', 'Twinning', 'Towns', 'Clinic', 'Meeting', 'Undated', 'Country'], undated: 'undated',
    dates: ['2001', 'May 2002', 'May 2002 – 2010', 'since 2012', 'March 2017'],
    pairs: ['A1–B1', 'A1–B2', 'A2–B2', 'A–B1'], units: ['A1', 'A2', 'B1', 'B2'], places: ['Town', 'Port'], countries: ['A land', 'B land'],
    options: {
      sectors: ['Medicine', 'Trade'], stages: ['Talks', 'Work'],
      closeness: ['Twinned', 'Agreement', 'Contacts', 'Institutions', 'Projects'],
    },
  },
};

/** A translator that tells only what was asked for. */
export const t = (key, values = {}) => [key, ...Object.values(values)].join(' ');

export function seenOf(filter = {}, table = tiny) {
  const whole = {...NO_FILTER, years_by: 'begun', ...filter};
  return {table, words, t, state: {language: 'en', filter: whole}, view: select(table, whole)};
}
