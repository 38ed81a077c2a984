"""The explore page, run with Streamlit's AppTest on the shipped table, in every language."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.catalogue.filtering import Filter, select
from tests.views.tester import LANGUAGES, LOADED, address, html, message, opened, sent, told

MINSK_CHONGQING = {
    "en": "Minsk Region\N{NO-BREAK SPACE}– Chongqing",
    "ru": "Минская область\N{NO-BREAK SPACE}— Чунцин",
    "zh": "明斯克州—重庆",
}


def drawn(app: AppTest) -> dict:
    return sent(app, "map")


def panel(app: AppTest) -> str:
    return html(app, "dossier")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("selected", ["BY-MI_CN-CQ", "BY-VI", "CN-SD", "qingdao", "BY-HM_CN-LN", "BY_CN"])
def test_everything_opens_in_every_language(language: str, selected: str) -> None:
    app = opened(lang=language, selected=selected)
    assert f'lang="{language}"' in panel(app)
    assert f'data-key="{selected}"' in panel(app)
    assert drawn(app)["selected"]["id"] == selected
    assert address(app)["lang"] == [language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_in_the_language_of_the_visitor(language: str) -> None:
    app = opened(lang=language, selected="BY-MI_CN-CQ")
    assert MINSK_CHONGQING[language] in panel(app)
    regions = drawn(app)["styles"]["regions"]
    assert regions["BY-VI"]["name"] == LOADED.catalogue.units["BY-VI"].names[language]


def test_a_filter_dims_what_it_excludes_and_removes_nothing() -> None:
    everything, medicine = drawn(opened(lang="en")), drawn(opened(lang="en", sectors="medicine"))
    before, after = everything["styles"]["arcs"], medicine["styles"]["arcs"]
    assert before.keys() == after.keys()
    assert not any(style.get("dim") for style in before.values())
    left = {key for key, style in after.items() if not style.get("dim")}
    view = select(LOADED.catalogue, Filter(sectors=frozenset({"medicine"})))
    assert left == {pair.key for pair in view.regional()}
    assert {"BY-MI_CN-CQ", "BY-VI_CN-JX"} <= left  # reagents; traditional medicine between Orsha and Nanchang
    assert "BY-HO_CN-XJ" not in left


def test_the_status_line_counts_what_is_left() -> None:
    app = opened(lang="en", sectors="medicine")
    view = select(LOADED.catalogue, Filter(sectors=frozenset({"medicine"})))
    assert f"**{len(view.regional())}** of" in app.markdown[0].value
    assert f"**{view.count('projects')}** of" in app.markdown[0].value


def test_reset_takes_every_filter_off() -> None:
    app = opened(lang="en", sectors=["medicine", "logistics"], years="2010-2020", selected="BY-VI")
    app.button(key="reset").click().run()
    assert address(app).keys() == {"lang", "selected"}


def test_another_language_keeps_the_filter() -> None:
    app = opened(lang="en", sectors="medicine")
    told(app, do="set", name="language", value="ru")
    assert address(app)["lang"] == ["ru"]
    assert address(app)["sectors"] == ["medicine"]


def test_nothing_left_is_said_kindly() -> None:
    app = opened(lang="en", text="zzzz")
    assert app.info[0].value == LOADED.translators["en"]("status.empty")


def test_colour_by_sector_keeps_every_arc() -> None:
    styles = drawn(opened(lang="en", colouring="sectors"))["styles"]["arcs"]
    colours = {tuple(style["color"]) for style in styles.values()}
    assert len(styles) == sum(pair.regional for pair in LOADED.catalogue.pairs.values())
    assert len(colours) > 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_timeline_keeps_its_bars_when_years_are_chosen_and_travels_light(language: str) -> None:
    whole, chosen = (message(opened(lang=language, **more), "timeline") for more in ({}, {"years": "2010-2020"}))
    assert len(whole) < 2500
    before, after = json.loads(whole), json.loads(chosen)
    assert (before.pop("years"), after.pop("years")) == (None, [2010, 2020])
    assert before == after
    assert before["rows"] == []


def test_the_timeline_has_rows_of_what_is_selected() -> None:
    drawn_of = sent(opened(lang="en", selected="BY-MI_CN-CQ"), "timeline")
    assert [row["name"] for row in drawn_of["rows"]] == [
        "Twinning",
        "Cooperation agreement",
        "Roadmap",
        "Plan for in-depth joint development",
        "Projects",
        "Events",
    ]
