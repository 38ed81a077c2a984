"""Files of each format, opened with independent readers."""

import io
import json
import zipfile
from dataclasses import replace

import openpyxl
import pytest
import shapely.geometry

from dashboard.catalogue.filtering import Filter, select
from dashboard.exports.formats import FORMATS, packed, write_export
from dashboard.exports.tables import csv_files, tables


@pytest.fixture
def features(tiny, shapes):  # noqa: ARG001 - the map of the tiny atlas
    found = json.loads(packed(tiny, "geojson"))
    assert found["about"]["licence"]["credits"]["fr"] == "Inventé"
    return {feature["id"]: feature for feature in found["features"]}


@pytest.mark.usefixtures("shapes")
@pytest.mark.parametrize("form", FORMATS)
def test_the_same_table_gives_the_same_bytes(tiny, form, tmp_path):
    assert packed(tiny, form) == packed(tiny, form)
    write_export(tiny, form, tmp_path / "new" / "folder")
    written = {path.name: path.read_bytes() for path in (tmp_path / "new" / "folder").iterdir()}
    assert written == FORMATS[form](tiny)


def test_csv_is_packed_into_one_archive(tiny):
    with zipfile.ZipFile(io.BytesIO(packed(tiny, "csv"))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == csv_files(tiny)


def test_the_workbook_has_the_cells_of_the_tables(tiny):
    book = openpyxl.load_workbook(io.BytesIO(packed(tiny, "xlsx")))
    assert book.sheetnames == ["about", *tables(tiny)]
    assert book["about"]["A4"].value == "CC BY 4.0: https://creativecommons.org/licenses/by/4.0/"
    for name, table in tables(tiny).items():
        head, *rows = book[name].iter_rows(values_only=True)
        assert head == table.columns
        assert rows == [tuple(None if cell == "" else cell for cell in row) for row in table.rows]


def test_text_in_the_workbook_stays_text(tiny):
    place = tiny.places["northport"].model_copy(update={"names": {"en": "=1+1", "fr": "https://example.org"}})
    book = openpyxl.load_workbook(io.BytesIO(packed(replace(tiny, places={**tiny.places, "northport": place}), "xlsx")))
    cells = next(book["places"].iter_rows(min_row=2))
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells[1:3]] == [
        ("=1+1", "s", None),
        ("https://example.org", "s", None),
    ]


def test_geojson_has_units_pairs_ties_and_places(features):
    kinds = [feature["properties"]["kind"] for feature in features.values()]
    assert {kind: kinds.count(kind) for kind in kinds} == {"unit": 4, "pair": 3, "link": 4, "place": 5}


def test_geojson_ties_run_to_a_seat_where_no_place_is_known_and_nowhere_where_no_unit_is(tiny, shapes):  # noqa: ARG001
    found = json.loads(packed(tiny, "geojson"))
    links = {feature["id"]: feature for feature in found["features"] if feature["properties"]["kind"] == "link"}
    told = {
        key: tuple(link["properties"][name] for name in ("a_place", "b_place", "inferred"))
        for key, link in links.items()
    }
    assert told["XA-N_XB-E/northport-eastham"] == ("northport", "eastham", [])
    assert told["XA-N_XB-E/university-works"] == ("northport", "eastham", ["b"])
    assert told["XA_XB/works-lines"] == ("northport", None, [])
    seat = tiny.places["eastham"]
    assert links["XA-N_XB-E/university-works"]["geometry"]["coordinates"][-1] == [seat.lon, seat.lat]
    assert links["XA_XB/works-lines"]["geometry"] is None
    assert found["about"]["unlocated"] == 1


@pytest.mark.usefixtures("shapes")
def test_geojson_lists_the_sources_that_its_records_cite(tiny):
    view = select(tiny, Filter(levels=frozenset({"zone"})))
    assert list(json.loads(packed(replace(tiny, pairs=view.pairs), "geojson"))["about"]["sources"]) == ["gazette-2"]


def test_geojson_counts(features):
    north = features["XA-N"]
    assert north["properties"] == {
        "kind": "unit",
        "name_en": "Northland",
        "name_fr": "Nordlande",
        "pairs": 2,
        "agreements": 2,
        "contacts": 0,
        "links": 3,
        "projects": 3,
        "indicators": 1,
        "events": 1,
    }
    ring = shapely.geometry.shape(north["geometry"]).exterior
    assert ring.bounds == (0, 10, 10, 20)
    assert ring.is_ccw
    assert features["northport"]["geometry"] == {"type": "Point", "coordinates": [5, 15]}
    assert features["northport"]["properties"]["records"] == 3
    assert features["XA-N_XB-E/northport-eastham"]["properties"]["sources"] == ["gazette-1"]


def test_geojson_pairs_run_from_unit_to_unit_along_the_great_circle(features):
    line = features["XA-S_XB-W"]["geometry"]["coordinates"]
    assert (line[0], line[-1][0]) == ([5, 5], 25)
    assert features["XA-S_XB-W"]["properties"]["closeness"] == "contacts"
    assert line[len(line) // 2][1] > max(line[0][1], line[-1][1]), "north of the chord"


@pytest.mark.usefixtures("shapes")
def test_geojson_of_a_filtered_view(tiny):
    view = select(tiny, Filter(levels=frozenset({"zone"})))
    found = json.loads(packed(replace(tiny, pairs=view.pairs), "geojson"))
    assert [f["id"] for f in found["features"] if f["properties"]["kind"] in ("pair", "link")] == [
        "XA-N_XB-W",
        "XA-N_XB-W/northport-park",
    ]
