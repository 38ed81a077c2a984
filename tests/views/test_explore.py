"""The page to explore, run with Streamlit's AppTest: Python draws nothing of it and confirms what was chosen."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.views.tester import LANGUAGES, address, opened, sent, told


def drawn(app: AppTest) -> list[str]:
    return [each.proto.component_name for each in app.get("bidi_component")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_line_and_the_sentence_of_a_failed_stage_are_mounted(language: str) -> None:
    app = opened(lang=language, selected="BY-MI_CN-CQ", sectors="medicine")
    assert set(drawn(app)) == {"reload", "panel"}, "the panel says that the stage could not be loaded"
    assert not [*app.markdown, *app.button, *app.info]
    assert address(app) == {"lang": [language], "selected": ["BY-MI_CN-CQ"], "sectors": ["medicine"]}


def test_the_line_says_where_the_published_files_are() -> None:
    files = sent(opened(lang="en"), "reload")["files"]
    assert files.startswith("app/static/layers/atlas-")


def test_reset_takes_every_filter_off_and_keeps_the_selection() -> None:
    app = told(opened(lang="en", sectors=["medicine", "logistics"], years="2010-2020", selected="BY-VI"), do="reset")
    assert address(app) == {"lang": ["en"], "selected": ["BY-VI"]}


def test_another_language_keeps_the_filter() -> None:
    app = told(opened(lang="en", sectors="medicine"), do="set", name="language", value="ru")
    assert address(app) == {"lang": ["ru"], "sectors": ["medicine"]}
