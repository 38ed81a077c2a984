"""Label points, and the arcs between two ends in a layout."""

import cmath
import itertools
import math
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from geodata.layout import Layout, Point

Bezier = tuple[float, float, float, float, float, float]  # start, control, end: x0, y0, cx, cy, x1, y1
Pair = tuple[str, str]  # the codes of two units or countries
Slot = tuple[int, int]  # the k-th, from 0, of the n arcs that share an end
BOW = 0.13  # height of the control point of a facing arc above its chord, as a share of the chord
SPREAD = 0.08  # between the control points of arcs that share an end, as a share of the chord
FAN = 5.0  # between neighbouring arcs at the end they share, if the unit is large enough
STRIDE = 100_000.0  # metres between the points of a great circle
EARTH = Geod(ellps="WGS84")


def label_point(geometry: BaseGeometry) -> Point:
    """Return the point x, y of a shape's largest part that is farthest from its edges."""
    x, y, _ = _inscribed(geometry)
    return x, y


def anchor(layout: Layout, end: str, toward: Point, slot: Slot = (0, 1)) -> Point:
    """Return the point at which the k-th of n arcs leaves a unit or country for x, y: inside it, near its label."""
    x, y, radius = _inscribed(_shape(layout, end))
    angle = math.atan2(toward[1] - y, toward[0] - x)
    shift = _offset(slot) * min(FAN * slot[1], radius)
    return x - shift * math.sin(angle), y + shift * math.cos(angle)


def arc(layout: Layout, a: str, b: str, at_a: Slot = (0, 1), at_b: Slot = (0, 1)) -> Bezier:
    """Return the arc from a to b, each a unit or a country; the slots keep arcs that share an end apart."""
    start = anchor(layout, a, label_point(_shape(layout, b)), at_a)
    end = anchor(layout, b, label_point(_shape(layout, a)), at_b)
    return curve(layout, start, end, SPREAD * (_offset(at_a) - _offset(at_b)))


def arcs(layout: Layout, pairs: Iterable[Pair]) -> dict[Pair, Bezier]:
    """Return the arc of every pair of units or countries, fanned at each end in the order of their directions."""
    pairs = list(dict.fromkeys(pairs))
    others = defaultdict(list)
    for a, b in pairs:
        others[a].append(b)
        others[b].append(a)
    ranked = {end: _clockwise(layout, end, ends) for end, ends in others.items()}

    def slot(end: str, other: str) -> Slot:
        return ranked[end].index(other), len(ranked[end])

    return {(a, b): arc(layout, a, b, slot(a, b), slot(b, a)) for a, b in pairs}


def curve(layout: Layout, start: Point, end: Point, spread: float = 0.0) -> Bezier:
    """Return the curve between two points x, y: gently bowed upward, or near the great circle if geographic.

    `spread` moves its control point to the right, seen from the start, as a share of the chord.
    """
    (x0, y0), (x1, y1) = start, end
    if layout.is_geographic:
        plane = next(iter(layout.planes.values()))
        ((lon, lat),) = EARTH.npts(*plane.lonlat(x0, y0), *plane.lonlat(x1, y1), 1)
        x, y = plane.place(lon, lat)
        cx, cy = 2 * x - (x0 + x1) / 2, 2 * y - (y0 + y1) / 2  # so that the curve passes through the midpoint
    else:
        cx, cy = (x0 + x1) / 2, (y0 + y1) / 2 - BOW * math.dist(start, end)
    return x0, y0, cx - spread * (y1 - y0), cy + spread * (x1 - x0), x1, y1


def great_circle(start: Point, end: Point) -> list[Point]:
    """Return points lon, lat along the great circle, at most STRIDE apart, both ends included; it may run past 180."""
    length = EARTH.line_length((start[0], end[0]), (start[1], end[1]))
    line = [start, *EARTH.npts(*start, *end, 1 + int(length // STRIDE)), end]
    turns = [0, *itertools.accumulate(round((west - east) / 360) for (west, _), (east, _) in itertools.pairwise(line))]
    return [(lon + 360 * turn, lat) for (lon, lat), turn in zip(line, turns, strict=True)]


def _offset(slot: Slot) -> float:
    """Return a slot's place among its neighbours: between -0.5 and 0.5, 0 in the middle."""
    k, n = slot
    return (k - (n - 1) / 2) / n


def _clockwise(layout: Layout, end: str, others: list[str]) -> list[str]:
    """Order the other ends by their direction from this one, clockwise about the mean of the directions."""
    x, y = label_point(_shape(layout, end))
    ways = {other: complex(*label_point(_shape(layout, other))) - complex(x, y) for other in others}
    mean = sum(ways.values())
    return sorted(others, key=lambda other: cmath.phase(ways[other] * mean.conjugate()))


def _shape(layout: Layout, end: str) -> BaseGeometry:
    return layout.units[end] if end in layout.units else layout.countries[end]


@lru_cache(maxsize=1024)
def _inscribed(geometry: BaseGeometry) -> tuple[float, float, float]:
    """Return the centre x, y and the radius of the largest circle inside a shape's largest part."""
    largest = max(shapely.get_parts(geometry), key=shapely.area)
    radius = shapely.maximum_inscribed_circle(largest)
    (x, y), _ = radius.coords
    return x, y, radius.length
