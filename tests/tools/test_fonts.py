"""The fonts that are served can draw everything that the table says."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tools.fonts import FONTS, NOTO_WEIGHTS, needed

CONFIG = Path(__file__).parents[2] / "config"


def characters(*names: str) -> set[str]:
    return {chr(code) for name in names for code in TTFont(FONTS / name).getBestCmap()}


@pytest.mark.parametrize("weight", NOTO_WEIGHTS)
def test_every_chinese_character_of_the_table_has_a_glyph(weight: int) -> None:
    missing = needed(CONFIG) - characters(f"noto-sans-sc-{weight}.woff2")
    assert not missing, "run `make fonts`"


def test_a_character_that_the_table_lacks_today_is_there_for_tomorrow() -> None:
    assert {"永", "和", "九"} <= characters("noto-sans-sc-400.woff2")


def test_every_latin_and_cyrillic_letter_of_the_table_has_a_glyph() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in CONFIG.rglob("*.yaml"))
    letters = {letter for letter in text if letter.isalpha() and letter < "\u0530"}
    assert {"ё", "ж", "Q"} <= letters
    assert not letters - characters("inter-latin.woff2", "inter-latin-ext.woff2", "inter-cyrillic.woff2")
