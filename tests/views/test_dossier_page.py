"""The dossier page, run with Streamlit's AppTest on the shipped table, in every language."""

import pytest

from tests.views import tester
from tests.views.tester import LANGUAGES

TITLES = {
    "en": "Minsk Region\N{NO-BREAK SPACE}– Chongqing",
    "ru": "Минская область\N{NO-BREAK SPACE}— Чунцин",
    "zh": "明斯克州—重庆",
}
CHOOSE = {"en": "Dossiers", "ru": "Досье", "zh": "档案"}


def shown(**query: str) -> str:
    return tester.html(tester.opened("dossier", **query), "full_dossier")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_opens_a_dossier(language: str) -> None:
    html = shown(lang=language, selected="BY-MI_CN-CQ")
    assert f'lang="{language}" data-key="BY-MI_CN-CQ" data-kind="page"' in html
    assert f'tabindex="-1">{TITLES[language]}</h2>' in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_selection_there_is_something_to_choose_from(language: str) -> None:
    html = shown(lang=language)
    assert f'tabindex="-1">{CHOOSE[language]}</h2>' in html
    assert f'href="dossier?lang={language}&amp;selected=BY-MI_CN-CQ"' in html


@pytest.mark.parametrize("key", ["BY-HM", "CN", "chongqing"])
def test_units_and_places_have_dossiers_and_countries_none(key: str) -> None:
    assert (f'data-key="{key}"' in shown(lang="en", selected=key)) == (key != "CN")


def test_links_carry_the_filter() -> None:
    html = shown(lang="en", selected="BY-MI_CN-CQ", sectors="medicine")
    assert "dossier?lang=en&amp;selected=BY-MI_CN-GD&amp;sectors=medicine" in html
    assert 'data-act="reset"' in html
