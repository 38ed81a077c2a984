"""Small pictures of the facing layout: the first one of the map, until the browser has drawn it, and those of cards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.catalogue.kept import kept
from dashboard.catalogue.metrics import TIES
from dashboard.catalogue.model import Catalogue
from dashboard.charts.palette import GROUNDS
from dashboard.map.layouts import layouts
from geodata.arrange import ASPECTS
from geodata.layout import Layout, Plane

DETAIL = 2.0
"""Map units, about as many pixels, by which an outline may differ."""

DETAIL_SMALL = 5.0
"""The same for the picture of a card."""


@dataclass(frozen=True)
class Area:
    """Units of one colour as the path of an SVG."""

    light: str
    dark: str
    path: str


@dataclass(frozen=True)
class SketchSheet:
    """A sheet that fits a room whose width / height is above `low` and at most `high`, and how countries lie on it."""

    low: float
    high: float
    width: float
    height: float
    transforms: dict[str, str]


@dataclass(frozen=True)
class Sketch:
    """Each country, drawn once in the coordinates of the first sheet, and the sheets that show it."""

    countries: dict[str, list[Area]]
    sheets: list[SketchSheet]


def sketch(catalogue: Catalogue) -> Sketch:
    """Every unit by whether it has ties, as the map shows it before anything is chosen."""
    every = layouts(catalogue, "facing")
    units, planes = every[0].units, every[0].planes
    shapes = dict(zip(units, shapely.coverage_simplify(list(units.values()), DETAIL), strict=True))
    tied = {side for row in catalogue.rows if row.record_type in TIES for side in row.pair.sides}
    countries: dict[str, list[Area]] = {country: [] for country in planes}
    for country, areas in countries.items():
        own = [code for code in shapes if catalogue.country_of(code) == country]
        for light, dark, codes in (
            (GROUNDS["light"].tied, GROUNDS["dark"].tied, [code for code in own if code in tied]),
            (GROUNDS["light"].untied, GROUNDS["dark"].untied, [code for code in own if code not in tied]),
        ):
            areas.append(Area(light, dark, _path(shapes[code] for code in codes)))
    limits = [1e6, *(sqrt(a.ratio * b.ratio) for a, b in pairwise(ASPECTS.values())), 0]
    spans = pairwise(limits)
    return Sketch(countries, [_sheet(layout, planes, *span) for layout, span in zip(every, spans, strict=True)])


def size(catalogue: Catalogue) -> tuple[float, float]:
    """Width and height of the sheet that `outline` draws on."""
    x0, y0, x1, y1 = layouts(catalogue, "facing")[0].bounds
    return x1 - x0, y1 - y0


@kept(on="catalogue", most=256)
def outline(catalogue: Catalogue, units: frozenset[str]) -> str:
    """Some units in the facing layout as the path of an SVG that is about as wide as a card."""
    return _path(shape for code, shape in _small(catalogue).items() if code in units)


@kept(on="catalogue")
def _small(catalogue: Catalogue) -> dict[str, BaseGeometry]:
    units = layouts(catalogue, "facing")[0].units
    return dict(zip(units, shapely.coverage_simplify(list(units.values()), DETAIL_SMALL), strict=True))


def _sheet(layout: Layout, first: dict[str, Plane], high: float, low: float) -> SketchSheet:
    """Return a sheet on which the countries of the first one are scaled and moved to its own places."""
    x0, y0, x1, y1 = layout.bounds
    transforms = {}
    for country, plane in layout.planes.items():
        scale = plane.scale / first[country].scale
        dx, dy = plane.dx - scale * first[country].dx, plane.dy - scale * first[country].dy
        transforms[country] = f"translate({dx:.2f} {dy:.2f}) scale({scale:.4f})"
    return SketchSheet(low, high, x1 - x0, y1 - y0, transforms)


def _path(shapes: Iterable[BaseGeometry]) -> str:
    """Return the outline of units together with whole coordinates, as steps: borders between them cost time to draw."""
    parts = shapely.get_parts(shapely.coverage_union_all(list(shapes)))
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    drawn = []
    for ring in rings:
        points = [(round(x), round(y)) for x, y in ring.coords[:-1]]
        steps = [(x - x0, y - y0) for (x0, y0), (x, y) in pairwise(points) if (x, y) != (x0, y0)]
        if len(steps) > 1:
            drawn.append("M{} {}l".format(*points[0]) + " ".join(f"{dx} {dy}" for dx, dy in steps) + "z")
    return "".join(drawn).replace(" -", "-")
