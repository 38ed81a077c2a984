"""The page of stories, run with Streamlit's AppTest on the shipped table, in every language."""

import re

import pytest

from tests.views import tester
from tests.views.tester import LANGUAGES, LOADED

TITLES = {"en": "The partnership in ten steps", "ru": "Партнёрство за десять шагов", "zh": "十步看合作"}


def shown(**query: str) -> str:
    return tester.html(tester.opened("stories", **query), "stories_list")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_story_has_a_card_with_its_steps(language: str) -> None:
    html = shown(lang=language)
    assert TITLES[language] in html
    assert re.findall(r'<article id="([^"]*)"', html) == ["partnership", "medicine", "logistics", "region"]
    address = f"./?story=partnership&amp;step=2&amp;closeness=twinned&amp;lang={language}"
    assert html.count(f'href="{address}"') == 1
    assert html.count("&amp;step=1&amp;") == 2 * len(LOADED.catalogue.stories), "the first step, and the way to present"


def test_the_selection_is_what_a_story_with_a_variable_is_about() -> None:
    html = shown(lang="en", selected="BY-VI")
    assert '<option value="BY-VI" selected>' in html
    assert "./?story=region&amp;step=1&amp;selected=BY-VI&amp;lang=en" in html


@pytest.mark.parametrize("selected", ["minsk", "CN-MO", "BY_CN"])
def test_what_has_no_story_leaves_that_of_the_richest_pair(selected: str) -> None:
    """A place, a region without records, and a pair of countries."""
    assert re.findall(r'<option value="([^"]*)" selected>', shown(lang="en", selected=selected)) == ["BY-MI_CN-CQ"]
