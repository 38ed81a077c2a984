"""Which slides a deck has: those of a pair, region, place or sector, or of the whole table."""

from __future__ import annotations

import io
from dataclasses import replace

import segno
from pptx.enum.shapes import MSO_SHAPE
from pptx.slide import Slide

from dashboard.catalogue.filtering import select
from dashboard.handouts import fit
from dashboard.handouts.content import Content, Request, content_of
from dashboard.handouts.deck import Deck, Paragraph, Run, describe, plain, text_of
from dashboard.handouts.frames import add_bars
from dashboard.handouts.master import BOTTOM, COVER_TEXT, GAP, LAYOUTS, LED, MARGIN, TOP, WIDTH, Box
from dashboard.handouts.series import Chart
from dashboard.handouts.slidemap import draw_legend, draw_map, legend_height
from dashboard.handouts.slidetables import (
    Telling,
    tell_agreements,
    tell_events,
    tell_figures,
    tell_partners,
    tell_projects,
    tell_ties,
)
from dashboard.handouts.still import still
from dashboard.text.phrases import Phrases

COUNTED = ("statuses", "sectors", "years")
"""Charts that count records."""

MOST_CHARTS = 2
"""Number of charts of figures."""

MOST_FIGURES, FIGURE_SIZE = 8, 28
MAP = Box(376, 28, 556, 464)
QR = 132


def slides(request: Request) -> bytes:
    """The deck of what is selected, as a file of PowerPoint."""
    content = content_of(request)
    telling = Telling(content, new_deck(content))
    _cover(telling, request)
    _summary(telling)
    tell_partners(telling)
    tell_agreements(telling)
    tell_projects(telling)
    _charts(telling)
    tell_figures(telling)
    tell_ties(telling)
    tell_events(telling)
    _sources(telling)
    return telling.deck.saved(content.title, content.atlas, content.day)


def new_deck(content: Content) -> Deck:
    """A deck without slides, with the name of the atlas and the date of its table at the foot."""
    t = content.t
    return Deck(t, t("handout.slides.foot", atlas=content.atlas, day=content.as_of))


def add_map(deck: Deck, slide: Slide, request: Request, box: Box, alt: str) -> None:
    """Draw the map of a request into a box, with the legend at its foot."""
    snapshot, state = request.snapshot, request.state
    if request.sector:
        state = replace(state, filter=replace(state.filter, sectors=state.filter.sectors | {request.sector}))
    words = Phrases(snapshot.catalogue, snapshot.translators[state.language])
    view = select(snapshot.catalogue, state.filter)
    drawn = still(snapshot, state, view, (box.width, box.height))
    key = legend_height(drawn, box.width)
    drawn = still(snapshot, state, view, (box.width, box.height - key))
    draw_map(deck, slide, drawn, (box.x, box.y), words, alt)
    draw_legend(deck, slide, drawn, (box.x, box.y + box.height - key), box.width, words.t("handout.slides.shapes.key"))


def _cover(telling: Telling, request: Request) -> None:
    """The title with the map, and what the subject is."""
    content, t = telling.content, telling.content.t
    asked = [*content.conditions, content.hidden] if content.conditions else []
    lines = [*content.badges, *filter(None, asked), t("handout.slides.as_of", day=content.as_of)]
    slide = telling.deck.slide("cover", content.title, [plain(line) for line in lines], content.story)
    if content.tone:
        band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *Box(MARGIN, COVER_TEXT.y - 10, 48, 4).emus)
        telling.deck.tint(band, content.tone)
    alt = t("handout.slides.map", title=content.title, story=content.told)
    add_map(telling.deck, slide, request, MAP, alt)


def _summary(telling: Telling) -> None:
    """The story, and the key figures beside it."""
    content = telling.content
    story = [plain(sentence) for sentence in content.story]
    slide = telling.deck.slide("text", telling.title("summary"), story, [content.t("handout.slides.composed")])
    for number, figure in enumerate(content.figures[:MOST_FIGURES]):
        down, across = divmod(number, 2)
        box = Box(632 + across * 144, TOP + down * 92, 132, 84)
        told: list[Paragraph] = [(Run(figure.value, bold=True, size=FIGURE_SIZE),), (Run(figure.name, quiet=True),)]
        telling.deck.text(slide, box, told, (14, 12), gap=0)


def _charts(telling: Telling) -> None:
    """A chart of each of the longest series of figures."""
    series = [chart for chart in telling.content.charts if chart.key not in COUNTED]
    for chart in sorted(series, key=lambda each: -len(each.categories))[:MOST_CHARTS]:
        _chart(telling, chart)


def _chart(telling: Telling, chart: Chart) -> None:
    """A series of figures in the order of time."""
    says = [part for part in (chart.says, telling.cite(chart.sources)) if part]
    (series,) = chart.series
    slide = telling.deck.slide("data", chart.title, [plain(" · ".join(says))])
    bars = list(zip(chart.categories, series.values, series.labels, strict=True))
    alt = f"{chart.title}: " + "; ".join(f"{category}: {label}" for category, _, label in bars)
    box = Box(MARGIN, LED, WIDTH - 2 * MARGIN, BOTTOM - LED)
    add_bars(telling.deck, slide, box, chart.title, bars, (5,), alt, upright=True)


def _sources(telling: Telling) -> None:
    """Every source that the slides cite, with its address, beside the code of the view and the terms."""
    cited = [
        (Run(f"[{source.number}] {source.text}"), *_address(source.url))
        for source in telling.content.sources
        if source.number in telling.cited
    ]
    pages = _paged(cited)
    for number, page in enumerate(pages, start=1):
        slide = telling.deck.slide("sources", telling.part(telling.title("sources"), number, len(pages)), page)
        _terms(telling, slide)


def _address(url: str) -> list[Run]:
    """An address to read and to open, if there is one."""
    return [Run(" "), Run(url.partition("://")[2] or url, link=url)] if url else []


def _paged(text: list[Paragraph]) -> list[list[Paragraph]]:
    """Paragraphs on as many slides as they need, at the least size of their place."""
    place = LAYOUTS["sources"][1]
    pages: list[list[Paragraph]] = [[]]
    left = place.box.height
    for paragraph in text:
        height = fit.height_of(text_of(paragraph), place.box.width, place.sizes[-1])
        if pages[-1] and height > left:
            pages.append([])
            left = place.box.height
        pages[-1].append(paragraph)
        left -= height + GAP
    return pages


def _terms(telling: Telling, slide: Slide) -> None:
    """The code that opens the view, and on what terms the slides may be used."""
    content, t = telling.content, telling.content.t
    x, y, width = WIDTH - MARGIN - QR, TOP, QR
    if content.address:
        code = io.BytesIO()
        segno.make(content.address, error="m").save(code, kind="png", scale=8, border=0, light=None)
        code.seek(0)
        picture = slide.shapes.add_picture(code, *Box(x, y, QR, QR).emus)
        describe(picture, t("handout.slides.open"), t("handout.slides.qr"))
        picture.click_action.hyperlink.address = content.address
        y += QR + 8
    licence = content.licence
    terms: list[Paragraph] = [
        (Run(licence.name, bold=True, link=licence.url),),
        (Run(t("handout.slides.terms"), quiet=True),),
        (Run(t("handout.slides.inferred_says"), quiet=True),),
    ]
    if content.address:
        terms.insert(0, (Run(t("handout.slides.open"), link=content.address),))
    telling.deck.text(slide, Box(x, y, width, BOTTOM - y), terms, (12,))
