// What the filters show: written by the bar, drawn by the view.

/** An option; `count` is the number of records that it would show, formatted for display. */
export interface FilterOption {
  id: string;
  name: string;
  count: string;
  chosen: boolean;
}

/** Sample of the lines that an option colours on the map; `colour` is a CSS colour. */
export interface FilterMark {
  colour: string;
  dashed: boolean;
}

/**
 * The options of one dimension, in order. `key` is the dimension in `Choose` or, with `one`, the name in `Set`; `says` is
 * what the numbers count; of a group with `one` exactly one option is always chosen; a `folded` one is closed until its
 * title is clicked or an option in it is chosen; `marks` are by option.
 */
export interface FilterGroup {
  key: string;
  title: string;
  says?: string;
  options: FilterOption[];
  one?: boolean;
  folded?: boolean;
  marks?: Record<string, FilterMark>;
}

/** The range of years, both ends included; `chosen` is null for all years. */
export interface FilterYears {
  title: string;
  from: string;
  to: string;
  first: number;
  last: number;
  chosen: [number, number] | null;
}

/** The field for a text to search the records for. */
export interface FilterText {
  title: string;
  placeholder: string;
  value: string;
}

export interface FiltersData {
  language: string;
  groups: FilterGroup[];
  years: FilterYears;
  text: FilterText;
}
