"""Files of each format, opened with independent readers."""

import io
import json
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest
import shapely.geometry

from dashboard.exports.bibliography import bibtex
from dashboard.exports.datapackage import csv_files
from dashboard.exports.formats import FORMATS, packed, write_export
from dashboard.exports.tables import sheets
from dashboard.exports.xlsx import MOST_TEXT, fitting
from tests.exports.test_tables import FORMULAS


@pytest.fixture
def features(extract):
    found = opened(extract())
    assert found["about"]["licence"]["credits"]["fr"] == "Inventé"
    return {feature["id"]: feature for feature in found["features"]}


def opened(extract, form="geojson"):
    return json.loads(packed(extract, form)[1])


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_extract_gives_the_same_bytes(extract, form, tmp_path):
    assert packed(extract(), form) == packed(extract(), form)
    write_export(extract(), form, tmp_path / "new" / "folder")
    written = {path.name: path.read_bytes() for path in (tmp_path / "new" / "folder").iterdir()}
    assert written == FORMATS[form](extract())


def test_the_name_of_a_file_says_filter_day_and_language(extract):
    asked = extract(sectors=frozenset({"medicine"}))
    assert [packed(asked, form)[0].removeprefix("aland-and-bland_all_medicine_2026-11-26_en") for form in FORMATS] == [
        ".xlsx",
        ".zip",
        ".zip",
        ".geojson",
        ".gpkg",
        ".zip",
        ".json",
        ".bib",
        ".csl.json",
    ]


@pytest.mark.parametrize(("form", "separator"), [("csv", ","), ("csv-semicolon", ";")])
def test_csv_is_packed_into_one_archive(extract, form, separator):
    with zipfile.ZipFile(io.BytesIO(packed(extract(), form)[1])) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == csv_files(extract(), separator)


def parts(content):
    """The text of a file, or of all files that it packs."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


BINARY = ("geopackage", "parquet")
"""Formats whose texts tests/exports/test_packages.py reads with their own tools."""


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in BINARY])
def test_every_file_says_its_licence_its_filter_and_the_date_of_the_table(extract, form):
    text = parts(packed(extract(text="visit"), form)[1])
    assert "https://creativecommons.org/licenses/by/4.0/" in text
    assert re.search(r"data as of 2024\.|\"as_of\": ?\"2024\"", text)
    assert re.search(r"Words in the records: “visit”|\"text\": ?\"visit\"", text)


TITLES = {"about": "About", "agreements": "Agreements", "contacts": "Contacts", "links": "Local and institutional ties",
    "projects": "Projects", "indicators": "Figures", "events": "Events", "pairs": "Pairs", "places": "Places",
    "organisations": "Organisations", "sources": "Sources", "amounts": "Amounts", "vocabulary": "Codes",
    "columns": "Columns"}  # fmt: skip


def test_the_workbook_has_the_cells_of_the_sheets(extract):
    book = openpyxl.load_workbook(io.BytesIO(packed(extract(), "xlsx")[1]))
    assert book.sheetnames == [TITLES[name] for name in ("about", *sheets(extract()))]
    assert book["About"]["A7"].value == "CC BY 4.0: https://creativecommons.org/licenses/by/4.0/"
    for name, table in sheets(extract()).items():
        _, *rows = book[TITLES[name]].iter_rows(values_only=True)
        assert rows == [tuple(None if cell == "" else cell for cell in row) for row in table.rows]
    assert [cell.value for cell in book["Events"][1]][:6] == [
        "Title", "First side", "First side (code)", "Second side", "Second side (code)", "Date",
    ]  # fmt: skip
    assert "Title (Français)" in [cell.value for cell in book["Events"][1]]
    assert book["Projects"].freeze_panes == "B2"


def test_the_workbook_of_one_table_says_its_filter(extract):
    name, content = packed(extract("events", text="visit"), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert name == "aland-and-bland_events_visit_2026-11-26_en.xlsx"
    assert book.sheetnames == ["About", "Events", "Codes", "Columns"]
    about = [row[0] for row in book["About"].iter_rows(values_only=True)]
    assert about[3:7] == [
        "Made on 26 November 2026; data as of 2024.",
        "The file holds only the records that match this filter:",
        "Words in the records: “visit”",
        "Places, organisations and sources are only those that these records use; regions and codes are complete.",
    ]


def titled(tiny, extract, title):
    """The tiny atlas with another name of a place and another title of a record."""
    place = tiny.places["northport"].model_copy(update={"names": {"en": title, "fr": title}})
    pair = tiny.pairs["XA-N_XB-E"]
    event = pair.events[0].model_copy(update={"title": {"en": title, "fr": title}})
    pairs = tiny.pairs | {pair.key: replace(pair, events=(event,))}
    return extract(catalogue=replace(tiny, places={**tiny.places, "northport": place}, pairs=pairs))


@pytest.mark.parametrize("text", [*FORMULAS, "https://example.org"])
def test_text_in_the_workbook_stays_text(tiny, extract, text):
    book = openpyxl.load_workbook(io.BytesIO(packed(titled(tiny, extract, text), "xlsx")[1]))
    cells = [next(book["Places"].iter_rows(min_row=2))[0], next(book["Events"].iter_rows(min_row=2))[0]]
    assert [(cell.data_type, cell.hyperlink) for cell in cells] == [("s", None)] * 2
    assert cells[0].value.replace("_x000D_", "\r").strip() == text.strip()


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_made_harmless_where_it_could_run_and_kept_where_it_cannot(tiny, extract, text):
    asked = titled(tiny, extract, text)
    for form in ("csv", "csv-semicolon"):
        with zipfile.ZipFile(io.BytesIO(packed(asked, form)[1])) as archive:
            lines = archive.read("events.csv").decode("utf-8-sig").splitlines()
        assert not any(line.startswith((text, f'"{text}')) for line in lines)
        assert any(line.startswith((f"'{text}".splitlines()[0], f"\"'{text}".splitlines()[0])) for line in lines)
    assert opened(asked, "json")["pairs"]["XA-N_XB-E"]["events"][0]["title"]["en"] == text
    names = [each["properties"]["name_en"] for each in opened(asked)["features"] if each["id"] == "northport"]
    assert names == [text]


def test_a_bibliography_holds_no_formula(tiny, extract):
    source = tiny.sources["gazette-1"].model_copy(update={"title": "=1+1"})
    catalogue = replace(tiny, sources={**tiny.sources, "gazette-1": source})
    assert "  title = {{=1+1}},\n" in bibtex("gazette-1", catalogue), "braces before the sign: no spreadsheet runs it"
    assert opened(extract(catalogue=catalogue), "csl")[0]["title"] == "=1+1"


def test_a_text_that_no_cell_can_hold_is_cut_with_a_word_on_it(tiny, extract, english):
    long = "b" * (MOST_TEXT + 100)
    assert fitting("b" * MOST_TEXT, english) == "b" * MOST_TEXT
    book = openpyxl.load_workbook(io.BytesIO(packed(titled(tiny, extract, long), "xlsx")[1]))
    cut = next(book["Events"].iter_rows(min_row=2))[0].value
    assert len(cut) <= MOST_TEXT
    kept, _, said = cut.partition(" … ")
    left_out = int(said.removeprefix("(cut here, ").split()[0].replace(",", ""))
    assert said.endswith("more characters; JSON has the whole text)")
    assert len(kept) + left_out == len(long)
    last = [row[0] for row in book["About"].iter_rows(values_only=True)][-1]
    assert last.startswith("Texts too long for a cell of a workbook")
    assert "Events!A2" in last
    assert opened(titled(tiny, extract, long), "json")["pairs"]["XA-N_XB-E"]["events"][0]["title"]["en"] == long


def test_geojson_has_units_pairs_ties_and_places(features):
    kinds = [feature["properties"]["kind"] for feature in features.values()]
    assert {kind: kinds.count(kind) for kind in kinds} == {"unit": 4, "pair": 3, "link": 4, "place": 5}


def test_geojson_ties_run_to_a_seat_where_no_place_is_known_and_nowhere_where_no_unit_is(tiny, extract):
    found = opened(extract())
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


def test_geojson_under_a_filter_says_so_and_lists_what_its_records_use(extract):
    found = opened(extract(levels=frozenset({"zone"})))
    about = found["about"]
    assert list(about["sources"]) == ["gazette-2"]
    assert (about["as_of"], about["made"], about["filter"]) == ("2024", "2026-11-26", {"levels": ["zone"]})
    assert about["filter_in_words"] == {"language": "en", "conditions": ["Level: Zones"]}
    drawn = [each["id"] for each in found["features"] if each["properties"]["kind"] != "unit"]
    assert drawn == ["XA-N_XB-W", "XA-N_XB-W/northport-park", "northport", "west-park"]


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
    assert features["XA-S_XB-W"]["properties"]["since"] == "2024-06/2024-07"
    assert features["XA-N_XB-W"]["properties"]["since"] is None
    assert line[len(line) // 2][1] > max(line[0][1], line[-1][1]), "north of the chord"
