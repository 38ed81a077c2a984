"""The data page, run with Streamlit's AppTest on the shipped table, in every language."""

import re

import pytest
from streamlit.util import calc_hash

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.filtering import Filter, select
from dashboard.exports.formats import FORMATS
from dashboard.exports.readable import COLUMNS
from dashboard.text.terms import name_of
from tests.views.tester import LANGUAGES, LOADED, address, html, opened, sent, told

MEDICINE = select(LOADED.catalogue, Filter(sectors=frozenset({"medicine"})))
WHOLE = select(LOADED.catalogue, Filter())


def grid(app):
    (table,) = sent(app, "grid")["tables"]
    return table


def column(table, key):
    at = [each["key"] for each in table["columns"]].index(key)
    return [row["cells"][at] for row in table["rows"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", COLUMNS)
def test_every_table_opens_in_every_language(language: str, table: str) -> None:
    app = opened("data", lang=language, table=table)
    shown, t = grid(app), LOADED.translators[language]
    keys = [each["key"] for each in shown["columns"]]
    assert keys == [name for name in COLUMNS[table] if name in keys]
    assert [each["name"] for each in shown["columns"]] == [name_of(name, "data.columns", t) for name in keys]
    assert all(each["says"] for each in shown["columns"])
    assert not app.get("arrow_data_frame"), "no table of Streamlit's"
    for at in range(len(keys)):
        assert any(row["cells"][at] for row in shown["rows"]), f"{keys[at]} is an empty column"


def test_dates_are_shown_in_words_and_sort_as_dates() -> None:
    table = grid(opened("data", lang="ru", table="sources"))
    row = list(LOADED.catalogue.sources).index("news-2025-06-03")
    assert column(table, "date")[row] == {
        "text": "3 июня 2025\N{NO-BREAK SPACE}г.",
        "sort": "2025-06-03",
    }


def test_numbers_are_shown_in_the_digits_of_the_language_and_sort_as_numbers() -> None:
    values = column(grid(opened("data", lang="en", table="indicators")), "value")
    assert {"text": "280,000,000", "sort": 280_000_000} in values


def test_the_code_of_a_region_stands_beside_its_name() -> None:
    table = grid(opened("data", lang="en", table="pairs"))
    assert column(table, "side_a")[0] == {"text": "Brest Region", "code": "BY-BR"}


def test_rows_lead_to_dossiers_and_their_sources_to_the_address_where_they_are() -> None:
    table = grid(opened("data", lang="en", table="projects"))
    row = next(row for row in WHOLE.rows if row.record_type == "projects")
    assert (table["rows"][0]["key"], table["rows"][0]["part"]) == (row.pair.key, row.key)
    links = column(table, "sources")[0]["links"]
    assert [link.get("href") for link in links] == [LOADED.catalogue.sources[key].url for key in row.record.sources]


def test_the_filter_counts_unless_the_whole_table_is_asked_for() -> None:
    app = opened("data", lang="en", table="projects", sectors="medicine")
    assert len(grid(app)["rows"]) == MEDICINE.count("projects")
    choice = html(app, "choice")
    assert f'Projects <span class="n">{MEDICINE.count("projects")}</span>' in choice
    assert '<p class="paper">Sector: Health</p>' in choice
    app = told(app, do="set", name="extent", value="whole")
    assert len(grid(app)["rows"]) == WHOLE.count("projects") > MEDICINE.count("projects")
    assert address(app)["extent"] == ["whole"]
    assert address(told(app, do="set", name="table", value="events"))["table"] == ["events"]


def test_without_a_filter_there_is_nothing_to_choose_beside_the_table() -> None:
    assert 'data-set="extent"' not in html(opened("data", lang="en"), "choice")
    chosen = re.findall(r'data-value="(\w+)"\s+aria-checked="true"', html(opened("data", lang="en"), "choice"))
    assert chosen == ["agreements"]


def test_a_table_without_rows_says_so_and_is_not_drawn() -> None:
    app = opened("data", lang="en", table="agreements", stages="operation")
    assert "No row of this table matches the current filter." in html(app, "choice")
    assert not any(each.proto.id.endswith("-grid") for each in app.get("bidi_component"))


def test_a_late_run_of_the_page_before_does_not_lead_back_to_it() -> None:
    app = told(opened("insights", lang="en"), do="open", page="data")
    app._page_hash = calc_hash("insights")
    app.run()
    assert not app.exception
    assert grid(app)["key"] == "agreements"
    assert sent(app, "reload")["address"] == "data?lang=en"


def test_downloads_are_of_what_is_shown() -> None:
    files = html(opened("data", lang="en", sectors="medicine", table="projects"), "files")
    links = re.findall(r'<a href="([^"]+)" download>', files)
    query = "lang=en&amp;sectors=medicine"
    assert links == [
        *(f"download/{form}?{query}&amp;of=projects" for form in ("xlsx", "csv", "csv-semicolon")),
        *(f"download/{form}?{query}" for form in FORMATS),
    ]
    whole = html(opened("data", lang="en", sectors="medicine", extent="whole"), "files")
    assert "sectors=medicine" not in whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terms_and_the_age_of_the_table_are_said(language: str) -> None:
    app = opened("data", lang=language)
    files, t = html(app, "files"), LOADED.translators[language]
    assert '<a href="https://creativecommons.org/licenses/by/4.0/" target="_blank"' in files
    assert "GeoNames" in files
    assert t.date(Edtf.parse("2025-06-03")) in html(app, "quality")


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_say_how_well_founded_the_table_is(language: str) -> None:
    app = opened("data", lang=language)
    t = LOADED.translators[language]
    names = [t(f"quality.{name}") for name in ("records", "inferred", "noted", "undated", "newest")]
    assert re.findall("<dt>(.*?)</dt>", html(app, "quality")) == names
    parts = sent(app, "tallies")["tables"]
    assert [part["key"] for part in parts] == ["kind", "region", "source"]
    assert [each["name"] for each in parts[0]["columns"]][1:] == names[:-1]
    assert sum(cell["sort"] for cell in column(parts[0], "records")) == len(LOADED.catalogue.rows)
