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
        countries, columns = tuple(catalogue.atlas.countries), rank_units(catalogue)
        return tuple(ranked(countries, columns, aspect=aspect) for aspect in ASPECTS)
    return sheets(catalogue.layers, name, **catalogue.atlas.map.settings(name))
