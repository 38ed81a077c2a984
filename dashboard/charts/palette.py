"""Colours of the charts on a light and on a dark ground. More is always further from the ground."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from dashboard.catalogue.schema import Shades
from dashboard.contract.map import Rgba

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class Ground:
    """Colours of one theme, as #rrggbb. `fills` runs from few ties to many."""

    ink: str
    quiet: str
    accent: str
    border: str
    land: str
    missing: str
    none: str
    fills: tuple[str, ...]


GROUNDS: dict[Theme, Ground] = {
    "light": Ground(
        ink="#1d2730",
        quiet="#5d6873",
        accent="#b3261e",
        border="#fbfaf7",
        land="#f3f1ec",
        missing="#e8e4da",
        none="#dbe3ea",
        fills=("#c3d6e6", "#9abbd5", "#6a9bc1", "#3d78a6"),
    ),
    "dark": Ground(
        ink="#e8ebee",
        quiet="#9aa6b1",
        accent="#ff7a6b",
        border="#14191e",
        land="#1a2026",
        missing="#232a31",
        none="#2b3742",
        fills=("#284358", "#305b7c", "#3a78a6", "#58a0d6"),
    ),
}

FILL_STEPS = (1, 5, 20, 50)
"""Least number of ties for each of a ground's fills."""

WIDTH_STEPS = ((0, 1.4), (1, 2.2), (5, 3.4), (15, 5.0))
"""Least number of projects for each width of arcs, and the width in pixels."""


def shade(colour: Shades, theme: Theme) -> str:
    """The shade of a colour for a theme."""
    return colour.dark if theme == "dark" else colour.light


def ink_on(colour: str) -> str:
    """Black or white, whichever has the higher contrast to a colour; that contrast is always above 4.5."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in rgba(colour)[:3])]
    luminance = sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
    return "#000000" if (luminance + 0.05) ** 2 > 1.05 * 0.05 else "#ffffff"


def ramp(count: int, theme: Theme) -> list[str]:
    """Colours for steps from little to much, which differ in lightness alone; from the fourth step on, grey."""
    ground = GROUNDS[theme]
    return [ground.fills[0], ground.fills[2], ground.ink, *[ground.quiet] * count][:count]


def rgba(colour: str, alpha: int = 255) -> Rgba:
    """#rrggbb as (r, g, b, a), each 0 to 255."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue, alpha


def fill(ties: int, *, recorded: bool, theme: Theme) -> str:
    """Fill of a unit by its ties under the filter. A unit without any record differs from one with no ties left."""
    ground = GROUNDS[theme]
    if not ties:
        return ground.none if recorded else ground.missing
    return ground.fills[bisect_right(FILL_STEPS, ties) - 1]


def width(projects: int) -> float:
    """Width in pixels of an arc by its projects."""
    return next(pixels for least, pixels in reversed(WIDTH_STEPS) if projects >= least)
