"""What the map is sent: the layers that pydeck describes, the rows that they show, and what surrounds them.

A map unit is a thousandth of the width of a layout's sheet; x goes to the right, y down. px are CSS pixels.
Texts stand in the visitor's language and are shown as text, never as markup.
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
    """Polygons of GeoJSON: of each, the outer ring and then its holes."""

    type: Literal["MultiPolygon"]
    coordinates: list[list[list[Point]]]


class Lines(TypedDict):
    """Lines of GeoJSON."""

    type: Literal["MultiLineString"]
    coordinates: list[list[Point]]


class FeatureProperties(TypedDict):
    """What a feature is."""

    code: NotRequired[str]  # of the unit


class Feature(TypedDict):
    """A feature of GeoJSON, in map units."""

    type: Literal["Feature"]
    properties: FeatureProperties
    geometry: Areas | Lines


class Shapes(TypedDict):
    """A GeoJSON collection: every unit by its code, all borders, or the land around."""

    type: Literal["FeatureCollection"]
    features: list[Feature]


class RegionStyle(TypedDict):
    """How a unit looks in this view, and what its tooltip says."""

    fill: Rgba
    name: str
    hint: str  # lines are parted by \n


class ArcRow(TypedDict):
    """The line between the two units of a pair."""

    id: str  # key of the pair: "BY-MI_CN-CQ"
    kind: Literal["pair"]
    curve: Curve
    ends: tuple[str, str]  # codes of the units
    name: str


class ArcStyle(TypedDict):
    """How an arc looks in this view, and what its tooltip says under the name."""

    color: Rgba
    width: float  # px
    hint: str
    dash: NotRequired[bool]  # drawn as a broken line
    dim: NotRequired[bool]  # excluded by the filter: drawn faintly, found after all others


class TieRow(TypedDict):
    """A thin line between two places: a tie below the regional level, of the selection alone."""

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
    """What the tooltip of a place says under its name."""

    hint: str


class LabelRow(TypedDict):
    """The name of a unit or place that the map shows; it gives way to those of more weight."""

    id: str
    kind: Literal["unit", "place"]
    text: str
    position: Point  # middle of a unit's name, or the dot around which a place's name stands
    priority: int  # the greatest is placed first


class Rows(TypedDict, total=False):
    """Rows sent inline, by the id of their layer: of all but `ties` only where no file could be published."""

    land: Shapes
    regions: Shapes
    borders: Shapes
    arcs: list[ArcRow]
    ties: list[TieRow]
    places: list[PlaceRow]
    labels: list[LabelRow]


class Styles(TypedDict):
    """What this view makes of the rows, by their id; arcs and places without a style are not shown."""

    regions: dict[str, RegionStyle]
    arcs: dict[str, ArcStyle]
    places: dict[str, PlaceStyle]


MapLayer = TypedDict(
    "MapLayer",
    {
        "@@type": Literal["LandLayer", "RegionLayer", "BorderLayer", "CurveLayer", "PlaceLayer", "LabelLayer"],
        "id": Literal["land", "regions", "borders", "arcs", "ties", "places", "labels"],
        "data": NotRequired[str],  # URL of its rows, relative to the page; without it they are among `Rows`
        "getFillColor": NotRequired[Rgba],  # of land and places
        "getLineColor": NotRequired[Rgba],  # of borders
        "lineWidth": NotRequired[float],  # px, of borders
    },
)
"""A layer as the JSON of pydeck has it."""


class AreaKey(TypedDict):
    """An entry of the legend for a colour of units."""

    label: str
    color: str  # CSS


class LineKey(TypedDict):
    """An entry of the legend for a kind of line; one with `filter` can be chosen."""

    label: str
    line: str  # CSS colour
    width: float  # px
    dash: NotRequired[bool]
    filter: NotRequired[tuple[str, str]]  # dimension, option
    chosen: NotRequired[bool]


class LegendGroup(TypedDict):
    """Entries of the legend under one title."""

    title: str
    items: list[AreaKey | LineKey]


class ScaleBar(TypedDict):
    """A bar from (x, y) to (x + length, y), in map units, with its length in words."""

    x: float
    y: float
    length: float
    text: str


class MapUi(TypedDict):
    """The words that the map says itself."""

    map: str  # what the map is, for screen readers
    help: str  # which keys do what
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
    """What is selected; it may be something that the map does not show."""

    kind: Kind
    id: str


class MapMessage(TypedDict):
    """All that the map is told."""

    layout: str  # another one brings another geometry and its own camera
    bounds: Box  # of the home view
    layers: list[MapLayer]  # the lowest first
    rows: Rows
    styles: Styles
    selected: NotRequired[Selected]
    legend: list[LegendGroup]
    scale_bars: list[ScaleBar]
    caption: str
    summary: str  # what the map shows, read out by screen readers when it changes
    fallback: NotRequired[str]  # SVG, shown where there is no WebGL
    ui: MapUi
