"""Derive the committed layers (units, and the land around them) from one mosaic of Natural Earth's polygons."""

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
import yaml

from geodata import DETAILS
from geodata.fetch import ADMIN1, LAKES, fetch

GRID = 1e-4  # degrees: the precision of what is committed
GREAT_LAKE = 1  # Natural Earth's scale rank of the lakes that are left out of the land


def build(config: Path, cache: Path, out: Path) -> None:
    """Fetch the sources into `cache`; write the layers of every detail to `out` as GeoJSON (EPSG:4326, lon, lat).

    Raises ValueError if simplification has left gaps or overlaps between units.
    """
    atlas = yaml.safe_load((config / "atlas.yaml").read_text(encoding="utf-8"))
    lakes = gpd.read_file(fetch(LAKES, cache))
    pieces = mosaic(gpd.read_file(fetch(ADMIN1, cache)), lakes[lakes.scalerank <= GREAT_LAKE].union_all(), atlas)
    out.mkdir(parents=True, exist_ok=True)
    for detail in DETAILS:
        tolerances = {country: options["tolerance"][detail] for country, options in atlas["countries"].items()}
        layer = simplified(pieces, tolerances, atlas["map"]["land"]["tolerance"][detail])
        if not layer.is_valid_coverage():
            raise ValueError(f"{detail}: simplification has left gaps or overlaps between units")
        write(layer[layer.country.notna()], out / f"units-{detail}.geojson")
        write(layer.loc[["land"], ["geometry"]], out / f"land-{detail}.geojson")


def mosaic(admin1: gpd.GeoDataFrame, lakes: shapely.Geometry, atlas: dict[str, Any]) -> gpd.GeoDataFrame:
    """Tile the window of the atlas without gaps (EPSG:4326): units by code, then the rows `land` and `sea`."""
    countries = atlas["countries"]
    owner = {admin0: country for country, options in countries.items() for admin0 in options["admin0"]}
    merged = {admin0: code for options in countries.values() for admin0, code in options.get("dissolve", {}).items()}
    code = admin1.adm0_a3.map(merged).fillna(admin1.iso_3166_2)
    layer = admin1[["geometry"]].assign(code=code, country=admin1.adm0_a3.map(owner))
    is_unit = layer.country.notna() & ~code.str.endswith("~")  # ~ marks a code that is not ISO's
    units = layer[is_unit].dissolve("code", method="coverage")
    units = units.sort_values("country", key=lambda column: column.map(list(countries).index), kind="stable")

    window = shapely.segmentize(shapely.box(*atlas["map"]["land"]["window"]), 1)
    land = shapely.coverage_union_all(admin1.geometry[~is_unit].values).intersection(window).difference(lakes)
    units.loc["land", "geometry"] = land
    units.loc["sea", "geometry"] = window.difference(shapely.union_all(units.geometry.values))
    return units


def simplified(pieces: gpd.GeoDataFrame, by_country: dict[str, float], elsewhere: float) -> gpd.GeoDataFrame:
    """Simplify the mosaic by tolerances in degrees, the finest country first, the rest last.

    Borders stay shared: a finished country keeps its outline while its surroundings are simplified further.
    """
    shapes = pieces.geometry.to_numpy().copy()
    country = pieces.country.fillna("").to_numpy()
    unfinished = np.ones(len(shapes), dtype=bool)
    for name, tolerance in [*sorted(by_country.items(), key=lambda item: item[1]), ("", elsewhere)]:
        shapes[unfinished] = shapely.coverage_simplify(shapes[unfinished], tolerance, simplify_boundary=False)
        unfinished &= country != name
    islets = pieces.country.map(by_country).fillna(elsewhere) ** 2
    shapes = [_without_islets(*each) for each in zip(shapely.set_precision(shapes, GRID), islets, strict=True)]
    return pieces.set_geometry(gpd.GeoSeries(shapes, pieces.index, crs=pieces.crs)).drop("sea")


def _without_islets(shape: shapely.Geometry, area: float) -> shapely.Geometry:
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    return shapely.multipolygons(parts[(areas >= area) | (areas == areas.max())])


def write(layer: gpd.GeoDataFrame, path: Path) -> None:
    """Write a layer as GeoJSON, a line for each row."""
    rows = layer.reset_index(drop="country" not in layer).iterfeatures(drop_id=True)
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")
    points = shapely.get_num_coordinates(layer.geometry.values).sum()
    print(f"{path.name}: {len(layer)} rows, {points} points, {path.stat().st_size / 1000:.0f} kB")
