"""The insights and compare pages, run with Streamlit's AppTest on the shipped table, in every language."""

import re
from base64 import b64decode

import pytest
from markupsafe import escape

from dashboard.catalogue import comparison, metrics
from dashboard.catalogue.filtering import Filter, select
from dashboard.text import captions
from dashboard.text.phrases import Phrases
from tests.views.tester import LANGUAGES, LOADED, address, html, opened, told

WHOLE = select(LOADED.catalogue, Filter())


def headlines(shown: str) -> list[str]:
    return re.findall(r"<h2[^>]*>(.*?)</h2>", shown.replace("\N{NO-BREAK SPACE}", " "))


@pytest.mark.parametrize("language", LANGUAGES)
def test_insights_open_in_every_language_under_their_findings(language: str) -> None:
    shown = html(opened("insights", lang=language), "charts")
    words = Phrases(LOADED.catalogue, LOADED.translators[language])
    for finding in (
        captions.matrix_caption(WHOLE, words),
        captions.sectors_caption(WHOLE, "BY", words),
        captions.stages_caption(WHOLE, "BY", words),
        captions.sector_stages_caption(WHOLE, words),
        captions.years_caption(WHOLE, words),
    ):
        assert escape(finding[0]).replace("\N{NO-BREAK SPACE}", " ") in headlines(shown)
    assert len(headlines(shown)) == 7
    assert shown.count('class="square rank-') == len(WHOLE.regional()) + len(LOADED.catalogue.kinds.closeness)
    assert f'lang="{language}"' in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "query", [{"sectors": "sport"}, {"kinds": "twinning"}, {"years": "2001-2005"}, {"text": "tea"}]
)
def test_insights_bear_any_filter(language: str, query: dict[str, str]) -> None:
    for side in LOADED.catalogue.atlas.countries:
        opened("insights", lang=language, side=side, **query)


def test_where_nothing_is_left_there_are_no_charts() -> None:
    app = opened("insights", lang="en", text="zeppelin")
    assert not any(each.proto.id.endswith("-charts") for each in app.get("bidi_component"))


def test_a_chart_without_data_says_so_and_offers_no_file() -> None:
    shown = html(opened("insights", lang="en", kinds="twinning"), "charts")
    assert headlines(shown).count("Nothing to show under the current filter.") == 3, "no project, and no sector"
    assert 'download="stages' not in shown
    assert 'download="matrix-filtered.csv"' in shown


def test_a_download_holds_the_numbers_of_its_chart() -> None:
    shown = html(opened("insights", lang="ru"), "charts")
    [packed] = re.findall(r'href="data:text/csv;charset=utf-8;base64,([^"]+)" download="matrix.csv"', shown)
    head, *rows, blank, terms = b64decode(packed).decode("utf-8-sig").splitlines()
    assert head == "Беларусь,Китай,Степень связей,Записи"
    assert len(rows) == len(WHOLE.regional()) == 37
    assert "Минская область,Чунцин,Побратимы,31" in rows
    assert not blank
    assert terms.endswith("CC BY 4.0: https://creativecommons.org/licenses/by/4.0/")
    assert "3 июня 2025" in terms.replace("\N{NO-BREAK SPACE}", " ")


def test_the_regions_of_the_other_country_are_counted_when_they_are_chosen() -> None:
    app = told(opened("insights", lang="en"), do="set", name="side", value="CN")
    assert address(app)["side"] == ["CN"]
    assert 'data-value="CN" aria-checked="true"' in html(app, "charts")


def test_white_spots_are_those_of_the_table() -> None:
    found = metrics.find_gaps(WHOLE, "BY")
    shown = html(opened("insights", lang="en"), "charts").split('id="gaps"')[1]
    assert found.on_paper
    assert all(f'data-select="{pair.key}"' in shown for pair in found.on_paper)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("keys", [[], ["BY-VI", "CN-SD"], ["BY-MI_CN-CQ", "BY-HM_CN-BJ"]])
def test_compare_opens_in_every_language(language: str, keys: list[str]) -> None:
    shown = html(opened("compare", lang=language, compare=keys), "versus")
    first, second = keys or comparison.candidates(LOADED.catalogue, "unit")[:2]
    assert f'data-key="{first} {second}"' in shown
    assert re.findall(r'<option value="([^"]+)" selected', shown) == [first, second]
    assert shown.count('<table class="sides">') == 3


def test_what_is_chosen_to_compare_stands_in_the_address() -> None:
    app = opened("compare", lang="en", compare=["BY-VI", "BY-BR"])
    told(app, do="set", name="compare", value=["BY-VI", "BY-HO"])
    assert address(app)["compare"] == ["BY-VI", "BY-HO"]
    assert 'data-key="BY-VI BY-HO"' in html(app, "versus")


def test_the_main_difference_is_said_under_the_filter() -> None:
    keys = ["BY-MI_CN-CQ", "BY-HM_CN-BJ"]
    shown = html(opened("compare", lang="en", compare=keys, stages="operation"), "versus")
    number = len(select(LOADED.catalogue, Filter(stages=frozenset({"operation"}))).pairs[keys[0]].projects)
    assert f"Chongqing: {number};" in headlines(shown)[0]


def test_without_a_record_only_the_choice_is_left() -> None:
    shown = html(opened("compare", lang="en", text="zeppelin"), "versus")
    assert "<select" in shown
    assert "<table" not in shown
