"""The page of dossiers, run by Streamlit's own tester on the shipped table, in every language."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.loading import CONFIG, load_all

APP = Path(__file__).parents[2] / "dashboard" / "main.py"
LANGUAGES = list(load_all(CONFIG).catalogue.atlas.languages)
TITLES = {"en": "Minsk Region — Chongqing", "ru": "Минская область — Чунцин", "zh": "明斯克州 — 重庆"}
CHOOSE = {"en": "Dossiers", "ru": "Досье", "zh": "档案"}


def opened(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app._page_hash = calc_hash("dossier")
    app.run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    (found,) = [each.proto for each in app.get("bidi_component") if each.proto.component_name == "dossier"]
    return found.bytes.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_opens_a_dossier(language: str) -> None:
    html = shown(opened(lang=language, selected="BY-MI_CN-CQ"))
    assert f'lang="{language}" data-key="BY-MI_CN-CQ" data-kind="page"' in html
    assert f'tabindex="-1">{TITLES[language]}</h2>' in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_selection_there_is_something_to_choose_from(language: str) -> None:
    html = shown(opened(lang=language))
    assert f'tabindex="-1">{CHOOSE[language]}</h2>' in html
    assert f'href="dossier?lang={language}&amp;selected=BY-MI_CN-CQ"' in html


@pytest.mark.parametrize("key", ["BY-HM", "CN", "chongqing"])
def test_units_and_places_have_dossiers_and_countries_none(key: str) -> None:
    assert (f'data-key="{key}"' in shown(opened(lang="en", selected=key))) == (key != "CN")


def test_links_carry_the_filter() -> None:
    html = shown(opened(lang="en", selected="BY-MI_CN-CQ", sectors="medicine"))
    assert "dossier?lang=en&amp;selected=BY-MI_CN-GD&amp;sectors=medicine" in html
    assert 'data-act="reset"' in html
