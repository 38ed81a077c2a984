"""Open the committed layers of units and land, find the unit at a point, and check the units against config/."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

DATA = Path(__file__).parent / "data"
DETAILS = ("overview", "closeup")
COAST = 0.03  # degrees: greatest distance of a place from its simplified unit


@cache
def units(detail: str = "overview") -> gpd.GeoDataFrame:
    """Return the first-level units (code, country, geometry; EPSG:4326, lon, lat); shared, so do not change it."""
    return gpd.read_parquet(DATA / f"units-{detail}.parquet")


@cache
def land(detail: str = "overview") -> gpd.GeoDataFrame:
    """Return the rest of the land as one geometry without borders (EPSG:4326, lon, lat); shared, do not change it."""
    return gpd.read_parquet(DATA / f"land-{detail}.parquet")


def unit_at(lon: float, lat: float) -> str | None:
    """Return the code of the unit that holds lon, lat in degrees (or lies within COAST of it), else None."""
    layer = units("closeup")
    rows = layer.sindex.nearest(shapely.Point(lon, lat), return_all=False, max_distance=COAST)[1]
    return str(layer.code.iloc[rows[0]]) if len(rows) else None


def lies_around(lon: float, lat: float) -> bool:
    """Tell whether all units lie within a quarter of the globe around a point in degrees, as a projection needs."""
    west, south, east, north = np.radians(units().geometry.bounds.to_numpy().T)
    for x, y in ((west, south), (west, north), (east, south), (east, north)):
        cosine = np.sin(y) * np.sin(np.radians(lat)) + np.cos(y) * np.cos(np.radians(lat)) * np.cos(x - np.radians(lon))
        if (cosine < 0).any():
            return False
    return True


def check_units(codes_by_country: Mapping[str, Iterable[str]]) -> list[str]:
    """Compare the codes that have names with those that have geometry; return a sentence for every mismatch."""
    problems = []
    drawn = units("overview").groupby("country").code.agg(set).to_dict()
    named = {country: set(codes) for country, codes in codes_by_country.items()}
    for country in sorted(drawn.keys() | named.keys()):
        have, want = drawn.get(country, set()), named.get(country, set())
        file = f"config/units/{country}.yaml"
        problems += [f"{code} has a name in {file} but no geometry." for code in sorted(want - have)]
        problems += [f"{code} has geometry but no name in {file}." for code in sorted(have - want)]
    return problems
