"""Message to the map: layers as described by pydeck, sheets with their rows, styles, the legend and texts.

A map unit is a thousandth of the width of a layout's sheet; x points right, y down. px are CSS pixels.
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

Kind = Literal["unit", "pair", "link", "place"]
Rgba = tuple[int, int, int, int]  # each 0 to 255
Point = tuple[float, float]  # x, y in map units
Box = tuple[float, float, float, float]  # x0, y0, x1, y1 in map units; x0 <= x1 and y0 <= y1


class Areas(TypedDict):
    """GeoJSON polygons, each an outer ring followed by its holes."""

    type: Literal["MultiPolygon"]
    coordinates: list[list[list[Point]]]


class Lines(TypedDict):
    """GeoJSON lines."""

    type: Literal["MultiLineString"]
    coordinates: list[list[Point]]


class FeatureProperties(TypedDict):
    """Properties of a feature."""

    code: NotRequired[str]  # of the unit


class Feature(TypedDict):
    """A GeoJSON feature, in map units."""

    type: Literal["Feature"]
    properties: FeatureProperties
    geometry: Areas | Lines


class Shapes(TypedDict):
    """A GeoJSON collection: every unit with its code, all borders, or the surrounding land."""

    type: Literal["FeatureCollection"]
    features: list[Feature]


class RegionStyle(TypedDict):
    """Fill and tooltip of a unit in the current view."""

    fill: Rgba
    name: str
    hint: str  # lines are separated by \n
    number: int  # records that name it: a ranked sheet sorts by it
    fresh: NotRequired[bool]  # something of it is newer than the visitor asked: its name has a mark


class Routes(TypedDict):
    """Ways of the arcs on a sheet. Those that run together share nodes, and the browser lays them side by side."""

    nodes: list[Point]
    ways: dict[str, list[int]]  # by key of the pair: indices of nodes, from label point to label point


class ArcRow(TypedDict):
    """The line between the two units of a pair, which runs as `Routes` says."""

    id: str  # key of the pair: "BY-MI_CN-CQ"
    kind: Literal["pair"]
    ends: tuple[str, str]  # codes of the units
    name: str


class ArcStyle(TypedDict):
    """Style of an arc in the current view; `hint` is its tooltip below the name."""

    color: Rgba
    width: float  # px
    hint: str
    dash: NotRequired[bool]  # dashed line
    asked: NotRequired[bool]  # a ring on both units, drawn only while it or one of its ends is pointed at or selected
    dim: NotRequired[bool]  # excluded by the filter: drawn faintly, picked only if nothing else is there
    fresh: NotRequired[bool]  # something of it is newer than the visitor asked: it has a mark


class TieRow(TypedDict):
    """A thin line between two places: a tie of the selection, below the regional level."""

    id: str  # "<key of the pair>/<place>/<place>"
    kind: Literal["link"]
    ends: tuple[str, str]  # codes of the units of the pair
    places: tuple[str, str]  # ids of the places that it joins
    color: Rgba
    width: float  # px
    name: str
    hint: str


class PlaceRow(TypedDict):
    """A dot: a place where ties below the regional level end."""

    id: str
    kind: Literal["place"]
    position: Point
    radius: float  # px
    name: str
    ends: tuple[str]  # code of its unit
    pairs: list[str]  # keys of the pairs of units whose ties end here
    asked: NotRequired[bool]  # others lie at the same point: it is there only while it belongs to the focus


class PlaceStyle(TypedDict):
    """Tooltip of a place, below its name; `fresh` as in `RegionStyle`."""

    hint: str
    fresh: NotRequired[bool]


class TableRow(TypedDict):
    """Needs of a label that stands in a row of a table, outside of the column of bars."""

    side: Literal["left", "right"]  # of the column, and so of the label
    height: float  # map units
    number: int  # shown between the name and the bar


class LabelRow(TypedDict):
    """Label of a unit or place, hidden if it overlaps one of higher priority."""

    id: str
    kind: Literal["unit", "place"]
    text: str
    position: Point  # centre of a unit's label, or the dot or bar beside which the label is put
    priority: int  # the highest is placed first
    row: NotRequired[TableRow]  # of a unit that is a row of a table


class Rows(TypedDict, total=False):
    """Rows by layer id, and the routes of the arcs."""

    land: Shapes
    regions: Shapes
    borders: Shapes
    routes: Routes
    arcs: list[ArcRow]
    places: list[PlaceRow]
    labels: list[LabelRow]


class Styles(TypedDict):
    """Styles of the rows in the current view, by row id. Arcs and places without a style are not shown."""

    regions: dict[str, RegionStyle]
    arcs: dict[str, ArcStyle]
    places: dict[str, PlaceStyle]


MapLayer = TypedDict(
    "MapLayer",
    {
        "@@type": Literal["LandLayer", "RegionLayer", "BorderLayer", "LineLayer", "PlaceLayer", "LabelLayer"],
        "id": Literal["land", "regions", "borders", "arcs", "ties", "places", "labels"],
        "getFillColor": NotRequired[Rgba],  # of land and places
        "getLineColor": NotRequired[Rgba],  # of borders
        "lineWidth": NotRequired[float],  # px, of borders
    },
)
"""A layer in the JSON of pydeck."""


class AreaKey(TypedDict):
    """An entry of the legend for a colour of units."""

    label: str
    color: str  # CSS


class LineKey(TypedDict):
    """An entry of the legend for a kind of line; with `filter`, it works as a filter option."""

    label: str
    line: str  # CSS colour
    width: float  # px
    dash: NotRequired[bool]
    ring: NotRequired[bool]  # the line is `asked`: until then a ring stands for it
    filter: NotRequired[tuple[str, str]]  # dimension, option
    chosen: NotRequired[bool]


class LegendGroup(TypedDict):
    """Entries of the legend under one title; `says` defines what they show, as a tooltip."""

    title: str
    says: str
    items: list[AreaKey | LineKey]


class ScaleBar(TypedDict):
    """A bar from (x, y) to (x + length, y), in map units, and its length in kilometres.

    name  of the country in which it measures so; "" if it does everywhere
    """

    x: float
    y: float
    length: float
    km: float
    name: str


class Sheet(TypedDict):
    """One arrangement of a layout; the browser takes the one whose proportions are nearest to those of its window."""

    bounds: Box  # extent of the home view
    scale_bars: list[ScaleBar]
    urls: dict[str, str]  # URLs of its rows, relative to the page, by the names of `Rows`
    rows: Rows  # those whose file could not be published


class MapUi(TypedDict):
    """Texts of the map's own controls and messages."""

    map: str  # description of the map for screen readers
    help: str  # keyboard shortcuts
    home: str
    near: str
    zoom_in: str
    zoom_out: str
    list: str
    units: str
    pairs: str
    links: str
    places: str
    loading: str
    km: str  # a length, with {n} for the number
    failed: str


class Selected(TypedDict):
    """The selection, even if the map does not show it."""

    kind: Kind
    id: str


class MapGround(TypedDict):
    """Colours of one theme, as #rrggbb; see `dashboard.charts.palette.Ground`."""

    quiet: str
    tied: str
    untied: str
    missing: str
    none: str
    fills: list[str]


class MapFile(TypedDict):
    """The published part of the message to the map, for one layout and language.

    layers, grounds  by theme
    steps            least number of ties for each of the fills of a ground
    widths           in px, of each kind of line
    """

    layout: str
    sheets: list[Sheet]
    layers: dict[Literal["light", "dark"], list[MapLayer]]
    caption: str
    ui: MapUi
    grounds: dict[Literal["light", "dark"], MapGround]
    steps: list[int]
    widths: dict[Literal["bold", "medium", "thin", "asked"], float]


class MapView(TypedDict):
    """The part of the message that follows from a view and a selection."""

    ties: list[TieRow]
    styles: Styles
    selected: NotRequired[Selected]
    legend: list[LegendGroup]


class MapMessage(MapView):
    """Message to the map component."""

    layout: str  # a new layout brings new geometry and a camera of its own
    language: str  # of the names
    sheets: list[Sheet]
    layers: list[MapLayer]  # lowest first
    caption: str
    summary: str  # summary of what is shown, read out by screen readers when it changes
    ui: MapUi
