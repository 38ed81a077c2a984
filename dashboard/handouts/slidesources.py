"""The last slides of a deck: its sources, the code that opens the view, and the terms of use."""

from __future__ import annotations

import io
from collections.abc import Container, Sequence

import segno
from pptx.slide import Slide

from dashboard.catalogue.schema.atlas import Licence
from dashboard.handouts import fit
from dashboard.handouts.content import Content
from dashboard.handouts.deck import Deck, Paragraph, Run, describe, text_of
from dashboard.handouts.master import BOTTOM, GAP, LAYOUTS, MARGIN, TOP, WIDTH, Box

QR = 132
"""Side of the code that opens the view, in points."""


def add_sources(deck: Deck, content: Content, cited: Container[int]) -> None:
    """List every source that the slides cite, by its number."""
    told: list[Paragraph] = [
        (Run(f"[{source.number}] {source.text}"), *address(source.url))
        for source in content.sources
        if source.number in cited
    ]
    list_sources(deck, told, content.licence, content.address)


def list_sources(deck: Deck, told: Sequence[Paragraph], licence: Licence, view: str) -> None:
    """Add slides of sources, with their addresses, beside the code of a view and the terms; none for no source."""
    pages = _paged(told) if told else []
    title = deck.t("handout.slides.titles.sources")
    for number, page in enumerate(pages, start=1):
        add_terms(deck, deck.slide("sources", deck.part(title, number, len(pages)), page), licence, view)


def add_terms(deck: Deck, slide: Slide, licence: Licence, view: str) -> None:
    """Add the code that opens a view, if its address is known, and on what terms the slides may be used."""
    t, x, y = deck.t, WIDTH - MARGIN - QR, TOP
    terms: list[Paragraph] = [
        (Run(licence.name, bold=True, link=licence.url),),
        (Run(t("handout.slides.terms"), quiet=True),),
        (Run(t("handout.slides.inferred_says"), quiet=True),),
    ]
    if view:
        code = io.BytesIO()
        segno.make(view, error="m").save(code, kind="png", scale=8, border=0, light=None)
        code.seek(0)
        picture = slide.shapes.add_picture(code, *Box(x, y, QR, QR).emus)
        describe(picture, t("handout.slides.open"), t("handout.slides.qr"))
        picture.click_action.hyperlink.address = view
        terms.insert(0, (Run(t("handout.slides.open"), link=view),))
        y += QR + GAP
    deck.text(slide, Box(x, y, QR, BOTTOM - y), terms, (12,))


def address(url: str | None) -> list[Run]:
    """An address to read and to open, if there is one."""
    return [Run(" "), Run(url.partition("://")[2] or url, link=url)] if url else []


def _paged(text: Sequence[Paragraph]) -> list[Sequence[Paragraph]]:
    """Paragraphs on as many slides as they need, in equal shares if they fit so."""
    place = LAYOUTS["sources"][1]
    heights = [fit.height_of(text_of(each), place.box.width, place.sizes[-1]) + GAP for each in text]
    starts, room = [0], place.box.height + GAP
    for number, height in enumerate(heights):
        if number > starts[-1] and sum(heights[starts[-1] : number]) + height > room:
            starts.append(number)
    share = -(-len(text) // len(starts))
    even = list(range(0, len(text), share or 1))
    if all(sum(heights[start : start + share]) <= room for start in even):
        starts = even
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
