"""The slides of a deck on a pair, region, place or sector, or on the whole table."""

from __future__ import annotations

from pptx.enum.shapes import MSO_SHAPE

from dashboard.catalogue.quality import as_of
from dashboard.handouts.content import Request, content_of
from dashboard.handouts.deck import Deck, Paragraph, Run, plain
from dashboard.handouts.frames import add_bars
from dashboard.handouts.master import BOTTOM, COVER_TEXT, LED, MARGIN, TOP, WIDTH, Box
from dashboard.handouts.series import Chart
from dashboard.handouts.slidemap import MAP, add_map
from dashboard.handouts.slidesources import add_sources
from dashboard.handouts.slidetables import (
    Telling,
    tell_agreements,
    tell_events,
    tell_figures,
    tell_partners,
    tell_projects,
    tell_ties,
)

COUNTED = ("statuses", "sectors", "years")
"""Charts that count records."""

MOST_CHARTS, LEAST_FIGURES = 2, 3
"""Number of charts of figures, and of figures that make a chart; fewer stand in the table."""

MOST_FIGURES, FIGURE_SIZE = 8, 28


def slides(request: Request) -> bytes:
    """The deck of what is selected, as a file of PowerPoint."""
    content = content_of(request)
    deck = Deck(content.t, content.atlas, as_of(request.snapshot.catalogue))
    telling = Telling(content, deck)
    _cover(telling, request)
    _summary(telling)
    tell_partners(telling)
    tell_agreements(telling)
    tell_projects(telling)
    _charts(telling)
    tell_figures(telling)
    tell_ties(telling)
    tell_events(telling)
    add_sources(deck, content, telling.cited)
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
    figures = [chart for chart in telling.content.charts if chart.key not in COUNTED]
    series = [chart for chart in figures if len(chart.categories) >= LEAST_FIGURES]
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
