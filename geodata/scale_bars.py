"""Scale bars: how long, and where beside its country each lies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.arrange import Box

HEIGHT = 24.0  # of a bar with its text
WIDTH = 60.0  # of its text
LARGE = 1.6  # times as large is the text of a bar on a small window
MARGIN = 8.0  # around a bar
COARSE = 3.0  # how far land may be simplified for the search
GRID = 20.0  # between the places that are tried
FORBIDDEN = 1e6  # the price of lying over something
REACHES, FAR = (20.0, 40.0, 80.0, 160.0), 1000.0  # the price of lying farther than each of these from the country


@dataclass(frozen=True)
class ScaleBar:
    """A bar from (x, y) to (x + length, y) that measures `km` in one country, or everywhere (None)."""

    country: str | None
    x: float
    y: float
    length: float
    km: float

    @property
    def room(self) -> Box:
        """The box that no line should cross: the bar with its text, which is larger on a small window."""
        return self.x, self.y, self.x + max(self.length, LARGE * WIDTH), self.y + LARGE * HEIGHT


def longest(scale: float, most: float) -> tuple[float, float]:
    """Return kilometres, 1, 2 or 5 times a power of ten, and length of the longest bar of at most a length.

    The scale is in units of the sheet per metre.
    """
    above = [step * 10**power for step in (1, 2, 5) for power in range(5)]
    round_numbers = [*above, *(step / 10**power for step in (1, 2, 5) for power in range(1, 4))]
    km = max(number for number in round_numbers if number * 1000 * scale <= most)
    return km, km * 1000 * scale


def beside(
    lands: Mapping[str, BaseGeometry], scales: Mapping[str, float], sheet: Box, blocked: Sequence[Box], most: float
) -> tuple[ScaleBar, ...]:
    """Return a bar for each country: close to it, low if possible, and clear of land, blocked boxes and other bars."""
    coarse = {country: shapely.simplify(land, COARSE) for country, land in lands.items()}
    taken = [*coarse.values(), *(shapely.box(*box) for box in blocked)]
    bars = []
    for country, land in coarse.items():
        km, length = longest(scales[country], most)
        x0, y0, x1, y1 = sheet
        across = np.arange(x0 + MARGIN, x1 - MARGIN - max(length, WIDTH), GRID)
        x, y = (grid.ravel() for grid in np.meshgrid(across, np.arange(y0 + MARGIN, y1 - MARGIN - HEIGHT, GRID)))
        boxes = shapely.box(x, y, x + max(length, WIDTH), y + HEIGHT)
        price = -y  # the lower, the better
        for shape in taken:
            shapely.prepare(shape)
            price[shapely.dwithin(shape, boxes, MARGIN + COARSE)] += FORBIDDEN
        for reach in REACHES:
            price[~shapely.dwithin(land, boxes, reach)] += FAR
        best = int(price.argmin())
        bars.append(ScaleBar(country, float(x[best]), float(y[best]), length, km))
        taken.append(boxes[best])
    return tuple(bars)
