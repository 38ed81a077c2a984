"""The layers of an atlas, units and land, from its folder; the unit at a point; the units against the table."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geodata import FILES, FOLDER

COAST = 0.03  # degrees: greatest distance of a place from its simplified unit
KEPT = 8  # layers of which a process keeps what it has read: those of some atlases, in both details


@dataclass(frozen=True)
class Layers:
    """The layers of one atlas in lon, lat (EPSG:4326), read when needed; equal to others of the same content.

    What the methods return is shared, so do not change it.
    """

    digest: str
    files: Mapping[str, bytes] = field(repr=False, compare=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """Send another process the files alone, and not what was read from them."""
        return Layers, (self.digest, self.files)

    @cached_property
    def problem(self) -> str | None:
        """Sentence about a file that is missing or broken, without its full stop; None if all is well."""
        for name in FILES:
            if name not in self.files:
                return f"{FOLDER}/{name} is missing; run `twinned geodata`"
            try:
                (_units if name.startswith("units") else _land)(self.files[name])
            except (ValueError, TypeError, LookupError, AttributeError, shapely.errors.ShapelyError) as error:
                return f"{FOLDER}/{name} cannot be read; run `twinned geodata`: {error}"
        return None

    def units(self, detail: str = "overview") -> dict[str, dict[str, BaseGeometry]]:
        """Return, by country, the first-level units by code."""
        return _units(self.files[f"units-{detail}.geojson"])

    def land(self, detail: str = "overview") -> BaseGeometry:
        """Return the rest of the land as one geometry without borders."""
        return _land(self.files[f"land-{detail}.geojson"])

    def shapes(self, detail: str = "overview") -> dict[str, BaseGeometry]:
        """Return the units of all countries by code."""
        return {code: unit for country in self.units(detail).values() for code, unit in country.items()}

    @cached_property
    def countries(self) -> dict[str, str]:
        """The country of each unit by code."""
        return {code: country for country, codes in self.units().items() for code in codes}

    def unit_at(self, lon: float, lat: float) -> str | None:
        """Return the code of the unit that holds lon, lat in degrees (or lies within COAST of it), else None."""
        codes, tree = self._closeup
        rows = tree.query_nearest(shapely.Point(lon, lat), max_distance=COAST, all_matches=False)
        return codes[rows[0]] if len(rows) else None

    @cached_property
    def _closeup(self) -> tuple[list[str], shapely.STRtree]:
        """The codes of the detailed units, and their index; made once for all places."""
        closeup = self.shapes("closeup")
        return list(closeup), shapely.STRtree(list(closeup.values()))

    def lies_around(self, lon: float, lat: float) -> bool:
        """Tell whether all units lie within a quarter of the globe around a point in degrees, as a projection needs."""
        west, south, east, north = np.radians(shapely.bounds(list(self.shapes().values())).T)
        x0, y0 = np.radians((lon, lat))
        return not any(
            (np.sin(y) * np.sin(y0) + np.cos(y) * np.cos(y0) * np.cos(x - x0) < 0).any()
            for x, y in ((west, south), (west, north), (east, south), (east, north))
        )

    def check_units(self, codes_by_country: Mapping[str, Iterable[str]]) -> list[str]:
        """Compare the codes that have names with those that have geometry; return a sentence for every mismatch."""
        problems = []
        drawn = {country: set(codes) for country, codes in self.units().items()}
        named = {country: set(codes) for country, codes in codes_by_country.items()}
        for country in sorted(drawn.keys() | named.keys()):
            have, want = drawn.get(country, set()), named.get(country, set())
            file = f"units/{country}.yaml"
            problems += [f"{code} has a name in {file} but no geometry." for code in sorted(want - have)]
            problems += [f"{code} has geometry but no name in {file}." for code in sorted(have - want)]
        return problems


def open_layers(folder: Path) -> Layers:
    """Return the layers of a folder as they are now; files that are missing are told by `problem`."""
    files = {name: (folder / name).read_bytes() for name in FILES if (folder / name).is_file()}
    return _kept(hashlib.sha256(repr(files).encode()).hexdigest()[:16], tuple(files.items()))


@lru_cache(maxsize=KEPT)
def _kept(digest: str, files: tuple[tuple[str, bytes], ...]) -> Layers:
    return Layers(digest, dict(files))


@lru_cache(maxsize=KEPT)
def _units(content: bytes) -> dict[str, dict[str, BaseGeometry]]:
    found: dict[str, dict[str, BaseGeometry]] = {}
    for feature in json.loads(content)["features"]:
        facts = feature["properties"]
        found.setdefault(facts["country"], {})[facts["code"]] = shape(feature["geometry"])
    return found


@lru_cache(maxsize=KEPT)
def _land(content: bytes) -> BaseGeometry:
    [feature] = json.loads(content)["features"]
    return shape(feature["geometry"])
