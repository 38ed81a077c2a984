"""Texts on slides: shortened, divided among slides, and harmless."""

import io

from pptx import Presentation

from dashboard.catalogue.dates import Edtf
from dashboard.handouts.deck import Deck, plain
from dashboard.handouts.frames import Column, paged
from dashboard.handouts.master import Box
from dashboard.handouts.series import Chart, Series
from dashboard.handouts.shapes import Drawing
from dashboard.handouts.slidecharts import add_chart
from tests.handouts.decks import (
    LOADED,
    empty,
    needed,
    sizes_of,
)


def test_what_is_too_long_is_shortened_with_an_ellipsis():
    deck = empty()
    slide = deck.slide("text", "word " * 80, [plain("word " * 1500)])
    title, body = slide.shapes.title.text_frame, slide.placeholders[1].text_frame
    for frame, height in ((title, 62), (body, 384)):
        assert frame.text.endswith("…")
        assert len(frame.text) > 100
        assert needed(frame, 864 if frame is title else 528, sizes_of(frame)[0]) <= height


def test_lines_go_on_on_the_next_slide_and_what_has_no_room_is_counted():
    columns = [Column("Name", 400)]
    lines = [((plain(f"Line {number}"),),) for number in range(40)]
    one = paged(columns, lines, [2000])
    assert (len(one.pages), one.size, one.left) == (1, 16, 0)
    two = paged(columns, lines, [600, 600, 600])  # a line of 12 points takes 12 * 1.2 + 8 = 22.4: 25 and the head
    assert (len(two.pages), two.left) == (2, 0)
    few = paged(columns, lines, [100])  # the head and three lines
    assert (len(few.pages[0]), few.size, few.left) == (3, 12, 37)
    endless = [((plain("word " * 5000),),)]
    assert len(paged(columns, endless, [200]).pages[0]) == 1


def test_control_characters_do_no_harm():
    deck = Deck(LOADED.translators["en"], "At\x0blas <&>", Edtf.parse("2025"))
    slide = deck.slide("text", "a\x0bb<&>\"'", [plain("<b>&amp;")])
    drawing = Drawing(deck, slide, (0, 0))
    drawing.text('A\x01 "<b>"', 10, 10, 12, (0, 0, 0, 255))
    drawing.close("map\x02", "alt\x03")
    bars = Series("Bars\x04", (1.0,), ("b\x06",), ("#1d4f7c",))
    add_chart(deck, slide, Box(0, 0, 9, 9), Chart("key", "Title\x08", ("a\x05",), (bars,)))
    show = Presentation(io.BytesIO(deck.saved("x\x07" * 300)))
    assert show.slides[0].placeholders[1].text_frame.text == "<b>&amp;"
    assert [shape.text_frame.text for shape in show.slides[0].shapes[-2].shapes] == ['A "<b>"']
    assert "Atlas <&>" in show.slides[0].placeholders[3].text_frame.text
