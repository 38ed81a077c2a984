"""Layouts of the map by name, as a table arranges them."""

from __future__ import annotations

from dashboard.catalogue.metrics import rank_units
from dashboard.catalogue.model import Catalogue
from geodata.arrange import ASPECTS
from geodata.layout import Layout, sheets
from geodata.ranked import ranked


def layouts(catalogue: Catalogue, name: str) -> tuple[Layout, ...]:
    """Every arrangement of a layout, for windows of different proportions, the usual one first."""
    if name == "ranked":
        return tuple(ranked(rank_units(catalogue), aspect=aspect) for aspect in ASPECTS)
    return sheets(name, **catalogue.atlas.map.settings(name))
