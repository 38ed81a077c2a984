"""The published words and panels: complete in every language, and small enough to be fetched at once."""

import gzip
import json
import re

import pytest
from pydantic import TypeAdapter

from dashboard.contract.atlas import Panels, Words
from dashboard.loading import CONFIG, load_all
from dashboard.published import panels as parted
from dashboard.published.columns import columns
from dashboard.published.panels import panels
from dashboard.published.words import words

LOADED = load_all(CONFIG)
CATALOGUE = LOADED.catalogue
PANELS = {language: panels(CATALOGUE, t) for language, t in LOADED.translators.items()}
WORDS = {language: words(CATALOGUE, t) for language, t in LOADED.translators.items()}
CHONGQING = "BY-MI_CN-CQ"


@pytest.mark.parametrize("language", PANELS)
def test_everything_keeps_the_contract(language):
    TypeAdapter(Panels).validate_python(PANELS[language])
    TypeAdapter(Words).validate_python(WORDS[language])


@pytest.mark.parametrize("language", PANELS)
def test_there_is_a_panel_of_every_pair_unit_and_place_and_every_record_and_source_once(language):
    published = PANELS[language]
    assert published["subjects"].keys() == {*CATALOGUE.pairs, *CATALOGUE.units, *CATALOGUE.places}
    assert [(number, re.findall(r'data-record="(\d+)"', html)) for number, html in published["records"].items()] == [
        (number, [number]) for number in map(str, range(len(CATALOGUE.rows)))
    ]
    cited = CATALOGUE.cited(row.record for row in CATALOGUE.rows)
    numbers = [str(number) for number, key in enumerate(CATALOGUE.sources, 1) if key in cited]
    assert [(number, re.findall(r'<li id="s(\d+)"', html)) for number, html in published["sources"].items()] == [
        (number, [number]) for number in numbers
    ]
    for key, html in published["subjects"].items():
        assert f'lang="{language}" data-key="{key}"' in html
        assert f'href="dossier?lang={language}&amp;selected={key}"' in html


def test_a_large_table_has_its_panels_in_parts_each_with_all_that_it_shows(monkeypatch):
    """Chongqing and Minsk Region have 39 records: a part of more than 30 ends with them."""
    monkeypatch.setattr(parted, "WHOLE", 100)
    monkeypatch.setattr(parted, "PART", 30)
    catalogue, t = load_all(CONFIG).catalogue, LOADED.translators["en"]
    every = parted.parts(catalogue)
    made = [panels(catalogue, t, part) for part in range(every[-1] + 1)]
    assert len(made) > 5
    assert [key for part in made for key in part["subjects"]] == parted.subjects(catalogue)
    for part in made:
        shown = "".join(part["subjects"].values())
        assert set(re.findall(r'<i data-record="(\d+)"', shown)) == part["records"].keys()
        assert set(re.findall(r'<i data-source="(\d+)"', shown)) == part["sources"].keys()
    held = next(part for part in made if CHONGQING in part["subjects"])
    assert held["subjects"][CHONGQING] == PANELS["en"]["subjects"][CHONGQING]
    assert set(columns(catalogue)["parts"]) == set(range(len(made)))


def badges(html: str) -> dict[str, list[str]]:
    """Badges by the year from which they hold, those of dated records alone marked by a star."""
    heads = re.findall(r'<div data-from="(\d+)"( data-dated)? hidden>(.*?)</div>', html, re.DOTALL)
    return {
        f"{year}{'*' if dated else ''}": re.findall(r"<span[^>]*>([^<]*)</span>", body) for year, dated, body in heads
    }


def test_the_badges_of_minsk_region_and_chongqing_follow_the_sources():
    """They agreed to cooperate in 2002 and became twins in March 2017; both are dated."""
    found = badges(PANELS["en"]["subjects"][CHONGQING])
    assert list(found) == ["0", "2000", "2002", "2017", "0*", "2000*", "2002*", "2017*"]
    assert found["0"] == ["Twinned since March 2017", "first agreement 2002"]
    assert found["2000"] == ["nothing in force at the end of 2000"]
    assert found["2002"] == ["Agreement since 2002", "at the end of 2002"]
    assert found["2017"] == ["Twinned since March 2017", "first agreement 2002", "at the end of 2017"]
    assert all(found[f"{year}*"] == found[year] for year in ("0", "2000", "2002", "2017"))


def test_a_twinning_without_a_date_holds_in_every_year_unless_only_dated_records_count():
    found = badges(PANELS["en"]["subjects"]["BY-BR_CN-LN"])
    assert found["0"] == ["Twinned, date not known"]
    assert [year for year in found if not year.endswith("*")] == ["0", "2000"]
    assert "Twinned" not in " ".join(text for year, texts in found.items() if year.endswith("*") for text in texts)


def test_words_name_what_the_columns_count():
    en = WORDS["en"]
    assert (en["language"], en["locale"]) == ("en", "en_GB")
    assert len(en["table"]["titles"]) == len(CATALOGUE.rows)
    assert en["finding"]["title"] == "Three Belarusian regions have six Chinese twins"


def size(value: object) -> int:
    return len(gzip.compress(json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()))


def test_what_every_visitor_fetches_is_small():
    assert size(columns(CATALOGUE)) <= 8_000
    assert max(map(size, WORDS.values())) <= 25_000
    assert max(map(size, PANELS.values())) <= 120_000
