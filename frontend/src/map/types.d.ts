// The types that the files of the map share, in addition to those of the contract.
import type {
  ArcRow, ArcStyle, LabelRow, MapLayer, MapMessage, PlaceRow, PlaceStyle, RegionStyle, Rows, Selected, Shapes, Sheet,
  TieRow,
} from '../contract.js';

export type {LabelRow, MapLayer, MapMessage, Rows, Selected, Shapes, Sheet};

/** In map units, or px of the stage where stated. */
export type Point = [number, number];
export type Box = [x0: number, y0: number, x1: number, y1: number];
/** Each 0 to 255. */
export type Rgba = ArcStyle['color'];

/** One polygon of a unit or of the land: its outer ring, then its holes. */
export type Polygon = {code: string, rings: Point[][], box: Box};

export type Unit = RegionStyle & {kind: 'unit', id: string, polygons: Polygon[]};
export type Arc = ((ArcRow & ArcStyle) | (TieRow & Pick<ArcStyle, 'dash' | 'dim' | 'asked'>)) & {path: Point[], box: Box};
export type Place = PlaceRow & PlaceStyle;
/** What can be pointed at and selected. */
export type MapObject = Unit | Arc | Place;
/** A name, with the radius in px of the dot beside it, or 0. */
export type Label = LabelRow & {dot: number, fresh?: boolean};

/** What each kind of layer draws. */
export type Content = {
  land: Polygon[], regions: Polygon[], borders: Point[][], arcs: Arc[], ties: Arc[], places: Place[], labels: Label[],
};

/** What is on the map; `objects` by "<kind>:<id>". */
export type Scene = {
  content: Content, units: Unit[], curves: Arc[], places: Place[], labels: Label[], objects: Map<string, MapObject>,
};

/** The selected and the hovered object, and what belongs to them. */
export type Focus = {
  selected?: MapObject, hovered?: MapObject, active: boolean,
  isSelected(object: Selected): boolean, isHovered(object: Selected): boolean,
  /** The object is selected, or an end of what is selected. */
  isAccented(object: Selected): boolean,
  isLit(object: Selected): boolean, isDimmed(object: Selected): boolean,
  /** Order of drawing and of precedence: 0 the rest, 1 lit, 2 hovered, 3 selected. */
  rank(object: Selected): number,
};

export type Palette = {background: Rgba, text: Rgba};

export type Area = {rings: Point[][]};
/** Width in px; the line that is drawn, if it is one of the table. */
export type Stroke = {paths: Point[][], width: number, round?: boolean, of?: string};
/** Radius in px. */
export type Dot = {position: Point, radius: number};
/** Radius of the middle of the ring and its width, px. */
export type Ring = Dot & {width: number};
/** Objects of one kind, which are drawn alike. */
export type Figures = {kind: 'areas', objects: Area[]} | {kind: 'strokes', objects: Stroke[]}
  | {kind: 'dots', objects: Dot[]} | {kind: 'rings', objects: Ring[]};

/** Triangles: a position in map units and an offset in px for each vertex; `counts` is the vertices of each object. */
export type Mesh = {
  places: Float32Array, offsets: Float32Array, edges: Float32Array, indices: Uint32Array, counts: number[],
};

/** The visible part of the plane; zoom is the binary logarithm of px per map unit. */
export type View = {target: Point, zoom: number};
/** The stage, and what covers it at the bottom (`inset`) and on the right, px. */
export type Viewport = {width: number, height: number, inset: number, left: number, right: number};
