"""Checks the table against the map: every unit has its shape, and every place lies in its unit."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.problems import Problem
from dashboard.catalogue.yamlfile import read
from geodata import join, layers


def check_geo(catalogue: Catalogue, config: Path) -> list[Problem]:
    """Units without a shape, shapes without a unit, and places outside their unit, by file and line."""
    atlas, places = (read(config / name, name) for name in ("atlas.yaml", "places.yaml"))
    codes = defaultdict(list)
    for code in catalogue.units:
        codes[catalogue.country_of(code)].append(code)
    problems = [atlas.problem(("countries",), sentence.rstrip(".")) for sentence in layers.check_units(codes)]
    for key, place in catalogue.places.items():
        found = join.unit_at(place.lon, place.lat)
        if found != place.unit:
            swapped = join.unit_at(place.lat, place.lon) == place.unit
            hint = "; lon and lat are swapped" if swapped else ""
            problems.append(places.problem((key,), f"lies in {found or 'no unit'}, not in {place.unit}{hint}"))
    return problems
