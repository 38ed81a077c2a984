"""Label points of units, where lines end, and great circles between places."""

import itertools
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.layout import Point

if TYPE_CHECKING:
    from pyproj import Geod

Pair = tuple[str, str]  # the codes of two units
STRIDE = 100_000.0  # metres between the points of a great circle


@lru_cache(maxsize=1024)
def label_point(geometry: BaseGeometry) -> Point:
    """Return the point x, y of a shape's largest part that is farthest from its edges."""
    largest = max(shapely.get_parts(geometry), key=shapely.area)
    (x, y), _ = shapely.maximum_inscribed_circle(largest).coords
    return x, y


@cache
def earth() -> "Geod":
    """Return the ellipsoid of the earth."""
    from pyproj import Geod  # late: only an export needs it

    return Geod(ellps="WGS84")


def great_circle(start: Point, end: Point) -> list[Point]:
    """Return points lon, lat along the great circle, at most STRIDE apart, both ends included; it may run past 180."""
    length = earth().line_length((start[0], end[0]), (start[1], end[1]))
    line = [start, *earth().npts(*start, *end, 1 + int(length // STRIDE)), end]
    turns = [0, *itertools.accumulate(round((west - east) / 360) for (west, _), (east, _) in itertools.pairwise(line))]
    return [(lon + 360 * turn, lat) for (lon, lat), turn in zip(line, turns, strict=True)]
