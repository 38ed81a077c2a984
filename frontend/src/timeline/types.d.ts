// What the timeline shows: written by the stage, drawn by the view.

/** A record in one year; `kind` is an index in `Data.kinds`. A weak one is filtered out, or not of the selection. */
export interface Mark {
  record: number;
  kind: number;
  strong: boolean;
}

/** Description of a record in the visitor's language; `kind` is '' for types that have none, `pair` the key of its pair. */
export interface Description {
  title: string;
  type: string;
  kind: string;
  date: string;
  pair: string;
  pair_title: string;
}

export type Word =
  | 'title' | 'hint' | 'play' | 'pause' | 'back' | 'forward' | 'speed' | 'all' | 'from' | 'to' | 'today' | 'marks' | 'undated_title';

export interface Data {
  language: string;
  first: number;
  /** For each year from `first` on, all records that begin, or are in force, in it, by kind and date. */
  marks: Mark[][];
  /** For each year, the number of strong marks of each kind. */
  counts: number[][];
  /** What is counted, in words. */
  measure: string;
  /** `says` is the definition of the kind. */
  kinds: {key: string; name: string; says: string}[];
  /** The chosen years, null for all; may lie outside those drawn, since they can come from an address. */
  years: [number, number] | null;
  /** The strip as a sentence. */
  says: string;
  /** Records without a date to list; their number in words, and that of those not listed, '' for none. */
  undated: number[];
  undated_says: string;
  undated_more: string;
  about: (record: number) => Description;
  ui: Record<Word, string>;
}
