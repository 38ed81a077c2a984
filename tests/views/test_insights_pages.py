"""The insights and compare pages, run with Streamlit's AppTest on the shipped table, in every language."""

import json

import pytest
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from dashboard.catalogue import comparison, metrics
from dashboard.catalogue.filtering import Filter, select
from tests.views import tester
from tests.views.tester import LANGUAGES, LOADED, address, opened, sent

CHARTS = 5


def specs(app: AppTest) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]


def html(app: AppTest) -> str:
    """HTML of the white spots, or of the comparison."""
    keys = [
        key
        for key in ("gaps", "versus")
        if any(each.proto.id.endswith(f"-{key}") for each in app.get("bidi_component"))
    ]
    return tester.html(app, keys[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_insights_open_in_every_language(language: str) -> None:
    app = opened("insights", lang=language)
    t = LOADED.translators[language]
    titles = [t(f"insights.{name}.title") for name in ("matrix", "sectors", "stages", "by_sector", "years", "gaps")]
    assert [each.value for each in app.subheader] == titles
    drawn = specs(app)
    assert len(drawn) == CHARTS
    said = [each.value for each in app.markdown]
    assert all(spec["description"] in said for spec in drawn)
    pairs = len(select(LOADED.catalogue, Filter()).regional())
    assert t.number(pairs) in drawn[0]["description"]
    (squares,) = app.get("vega_lite_chart")[0].proto.datasets
    assert convert_arrow_bytes_to_pandas_df(squares.data.data).shape[0] == pairs
    assert f'lang="{language}"' in html(app)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "query", [{"sectors": "sport"}, {"kinds": "twinning"}, {"years": "2001-2005"}, {"text": "tea"}]
)
def test_insights_bear_any_filter(language: str, query: dict[str, str]) -> None:
    for side in LOADED.catalogue.atlas.countries:
        opened("insights", lang=language, side=side, **query)


def test_where_nothing_is_left_the_page_says_so() -> None:
    app = opened("insights", lang="en", text="zeppelin")
    assert [each.value for each in app.info] == [LOADED.translators["en"]("status.empty")]
    assert specs(app) == []


def test_a_chosen_pair_opens_on_the_map() -> None:
    app = opened("insights", lang="en", sectors="medicine")
    (box,) = app.selectbox
    box.select("BY-MI_CN-CQ").run()
    assert not app.exception
    assert address(app) == {"lang": ["en"], "selected": ["BY-MI_CN-CQ"], "sectors": ["medicine"]}
    assert sent(app, "reload")["address"].startswith("./?"), "the first page, which the stage draws"


def test_white_spots_are_those_of_the_table() -> None:
    found = metrics.find_gaps(select(LOADED.catalogue, Filter()), "BY")
    shown = html(opened("insights", lang="en"))
    assert found.on_paper
    assert all(f'data-select="{pair.key}"' in shown for pair in found.on_paper)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("keys", [[], ["BY-VI", "CN-SD"], ["BY-MI_CN-CQ", "BY-HM_CN-BJ"]])
def test_compare_opens_in_every_language(language: str, keys: list[str]) -> None:
    app = opened("compare", lang=language, compare=keys)
    first, second = keys or comparison.candidates(LOADED.catalogue, "unit")[:2]
    assert [box.value for box in app.selectbox] == [first, second]
    assert f'data-key="{first} {second}"' in html(app)
    assert len(specs(app)) == 2


def test_what_is_chosen_to_compare_stands_in_the_address() -> None:
    app = opened("compare", lang="en", compare=["BY-VI", "BY-BR"])
    assert second_options(app).count("BY-VI") == 0
    app.selectbox[1].select("BY-HO").run()
    assert address(app)["compare"] == ["BY-VI", "BY-HO"]
    app.button_group(key="w_kind").set_value("pair").run()
    assert not app.exception
    assert address(app)["compare"] == list(comparison.candidates(LOADED.catalogue, "pair")[:2])


def second_options(app: AppTest) -> list[str]:
    return [str(option) for option in app.selectbox[1].options]


def test_the_main_difference_is_said_under_the_filter() -> None:
    keys = ["BY-MI_CN-CQ", "BY-HM_CN-BJ"]
    app = opened("compare", lang="en", compare=keys, stages="operation")
    counts = [len(select(LOADED.catalogue, Filter(stages=frozenset({"operation"}))).pairs[keys[0]].projects), 0]
    assert any(f"Chongqing: {counts[0]};" in each.value for each in app.markdown)
