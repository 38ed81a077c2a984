// Written by `npm run contract` from contract/*.json; what each type means is said in dashboard/contract/.

export type Direction = 'ltr' | 'rtl';
export type Event = Choose | Set | Reset | Open | Address;
/**
 * @minItems 4
 * @maxItems 4
 */
export type Box = [number, number, number, number];
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
/**
 * @minItems 3
 * @maxItems 3
 */
export type WordEntries = [string, number[], number[]];

/**
 * URLs of the published files, relative to the page.
 *
 * languages  name of each language by code, the first one first
 * table      the table as columns
 * words      texts, by language
 * panels     panels and records as HTML, by language, in parts
 * stories    guided stories, by language
 * citations  citations of all sources, by language
 * maps       the map, by layout and language
 * search     index of the search box
 * index      index of the text filter
 */
export interface AtlasFiles {
  languages: {
    [k: string]: string;
  };
  table: string;
  words: {
    [k: string]: string;
  };
  panels: {
    [k: string]: string[];
  };
  citations: {
    [k: string]: string;
  };
  stories: {
    [k: string]: string;
  };
  maps: {
    [k: string]: {
      [k: string]: string;
    };
  };
  search: string;
  index: string;
}
/**
 * Texts of the menu that copies a citation.
 */
export interface CiteTexts {
  ui: CiteWords;
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
 * The map in a headline and a lead.
 */
export interface Finding {
  title: string;
  lead: string;
}
/**
 * HTML rendered by Python, with every value escaped.
 *
 * records   records by their number in the table
 * sources   sources by their number
 * subjects  panels of pairs, units and places by key, in which <i data-record="n"></i> stands for record n, and
 *           <i data-source="n"></i> for source n
 */
export interface Panels {
  records: {
    [k: string]: string;
  };
  sources: {
    [k: string]: string;
  };
  subjects: {
    [k: string]: string;
  };
}
/**
 * Texts of the search box: titles of the groups, and messages shown instead of results.
 */
export interface SearchWords {
  units: string;
  pairs: string;
  places: string;
  sectors: string;
  organisations: string;
  projects: string;
  nothing: string;
  failed: string;
}
/**
 * The texts of the table in one language, in the order of `Columns`.
 *
 * options  of the dimensions
 * ids      of the records, each unique within its pair: they stand in links, and so are needed only with the titles
 * titles   of the records
 * dates    in words; `since` as they follow "since", "" if the start is open; `undated` for no date
 */
export interface Texts {
  countries: string[];
  units: string[];
  places: string[];
  pairs: string[];
  options: {
    [k: string]: string[];
  };
  ids: string[];
  titles: string[];
  dates: string[];
  since: string[];
  undated: string;
}
/**
 * Texts of config/i18n by group; plurals are a mapping of their forms.
 */
export interface UiTexts {
  nav: {
    [k: string]: unknown;
  };
  header: {
    [k: string]: unknown;
  };
  share: {
    [k: string]: unknown;
  };
  status: {
    [k: string]: unknown;
  };
  filters: {
    [k: string]: unknown;
  };
  finder: SearchWords;
  map: {
    [k: string]: unknown;
  };
  panel: {
    [k: string]: unknown;
  };
  timeline: {
    [k: string]: unknown;
  };
  terms: {
    [k: string]: unknown;
  };
  count: {
    [k: string]: unknown;
  };
  stage: {
    [k: string]: unknown;
  };
  since: {
    [k: string]: unknown;
  };
  present: {
    [k: string]: unknown;
  };
  cite: CiteTexts;
}
/**
 * Texts in one language. Those that a draft borrows are marked: `dashboard/catalogue/borrowed.py`.
 *
 * dash     between the names of a pair
 * grouped  true if the thousands of a number are set apart
 * printed  true if the atlas has the fonts of the language, which hand-outs need
 */
export interface Words {
  language: string;
  direction: 'ltr' | 'rtl';
  locale: string;
  dash: string;
  grouped: boolean;
  printed: boolean;
  title: string;
  finding: Finding;
  ui: UiTexts;
  table: Texts;
}
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
    | 'whole'
    | 'since'
    | 'selected'
    | 'text'
    | 'years'
    | 'years_by'
    | 'compare'
    | 'story'
    | 'step'
    | 'kiosk';
  value: string | number[] | string[] | null;
}
/**
 * Clear all filters, but filter by `sector` if it is given.
 */
export interface Reset {
  do: 'reset';
  sector?: string;
}
/**
 * Open a page, at the id of a part or record if `part` is given.
 *
 * `selected` is the key of a new selection, `sector` that of the only sector to filter by. "" clears either; without
 * the field it does not change.
 */
export interface Open {
  do: 'open';
  page: string;
  selected?: string;
  sector?: string;
  part?: string;
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
  events: (Choose | Set | Reset | Open | Address)[];
}
/**
 * A cell that is more than a text.
 *
 * text   as shown
 * sort   value by which its column sorts, if that is not the text
 * code   code shown quietly after the text
 * links  shown instead of the text
 */
export interface GridCell {
  text: string;
  sort?: string | number;
  code?: string;
  links?: GridLink[];
}
/**
 * A link to another site; without `href`, a text in its place.
 */
export interface GridLink {
  text: string;
  href?: string;
}
/**
 * A column; `says` explains it. Numbers stand at the right; numbers and dates are never broken or cut.
 */
export interface GridColumn {
  key: string;
  name: string;
  says: string;
  kind: 'text' | 'date' | 'number';
}
/**
 * One table, or several as tabs.
 */
export interface GridData {
  language: string;
  tables: GridTable[];
  ui: GridWords;
}
/**
 * A table; `name` is that of its tab, and `hint` a sentence below it.
 */
export interface GridTable {
  key: string;
  name: string;
  columns: GridColumn[];
  rows: GridRow[];
  hint?: string;
}
/**
 * A row; the first cell is its head. With `key`, that is a link to the record `part` in the dossier of `key`.
 */
export interface GridRow {
  cells: (string | GridCell)[];
  key?: string;
  part?: string;
}
/**
 * Texts of the grid; {n}, {all}, {first} and {last} are numbers of rows.
 */
export interface GridWords {
  search: string;
  rows: string;
  found: string;
  none: string;
  more: string;
  less: string;
  sideways: string;
  page: string;
  previous: string;
  next: string;
}
/**
 * The line between the two units of a pair, which runs as `Routes` says.
 */
export interface ArcRow {
  id: string;
  kind: 'pair';
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
  asked?: boolean;
  dim?: boolean;
  fresh?: boolean;
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
  row?: TableRow;
}
/**
 * Needs of a label that stands in a row of a table, outside of the column of bars.
 */
export interface TableRow {
  side: 'left' | 'right';
  height: number;
  number: number;
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
  ring?: boolean;
  /**
   * @minItems 2
   * @maxItems 2
   */
  filter?: [string, string];
  chosen?: boolean;
}
/**
 * The published part of the message to the map, for one layout and language.
 *
 * layers, grounds  by theme
 * steps            least number of ties for each of the fills of a ground
 * widths           in px, of each kind of line
 */
export interface MapFile {
  layout: string;
  sheets: Sheet[];
  layers: {
    [k: string]: MapLayer[];
  };
  caption: string;
  ui: MapUi;
  grounds: {
    [k: string]: MapGround;
  };
  steps: number[];
  widths: {
    [k: string]: number;
  };
}
/**
 * One arrangement of a layout; the browser takes the one whose proportions are nearest to those of its window.
 */
export interface Sheet {
  /**
   * @minItems 4
   * @maxItems 4
   */
  bounds: [number, number, number, number];
  scale_bars: ScaleBar[];
  urls: {
    [k: string]: string;
  };
  rows: Rows;
}
/**
 * A bar from (x, y) to (x + length, y), in map units, and its length in kilometres.
 *
 * name  of the country in which it measures so; "" if it does everywhere
 */
export interface ScaleBar {
  x: number;
  y: number;
  length: number;
  km: number;
  name: string;
}
/**
 * Rows by layer id, and the routes of the arcs.
 */
export interface Rows {
  land?: Shapes;
  regions?: Shapes;
  borders?: Shapes;
  routes?: Routes;
  arcs?: ArcRow[];
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
 * Ways of the arcs on a sheet. Those that run together share nodes, and the browser lays them side by side.
 */
export interface Routes {
  nodes: [number, number][];
  ways: {
    [k: string]: number[];
  };
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
  pairs: string[];
  asked?: boolean;
}
export interface MapLayer {
  '@@type': 'LandLayer' | 'RegionLayer' | 'BorderLayer' | 'LineLayer' | 'PlaceLayer' | 'LabelLayer';
  id: 'land' | 'regions' | 'borders' | 'arcs' | 'ties' | 'places' | 'labels';
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
  km: string;
  failed: string;
}
/**
 * Colours of one theme, as #rrggbb; see `dashboard.charts.palette.Ground`.
 */
export interface MapGround {
  quiet: string;
  tied: string;
  untied: string;
  missing: string;
  none: string;
  fills: string[];
}
/**
 * Message to the map component.
 */
export interface MapMessage {
  ties: TieRow[];
  styles: Styles;
  selected?: Selected;
  legend: LegendGroup[];
  layout: string;
  language: string;
  sheets: Sheet[];
  layers: MapLayer[];
  caption: string;
  summary: string;
  ui: MapUi;
}
/**
 * A thin line between two places: a tie of the selection, below the regional level.
 */
export interface TieRow {
  id: string;
  kind: 'link';
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
  number: number;
  fresh?: boolean;
}
/**
 * Tooltip of a place, below its name; `fresh` as in `RegionStyle`.
 */
export interface PlaceStyle {
  hint: string;
  fresh?: boolean;
}
/**
 * The selection, even if the map does not show it.
 */
export interface Selected {
  kind: 'unit' | 'pair' | 'link' | 'place';
  id: string;
}
/**
 * The part of the message that follows from a view and a selection.
 */
export interface MapView {
  ties: TieRow[];
  styles: Styles;
  selected?: Selected;
  legend: LegendGroup[];
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
 * files     URL of the list of published files, or the list itself if it could not be written
 * address   address of this page with the current state, relative to any page
 * language  language of `ui`
 * direction of that language
 */
export interface ReloadData {
  whole: boolean;
  version: string;
  process: string;
  tab: string;
  seen: number;
  address: string;
  files: string | AtlasFiles;
  language: string;
  direction: 'ltr' | 'rtl';
  ui: ReloadWords;
}
/**
 * Texts of the component.
 */
export interface ReloadWords {
  away: string;
  missing: string;
}
/**
 * Something to find.
 *
 * key      unique in the index
 * names    by language
 * aliases  other names, in any language
 * where    kind and location, by language; may be empty
 * select   key of the pair, unit or place to select for it, or of the sector whose page to open
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
 * The published index.
 *
 * groups  the entries of each group, both in the order in which they are shown
 * stems   the stems of the folded words in it, by word; a word that is not listed is its own stem
 * parts   further groups
 */
export interface SearchIndex {
  groups: {
    [k: string]: SearchEntry[];
  };
  stems: {
    [k: string]: string;
  };
  parts?: SearchParts;
}
/**
 * The groups that have too many entries to be fetched at once; these are numbered from 0, group after group.
 *
 * sizes    number of entries of each group, in order
 * words    URLs of files: for each word, its entries; the first by number, the next by how much larger it is
 * entries  URLs of files with `block` entries each
 */
export interface SearchParts {
  sizes: {
    [k: string]: number;
  };
  block: number;
  words: string[];
  entries: string[];
}
/**
 * Figures, lowest first, and names; a point of the map is drawn at its place times `scale`, moved by (dx, dy).
 */
export interface StillData {
  scale: number;
  dx: number;
  dy: number;
  names: StillName[];
  drawings: StillDrawing[];
}
/**
 * A name in its box, px.
 *
 * size    times that its type is larger than the least
 * dim     it does not belong to what is selected
 * line    from its point to the name, if that stands apart
 * number  beside it in a row of a table, on the inner side
 */
export interface StillName {
  key: string;
  text: string;
  kind: 'unit' | 'pair' | 'link' | 'place';
  x: number;
  y: number;
  w: number;
  h: number;
  strong: boolean;
  dim: boolean;
  size: number;
  side?: 'left' | 'right';
  number?: number;
  /**
   * @minItems 4
   * @maxItems 4
   */
  line?: [number, number, number, number];
}
/**
 * Figures of one kind.
 */
export interface StillDrawing {
  id: string;
  kind: 'areas' | 'strokes' | 'dots' | 'rings';
  objects: StillObject[];
}
/**
 * One figure, px: an area has rings, a line paths and a width, a dot or ring a position and a radius.
 *
 * of  code of the unit, or key of the pair, that it draws
 */
export interface StillObject {
  /**
   * @minItems 4
   * @maxItems 4
   */
  colour: [number, number, number, number];
  of?: string;
  rings?: [number, number][][];
  paths?: [number, number][][];
  /**
   * @minItems 2
   * @maxItems 2
   */
  position?: [number, number];
  radius?: number;
  width?: number;
  round?: boolean;
}
/**
 * Colours of the theme that depend on no object.
 */
export interface StillPalette {
  /**
   * @minItems 4
   * @maxItems 4
   */
  background: [number, number, number, number];
  /**
   * @minItems 4
   * @maxItems 4
   */
  text: [number, number, number, number];
}
/**
 * A still of a map: its message with all rows of a sheet, on a picture of a width and height in px.
 *
 * sheet  index of the sheet
 * sizes  of each name by "<kind>:<id>", px: [width, height] as it stands, and if it is strong
 */
export interface StillSpec {
  message: MapMessage;
  rows: Rows;
  sheet: number;
  width: number;
  height: number;
  palette: StillPalette;
  sizes: {
    /**
     * @minItems 2
     * @maxItems 2
     */
    [k: string]: [[number, number], [number, number]];
  };
}
/**
 * The published file, in the order in which stories are listed.
 */
export interface Stories {
  stories: Story[];
}
/**
 * A story. If it has a variable, its steps are in `subjects`, by key of the pair or unit, and `steps` is empty.
 */
export interface Story {
  id: string;
  title: string;
  about: string;
  variable: 'subject' | null;
  steps: StoryStep[];
  subjects?: {
    [k: string]: StoryStep[];
  };
}
/**
 * A step. The address of step n of a story is /?story=<id>&step=<n>&<query>&lang=<language>.
 *
 * text   more to read than the caption, "" for none
 * notes  what a speaker may say, "" for none
 * query  the view, as the query of an address without language
 * chart  id of a chart on the Insights page, /insights?<query>#<chart>
 */
export interface StoryStep {
  caption: string;
  text: string;
  notes: string;
  query: string;
  figures?: StoryFigure[];
  quotation?: StoryQuotation;
  chart?: string;
}
/**
 * A number or amount to show large, and what it is.
 */
export interface StoryFigure {
  value: string;
  label: string;
}
/**
 * Words of a source, in quotation marks, or a record as the atlas tells it; and the citation of the source.
 */
export interface StoryQuotation {
  text: string;
  source: string;
}
/**
 * A colour for each option of a dimension, as #rrggbb, on a light and on a dark ground.
 */
export interface ColourColumns {
  light: string[];
  dark: string[];
}
/**
 * The table without its texts.
 *
 * years      first and last year in which a dated record begins
 * choices    words that a field of the address can take, by field; the first is the default
 * stories    ids of the guided stories
 * parts      part of the panels that has that of each pair, unit and place, in this order
 * types      types of record; those in `ties` tie two sides, those in `dated` stand on the timeline
 * options    keys of the options of each dimension, in order, and of the filter `undated`
 * colours    of the dimensions that colour lines
 * dashed     for each closeness, true if its lines are dashed
 * lines      for each closeness, how strong its lines are
 * done       stage of the projects that are under way or completed
 * claims     closeness that each claim makes, the strongest first: a claim for each closeness, made by agreements
 *            and contacts; then those of a meeting, a link and a project
 */
export interface Columns {
  languages: string[];
  countries: string[];
  units: string[];
  places: PlaceColumns;
  pairs: PairColumns;
  records: RecordColumns;
  dates: DateColumns;
  /**
   * @minItems 2
   * @maxItems 2
   */
  years: [number, number];
  choices: {
    [k: string]: string[];
  };
  stories: string[];
  parts: number[];
  types: string[];
  ties: string[];
  dated: string[];
  options: {
    [k: string]: string[];
  };
  colours: {
    [k: string]: ColourColumns;
  };
  dashed: boolean[];
  lines: ('bold' | 'medium' | 'thin' | 'asked')[];
  done: number;
  claims: number[];
}
/**
 * The places, each with its unit.
 */
export interface PlaceColumns {
  key: string[];
  unit: number[];
}
/**
 * The pairs; `regional` is true if both sides are units, so that the pair is a line on the map.
 */
export interface PairColumns {
  key: string[];
  sides: [string, string][];
  regional: boolean[];
}
/**
 * The records, pair by pair.
 *
 * sectors                   in the order of the record
 * stage, kind, level        options of the dimensions `stages`, `kinds` and `levels`
 * claim                     what the record alone says of how close the two units are: a claim of `Columns`
 * begun, ends               dates whose first and last day are those of the record
 * places                    for a link the places of its two ends, else empty
 * added, changed            last day on which it was, as a number such as 20261126; 0 for none on record
 * named                     places that it names, or where an organisation that it names has its seat
 */
export interface RecordColumns {
  pair: number[];
  type: number[];
  sectors: number[][];
  stage: number[];
  kind: number[];
  level: number[];
  claim: number[];
  begun: number[];
  ends: number[];
  places: number[][];
  named: number[][];
  added: number[];
  changed: number[];
}
/**
 * The distinct dates of the records, in order.
 *
 * first, last  days that the date can mean at most, as numbers such as 20170321; 0 if that end is open
 */
export interface DateColumns {
  first: number[];
  last: number[];
}
/**
 * The words of the records' texts in all languages.
 *
 * A text is that of record n // languages in language n % languages. The texts that hold something are given by the
 * differences of their numbers, in ascending order.
 *
 * stems    by stem: its folded words, separated by spaces, and the texts that hold one of them
 * chinese  by folded line with Chinese characters: the texts that hold it
 */
export interface TextIndex {
  languages: number;
  stems: {
    /**
     * @minItems 2
     * @maxItems 2
     */
    [k: string]: [string, number[]];
  };
  chinese: {
    [k: string]: number[];
  };
}
