"""Every character that hand-outs print is in their fonts: of templates, of texts and of the code."""

import re
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from dashboard import handouts, html
from dashboard.handouts.measure import FONTS
from dashboard.loading import CONFIG
from dashboard.text.glyphs import NOT_DRAWN

HANDOUTS, TEMPLATES = Path(handouts.__file__).parent, Path(html.__file__).with_name("templates")
KINDS = ((TEMPLATES, "*.html"), (CONFIG / "i18n", "*.yaml"), (HANDOUTS, "*.typ"), (HANDOUTS, "*.py"))
SOURCES = [path for folder, kind in KINDS for path in folder.glob(kind)]


def drawn(weight: int) -> set[str]:
    fonts = (TTFont(FONTS / f"{name}-{weight}.ttf") for name in ("Inter", "NotoSansSC"))
    return {chr(code) for font in fonts for code in font.getBestCmap()}


DRAWN = drawn(400) & drawn(600)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_the_printed_fonts_have_every_character(path):
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert {each for each in text if unicodedata.category(each) not in NOT_DRAWN} <= DRAWN


def test_an_arrow_would_be_found():
    assert not {"↔", "→"} & DRAWN
