"""Tables of others: every row is placed or listed with its reason, and what is written passes the check."""

import random
from pathlib import Path

import openpyxl
import pytest
import yaml

from dashboard.catalogue.load import load
from dashboard.cli import main
from dashboard.loading import CONFIG, load_all

TOWNS = """\
a,b,kind,signed,url
Northport,Eastham,twinning,2001,https://example.org/1
Portsud,West Park,Jumelage,24.04.2002,https://example.org/2
WESTHAM,Северпорт,Memorandum,May 2003,https://example.org/1
XA-S,Eastland,twinning,2004-05,https://example.org/3
Nordprovinz,Westland,memorandum,2005,https://example.org/3
north-university,East Works,partnership,2006,https://example.org/3
Northpord,Eastham,twinning,2007,https://example.org/3
Southport,Eastham,twinning,2008,
Southport,Northport,twinning,2009,https://example.org/3
Southport,Eastham,twinning,2010/2011,https://example.org/2
"""
MAPPING = """\
language: fr
columns: {a: Ville, b: Partenaire, a_lon: Longitude, a_lat: Latitude, signed: Depuis}
values: {kind: twinning, place_kind: city}
source: {id: list-2020, kind: article, publisher: {en: Gazette, fr: Gazette}, language: fr, about: {fr: Une liste}}
"""


def records(folder: Path) -> dict[str, object]:
    return {row.key: row.record for row in load(folder).rows}


def test_seven_of_ten_rows_are_placed_and_three_listed(bring):
    code, folder, report = bring(TOWNS)
    assert code == 0
    assert report[0] == "10 rows in = 7 placed + 3 listed"
    assert [line for line in report if line.startswith("row ")] == [
        "row 8: a: no unit, place or organisation found for 'Northpord'; nearest Northport",
        "row 9: no source: fill the column 'url' or 'sources', or name one under 'source' in a mapping",
        "row 10: 'Southport' and 'Northport' lie in one country",
    ]
    found = records(folder)
    assert {key: str(record.signed) for key, record in found.items()} == {
        "XA-N_XB-E/northport-eastham": "2001",
        "XA-S_XB-W/southport-west-park": "2002-04-24",
        "XA-N_XB-W/northport-westham": "2003-05",
        "XA-S_XB-E/xa-s-xb-e": "2004-05",
        "XA-N_XB-W/xa-n-xb-w": "2005",
        "XA-N_XB-E/north-university-east-works": "2006",
        "XA-S_XB-E/southport-eastham": "2010/2011",
    }
    assert found["XA-S_XB-W/southport-west-park"].kind == "twinning"
    assert found["XA-N_XB-W/northport-westham"].title == {"en": "Northport – Westham", "fr": "Portnord – Hamouest"}
    assert main(["check", "--config", str(folder)]) == 0


def test_each_page_is_one_source_and_a_known_page_the_source_that_it_is(bring):
    _, folder, _ = bring(TOWNS)
    sources = load(folder).sources
    assert {source.url: source.publisher["en"] for source in sources.values()} == {
        "https://example.org/1": "Gazette",
        "https://example.org/2": "example.org",
        "https://example.org/3": "example.org",
    }
    assert records(folder)["XA-N_XB-E/northport-eastham"].sources == ["gazette-1"]


def test_a_mapping_names_columns_values_and_a_source(bring):
    rows = (
        "Ville;Partenaire;Depuis;Longitude;Latitude;Maire",
        "Neuville;Hamest;2012;5,5;15,5;X",
        "Sudville;Hamest;2013;4;4;",
    )
    code, folder, report = bring("\n".join(rows), MAPPING)
    assert (code, report[0]) == (0, "2 rows in = 2 placed + 0 listed")
    assert report[2:] == [
        "twins: Read as UTF-8, with semicolons between the cells.",
        "Columns that are not used: Maire.",
    ]
    catalogue = load(folder)
    assert (catalogue.places["neuville"].unit, catalogue.places["sudville"].unit) == ("XA-N", "XA-S")
    assert catalogue.places["neuville"].names["fr"] == "Neuville"
    assert catalogue.atlas.drafts == {"en": "fr"}
    assert {record.sources[0] for record in records(folder).values()} == {"list-2020"}


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        ("columns: {a: Town}", "the mapping names a column 'Town', which the table lacks; did you mean 'Towns'?"),
        ("column: {a: Towns}", "mapping.yaml: unknown field 'column'; did you mean 'columns'?"),
        ("columns: {a: Towns}\nvalues: {king: twinning}", "the mapping names 'king', which is no column"),
        ("source: {kind: article}", "mapping.yaml: the source needs an 'id'"),
        ("source: 2024", "mapping.yaml: 'source' must be a text; put it in quotes"),
        ("language: es", "the mapping names the language 'es', which the atlas lacks"),
        ("records: twins", "'twins' is no table; write one of agreements,"),
        (
            "",
            "'twins' has no columns for the two parties; say in a mapping which of its columns are 'a' and 'b'",
        ),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_in_a_sentence(bring, capsys, mapping, sentence):
    code, folder, report = bring("Towns,Others\nNorthport,Eastham\n", mapping)
    assert (code, folder.exists(), report) == (1, False, [])
    assert sentence in capsys.readouterr().out


def test_what_the_check_refuses_is_listed_in_its_words(bring):
    rows = [
        "Northport,Eastham,twining,2001",
        "Northport,Westham,twinning,20011",
        "Southport,Eastham,twinning,2001",
        "Southport,Eastham,twinning,2001",
        "Southport,Westham,twinning,2030",
    ]
    table = "\n".join(["a,b,kind,signed,sources", *(f"{row},gazette-1" for row in rows)])
    _, _, report = bring(table)
    assert report[0] == "5 rows in = 1 placed + 4 listed"
    reasons = [line.partition(": ")[2] for line in report if line.startswith("row ")]
    expected = (
        "kind: no agreement or link found for 'twining'; nearest Twinning",
        "signed: '20011' is not an EDTF date; write '2017', '2017-03'",
        "this states the same fact as 'southport-eastham'; make one record with both sources",
        "signed: '2030' is later than the newest source of this record",
    )
    assert all(reason.startswith(begins) for reason, begins in zip(reasons, expected, strict=True)), reasons


def test_a_number_that_two_readers_read_differently_is_listed(bring):
    head = "id,title,measure,period,value,currency,of,with,side_a,side_b,sources\n"
    rows = [
        f'f{n},Figure {n},turnover,201{n},"{value}",USD,XA-N,XB-E,XA-N,XB-E,gazette-1\n'
        for n, value in enumerate(("1,500", "1500,5"))
    ]
    _, folder, report = bring(head + "".join(rows), "records: indicators\nlanguage: fr")
    assert [line for line in report if line.startswith("row ")] == ["row 2: value: expected a number, found '1,500'"]
    assert [record.value for record in records(folder).values()] == [1500.5]


def test_an_address_that_is_none_is_listed(bring):
    _, _, report = bring("a,b,kind,url\nNorthport,Eastham,twinning,https://[x\n")
    assert report[-1] == "row 2: 'https://[x' is no address of a page"


def test_many_entries_of_a_second_table_of_the_same_name_go_into_another_file(atlas, monkeypatch):
    monkeypatch.setattr("dashboard.reading.bring.MOST_ENTRIES", 1)
    for n in (1, 3):
        rows = [f"s{at},article,About {at},A propos {at},News,Nouvelles,2020,fr" for at in (n, n + 1)]
        head = "id,kind,about_en,about_fr,publisher_en,publisher_fr,date,language_code"
        row = f"Northport,Eastham,twinning,200{n},s{n} | s{n + 1}"
        (atlas.parent / "ties.csv").write_text(f"a,b,kind,signed,sources_code\n{row}\n")
        (atlas.parent / "sources.csv").write_text("\n".join([head, *rows]) + "\n")
        files = [str(atlas.parent / name) for name in ("sources.csv", "ties.csv")]
        assert main(["import", *files, "--into", str(atlas), "--config", str(atlas)]) == 0
    assert {"s1", "s2", "s3", "s4"} <= load(atlas).sources.keys()


def test_an_atlas_gains_records_and_keeps_its_comments(bring, atlas):
    before = (atlas / "relations/XA-N_XB-E.yaml").read_text(encoding="utf-8")
    table = "a,b,kind,sources\nNorthport,East Works,partnership,gazette-2\nSouthport,Eastham,twinning,gazette-2\n"
    code, _, report = bring(table, into=atlas)
    assert (code, report[0]) == (0, "2 rows in = 2 placed + 0 listed")
    after = (atlas / "relations/XA-N_XB-E.yaml").read_text(encoding="utf-8")
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    assert len(load_all(atlas).catalogue.rows) == 13 + 2
    _, _, again = bring(table, into=atlas)
    assert again[0] == "2 rows in = 0 placed + 2 listed"


def test_new_places_are_drafted_where_their_kind_is_given(bring):
    table = "a,a_lon,a_lat,b,b_lon,b_lat,url\nOld Town,5,15,New Town,35,10,https://example.org/9\n"
    _, folder, _ = bring(table, "values: {kind: twinning, place_kind: city}")
    assert list(records(folder)) == ["XA-N_XB-E/old-town-new-town"]
    assert load(folder).places["new-town"].unit == "XB-E"


def test_a_source_outlives_the_row_that_named_it_first(bring):
    rows = (
        "a,b,kind,signed,url",
        *(f"Northport,Eastham,twinning,{year},https://example.org/9" for year in (20011, 2001)),
    )
    _, folder, report = bring("\n".join(rows))
    assert report[0] == "2 rows in = 1 placed + 1 listed"
    assert [source.url for source in load(folder).sources.values()] == ["https://example.org/9"]


def test_coordinates_find_what_no_name_does(bring):
    table = (
        "a,a_lon,a_lat,b,kind,sources\nNowhere,5,15,Eastland,twinning,gazette-1\nX,99,9,Eastland,twinning,gazette-1\n"
    )
    _, folder, report = bring(table)
    assert list(records(folder)) == ["XA-N_XB-E/xa-n-xb-e"]
    assert report[-1].endswith("found for 'X'; no unit holds 99, 9")


@pytest.mark.parametrize(
    ("separator", "encoding"), [(";", "cp1251"), ("\t", "gb18030"), (",", "utf-8-sig"), (",", "utf-16")]
)
def test_encodings_and_separators_are_told_apart(bring, separator, encoding):
    names = {"gb18030": "友好城市 北京与上海", "cp1251": "Города-побратимы на севере"}
    told = {"cp1251": "Windows-1251", "gb18030": "GB 18030", "utf-8-sig": "UTF-8", "utf-16": "UTF-16"}[encoding]
    title = names.get(encoding, "Jumelées à l’est")
    lines = ("a|b|kind|sources|title", f"Northport|Eastham|twinning|gazette-1|{title}")
    _, folder, report = bring("\r\n".join(lines).replace("|", separator).encode(encoding))
    assert report[2].startswith(f"twins: Read as {told}, with ")
    assert [record.title["en"] for record in records(folder).values()] == [title]


@pytest.mark.parametrize("form", ["csv", "csv-semicolon", "xlsx"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_export_brought_into_an_empty_folder_is_the_same_table(atlas, tmp_path, form, language):
    same_table(atlas, tmp_path, form, language)


def test_the_shipped_table_comes_back_from_its_export(tmp_path):
    same_table(CONFIG, tmp_path, "csv", "ru")


def same_table(config: Path, tmp_path: Path, form: str, language: str) -> None:
    asked = ["--config", str(config)]
    main(["export", str(tmp_path / "out"), "--format", form, "--language", language, *asked])
    files = [str(path) for path in (tmp_path / "out").iterdir() if path.suffix in (".csv", ".xlsx")]
    assert main(["import", *files, "--into", str(tmp_path / "new"), *asked]) == 0
    assert main(["check", "--config", str(tmp_path / "new")]) == 0
    before, after = load(config), load(tmp_path / "new")
    for group in ("places", "organisations", "sources"):
        assert list(getattr(after, group).items()) == list(getattr(before, group).items())
    assert after.pairs.keys() == before.pairs.keys()
    for key, pair in before.pairs.items():
        for kind, record in pair.records():  # agreements and contacts are two tables: their order is not kept
            assert record in getattr(after.pairs[key], kind)
        assert len(list(after.pairs[key].records())) == len(list(pair.records()))
        assert after.pairs[key].bond == pair.bond


def test_a_workbook_is_read(bring, tmp_path):
    book = openpyxl.Workbook()
    for row in (("a", "b", "kind", "signed", "sources"), ("Northport", "Eastham", "twinning", 2001, "gazette-1")):
        book.active.append(row)
    book.save(tmp_path / "made.xlsx")
    _, folder, report = bring((tmp_path / "made.xlsx").read_bytes(), name="twins.xlsx")
    assert report[:3] == ["1 row in = 1 placed + 0 listed", "", "Sheet: Read from the sheet 'Sheet'."]
    assert str(records(folder)["XA-N_XB-E/northport-eastham"].signed) == "2001"


def test_rows_in_are_rows_placed_and_listed_whatever_comes(bring, tmp_path):
    chance = random.Random(17)  # noqa: S311 - no secret
    cells = [
        "Northport",
        "XA-S",
        "Eastland",
        "=1+1",
        "",
        "a: b",
        "'",
        "2020",
        "x" * 11_000,
        "\x07",
        "# no",
        "- y",
        "[z]",
    ]
    for number in range(12):
        rows = [[chance.choice(cells) for _ in range(chance.choice((5, 5, 5, 4, 7)))] for _ in range(12)]
        text = "\n".join(["a,b,kind,signed,title", "Northport,Eastham,twinning,2001,Ties", *map(",".join, rows)])
        folder = tmp_path / f"new-{number}"
        _, _, report = bring(text, "source: gazette-1", into=folder)
        came, placed, listed = (int(part.split()[0]) for part in report[0].replace("=", "+").split("+"))
        filled = sum(any(cell.strip("\x07") for cell in row) for row in rows) + 1
        assert came == filled == placed + listed
        assert sum(line.startswith("row ") for line in report) == listed
        assert len(load_all(folder).catalogue.rows) == placed


def test_a_file_that_is_no_table_is_refused_in_a_sentence(bring, capsys):
    assert bring('a,b\n"Northport,Eastham\n')[0] == 1
    assert "is not a table in CSV: unexpected end of data" in capsys.readouterr().out
    assert bring(b"PK\x03\x04nothing", name="twins.xlsx")[0] == 1
    assert "is not a workbook" in capsys.readouterr().out


def test_a_folder_with_other_things_is_left_alone(bring, tmp_path, capsys):
    (tmp_path / "other").mkdir()
    (tmp_path / "other/letter.txt").write_text("dear")
    assert bring(TOWNS, into=tmp_path / "other")[0] == 1
    assert "is neither an atlas nor an empty folder" in capsys.readouterr().out
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["letter.txt"]


def test_an_edit_made_meanwhile_is_kept(bring, atlas, monkeypatch, capsys):
    places = atlas / "places.yaml"

    def edit(folder):
        if folder.name == "atlas" and folder.parent.name.startswith(f".{atlas.name}-"):  # the copy
            places.write_text(places.read_text("utf-8") + "# by hand\n", "utf-8")
        return load_all(folder)

    monkeypatch.setattr("dashboard.reading.bring.load_all", edit)
    assert bring(TOWNS, into=atlas)[0] == 1
    assert "was edited meanwhile, so it stays as it is; run this again" in capsys.readouterr().out
    assert places.read_text("utf-8").endswith("# by hand\n")


def test_written_yaml_says_what_was_meant():
    from dashboard.reading.yamltext import block

    texts = ["a: b", "no", "12", "x # y", "'", "- z", "two\nlines", "\u2028", "😀 \t", "a,b", "[x]", "–", "é: è", "a:b"]
    content = {"texts": texts, "inner": {f"k{number}": text for number, text in enumerate(texts)}, "n": 1.5}
    assert yaml.safe_load(block({"all": content})) == {"all": content}
