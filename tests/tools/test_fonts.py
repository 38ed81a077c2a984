"""The served fonts cover every character of the table, and coverage.txt is right."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from dashboard.text.glyphs import COVERAGE
from tools.fonts import CONFIG, FONTS, NOTO_WEIGHTS, coverage_text, language_names, needed


def characters(*names: str) -> set[str]:
    return {chr(code) for name in names for code in TTFont(FONTS / name).getBestCmap()}


@pytest.mark.parametrize("weight", NOTO_WEIGHTS)
def test_every_chinese_character_of_the_table_has_a_glyph(weight: int) -> None:
    missing = needed(CONFIG) - characters(f"noto-sans-sc-{weight}.woff2")
    assert not missing, "run `make fonts`"


def test_the_small_fonts_have_the_names_of_the_languages_in_the_head() -> None:
    assert {"Р", "У", "中", "文"} == language_names() - set("EN")
    assert characters("language-names.woff2", "language-names-cyrillic.woff2") >= {"Р", "У", "中", "文"}


def test_a_character_that_the_table_lacks_today_is_there_for_tomorrow() -> None:
    assert {"永", "和", "九"} <= characters("noto-sans-sc-400.woff2")


def test_every_latin_and_cyrillic_letter_of_the_table_has_a_glyph() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in Path(CONFIG).rglob("*.yaml"))
    letters = {letter for letter in text if letter.isalpha() and letter < "\u0530"}
    assert {"ё", "ж", "Q"} <= letters
    assert not letters - characters("inter-latin.woff2", "inter-latin-ext.woff2", "inter-cyrillic.woff2")


def test_the_list_of_characters_is_that_of_the_fonts() -> None:
    assert COVERAGE.read_text(encoding="utf-8") == coverage_text(), "run `make fonts`"


def test_a_font_draws_no_more_than_the_page_asks_it_for() -> None:
    """Noto Sans SC also has Latin letters, and Inter arrows; Streamlit's settings assign characters to fonts."""
    drawn = set(COVERAGE.read_text(encoding="utf-8"))
    assert {"A", "ё", "Ł", "重", "，", "—", "№", "²"} <= drawn
    assert not {"→", "Ω", "あ", "\U0001f9ed"} & drawn
