"""Cut fonts: fontTools, which has not made them, reads the same outlines from them."""

import io

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from dashboard.handouts.page import PRINTED
from dashboard.handouts.webfont import webfont

ACCENTED = "é"  # composed of two other glyphs


def outline(font: TTFont, character: str) -> list:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getBestCmap()[ord(character)]].draw(pen)
    return pen.value


@pytest.mark.parametrize(
    ("file", "text"), [("NotoSansSC-600.ttf", "明斯克州，"), ("Inter-400.ttf", f"Minsk Минск {ACCENTED}")]
)
def test_a_font_is_cut_to_some_characters_with_their_outlines(file: str, text: str) -> None:
    whole = (PRINTED / file).read_bytes()
    cut = webfont(whole, set(text))
    assert len(cut) < len(whole) / 4
    before, after = TTFont(io.BytesIO(whole)), TTFont(io.BytesIO(cut), checkChecksums=2)
    assert set(map(chr, after.getBestCmap())) == set(text)
    for character in text:
        assert outline(after, character) == outline(before, character)
        assert (
            after["hmtx"][after.getBestCmap()[ord(character)]] == before["hmtx"][before.getBestCmap()[ord(character)]]
        )


def test_a_composed_letter_keeps_its_parts() -> None:
    font = TTFont(io.BytesIO(webfont((PRINTED / "Inter-400.ttf").read_bytes(), {ACCENTED})))
    assert outline(font, ACCENTED)


def test_what_a_font_does_not_have_is_left_to_another() -> None:
    font = TTFont(io.BytesIO(webfont((PRINTED / "NotoSansSC-400.ttf").read_bytes(), {"明", "a", "\U0001f9ed"})))
    assert set(font.getBestCmap()) == {ord("明")}
