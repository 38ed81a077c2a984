"""Settings of the map other than the view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.charts.palette import Theme
from dashboard.contract.map import Rows
from geodata.layout import Layout


@dataclass(frozen=True)
class Sheet:
    """An arrangement of a layout, with the rows that depend only on it and on the language, by name.

    urls  URLs of the published files, relative to the page
    rows  rows whose file could not be written
    """

    layout: Layout
    urls: Mapping[str, str] = field(default_factory=dict)
    rows: Rows = field(default_factory=Rows)


@dataclass(frozen=True)
class MapOptions:
    """Settings of one map.

    sheets    arrangements of one layout for windows of different proportions, the usual one first
    selected  key of a pair, unit or place, even of one that the map does not show
    """

    sheets: tuple[Sheet, ...]
    theme: Theme = "light"
    colouring: str = "closeness"
    selected: str | None = None

    @property
    def layout(self) -> Layout:
        """The usual arrangement."""
        return self.sheets[0].layout

    @property
    def lines(self) -> str:
        """Dimension of the filter that colours the lines."""
        return lines_of(self.colouring)


def lines_of(colouring: str) -> str:
    """Dimension of the filter that colours the lines: closeness, unless they are coloured by sector."""
    return "sectors" if colouring == "sectors" else "closeness"
