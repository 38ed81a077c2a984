"""Sheets of the tiny atlas: columns, cells, and files that are safe to open in a spreadsheet."""

import csv
import io
import json

import pytest
import yaml

from dashboard.exports.cells import BETWEEN, CODE
from dashboard.exports.datapackage import csv_files
from dashboard.exports.readable import COLUMNS, Table, row_cells
from dashboard.exports.tables import CODED, csv_text, json_files, sheets

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1"]


def row(table, **key):
    rows = [dict(zip(table.columns, cells, strict=True)) for cells in table.rows]
    (found,) = (cells for cells in rows if key.items() <= cells.items())
    return found


def test_a_sheet_for_each_kind(extract):
    assert {name: len(table.rows) for name, table in sheets(extract()).items() if name != "columns"} == {
        "agreements": 3,
        "contacts": 0,
        "links": 4,
        "projects": 3,
        "indicators": 1,
        "events": 2,
        "pairs": 5,
        "places": 5,
        "organisations": 3,
        "sources": 3,
        "amounts": 2,
        "vocabulary": 39,
    }
    assert list(sheets(extract("projects"))) == ["projects", "amounts", "vocabulary", "columns"]
    assert list(sheets(extract("events"))) == ["events", "vocabulary", "columns"]


def test_pairs(extract):
    assert csv_text(sheets(extract())["pairs"]).splitlines() == [
        "title,side_a,side_a_code,side_b,side_b_code,closeness,closeness_code,since,"
        "agreements,contacts,links,projects,indicators,events,sources,sources_code,id,title_fr",
        "Northland – Eastland,Northland,XA-N,Eastland,XB-E,Twinned,twinned,2017-03,2,0,2,3,1,1,"
        '"Gazette, 1 May 2020; Gazette, 2024",gazette-1 | gazette-2,XA-N_XB-E,Nordlande – Estlande',
        "Northland – Westland,Northland,XA-N,Westland,XB-W,Institutions,institutions,,0,0,1,0,0,0,"
        '"Gazette, 2024",gazette-2,XA-N_XB-W,Nordlande – Ouestlande',
        "Southland – Westland,Southland,XA-S,Westland,XB-W,Contacts,contacts,2024-06/2024-07,0,0,0,0,0,1,"
        '"Gazette, 2024",gazette-2,XA-S_XB-W,Sudlande – Ouestlande',
        'Aland – Eastland,Aland,XA,Eastland,XB-E,,,,1,0,0,0,0,0,"Gazette, 2024",gazette-2,XA_XB-E,Alande – Estlande',
        'Aland – Bland,Aland,XA,Bland,XB,,,,0,0,1,0,0,0,"Gazette, 2024",gazette-2,XA_XB,Alande – Blande',
    ]


def test_every_row_that_records_stand_behind_has_their_sources(extract):
    found = sheets(extract())
    for name in ("agreements", "links", "projects", "indicators", "events", "pairs", "amounts", "organisations"):
        assert all(line["sources"] and line["sources_code"] for line in rows_of(found[name])), name
    assert {line["id"] for line in rows_of(found["places"]) if not line["sources"]} == {"westham"}


def test_a_source_has_every_field_and_every_language(extract):
    book = row(sheets(extract())["sources"], id="unused-book")
    assert (book["kind_code"], book["book"], book["footnote"]) == ("article", "Le livre des liens", None)
    assert (book["author"], book["author_fr"], book["uncited_fr"]) == ("A. Pen", "A. Plume", "Gardé pour ses images")


def test_names_stand_beside_codes_and_years_are_numbers(extract):
    found = sheets(extract())
    depot = row(found["projects"], id="depot")
    assert (depot["status"], depot["status_code"]) == ("Agreed", "agreed")
    assert (depot["organisations"], depot["organisations_code"]) == ("East Works", "east-works")
    assert (depot["period"], depot["year"]) == ("2022/2023", 2022)
    assert (depot["title"], depot["title_fr"]) == ("A depot", "Un dépôt")
    assert row(found["projects"], id="ferry")["year"] is None
    twinning = row(found["agreements"], id="twinning-2017")
    assert (twinning["kind"], twinning["kind_code"]) == ("Twinning", "twinning")
    assert twinning["sectors_code"] == "medicine | logistics"
    assert twinning["sources_code"] == "gazette-1 | gazette-2"
    assert row(found["links"], id="works-lines")["with_code"] == "east-works"
    assert row(found["events"], id="visit-2016")["participants_code"] == "XA-N | XB-E"
    turnover = row(found["indicators"], id="turnover-2022")
    assert (turnover["value"], turnover["currency"], turnover["quantity_code"]) == (2_000_000_000, "USD", None)


def test_amounts_are_numbers(extract):
    clinic = row(sheets(extract())["amounts"], quantity_code="tonnes")
    assert (clinic["id"], clinic["value"], clinic["quantity"], clinic["rate_code"]) == ("clinic", 2.5, "t", "month")
    dear = row(sheets(extract())["amounts"], currency="USD")
    assert (dear["value"], dear["qualifier"], dear["qualifier_code"]) == (31_000_000, "about", "about")


def test_every_code_of_the_tables_stands_in_the_vocabulary(extract):
    found = sheets(extract())
    named = {(line["vocabulary_code"], line["code"]): line["name"] for line in rows_of(found["vocabulary"])}
    assert named["statuses", "operating"] == "Operating"
    assert named["units", "XA-N"] == "Northland"
    assert named["rates", "month"] == "… a month"
    assert row(found["vocabulary"], vocabulary_code="statuses", code="operating")["name_fr"] == "En service"
    codes = {code for _, code in named}
    for name, column in (("projects", "status"), ("agreements", "kind"), ("events", "sectors"), ("links", "sectors")):
        for line in rows_of(found[name]):
            assert set((line[column + CODE] or "").split(BETWEEN)) - {""} <= codes


def test_every_column_is_explained(extract):
    lines = rows_of(sheets(extract())["columns"])
    assert row(sheets(extract("events"))["columns"], column="date")["meaning"].startswith("Date of the event")
    assert len(lines) == sum(len(table.columns) for name, table in sheets(extract()).items() if name != "columns")
    assert all(line["heading"] for line in lines)
    assert [line["column"] for line in lines if not line["meaning"]] == [
        line["column"] for line in lines if line["column"].endswith("_fr")
    ]


def test_columns_of_codes_are_those_with_codes(extract):
    found = {
        column.removesuffix(CODE)
        for name in COLUMNS
        for cells in row_cells(extract().view, name, extract().words)
        for column in cells
        if column.endswith(CODE)
    }
    assert found | {"vocabulary", "rate"} == CODED


def rows_of(table):
    return [dict(zip(table.columns, cells, strict=True)) for cells in table.rows]


def test_under_a_filter_only_what_its_records_use_is_there(extract):
    found = sheets(extract(levels=frozenset({"zone"})))
    assert {name: len(found[name].rows) for name in ("pairs", "links", "projects", "organisations")} == {
        "pairs": 1,
        "links": 1,
        "projects": 0,
        "organisations": 0,
    }
    assert [line["id"] for line in rows_of(found["places"])] == ["northport", "west-park"]
    assert [line["id"] for line in rows_of(found["sources"])] == ["gazette-2"]
    everything = json.loads(json_files(extract(levels=frozenset({"zone"})))[f"{STEM}_zone_{MADE}.json"])
    assert list(everything["places"]) == ["northport", "west-park"]
    assert list(everything["units"]) == ["XA-N", "XA-S", "XB-E", "XB-W"]


STEM, MADE = "aland-and-bland_all", "2026-11-26_en"


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("separator", [",", ";"])
def test_formulas_are_made_harmless(text, separator):
    file = io.StringIO(csv_text(Table(("a", "b"), ((text, 1),)), separator), newline="")
    assert list(csv.reader(file, delimiter=separator)) == [["a", "b"], [f"'{text}", "1"]]


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("a;=1+1", "a;'=1+1"),
        ("a,-1", "a,'-1"),
        ('a;"=1+1"', 'a;"\'=1+1"'),
        ("a\n@SUM(A1)", "a\n'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("a = b - c, -1; +1 e@mail", "a = b - c, -1; +1 e@mail"),
    ],
)
def test_a_sign_after_what_another_program_takes_for_the_end_of_a_cell_is_harmless_too(text, harmless):
    rows = csv.reader(io.StringIO(csv_text(Table(("a",), ((text,),))), newline=""))
    assert [*rows] == [["a"], [harmless]]


def test_numbers_and_other_texts_stay_as_they_are():
    table = Table(("a", "b", "c", "d", "e"), ((-1, -74.5, "../2023", None, 'say "a, b"'),))
    assert csv_text(table) == 'a,b,c,d,e\r\n-1,-74.5,../2023,,"say ""a, b"""\r\n'
    assert csv_text(table, ";") == 'a;b;c;d;e\r\n-1;-74.5;../2023;;"say ""a, b"""\r\n'


def test_csv_files(extract):
    files = csv_files(extract())
    assert files.keys() == {f"{name}.csv" for name in sheets(extract())} | {"about.txt", "datapackage.json"}
    texts = [content for name, content in files.items() if name != "datapackage.json"]
    assert all(content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\n") for content in texts)
    assert files["links.csv"].decode("utf-8-sig") == csv_text(sheets(extract())["links"])
    assert b";title" not in files["links.csv"]
    assert csv_files(extract(), ";")["links.csv"].decode("utf-8-sig").startswith("title;side_a;side_a_code;")


def test_the_text_about_them_names_day_terms_and_sources(extract):
    assert csv_files(extract())["about.txt"].decode("utf-8-sig").splitlines() == [
        "Aland and Bland",
        "Alande et Blande",
        "",
        "Made on 26 November 2026; data as of 2024.",
        "The file holds all records.",
        "",
        "CC BY 4.0: https://creativecommons.org/licenses/by/4.0/",
        "Invented",
        "Inventé",
        "",
        "gazette-1: Gazette, 2020-05-01, https://example.org/1",
        "gazette-2: Gazette / La Gazette, 2024",
    ]


def test_the_text_about_a_filtered_export_says_the_filter_and_the_date_of_the_whole_table(extract):
    lines = csv_files(extract(sectors=frozenset({"medicine"}), text="clinic"))["about.txt"].decode().splitlines()
    assert lines[3:8] == [
        "Made on 26 November 2026; data as of 2024.",
        "The file holds only the records that match this filter:",
        "Sector: Medicine",
        "Words in the records: “clinic”",
        "Places, organisations and sources are only those that these records use; regions and codes are complete.",
    ]


def test_json_is_the_config_and_what_is_derived(extract, config):
    (text,) = (content.decode() for content in json_files(extract()).values())
    assert text.endswith("}\n")
    assert "Северпорт" in text
    found = json.loads(text)
    written = yaml.safe_load((config / "relations/XA-N_XB-E.yaml").read_text(encoding="utf-8"))
    pair = found["pairs"]["XA-N_XB-E"]
    assert {name: pair[name] for name in written} == written
    assert {name: pair[name] for name in pair.keys() - written.keys()} == {
        "side_a": "XA-N",
        "side_b": "XB-E",
        "closeness": "twinned",
        "contacts": [],
        "since": "2017-03",
    }
    for name in ("sectors", "places", "organisations", "sources"):
        assert found[name] == yaml.safe_load((config / f"{name}.yaml").read_text(encoding="utf-8"))
    assert list(found) == ["about", "atlas", "kinds", "units", "sectors", "places", "organisations", "sources", "pairs"]
    assert found["about"]["licence"]["name"] == "CC BY 4.0"
    assert (found["about"]["as_of"], found["about"]["made"], found["about"]["filter"]) == ("2024", "2026-11-26", {})
