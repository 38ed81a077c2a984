"""A still of the map for hand-outs: what Python asks of `frontend/src/still`, and the figures and names it answers."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from dashboard.contract.map import Kind, MapMessage, Point, Rgba, Rows


class StillPalette(TypedDict):
    """Colours of the theme that depend on no object."""

    background: Rgba
    text: Rgba


class StillSpec(TypedDict):
    """A still of a map: its message with all rows of a sheet, on a picture of a width and height in px.

    sheet  index of the sheet
    sizes  of each name by "<kind>:<id>", px: [width, height] as it stands, and if it is strong
    """

    message: MapMessage
    rows: Rows
    sheet: int
    width: float
    height: float
    palette: StillPalette
    sizes: dict[str, tuple[tuple[float, float], tuple[float, float]]]


class StillObject(TypedDict):
    """One figure, px: an area has rings, a line paths and a width, a dot or ring a position and a radius.

    of  code of the unit, or key of the pair, that it draws
    """

    colour: Rgba
    of: NotRequired[str]
    rings: NotRequired[list[list[Point]]]
    paths: NotRequired[list[list[Point]]]
    position: NotRequired[Point]
    radius: NotRequired[float]
    width: NotRequired[float]
    round: NotRequired[bool]  # ends of a line


class StillDrawing(TypedDict):
    """Figures of one kind."""

    id: str
    kind: Literal["areas", "strokes", "dots", "rings"]
    objects: list[StillObject]


class StillName(TypedDict):
    """A name in its box, px.

    size    times that its type is larger than the least
    dim     it does not belong to what is selected
    line    from its point to the name, if that stands apart
    number  beside it in a row of a table, on the inner side
    """

    key: str
    text: str
    kind: Kind
    x: float
    y: float
    w: float
    h: float
    strong: bool
    dim: bool
    size: float
    side: NotRequired[Literal["left", "right"]]
    number: NotRequired[int]
    line: NotRequired[tuple[float, float, float, float]]


class StillData(TypedDict):
    """Figures, lowest first, and names; a point of the map is drawn at its place times `scale`, moved by (dx, dy)."""

    scale: float
    dx: float
    dy: float
    names: list[StillName]
    drawings: list[StillDrawing]
