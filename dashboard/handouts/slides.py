"""The slides of a deck on a pair, region, place or sector, or on the whole table."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.shapes import MSO_SHAPE
from pptx.slide import Slide

from dashboard.catalogue.quality import as_of
from dashboard.handouts.content import Request, content_of
from dashboard.handouts.deck import Deck, Paragraph, Run, plain
from dashboard.handouts.master import BOTTOM, COVER_TEXT, MARGIN, TOP, WIDTH, Box
from dashboard.handouts.series import Chart
from dashboard.handouts.slidecharts import add_titled
from dashboard.handouts.slidemap import MAP, add_map
from dashboard.handouts.slidesources import add_sources, add_terms
from dashboard.handouts.slidetables import (
    Telling,
    tell_agreements,
    tell_events,
    tell_figures,
    tell_partners,
    tell_projects,
    tell_ties,
)

COUNTED = ("sectors", "years")
"""Charts that count records."""

LEAST_RECORDS = 5
"""Records that are counted by sector and year; fewer are told sooner by their tables."""

MOST_CHARTS, MOST_SECTORS = 4, 10
"""Number of charts of figures, two on a slide, and of sectors in a chart."""

MOST_FIGURES, FIGURE_SIZE = 8, 28


def slides(request: Request) -> bytes:
    """The deck of what is selected, as a file of PowerPoint."""
    content = content_of(request)
    deck = Deck(content.t, content.atlas, as_of(request.snapshot.catalogue))
    telling = Telling(content, deck)
    _cover(telling, request)
    summary = _summary(telling)
    tell_partners(telling)
    tell_agreements(telling)
    tell_projects(telling)
    _counts(telling)
    _series(telling)
    tell_figures(telling)
    tell_ties(telling)
    tell_events(telling)
    add_sources(deck, content, telling.cited)
    if not telling.cited:
        add_terms(deck, summary, content.licence, content.address)
    return deck.saved(content.title)


def _cover(telling: Telling, request: Request) -> None:
    """The title with the map, and what the subject is."""
    content, t = telling.content, telling.content.t
    asked = [*content.conditions, content.hidden] if content.conditions else []
    lines = [*content.badges, *filter(None, asked), t("handout.slides.as_of", day=content.as_of)]
    said = [plain(line[:1].upper() + line[1:]) for line in lines]
    slide = telling.deck.slide("cover", content.title, said, content.story)
    if content.tone:
        band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *Box(MARGIN, COVER_TEXT.y - 10, 48, 4).emus)
        telling.deck.tint(band, content.tone)
    alt = t("handout.slides.map", title=content.title, story=content.told)
    add_map(telling.deck, slide, request, MAP, alt)


def _summary(telling: Telling) -> Slide:
    """The story, and the key figures beside it."""
    content = telling.content
    story = [plain(sentence) for sentence in content.story]
    slide = telling.deck.slide("text", telling.title("summary"), story, [content.t("handout.slides.composed")])
    for number, figure in enumerate(content.figures[:MOST_FIGURES]):
        down, across = divmod(number, 2)
        box = Box(632 + across * 144, TOP + down * 92, 132, 84)
        told: list[Paragraph] = [(Run(figure.value, bold=True, size=FIGURE_SIZE),), (Run(figure.name, quiet=True),)]
        telling.deck.text(slide, box, told, (14, 12), gap=0)
    return slide


def _counts(telling: Telling) -> None:
    """The records by sector and by year."""
    charts = [chart.foremost(MOST_SECTORS) for chart in telling.content.charts if chart.key in COUNTED]
    if sum(telling.content.counts.values()) >= LEAST_RECORDS:
        _charts(telling, "counts", charts)


def _series(telling: Telling) -> None:
    """The figures that are series in time, the longest ones."""
    found = [chart for chart in telling.content.charts if chart.key not in (*COUNTED, "stages")]
    _charts(telling, "series", sorted(found, key=lambda chart: -len(chart.categories))[:MOST_CHARTS])


def _charts(telling: Telling, part: str, charts: Sequence[Chart]) -> None:
    """Charts, two side by side on a slide."""
    slides = [charts[at : at + 2] for at in range(0, len(charts), 2)]
    for number, shown in enumerate(slides, start=1):
        slide = telling.deck.slide("data", telling.deck.part(telling.title(part), number, len(slides)), ())
        for chart, box in zip(
            shown, Box(MARGIN, TOP, WIDTH - 2 * MARGIN, BOTTOM - TOP).beside(len(shown)), strict=True
        ):
            says = " · ".join(filter(None, (chart.says, telling.cite(chart.sources))))
            add_titled(telling.deck, slide, box, chart, says)
