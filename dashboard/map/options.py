"""Settings of the map beside the view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.charts.palette import Theme
from dashboard.contract.map import Rows
from geodata.layout import Layout


@dataclass(frozen=True)
class Sheet:
    """A layout, and the rows that it and a language decide, by id of their layer.

    urls  of the published files, relative to the page
    rows  of the layers whose file could not be written
    """

    layout: Layout
    urls: Mapping[str, str] = field(default_factory=dict)
    rows: Rows = field(default_factory=Rows)


@dataclass(frozen=True)
class MapOptions:
    """Settings of one map; `selected` is the key of a pair, unit or place, also of one that the map does not show."""

    sheet: Sheet
    theme: Theme = "light"
    colouring: str = "closeness"
    selected: str | None = None

    @property
    def layout(self) -> Layout:
        """Places everything on the sheet."""
        return self.sheet.layout
