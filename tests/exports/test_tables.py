"""Tables of the tiny atlas: columns, cells, and files that are safe to open in a spreadsheet."""

import csv
import io
import json
from dataclasses import replace

import pytest
import yaml

from dashboard.catalogue.filtering import Filter, select
from dashboard.exports.tables import Table, csv_files, csv_text, json_files, json_text, tables


def row(table, **key):
    rows = [dict(zip(table.columns, cells, strict=True)) for cells in table.rows]
    (found,) = (cells for cells in rows if key.items() <= cells.items())
    return found


def test_a_table_for_each_kind(tiny):
    assert {name: len(table.rows) for name, table in tables(tiny).items()} == {
        "pairs": 5,
        "agreements": 3,
        "contacts": 0,
        "links": 4,
        "projects": 3,
        "indicators": 1,
        "events": 2,
        "amounts": 2,
        "units": 4,
        "sectors": 2,
        "places": 5,
        "organisations": 3,
        "sources": 3,
    }


def test_pairs(tiny):
    assert csv_text(tables(tiny)["pairs"]).splitlines() == [
        "side_a,side_b,side_a_en,side_a_fr,side_b_en,side_b_fr,closeness,since,"
        "agreements,contacts,links,projects,indicators,events",
        "XA-N,XB-E,Northland,Nordlande,Eastland,Estlande,twinned,2017-03,2,0,2,3,1,1",
        "XA-N,XB-W,Northland,Nordlande,Westland,Ouestlande,institutions,,0,0,1,0,0,0",
        "XA-S,XB-W,Southland,Sudlande,Westland,Ouestlande,contacts,2024-06/2024-07,0,0,0,0,0,1",
        "XA,XB-E,Aland,Alande,Eastland,Estlande,,,1,0,0,0,0,0",
        "XA,XB,Aland,Alande,Bland,Blande,,,0,0,1,0,0,0",
    ]


def test_columns_of_a_record(tiny):
    assert ",".join(tables(tiny)["projects"].columns) == (
        "side_a,side_b,id,title_en,title_fr,aliases_en,aliases_fr,summary_en,summary_fr,sectors,sources,status,date,period,agreement,"
        "organisations,places,amounts,inferred,inferred_en,inferred_fr,note_en,note_fr"
    )


def test_cells_of_a_record(tiny):
    found = tables(tiny)
    clinic = row(found["projects"], id="clinic")
    assert (clinic["side_a"], clinic["side_b"], clinic["title_fr"]) == ("XA-N", "XB-E", "Une clinique")
    assert clinic["amounts"] == "about 31000000 USD;2.5 tonnes/month"
    assert (clinic["inferred"], clinic["inferred_en"]) == ("no", None)
    depot = row(found["projects"], id="depot")
    assert (depot["inferred"], depot["inferred_fr"]) == ("yes", "Le lieu est déduit")
    assert row(found["agreements"], id="twinning-2017")["sectors"] == "medicine;logistics"
    assert row(found["agreements"], id="twinning-2017")["sources"] == "gazette-1;gazette-2"
    assert row(found["links"], id="works-lines")["with"] == "east-works"
    assert row(found["indicators"], id="turnover-2022")["value"] == 2000000000
    assert row(found["events"], id="visit-2016")["participants"] == "XA-N;XB-E"
    assert row(found["amounts"], unit="tonnes") == {
        "side_a": "XA-N",
        "side_b": "XB-E",
        "project": "clinic",
        "value": 2.5,
        "currency": None,
        "unit": "tonnes",
        "qualifier": None,
        "period": "month",
    }
    assert row(found["places"], id="northport")["aliases"] == "Северпорт"
    assert row(found["sources"], id="unused-book")["uncited_en"] == "Kept for its pictures"


def test_tables_of_a_filtered_view(tiny):
    view = select(tiny, Filter(sectors=frozenset({"medicine"})))
    found = tables(replace(tiny, pairs=view.pairs))
    assert {name: len(found[name].rows) for name in ("pairs", "agreements", "links", "projects")} == {
        "pairs": 2,
        "agreements": 2,
        "links": 0,
        "projects": 1,
    }


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"])
def test_formulas_are_made_harmless(text):
    file = io.StringIO(csv_text(Table(("a",), ((text,),))), newline="")
    assert list(csv.reader(file)) == [["a"], [f"'{text}"]]


def test_numbers_and_other_texts_stay_as_they_are():
    table = Table(("a", "b", "c", "d", "e"), ((-1, -74.5, "../2023", None, 'say "a, b"'),))
    assert csv_text(table) == 'a,b,c,d,e\r\n-1,-74.5,../2023,,"say ""a, b"""\r\n'


def test_csv_files(tiny):
    files = csv_files(tiny)
    assert files.keys() == {f"{name}.csv" for name in tables(tiny)} | {"about.txt"}
    texts = [content for name, content in files.items() if name.endswith(".csv")]
    assert all(content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\n") for content in texts)
    assert files["links.csv"].decode("utf-8-sig") == csv_text(tables(tiny)["links"])


def test_the_text_about_them_names_terms_and_sources(tiny):
    assert csv_files(tiny)["about.txt"].decode().splitlines() == [
        "Aland and Bland",
        "Alande et Blande",
        "",
        "CC BY 4.0: https://creativecommons.org/licenses/by/4.0/",
        "Invented",
        "Inventé",
        "",
        "gazette-1: Gazette, 2020-05-01, https://example.org/1",
        "gazette-2: Gazette / La Gazette, 2024",
    ]


def test_a_colour_is_a_column_for_each_ground(tiny):
    assert row(tables(tiny)["sectors"], id="medicine")["colour_dark"] == "#ff8080"


def test_json_is_the_config_and_what_is_derived(tiny, config):
    text = json_files(tiny)["atlas.json"].decode()
    assert text == json_text(tiny)
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
    assert found["about"]["as_of"] == "2024"
