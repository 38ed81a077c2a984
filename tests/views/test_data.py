"""The data page, run with Streamlit's AppTest on the shipped table, in every language."""

import json

import pytest
from streamlit.util import calc_hash

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.filtering import Filter, select
from dashboard.exports.formats import packed
from dashboard.exports.readable import COLUMNS
from dashboard.text.terms import name_of
from dashboard.views import data as module
from tests.views.tester import LANGUAGES, LOADED, address, opened, sent, told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", COLUMNS)
def test_every_table_opens_in_every_language(language: str, table: str) -> None:
    app = opened("data", lang=language, table=table)
    grid = app.dataframe[0]
    assert list(grid.value.columns) == list(COLUMNS[table])
    labels = [column["label"] for column in json.loads(grid.proto.columns).values() if "label" in column]
    t = LOADED.translators[language]
    assert labels == [name_of(name, "data.columns", t) for name in COLUMNS[table]]


def test_dates_are_shown_in_words_and_sort_as_dates() -> None:
    grid = opened("data", lang="ru", table="sources").dataframe[0]
    row = list(LOADED.catalogue.sources).index("news-2025-06-03")
    assert grid.value["date"][row] == "2025-06-03"
    assert "3 июня 2025" in grid.proto.arrow_data.styler.display_values.decode(errors="ignore")


def test_the_filter_counts_unless_the_whole_table_is_asked_for() -> None:
    app = opened("data", lang="en", table="projects", sectors="medicine")
    left = select(LOADED.catalogue, Filter(sectors=frozenset({"medicine"}))).count("projects")
    assert len(app.dataframe[0].value) == left
    app.toggle(key="w_extent").set_value(False).run()
    assert len(app.dataframe[0].value) == select(LOADED.catalogue, Filter()).count("projects") > left
    assert address(app)["extent"] == ["whole"]
    app.button_group(key="w_table").set_value("events").run()
    assert address(app)["table"] == ["events"]


def test_a_late_run_of_the_page_before_does_not_lead_back_to_it() -> None:
    app = told(opened("insights", lang="en"), do="open", page="data")
    app._page_hash = calc_hash("insights")
    app.run()
    assert not app.exception
    assert app.dataframe[0].key == "grid_agreements"
    assert sent(app, "reload")["address"] == "data?lang=en"


def test_downloads_are_made_when_asked_for_and_hold_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    buttons, made = {}, []
    monkeypatch.setattr(module, "packed", lambda *asked: made.append(asked) or packed(*asked))
    monkeypatch.setattr(module.st, "download_button", lambda _, data, **said: buttons.update({said["file_name"]: data}))
    opened("data", lang="en", sectors="medicine")
    assert list(buttons) == ["atlas.zip", "atlas.xlsx", "atlas.geojson", "atlas.json", "atlas.bib", "atlas.csl.json"]
    assert made == []
    pairs = json.loads(buttons["atlas.json"]())["pairs"]
    assert pairs.keys() == select(LOADED.catalogue, Filter(sectors=frozenset({"medicine"}))).pairs.keys()
    assert len(made) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terms_and_the_age_of_the_table_are_said(language: str) -> None:
    app = opened("data", lang=language)
    said = " ".join(caption.value for caption in app.caption)
    assert "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)" in said
    assert "GeoNames" in said
    t = LOADED.translators[language]
    assert t("status.as_of", date=t.date(Edtf.parse("2025-06-03"))) in said
    assert [metric.label for metric in app.metric] == [
        t(f"quality.{name}") for name in ("records", "inferred", "noted", "undated", "newest")
    ]
