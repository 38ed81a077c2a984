// Written by `npm run contract` from contract/*.json; what each type means is said in dashboard/contract/.

export type Event = Choose | Set | Reset | Open | Address | Flat;
/**
 * @minItems 4
 * @maxItems 4
 */
export type Box = [number, number, number, number];
/**
 * @minItems 6
 * @maxItems 6
 */
export type Curve = [number, number, number, number, number, number];
export type Kind = 'unit' | 'pair' | 'link' | 'place';
/**
 * @minItems 2
 * @maxItems 2
 */
export type Point = [number, number];
/**
 * @minItems 4
 * @maxItems 4
 */
export type Rgba = [number, number, number, number];
export type Citations = Citation[];
export type TimelineTitles = TimelineTitle[];

/**
 * Open the page at `path` ("" for the first) with the state of a query string, after going back or forward.
 */
export interface Address {
  do: 'address';
  path: string;
  query: string;
}
/**
 * Turn an option of a filter on or off. Absolute rather than a toggle, so that a repeated event does no harm.
 */
export interface Choose {
  do: 'choose';
  dimension: string;
  option: string;
  on: boolean;
}
/**
 * Set a field of the state; null clears it. `years` takes [first, last], `compare` two keys.
 */
export interface Set {
  do: 'set';
  name:
    | 'layout'
    | 'colouring'
    | 'language'
    | 'side'
    | 'table'
    | 'extent'
    | 'selected'
    | 'text'
    | 'years'
    | 'years_by'
    | 'compare';
  value: string | number[] | string[] | null;
}
/**
 * Clear all filters.
 */
export interface Reset {
  do: 'reset';
}
/**
 * Open a page, at the id of a part or record if `part` is given.
 *
 * `selected` is the key of a new selection; "" clears the selection, and without the field it does not change.
 */
export interface Open {
  do: 'open';
  page: string;
  selected?: string;
  part?: string;
}
/**
 * Ask for the map as a picture, since the browser has no WebGL.
 */
export interface Flat {
  do: 'flat';
}
/**
 * The trigger "told" of the reload component: every event that Python has not confirmed yet, in order.
 *
 * tab     id of this load of the page
 * first   number of the first event; the events of a tab are numbered from 1 without gaps
 * events  empty if only a new run is requested
 */
export interface Told {
  tab: string;
  first: number;
  events: (Choose | Set | Reset | Open | Address | Flat)[];
}
/**
 * The options of one dimension, in order.
 *
 * key     dimension in `Choose`; for a group with `one`, name in `Set`
 * says    what the numbers of the group count, shown as a tooltip of its title
 * one     exactly one option is always chosen, and counts are not shown
 * folded  closed until its title is clicked or an option in it is chosen
 * marks   by option id
 */
export interface FilterGroup {
  key: string;
  title: string;
  says?: string;
  options: FilterOption[];
  one?: boolean;
  folded?: boolean;
  marks?: {
    [k: string]: FilterMark;
  };
}
/**
 * An option; `count` is the number of records that it would show, formatted for display.
 */
export interface FilterOption {
  id: string;
  name: string;
  count: string;
  chosen: boolean;
}
/**
 * Sample of the arcs that an option colours on the map; `colour` is a CSS colour.
 */
export interface FilterMark {
  colour: string;
  dashed: boolean;
}
/**
 * The field for a text to search the records for.
 */
export interface FilterText {
  title: string;
  placeholder: string;
  value: string;
}
/**
 * The range of years, both ends included; `chosen` is [first, last], or null for all years.
 */
export interface FilterYears {
  from: string;
  to: string;
  title: string;
  first: number;
  last: number;
  chosen: [number, number] | null;
}
/**
 * Message to the filters component, which sends Choose, and Set for groups with `one`, years and text.
 */
export interface FiltersData {
  language: string;
  groups: FilterGroup[];
  years?: FilterYears;
  text?: FilterText;
}
/**
 * The line between the two units of a pair.
 */
export interface ArcRow {
  id: string;
  kind: 'pair';
  /**
   * @minItems 6
   * @maxItems 6
   */
  curve: [number, number, number, number, number, number];
  /**
   * @minItems 2
   * @maxItems 2
   */
  ends: [string, string];
  name: string;
}
/**
 * Style of an arc in the current view; `hint` is its tooltip below the name.
 */
export interface ArcStyle {
  /**
   * @minItems 4
   * @maxItems 4
   */
  color: [number, number, number, number];
  width: number;
  hint: string;
  dash?: boolean;
  dim?: boolean;
}
/**
 * An entry of the legend for a colour of units.
 */
export interface AreaKey {
  label: string;
  color: string;
}
/**
 * GeoJSON polygons, each an outer ring followed by its holes.
 */
export interface Areas {
  type: 'MultiPolygon';
  coordinates: [number, number][][][];
}
/**
 * A GeoJSON feature, in map units.
 */
export interface Feature {
  type: 'Feature';
  properties: FeatureProperties;
  geometry: Areas | Lines;
}
/**
 * Properties of a feature.
 */
export interface FeatureProperties {
  code?: string;
}
/**
 * GeoJSON lines.
 */
export interface Lines {
  type: 'MultiLineString';
  coordinates: [number, number][][];
}
/**
 * Label of a unit or place, hidden if it overlaps one of higher priority.
 */
export interface LabelRow {
  id: string;
  kind: 'unit' | 'place';
  text: string;
  /**
   * @minItems 2
   * @maxItems 2
   */
  position: [number, number];
  priority: number;
}
/**
 * Entries of the legend under one title; `says` defines what they show, as a tooltip.
 */
export interface LegendGroup {
  title: string;
  says: string;
  items: (AreaKey | LineKey)[];
}
/**
 * An entry of the legend for a kind of line; with `filter`, it works as a filter option.
 */
export interface LineKey {
  label: string;
  line: string;
  width: number;
  dash?: boolean;
  /**
   * @minItems 2
   * @maxItems 2
   */
  filter?: [string, string];
  chosen?: boolean;
}
export interface MapLayer {
  '@@type': 'LandLayer' | 'RegionLayer' | 'BorderLayer' | 'CurveLayer' | 'PlaceLayer' | 'LabelLayer';
  id: 'land' | 'regions' | 'borders' | 'arcs' | 'ties' | 'places' | 'labels';
  data?: string;
  /**
   * @minItems 4
   * @maxItems 4
   */
  getFillColor?: [number, number, number, number];
  /**
   * @minItems 4
   * @maxItems 4
   */
  getLineColor?: [number, number, number, number];
  lineWidth?: number;
}
/**
 * Message to the map component.
 */
export interface MapMessage {
  layout: string;
  /**
   * @minItems 4
   * @maxItems 4
   */
  bounds: [number, number, number, number];
  layers: MapLayer[];
  rows: Rows;
  styles: Styles;
  selected?: Selected;
  legend: LegendGroup[];
  scale_bars: ScaleBar[];
  caption: string;
  summary: string;
  fallback?: string;
  ui: MapUi;
}
/**
 * Rows sent inline, by layer id. All but `ties` are inline only if their file could not be published.
 */
export interface Rows {
  land?: Shapes;
  regions?: Shapes;
  borders?: Shapes;
  arcs?: ArcRow[];
  ties?: TieRow[];
  places?: PlaceRow[];
  labels?: LabelRow[];
}
/**
 * A GeoJSON collection: every unit with its code, all borders, or the surrounding land.
 */
export interface Shapes {
  type: 'FeatureCollection';
  features: Feature[];
}
/**
 * A thin line between two places: a tie of the selection, below the regional level.
 */
export interface TieRow {
  id: string;
  kind: 'link';
  /**
   * @minItems 6
   * @maxItems 6
   */
  curve: [number, number, number, number, number, number];
  /**
   * @minItems 2
   * @maxItems 2
   */
  ends: [string, string];
  /**
   * @minItems 2
   * @maxItems 2
   */
  places: [string, string];
  /**
   * @minItems 4
   * @maxItems 4
   */
  color: [number, number, number, number];
  width: number;
  name: string;
  hint: string;
}
/**
 * A dot: a place where ties below the regional level end.
 */
export interface PlaceRow {
  id: string;
  kind: 'place';
  /**
   * @minItems 2
   * @maxItems 2
   */
  position: [number, number];
  radius: number;
  name: string;
  /**
   * @minItems 1
   * @maxItems 1
   */
  ends: [string];
}
/**
 * Styles of the rows in the current view, by row id. Arcs and places without a style are not shown.
 */
export interface Styles {
  regions: {
    [k: string]: RegionStyle;
  };
  arcs: {
    [k: string]: ArcStyle;
  };
  places: {
    [k: string]: PlaceStyle;
  };
}
/**
 * Fill and tooltip of a unit in the current view.
 */
export interface RegionStyle {
  /**
   * @minItems 4
   * @maxItems 4
   */
  fill: [number, number, number, number];
  name: string;
  hint: string;
}
/**
 * Tooltip of a place, below its name.
 */
export interface PlaceStyle {
  hint: string;
}
/**
 * The selection, even if the map does not show it.
 */
export interface Selected {
  kind: 'unit' | 'pair' | 'link' | 'place';
  id: string;
}
/**
 * A bar from (x, y) to (x + length, y), in map units, with its length in words.
 */
export interface ScaleBar {
  x: number;
  y: number;
  length: number;
  text: string;
}
/**
 * Texts of the map's own controls and messages.
 */
export interface MapUi {
  map: string;
  help: string;
  home: string;
  near: string;
  zoom_in: string;
  zoom_out: string;
  list: string;
  units: string;
  pairs: string;
  links: string;
  places: string;
  loading: string;
  failed: string;
  nowebgl: string;
}
/**
 * A source in the forms in which it can be copied.
 */
export interface Citation {
  text: string;
  bibtex: string;
  csl: string;
}
/**
 * Texts of the menu that copies a citation.
 */
export interface CiteWords {
  copy: string;
  text: string;
  bibtex: string;
  csl: string;
  copied: string;
  failed: string;
}
/**
 * Message to the panel component.
 *
 * html  one <section> with `lang`, `data-key` (its subject) and `data-kind` (its form); elements with data-select,
 *       data-act, data-open, data-set or data-page send events when clicked, see src/panel/state.js
 * part  id of a part or record to scroll to when the panel is mounted, or when `part` changes
 *
 * citations  URL of the published citations, or the citations themselves if their file could not be written; with
 *            `cite`, its words, every source in the HTML gets a menu that copies it
 */
export interface PanelData {
  html: string;
  part?: string;
  citations?: string | Citation[];
  cite?: CiteWords;
}
/**
 * The answer to `Told`.
 *
 * whole     true for the component outside the fragment, whose triggers run the whole script
 * version   version of config/ that the page shows
 * process   token of the server process; a new one means that the server has restarted
 * tab       tab of the last `Told` in this session, "" before the first
 * seen      number of the last event of that tab that was applied, 0 before the first
 * address   address of this page with the current state, relative to any page
 * language  language of `ui`
 */
export interface ReloadData {
  whole: boolean;
  version: string;
  process: string;
  tab: string;
  seen: number;
  address: string;
  language: string;
  ui: ReloadWords;
}
/**
 * Texts of the component.
 */
export interface ReloadWords {
  away: string;
}
/**
 * Message to the search component, which sends Set for `selected`.
 *
 * source  URL of the published index, or the index itself if its file could not be written
 */
export interface SearchData {
  source: string | SearchIndex;
  language: string;
  label: string;
  placeholder: string;
  ui: SearchWords;
}
/**
 * The published index.
 *
 * groups  the entries of each group, both in the order in which they are shown
 * stems   the stems of the folded words in it, by word; a word that is not listed is its own stem
 */
export interface SearchIndex {
  groups: {
    [k: string]: SearchEntry[];
  };
  stems: {
    [k: string]: string;
  };
}
/**
 * Something to find.
 *
 * key      unique in the index
 * names    by language
 * aliases  other names, in any language
 * where    kind and location, by language; may be empty
 * select   key of the pair, unit or place to select for it
 */
export interface SearchEntry {
  key: string;
  names: {
    [k: string]: string;
  };
  aliases: string[];
  where: {
    [k: string]: string;
  };
  select: string;
}
/**
 * Texts of the search box: titles of the groups, and messages shown instead of results.
 */
export interface SearchWords {
  units: string;
  pairs: string;
  places: string;
  organisations: string;
  projects: string;
  nothing: string;
  failed: string;
}
/**
 * Bars, rows and undated records.
 *
 * first         first year drawn
 * counts        for each year from `first` on, the number of records that begin, or are in force, in it, by kind
 * measure       in words, which of both it is
 * most          largest total of a year, formatted for display
 * says          the bars as a sentence for screen readers
 * rows          rows of the selection
 * undated       indexes in the titles of the undated records to list
 * undated_says  number of undated records in words, "" for none
 * undated_more  number of those not listed in words, "" for none
 */
export interface TimelineChart {
  first: number;
  counts: number[][];
  measure: string;
  most: string;
  kinds: TimelineKind[];
  says: string;
  rows: TimelineRow[];
  undated: number[];
  undated_says: string;
  undated_more: string;
}
/**
 * A type of record that is counted per year; `colour` is a CSS colour, `says` its definition.
 */
export interface TimelineKind {
  name: string;
  colour: string;
  says: string;
}
/**
 * Records of the selection, ordered by start; `colour` is a CSS colour.
 *
 * kinds  names of the kinds of record in the row; empty if its name tells
 */
export interface TimelineRow {
  name: string;
  kinds: string[];
  colour: string;
  marks: TimelineMark[];
}
/**
 * A record on a row. Years are decimal: 2001.5 is the middle of 2001.
 *
 * record  index in `TimelineTitles`
 * end     null if it is still in force
 */
export interface TimelineMark {
  record: number;
  start: number;
  end: number | null;
}
/**
 * Message to the timeline component, which sends Set for `years` and `selected`.
 *
 * years   the chosen [first, last], null for all; may lie outside the years drawn, since it can come from an address
 * titles  URL of the published titles, or the titles themselves if their file could not be written
 */
export interface TimelineData {
  first: number;
  counts: number[][];
  measure: string;
  most: string;
  kinds: TimelineKind[];
  says: string;
  rows: TimelineRow[];
  undated: number[];
  undated_says: string;
  undated_more: string;
  language: string;
  years: [number, number] | null;
  titles: string | TimelineTitle[];
  ui: TimelineWords;
}
/**
 * Description of a record; `pair` is the key of its pair, `pair_title` the name.
 */
export interface TimelineTitle {
  title: string;
  kind: string;
  date: string;
  pair: string;
  pair_title: string;
}
/**
 * Texts of the timeline's own controls.
 */
export interface TimelineWords {
  title: string;
  hint: string;
  play: string;
  pause: string;
  all: string;
  from: string;
  to: string;
  undated_title: string;
}
