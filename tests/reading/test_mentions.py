"""Texts of others: what they name in three languages, in every form, and which records have it."""

from pathlib import Path

import pytest

from dashboard.catalogue.load import load
from dashboard.cli import main
from dashboard.loading import CONFIG
from dashboard.reading.facts import Reader
from dashboard.reading.files import read_text
from dashboard.reading.mentions import Mentions

READER = Reader(("en", "ru", "zh"))
TEXTS = {
    "en": "In Gomel Region, a plant from Jiangsu invested $1.2 billion on 24 April 2024.",
    "ru": "В Гомельской области предприятие из Цзянсу вложило 1,2 млрд долларов 24 апреля 2024 года.",
    "zh": "2024年4月24日，江苏企业在戈梅利州投资12亿美元。",
}


@pytest.fixture(scope="module")
def known() -> Mentions:
    return Mentions(load(CONFIG))


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_names_the_same_in_every_language(known, language):
    [passage] = known.passages([TEXTS[language]])
    assert {key for keys in passage.parties for key in keys} == {"BY-HO", "CN-JS"}
    assert [fact.value for fact in passage.dates] == ["2024-04-24"]
    assert [fact.value for fact in passage.amounts] == [1_200_000_000]


def test_russian_names_are_found_in_every_case(known):
    for text in ("Гомель", "в Гомеле", "Гомелем", "из Гомеля"):
        assert any("gomel" in keys for keys in known.parties(text)), text
    assert not list(known.parties("В Сибири холодно"))


def test_abbreviations_are_found_in_capitals_alone(known):
    [places] = [keys for keys in known.parties("the AEEX exchange") if "aeex" in keys]
    assert places == {"aeex"}
    assert not list(known.parties("most of it"))


def test_a_passage_is_told_with_its_records_or_to_be_read(atlas: Path, tmp_path: Path, capsys):
    article = tmp_path / "article.txt"
    article.write_text(
        "Northport and Eastham are twins.\n\nNothing here.\nIn 1987 Southport sold 500 boats to Westham.\n", "utf-8"
    )
    assert main(["mentions", str(article), "--config", str(atlas)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "line 1: Northport (northport); Eastham (eastham)",
        "  in XA-N_XB-E/northport-eastham",
        "line 4: Southport (southport); Westham (westham); 1987; 500",
        "  in no record: In 1987 Southport sold 500 boats to Westham.",
        "",
        "2 passages name something; no record has what 1 of them name",
        "to read: lines 4",
    ]


def test_a_web_page_is_read_as_a_reader_sees_it(atlas, tmp_path, capsys):
    page = tmp_path / "page.html"
    page.write_text(
        "<head><title>Eastham</title></head><p>Ties of <b>North</b>port</p><script>Westham</script>", "utf-8"
    )
    assert main(["mentions", str(page), "--config", str(atlas)]) == 0
    assert "Northport (northport)\n" in (said := capsys.readouterr().out)
    assert "Eastham" not in said
    assert "Westham" not in said
    page.write_bytes(b"%PDF-1.7")
    assert main(["mentions", str(page), "--config", str(atlas)]) == 1
    assert "is a PDF; save it as text first" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("from 2017-03 to May 2023", ["2017-03", "2023-05"]),
        ("01.02.2020 и в мае 2021 г.", ["2020-02-01", "2021-05"]),
        ("April 3, 2022; 3rd of nothing; in 2024", ["2022-04-03", "2024"]),
        ("2023年5月，2024年", ["2023-05", "2024"]),
        ("31.02.2020, 12345 and 2,024 are none", []),
    ],
)
def test_dates(text, dates):
    assert sorted(str(fact.value) for fact in READER.dates(text)) == sorted(dates)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("12 млн, 1 234,5 тыс. тонн и 45,5%", [12e6, 1_234_500, 45.5]),
        ("12,500 t, Br646.2 million, $3", [12_500, 646_200_000, 3]),
        ("1.2亿美元，100万吨", [120_000_000, 1_000_000]),
        ("COVID-19, 7 regions, May 2023", []),
    ],
)
def test_amounts(text, amounts):
    assert [fact.value for fact in READER.amounts(text)] == amounts


def test_a_page_that_leaves_out_the_end_of_its_head_is_read(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<html><head><title>News</title><body><p>In Gomel</p><script>Minsk</script></body></html>")
    assert "".join(read_text(page)).strip() == "In Gomel"
