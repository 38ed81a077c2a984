"""Opens the committed layers of units and land, and checks the units against the names that config/ gives."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import geopandas as gpd

DATA = Path(__file__).parent / "data"
DETAILS = ("overview", "closeup")


@cache
def units(detail: str = "overview") -> gpd.GeoDataFrame:
    """Return the first-level units (code, country, geometry; EPSG:4326, lon, lat); shared, so do not change it."""
    return gpd.read_parquet(DATA / f"units-{detail}.parquet")


@cache
def land(detail: str = "overview") -> gpd.GeoDataFrame:
    """Return the rest of the land as one geometry without borders (EPSG:4326, lon, lat); shared, do not change it."""
    return gpd.read_parquet(DATA / f"land-{detail}.parquet")


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
