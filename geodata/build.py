"""Derive the layers of an atlas (units, and the land around them) from one mosaic of Natural Earth's polygons."""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
import yaml
from shapely.geometry.base import BaseGeometry

from geodata import DETAILS, FOLDER
from geodata.fetch import LAKES
from geodata.layout import centred
from geodata.units import Found, Row, find_units, rule_of

GRID = 1e-4  # degrees: the precision of what is written
APRON = 20.0  # degrees of land around the countries, where atlas.yaml states no window
FINENESS = {"overview": 400, "closeup": 2500}  # tolerances go so many times into a country's diagonal
TOLERANCES = {"overview": (0.0004, 0.12), "closeup": (0.0002, 0.02)}  # the least and the greatest, in degrees
ELSEWHERE = {"overview": 0.12, "closeup": 0.04}  # tolerances of the land around
Shapes = dict[str, BaseGeometry]


def build(config: Path, rows: Sequence[Row]) -> dict[str, Found]:
    """Write the layers of an atlas into its folder as GeoJSON (EPSG:4326, lon, lat); return the units by country.

    Raises ValueError if a country has no units, or if simplification has left gaps or overlaps between units.
    """
    atlas = yaml.safe_load((config / "atlas.yaml").read_text(encoding="utf-8"))
    found = {
        country: find_units(rows, country, options["admin0"], rule_of(options.get("units") or {}))
        for country, options in atlas["countries"].items()
    }
    layers = layers_of(found, rows, atlas)
    folder = config / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in layers.items():
        (folder / f"{name}.new").write_text(text, encoding="utf-8")
    for name in layers:  # all at once, as nearly as may be: an atlas that is served shows half of an edit for a moment
        (folder / f"{name}.new").replace(folder / name)
    return found


def layers_of(found: Mapping[str, Found], rows: Sequence[Row], atlas: Mapping[str, Any]) -> dict[str, str]:
    """Return the text of each file of the layers by its name."""
    for country, each in found.items():
        if not each.shapes:
            raise ValueError(f"{country} has no units by its rule; see `units` in atlas.yaml")
    around = (atlas.get("map") or {}).get("land") or {}
    window = around.get("window") or window_of([shape for each in found.values() for shape in each.shapes.values()])
    lakes = shapely.from_geojson(LAKES.read_text(encoding="utf-8"))
    units, land, sea = mosaic({c: f.shapes for c, f in found.items()}, [row.shape for row in rows], lakes, window)
    stated = {
        country: atlas["countries"][country].get("tolerance") or tolerances_of(each.shapes.values())
        for country, each in found.items()
    }
    texts = {}
    for detail in DETAILS:
        tolerances = {country: tolerance[detail] for country, tolerance in stated.items()}
        elsewhere = (around.get("tolerance") or ELSEWHERE)[detail]
        thinner, around_them = simplified(units, land, sea, tolerances, elsewhere)
        if not shapely.coverage_is_valid([shape for shapes in thinner.values() for shape in shapes.values()]):
            raise ValueError(f"{detail}: simplification has left gaps or overlaps between units")
        texts[f"units-{detail}.geojson"] = written(
            ({"code": code, "country": country}, shape)
            for country, shapes in thinner.items()
            for code, shape in shapes.items()
        )
        texts[f"land-{detail}.geojson"] = written([({}, around_them)])
    return texts


def window_of(shapes: Sequence[BaseGeometry]) -> list[float]:
    """Return west, south, east and north of the land around units; the whole circle if they lie on both its ends."""
    west, south, east, north = shapely.total_bounds(list(shapes)).tolist()
    middle = centred(shapely.multipolygons(shapely.get_parts(list(shapes)))).lon
    apron = max(APRON, 0.6 * (north - south), 0.35 * min(east - west, 180.0))  # a sheet shows as much, and some more
    if west - apron < -180 or east + apron > 180 or abs(middle - (west + east) / 2) > 1:
        west, east, apron_x = -180.0, 180.0, 0.0
    else:
        apron_x = apron
    return [west - apron_x, max(-90.0, south - apron), east + apron_x, min(90.0, north + apron)]


def tolerances_of(shapes: Iterable[BaseGeometry]) -> dict[str, float]:
    """Return how far the outlines of a country may be simplified, by the size of its largest part."""
    largest = max(shapely.get_parts(list(shapes)), key=shapely.area)
    west, south, east, north = largest.bounds
    size = math.hypot((east - west) * math.cos(math.radians((south + north) / 2)), north - south) * 2
    return {d: round(min(max(size / FINENESS[d], TOLERANCES[d][0]), TOLERANCES[d][1]), 4) for d in DETAILS}


def mosaic(
    units: Mapping[str, Shapes], every: Sequence[BaseGeometry], lakes: BaseGeometry, bounds: Sequence[float]
) -> tuple[dict[str, Shapes], BaseGeometry, BaseGeometry]:
    """Tile a window without gaps: units, by country and code; the land that is none of them; the sea."""
    window = shapely.segmentize(shapely.box(*bounds), 1)
    own = shapely.union_all([shape for shapes in units.values() for shape in shapes.values()])
    shapely.prepare(window)
    near = [shape for shape in every if window.intersects(shape)]
    land = shapely.coverage_union_all(near).intersection(window).difference(lakes).difference(own)
    sea = window.difference(shapely.union_all([own, land]))
    return {country: dict(shapes) for country, shapes in units.items()}, land, sea


def simplified(
    units: Mapping[str, Shapes],
    land: BaseGeometry,
    sea: BaseGeometry,
    by_country: Mapping[str, float],
    elsewhere: float,
) -> tuple[dict[str, Shapes], BaseGeometry]:
    """Simplify a mosaic by tolerances in degrees, the finest country first, the rest last.

    Borders stay shared: a finished country keeps its outline while its surroundings are simplified further.
    """
    keys = [(country, code) for country, shapes in units.items() for code in shapes]
    owner = np.array([*(country for country, _ in keys), "", ""])
    shapes = np.array([*(units[country][code] for country, code in keys), land, sea])
    unfinished = np.ones(len(shapes), dtype=bool)
    for name, tolerance in [*sorted(by_country.items(), key=lambda item: item[1]), ("", elsewhere)]:
        shapes[unfinished] = shapely.coverage_simplify(shapes[unfinished], tolerance, simplify_boundary=False)
        unfinished &= owner != name
    precise = shapely.set_precision(shapes[:-1], GRID)
    islets = [by_country.get(name, elsewhere) ** 2 for name in owner[:-1]]
    *done, around = [_without_islets(*each) for each in zip(precise, islets, strict=True)]
    thinner: dict[str, Shapes] = {country: {} for country in units}
    for (country, code), shape in zip(keys, done, strict=True):
        thinner[country][code] = shape
    return thinner, around


def _without_islets(shape: BaseGeometry, area: float) -> BaseGeometry:
    parts = shapely.get_parts(shape)
    if not len(parts):
        return shapely.MultiPolygon()
    areas = shapely.area(parts)
    return shapely.multipolygons(parts[(areas >= area) | (areas == areas.max())])


def written(features: Iterable[tuple[Mapping[str, str], BaseGeometry]]) -> str:
    """Return features with their properties as GeoJSON, a line for each."""
    lines = ",\n".join(
        json.dumps(
            {"type": "Feature", "properties": facts, "geometry": shapely.geometry.mapping(shape)}, separators=(",", ":")
        )
        for facts, shape in features
    )
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
