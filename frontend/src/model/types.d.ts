// Types of the model: the table as it is used, a filter, and what a filter leaves.
import type {Columns} from '../contract.js';

export type Dimension = 'sectors' | 'closeness' | 'stages' | 'levels' | 'kinds';

/** The published columns, and what follows from them. */
export interface Table extends Columns {
  /** First and last day of each record, as numbers such as 20170321; 0 if open or unknown. */
  first: number[];
  last: number[];
  /** For each dimension but closeness, the options of each record. */
  has: Record<Exclude<Dimension, 'closeness'>, number[][]>;
  /** Keys that can be selected. */
  keys: globalThis.Set<string>;
  /** Keys that can be compared with each other: units, and pairs of units, that have records. */
  comparable: globalThis.Set<string>[];
}

/** Conditions on records; an empty set is none. The closeness is that at the end of the last of the years. */
export interface Filter extends Record<Dimension, ReadonlySet<string>> {
  /** First and last year, both included. */
  years: readonly [number, number] | null;
  /** What a record must have done in these years. */
  years_by: string;
  /** If not empty, every record without a date is left out, also where closeness is told. */
  undated: ReadonlySet<string>;
  text: string;
}

/** Closeness of two units, null if nothing ties them, and positions of dates, -1 for none. */
export interface Bond {
  closeness: string | null;
  /** First record that gives them this closeness. */
  since: number;
  /** First agreement. */
  agreement: number;
  /** First agreement, contact or meeting. */
  contact: number;
}

export interface View {
  /** The records that pass, in the order of the table. */
  rows: number[];
  /** Records that no more than a missing date keeps from passing. */
  undated: number[];
  /** By key, for each pair with such a record, the number of its records that pass, by type. */
  pairs: Map<string, Record<string, number>>;
  /** Of every pair of units by key, as of the end of the chosen years. */
  bonds: ReadonlyMap<string, Bond>;
  /** Number of records (for closeness: of pairs) that each option would show together with the other dimensions. */
  facets: Record<Dimension, number[]>;
}

/** Everything that a copied link restores; see dashboard/state.py. */
export interface State {
  language: string;
  layout: string;
  colouring: string;
  selected: string | null;
  side: string | null;
  compare: readonly [string, string] | null;
  table: string;
  extent: string;
  whole: string;
  since: string | null;
  story: string | null;
  step: string | null;
  kiosk: string | null;
  filter: Filter;
}
