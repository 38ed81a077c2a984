"""Figures on the share of a window that the two countries fill, for `python -m geodata.stage config/geodata`."""

import math
import sys
from pathlib import Path

import shapely

from geodata.arrange import ASPECTS
from geodata.layers import Layers, open_layers
from geodata.layout import facing

WINDOWS = {  # width and height of common windows, and of the part of each that is free for the map
    (1440, 900): (1080, 720),
    (1280, 720): (930, 560),
    (1024, 768): (680, 600),
    (375, 812): (355, 500),
    (2560, 1440): (1920, 1170),
}


def figures(layers: Layers) -> list[str]:
    """Return a line for each window: its aspect class, the share that the box round both countries fills, their gap."""
    return [_line(layers, window, free) for window, free in WINDOWS.items()]


def nearest(width: float, height: float) -> str:
    """Return the aspect class whose proportions are nearest to those of a free part."""
    return min(ASPECTS, key=lambda name: abs(math.log(ASPECTS[name].ratio * height / width)))


def _line(layers: Layers, window: tuple[int, int], free: tuple[int, int]) -> str:
    aspect = nearest(*free)
    layout = facing(layers, aspect=aspect)
    first, second = layout.countries.values()
    _, _, width, height = layout.bounds
    scale = min(free[0] / width, free[1] / height)
    x0, y0, x1, y1 = shapely.union(first, second).bounds
    filled = scale**2 * (x1 - x0) * (y1 - y0) / math.prod(window)
    gap = first.distance(second) / math.hypot(width, height)
    return f"{window[0]} x {window[1]}, {aspect}: {filled:.0%} of the window, {gap:.1%} of the diagonal apart"


if __name__ == "__main__":
    print(*figures(open_layers(Path(sys.argv[1]))), sep="\n")
