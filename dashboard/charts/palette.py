"""Colours of the charts on a light and on a dark ground; more is always further from the ground."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from dashboard.catalogue.schema import Shades
from dashboard.contract.map import Rgba

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class Ground:
    """What the colours of one theme are; `fills` from the fewest ties to the most."""

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
"""The fewest ties of each class of fill."""

WIDTH_STEPS = ((0, 1.4), (1, 2.2), (5, 3.4), (15, 5.0))
"""The fewest projects of each class of arcs, and its width in pixels."""


def shade(colour: Shades, theme: Theme) -> str:
    """The one of two shades that belongs to the theme."""
    return colour.dark if theme == "dark" else colour.light


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on a colour; the better one always reaches a contrast of 4.5."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in rgba(colour)[:3])]
    luminance = sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
    return "#000000" if (luminance + 0.05) ** 2 > 1.05 * 0.05 else "#ffffff"


def ramp(count: int, theme: Theme) -> list[str]:
    """Colours for steps from little to much, told apart by lightness alone; what comes after the third is grey."""
    ground = GROUNDS[theme]
    return [ground.fills[0], ground.fills[2], ground.ink, *[ground.quiet] * count][:count]


def rgba(colour: str, alpha: int = 255) -> Rgba:
    """#rrggbb as (r, g, b, a), each 0 to 255."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue, alpha


def fill(ties: int, *, recorded: bool, theme: Theme) -> str:
    """The fill of a unit with so many ties left; one without any record looks different from zero."""
    ground = GROUNDS[theme]
    if not ties:
        return ground.none if recorded else ground.missing
    return ground.fills[bisect_right(FILL_STEPS, ties) - 1]


def width(projects: int) -> float:
    """The width in pixels of an arc with so many projects."""
    return next(pixels for least, pixels in reversed(WIDTH_STEPS) if projects >= least)
