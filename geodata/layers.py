"""Open the committed layers of units and land, find the unit at a point, and check the units against config/."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

DATA = Path(__file__).parent / "data"
DETAILS = ("overview", "closeup")
COAST = 0.03  # degrees: greatest distance of a place from its simplified unit


@cache
def units(detail: str = "overview") -> dict[str, dict[str, BaseGeometry]]:
    """Return, by country, the first-level units by code (EPSG:4326, lon, lat); shared, so do not change it."""
    found: dict[str, dict[str, BaseGeometry]] = {}
    for feature in _features(f"units-{detail}"):
        facts = feature["properties"]
        found.setdefault(facts["country"], {})[facts["code"]] = shape(feature["geometry"])
    return found


@cache
def land(detail: str = "overview") -> BaseGeometry:
    """Return the rest of the land as one geometry without borders (EPSG:4326, lon, lat)."""
    [feature] = _features(f"land-{detail}")
    return shape(feature["geometry"])


def _features(name: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads((DATA / f"{name}.geojson").read_bytes())["features"]
    return features


def shapes(detail: str = "overview") -> dict[str, BaseGeometry]:
    """Return the units of all countries by code."""
    return {code: unit for country in units(detail).values() for code, unit in country.items()}


def countries() -> dict[str, str]:
    """Return the country of each unit by code."""
    return {code: country for country, codes in units().items() for code in codes}


def unit_at(lon: float, lat: float) -> str | None:
    """Return the code of the unit that holds lon, lat in degrees (or lies within COAST of it), else None."""
    codes, tree = _closeup()
    rows = tree.query_nearest(shapely.Point(lon, lat), max_distance=COAST, all_matches=False)
    return codes[rows[0]] if len(rows) else None


@cache
def _closeup() -> tuple[list[str], shapely.STRtree]:
    """The codes of the detailed units, and their index; made once for all places."""
    closeup = shapes("closeup")
    return list(closeup), shapely.STRtree(list(closeup.values()))


def lies_around(lon: float, lat: float) -> bool:
    """Tell whether all units lie within a quarter of the globe around a point in degrees, as a projection needs."""
    west, south, east, north = np.radians(shapely.bounds(list(shapes().values())).T)
    for x, y in ((west, south), (west, north), (east, south), (east, north)):
        cosine = np.sin(y) * np.sin(np.radians(lat)) + np.cos(y) * np.cos(np.radians(lat)) * np.cos(x - np.radians(lon))
        if (cosine < 0).any():
            return False
    return True


def check_units(codes_by_country: Mapping[str, Iterable[str]]) -> list[str]:
    """Compare the codes that have names with those that have geometry; return a sentence for every mismatch."""
    problems = []
    drawn = {country: set(codes) for country, codes in units().items()}
    named = {country: set(codes) for country, codes in codes_by_country.items()}
    for country in sorted(drawn.keys() | named.keys()):
        have, want = drawn.get(country, set()), named.get(country, set())
        file = f"config/units/{country}.yaml"
        problems += [f"{code} has a name in {file} but no geometry." for code in sorted(want - have)]
        problems += [f"{code} has geometry but no name in {file}." for code in sorted(have - want)]
    return problems
