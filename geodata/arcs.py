"""Label points of units, where lines end, and great circles between places."""

import itertools
from functools import lru_cache

import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from geodata.layout import Point

Pair = tuple[str, str]  # the codes of two units
STRIDE = 100_000.0  # metres between the points of a great circle
EARTH = Geod(ellps="WGS84")


@lru_cache(maxsize=1024)
def label_point(geometry: BaseGeometry) -> Point:
    """Return the point x, y of a shape's largest part that is farthest from its edges."""
    largest = max(shapely.get_parts(geometry), key=shapely.area)
    (x, y), _ = shapely.maximum_inscribed_circle(largest).coords
    return x, y


def great_circle(start: Point, end: Point) -> list[Point]:
    """Return points lon, lat along the great circle, at most STRIDE apart, both ends included; it may run past 180."""
    length = EARTH.line_length((start[0], end[0]), (start[1], end[1]))
    line = [start, *EARTH.npts(*start, *end, 1 + int(length // STRIDE)), end]
    turns = [0, *itertools.accumulate(round((west - east) / 360) for (west, _), (east, _) in itertools.pairwise(line))]
    return [(lon + 360 * turn, lat) for (lon, lat), turn in zip(line, turns, strict=True)]
