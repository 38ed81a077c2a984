"""Colours of the map on a light and on a dark ground. More is always further from the ground."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from dashboard.catalogue.schema import Line, Shades
from dashboard.contract.map import Rgba

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class Ground:
    """Colours of one theme, as #rrggbb. `fills` runs from few ties to many.

    tied, untied    units with and without ties, where their number does not matter
    missing, none   units without any record, and without ties, where it does
    """

    ink: str
    quiet: str
    border: str
    land: str
    tied: str
    untied: str
    missing: str
    none: str
    fills: tuple[str, ...]


GROUNDS: dict[Theme, Ground] = {
    "light": Ground(
        ink="#1d2730",
        quiet="#5d6873",
        border="#fbfaf7",
        land="#f3f1ec",
        tied="#d5e2ee",
        untied="#ece9e1",
        missing="#e8e4da",
        none="#dde3e8",
        fills=("#c0d5e7", "#98bad5", "#6a9bc1", "#3d78a6"),
    ),
    "dark": Ground(
        ink="#e8ebee",
        quiet="#9aa6b1",
        border="#14191e",
        land="#1a2026",
        tied="#2b4257",
        untied="#2b2d2d",
        missing="#2b2a27",
        none="#2c3640",
        fills=("#2a475e", "#316084", "#3f7fae", "#63abdf"),
    ),
}

STAGES = ("#c3d6e6", "#6a9bc1", "#1d4f7c", "#b9b3a6")
"""Colours of the stages of projects on a light ground, in the order of the stages."""

FILL_STEPS = (1, 5, 20, 50)
"""Least number of ties for each of a ground's fills."""

LINES: dict[Line, float] = {"bold": 2.8, "medium": 1.9, "thin": 1.1, "asked": 1.1}
"""Width in pixels of each kind of line."""


def shade(colour: Shades, theme: Theme) -> str:
    """The shade of a colour for a theme."""
    return colour.dark if theme == "dark" else colour.light


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
