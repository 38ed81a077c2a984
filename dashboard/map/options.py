"""Settings of the map other than the view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.charts.palette import Theme
from dashboard.contract.map import Rows
from geodata.layout import Layout


@dataclass(frozen=True)
class Sheet:
    """A layout, with the rows that depend only on it and on the language, by layer id.

    urls  URLs of the published files, relative to the page
    rows  rows of the layers whose file could not be written
    """

    layout: Layout
    urls: Mapping[str, str] = field(default_factory=dict)
    rows: Rows = field(default_factory=Rows)


@dataclass(frozen=True)
class MapOptions:
    """Settings of one map; `selected` is the key of a pair, unit or place, even of one that the map does not show."""

    sheet: Sheet
    theme: Theme = "light"
    colouring: str = "closeness"
    selected: str | None = None

    @property
    def layout(self) -> Layout:
        """Layout of the sheet."""
        return self.sheet.layout
