"""Message to the map: layers as described by pydeck, their rows and styles, the legend, scale bars and texts.

A map unit is a thousandth of the width of a layout's sheet; x points right, y down. px are CSS pixels.
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

Kind = Literal["unit", "pair", "link", "place"]
Rgba = tuple[int, int, int, int]  # each 0 to 255
Point = tuple[float, float]  # x, y in map units
Box = tuple[float, float, float, float]  # x0, y0, x1, y1 in map units; x0 <= x1 and y0 <= y1
Curve = tuple[float, float, float, float, float, float]  # quadratic Bézier in map units: start, control, end


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


class ArcRow(TypedDict):
    """The line between the two units of a pair."""

    id: str  # key of the pair: "BY-MI_CN-CQ"
    kind: Literal["pair"]
    curve: Curve
    ends: tuple[str, str]  # codes of the units
    name: str


class ArcStyle(TypedDict):
    """Style of an arc in the current view; `hint` is its tooltip below the name."""

    color: Rgba
    width: float  # px
    hint: str
    dash: NotRequired[bool]  # dashed line
    dim: NotRequired[bool]  # excluded by the filter: drawn faintly, picked only if nothing else is there


class TieRow(TypedDict):
    """A thin line between two places: a tie of the selection, below the regional level."""

    id: str  # "<key of the pair>/<place>/<place>"
    kind: Literal["link"]
    curve: Curve
    ends: tuple[str, str]  # codes of the units of the pair
    places: tuple[str, str]
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


class PlaceStyle(TypedDict):
    """Tooltip of a place, below its name."""

    hint: str


class LabelRow(TypedDict):
    """Label of a unit or place, hidden if it overlaps one of higher priority."""

    id: str
    kind: Literal["unit", "place"]
    text: str
    position: Point  # centre of a unit's label, or the dot beside which a place's label is put
    priority: int  # the highest is placed first


class Rows(TypedDict, total=False):
    """Rows sent inline, by layer id. All but `ties` are inline only if their file could not be published."""

    land: Shapes
    regions: Shapes
    borders: Shapes
    arcs: list[ArcRow]
    ties: list[TieRow]
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
        "@@type": Literal["LandLayer", "RegionLayer", "BorderLayer", "CurveLayer", "PlaceLayer", "LabelLayer"],
        "id": Literal["land", "regions", "borders", "arcs", "ties", "places", "labels"],
        "data": NotRequired[str],  # URL of the rows, relative to the page; without it they are in `Rows`
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
    filter: NotRequired[tuple[str, str]]  # dimension, option
    chosen: NotRequired[bool]


class LegendGroup(TypedDict):
    """Entries of the legend under one title; `says` defines what they show, as a tooltip."""

    title: str
    says: str
    items: list[AreaKey | LineKey]


class ScaleBar(TypedDict):
    """A bar from (x, y) to (x + length, y), in map units, with its length in words."""

    x: float
    y: float
    length: float
    text: str


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
    failed: str
    nowebgl: str


class Selected(TypedDict):
    """The selection, even if the map does not show it."""

    kind: Kind
    id: str


class MapMessage(TypedDict):
    """Message to the map component."""

    layout: str  # a new layout brings new geometry and a camera of its own
    bounds: Box  # extent of the home view
    layers: list[MapLayer]  # lowest first
    rows: Rows
    styles: Styles
    selected: NotRequired[Selected]
    legend: list[LegendGroup]
    scale_bars: list[ScaleBar]
    caption: str
    summary: str  # summary of what is shown, read out by screen readers when it changes
    fallback: NotRequired[str]  # SVG, shown if there is no WebGL
    ui: MapUi
