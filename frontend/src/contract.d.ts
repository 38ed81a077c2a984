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
export type TimelineTitles = TimelineTitle[];

/**
 * The visitor has gone back or forward: the state is that of this query, without "?".
 */
export interface Address {
  do: 'address';
  query: string;
}
/**
 * An option of a filter is chosen, or no longer is; absolute, so that telling it twice does no harm.
 */
export interface Choose {
  do: 'choose';
  dimension: string;
  option: string;
  on: boolean;
}
/**
 * A field of the state gets a value; null clears it. `years` takes [first, last], `compare` two keys.
 */
export interface Set {
  do: 'set';
  name: 'layout' | 'colouring' | 'language' | 'side' | 'table' | 'extent' | 'selected' | 'text' | 'years' | 'compare';
  value: string | number[] | string[] | null;
}
/**
 * All filters are taken away.
 */
export interface Reset {
  do: 'reset';
}
/**
 * Another page is opened, with something else selected if it says so, at a part or record if it says so.
 *
 * A `selected` of "" takes the selection away.
 */
export interface Open {
  do: 'open';
  page: string;
  selected?: string;
  part?: string;
}
/**
 * The browser has no WebGL: the map is wanted as a picture.
 */
export interface Flat {
  do: 'flat';
}
/**
 * The trigger "told" of the reload component: every event that Python has not confirmed yet, in order.
 *
 * tab    names this load of the page
 * first  the number of the first event; the numbers of a tab begin at 1 and leave none out
 * events may be empty: then the run itself is what is wanted
 */
export interface Told {
  tab: string;
  first: number;
  events: (Choose | Set | Reset | Open | Address | Flat)[];
}
/**
 * The options of one dimension, in order.
 *
 * key     the dimension of `Choose`; of a group with `one`, the name of `Set`
 * one     exactly one of them is chosen, always; their counts are not shown
 * folded  closed until its title is clicked or something in it is chosen
 * marks   by option
 */
export interface FilterGroup {
  key: string;
  title: string;
  options: FilterOption[];
  one?: boolean;
  folded?: boolean;
  marks?: {
    [k: string]: FilterMark;
  };
}
/**
 * One option: its count is written for people and says how many records it would show.
 */
export interface FilterOption {
  id: string;
  name: string;
  count: string;
  chosen: boolean;
}
/**
 * The line of the map beside the option that it stands for; `colour` is a CSS colour.
 */
export interface FilterMark {
  colour: string;
  dashed: boolean;
}
/**
 * The field for words in the records.
 */
export interface FilterText {
  title: string;
  placeholder: string;
  value: string;
}
/**
 * The years to choose from, both included; `chosen` is [first, last], null for all of them.
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
 * The message of the filters component. Told are Choose, and Set of a group with `one`, of years and of text.
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
 * How an arc looks in this view, and what its tooltip says under the name.
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
 * Polygons of GeoJSON: of each, the outer ring and then its holes.
 */
export interface Areas {
  type: 'MultiPolygon';
  coordinates: [number, number][][][];
}
/**
 * A feature of GeoJSON, in map units.
 */
export interface Feature {
  type: 'Feature';
  properties: FeatureProperties;
  geometry: Areas | Lines;
}
/**
 * What a feature is.
 */
export interface FeatureProperties {
  code?: string;
}
/**
 * Lines of GeoJSON.
 */
export interface Lines {
  type: 'MultiLineString';
  coordinates: [number, number][][];
}
/**
 * The name of a unit or place that the map shows; it gives way to those of more weight.
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
 * Entries of the legend under one title.
 */
export interface LegendGroup {
  title: string;
  items: (AreaKey | LineKey)[];
}
/**
 * An entry of the legend for a kind of line; one with `filter` can be chosen.
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
 * All that the map is told.
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
 * Rows sent inline, by the id of their layer: of all but `ties` only where no file could be published.
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
 * A GeoJSON collection: every unit by its code, all borders, or the land around.
 */
export interface Shapes {
  type: 'FeatureCollection';
  features: Feature[];
}
/**
 * A thin line between two places: a tie below the regional level, of the selection alone.
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
 * What this view makes of the rows, by their id; arcs and places without a style are not shown.
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
 * How a unit looks in this view, and what its tooltip says.
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
 * What the tooltip of a place says under its name.
 */
export interface PlaceStyle {
  hint: string;
}
/**
 * What is selected; it may be something that the map does not show.
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
 * The words that the map says itself.
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
 * The message of the panel component.
 *
 * html  one <section> with `lang`, `data-key` (what it shows) and `data-kind` (of what form it is); what is marked
 *       in it with data-select, data-act, data-open, data-set or data-page is told as events, see src/panel/state.js
 * part  the id of a part or record to go to when the panel is mounted, or when it changes
 */
export interface PanelData {
  html: string;
  part?: string;
}
/**
 * The answer to `Told`.
 *
 * whole     true of the component outside of the fragment: a trigger there runs the whole script
 * version   of config/ as the page shows it
 * process   a token of the server's process; another one means that the server was started again
 * tab       of the last `Told` in this session, "" before the first
 * seen      the number of the last event of that tab that was applied, 0 before the first
 * address   the query of the page's address, without "?": the state as Python has it
 * language  of `ui`
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
 * What the component says, in the visitor's language.
 */
export interface ReloadWords {
  away: string;
}
/**
 * The message of the search component. Told is Set of `selected`.
 *
 * source  the URL of the published index, or the index itself where Python could write no file
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
 * aliases  other names, of whatever language
 * where    by language, what and where it is; may be empty
 * select   the key of the pair, unit or place that is selected for it
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
 * What the box says in the visitor's language: the titles of the groups, and what it says instead of finds.
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
 * All that is drawn.
 *
 * first         the first year that is drawn
 * counts        for each year from `first` on, the number of records that begin in it, by kind
 * most          the largest sum of a year, written for people
 * says          the bars as a sentence for screen readers
 * rows          of what is selected
 * undated       the records without a date, by their place in the titles; no more than are listed
 * undated_says  how many there are, "" for none
 * undated_more  how many are not listed, "" for none
 */
export interface TimelineChart {
  first: number;
  counts: number[][];
  most: string;
  kinds: TimelineKind[];
  says: string;
  rows: TimelineRow[];
  undated: number[];
  undated_says: string;
  undated_more: string;
}
/**
 * A list of records that is counted per year; `colour` is a CSS colour.
 */
export interface TimelineKind {
  name: string;
  colour: string;
}
/**
 * Records of one kind of what is selected, by their start; `colour` is a CSS colour.
 */
export interface TimelineRow {
  name: string;
  colour: string;
  marks: TimelineMark[];
}
/**
 * A record on a row. Years are decimal: 2001.5 is the middle of 2001.
 *
 * record  its place in `TimelineTitles`
 * end     null where it lasts
 */
export interface TimelineMark {
  record: number;
  start: number;
  end: number | null;
}
/**
 * The message of the timeline component. Told is Set of `years` and of `selected`.
 *
 * years   the chosen [first, last], null for all; an address may ask for years that are not drawn
 * titles  the URL of the published titles, or the titles themselves where Python could write no file
 */
export interface TimelineData {
  first: number;
  counts: number[][];
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
 * What is shown of a record, in the visitor's language; `pair` is a key, `pair_title` its name.
 */
export interface TimelineTitle {
  title: string;
  kind: string;
  date: string;
  pair: string;
  pair_title: string;
}
/**
 * What the timeline says itself, in the visitor's language.
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
