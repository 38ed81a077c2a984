"""GeoPackage, Parquet and Data Package, each read by a program that others wrote."""

import io
import sqlite3

import geopandas
import pandas
import pyogrio
import pytest
from frictionless import Package

from dashboard.exports.formats import FORMATS, packed, write_export

POINTS = {"northport": "XA-N", "southport": "XA-S", "eastham": "XB-E", "westham": "XB-W"}
"""Places of the tiny atlas, and the units that hold them."""


@pytest.fixture
def geopackage(extract, tmp_path):
    path = tmp_path / "atlas.gpkg"
    path.write_bytes(packed(extract(), "geopackage")[1])
    return path


def test_a_geopackage_holds_every_layer_of_the_map(geopackage):
    kinds = dict(pyogrio.list_layers(geopackage))
    layers_of = {name: kind for name, kind in kinds.items() if kind}
    assert layers_of == {
        "units": "MultiPolygon",
        "pairs": "LineString",
        "links": "LineString",
        "places": "Point",
        "projects": "MultiPoint",
    }
    assert {"agreements", "organisations", "sources", "about"} <= kinds.keys()


def test_places_of_a_geopackage_lie_in_their_units(geopackage):
    units = geopandas.read_file(geopackage, layer="units").set_index("id")
    places = geopandas.read_file(geopackage, layer="places").set_index("id")
    assert units.crs.to_epsg() == places.crs.to_epsg() == 4326
    for place, unit in POINTS.items():
        assert units.geometry[unit].contains(places.geometry[place])
        assert places.unit_code[place] == unit


def test_a_pair_of_a_geopackage_joins_its_regions(geopackage, tiny):
    [pair] = [row for row in geopandas.read_file(geopackage, layer="pairs").itertuples() if row.id == "XA-N_XB-W"]
    ends = geopandas.points_from_xy(*zip(pair.geometry.coords[0], pair.geometry.coords[-1], strict=True))
    assert tiny.layers.shapes()["XA-N"].contains(ends[0])
    assert tiny.layers.shapes()["XB-W"].contains(ends[1])


def test_columns_of_a_geopackage_say_what_they_hold(geopackage):
    with sqlite3.connect(geopackage) as opened:
        asked = "SELECT name, description FROM gpkg_data_columns WHERE table_name = 'places' AND column_name = 'lon'"
        assert opened.execute(asked).fetchall() == [("Longitude", "Degrees east (WGS 84).")]


@pytest.mark.parametrize("form", ["geopackage", "parquet"])
def test_a_filtered_export_says_licence_filter_and_date(extract, tmp_path, form):
    write_export(extract(text="visit"), form, tmp_path)
    [path] = [*tmp_path.glob("*.gpkg"), *tmp_path.glob("about.parquet")]
    told = geopandas.read_file(path, layer="about") if form == "geopackage" else pandas.read_parquet(path)
    lines = list(told["text"])
    assert "Words in the records: “visit”" in lines
    assert "CC BY 4.0: https://creativecommons.org/licenses/by/4.0/" in lines
    assert "Made on 26 November 2026; data as of 2024." in lines


@pytest.mark.parametrize("form", ["csv", "csv-semicolon"])
def test_a_data_package_describes_its_files_truly(extract, tmp_path, form):
    write_export(extract(), form, tmp_path)
    report = Package(tmp_path / "datapackage.json").validate()
    assert report.valid, report.flatten(["name", "message"])


def test_a_code_outside_its_vocabulary_is_found_by_the_data_package(extract, tmp_path):
    write_export(extract(), "csv", tmp_path)
    table = tmp_path / "pairs.csv"
    table.write_text(table.read_text().replace(",twinned,", ",twined,"))
    assert not Package(tmp_path / "datapackage.json").validate().valid


def test_parquet_keeps_types_and_places(extract):
    files = FORMATS["parquet"](extract())
    places = geopandas.read_parquet(io.BytesIO(files["places.parquet"])).set_index("id")
    units = geopandas.read_parquet(io.BytesIO(files["units.parquet"])).set_index("id")
    assert places.crs.equals(units.crs)
    assert places.crs.is_geographic
    for place, unit in POINTS.items():
        assert units.geometry[unit].contains(places.geometry[place])
    assert places.records.dtype.kind == "i"
