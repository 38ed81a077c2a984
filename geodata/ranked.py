"""The layout `ranked`: a column of units for each country, each with a bar as long as its number, and lines between."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely

from geodata.arcs import Pair
from geodata.arrange import ASPECTS
from geodata.layout import WIDTH, Layout, Point, Row
from geodata.routes import Routes

Column = tuple[tuple[str, int], ...]  # codes of units and their numbers, from the top down
Span = tuple[float, float]  # top and bottom, as a share of the height
LONGEST, LEAST = 100.0, 3.0  # length of the longest bar, and of the shortest: zero can be pointed at too
THICK = 0.62  # share of a row's height that its bar takes
SPREAD = 2.2  # the distance of rows is at most so many times that in the column with more of them
LEGS = 24  # of a line


@dataclass(frozen=True)
class Frame:
    """Room that a class of windows leaves free: the share of the width for names on either side, and a span each."""

    names: float
    spans: tuple[Span, Span]


FRAMES = {
    "wide": Frame(0.19, ((0.09, 0.65), (0.01, 0.99))),  # the toolbar and the key stand above and below the left column
    "standard": Frame(0.28, ((0.13, 0.82), (0.13, 1.0))),
    "tall": Frame(0.32, ((0.04, 0.96), (0.04, 0.96))),
}


@lru_cache(maxsize=6)  # every class of windows, for the newest table and the one before
def ranked(countries: tuple[str, ...], columns: tuple[Column, ...], *, aspect: str = "wide") -> Layout:
    """Lay the units of each country one below the other in the given order, the first country on the left."""
    width, height = WIDTH, round(WIDTH / ASPECTS[aspect].ratio, 2)
    frame = FRAMES[aspect]
    inset = frame.names * width
    spans = [(top * height, bottom * height) for top, bottom in frame.spans]
    pitch = min((bottom - top) / len(column) for (top, bottom), column in zip(spans, columns, strict=True))
    scale = LONGEST / max(1, *(number for column in columns for _, number in column))
    rows: dict[str, Row] = {}
    for column, (top, bottom), base, inward in zip(columns, spans, (inset, width - inset), (1, -1), strict=True):
        step = min((bottom - top) / len(column), SPREAD * pitch)
        first = (top + bottom - step * (len(column) - 1)) / 2
        for i, (code, number) in enumerate(column):
            y, length = first + i * step, max(LEAST, scale * number)
            rows[code] = Row((base, y), (base + inward * length, y), pitch, number)
    bars = {code: _bar(row) for code, row in rows.items()}
    by_country = dict(zip(countries, ([code for code, _ in column] for column in columns), strict=True))
    return Layout(
        name="ranked",
        bounds=(0.0, 0.0, width, height),
        planes={},
        units=bars,
        country_of={code: country for country, codes in by_country.items() for code in codes},
        countries={country: shapely.union_all([bars[code] for code in codes]) for country, codes in by_country.items()},
        borders=shapely.MultiLineString(),
        land=None,
        scale_bars=(),
        rows=rows,
    )


def curves(layout: Layout, pairs: Iterable[Pair]) -> Routes:
    """Return an S-shaped way for each pair, from the tip of one bar to that of the other, with nodes of its own.

    All bend between the same two x, so that two ways cross once if their ends are in opposite order, else never.
    """
    tips = [row.end[0] for row in layout.rows.values()]
    left, right = max(x for x in tips if 2 * x < WIDTH), min(x for x in tips if 2 * x > WIDTH)
    nodes: list[Point] = []
    ways: dict[Pair, tuple[int, ...]] = {}
    for a, b in sorted(set(pairs)):
        (x0, y0), (x1, y1) = layout.rows[a].end, layout.rows[b].end
        xs = np.linspace(x0, x1, LEGS + 1)
        t = np.clip((xs - left) / (right - left), 0, 1)
        ys = y0 + t**2 * (3 - 2 * t) * (y1 - y0)
        ways[a, b] = tuple(range(len(nodes), len(nodes) + LEGS + 1))
        nodes += [(round(float(x), 1), round(float(y), 1)) for x, y in zip(xs, ys, strict=True)]
    return Routes(tuple(nodes), ways)


def _bar(row: Row) -> shapely.MultiPolygon:
    (x0, y), (x1, _) = row.name, row.end
    half = row.height * THICK / 2
    return shapely.MultiPolygon([shapely.box(min(x0, x1), y - half, max(x0, x1), y + half)])
