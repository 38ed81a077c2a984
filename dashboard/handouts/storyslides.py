"""The slides of a guided story: one for each step, with its chart, and what the speaker says in the notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import parse_qs

from dashboard.catalogue.quality import as_of
from dashboard.catalogue.schema import Story
from dashboard.handouts.content import Request
from dashboard.handouts.deck import Deck, Paragraph, Run, plain
from dashboard.handouts.master import BOTTOM, MARGIN, TOP, WIDTH, Box
from dashboard.handouts.slidecharts import add_titled
from dashboard.handouts.slidemap import MAP, add_map
from dashboard.handouts.slidesources import address, list_sources
from dashboard.handouts.storycharts import story_chart
from dashboard.state import from_query
from dashboard.stories.render import StepTexts, fits, rendered
from dashboard.stories.values import shown
from dashboard.text.phrases import Phrases

STEP_MAP = Box(MAP.x, TOP - 8, WIDTH - MARGIN - MAP.x, BOTTOM - TOP + 8)
WIDE_MAP = Box(MARGIN, TOP - 8, WIDTH - 2 * MARGIN, BOTTOM - TOP + 8)


def story_slides(request: Request, key: str) -> bytes:
    """The deck of a story, as a file of PowerPoint: title, steps, and what they quote.

    A story with a variable is about what the request has selected. The address of the request is that of the story.
    """
    catalogue, language = request.snapshot.catalogue, request.state.language
    t, dated = request.snapshot.translators[language], as_of(catalogue)
    story, words = catalogue.stories[key], Phrases(catalogue, t)
    title, about = t.text(story.title), t.text(story.about)
    subject = request.state.selected if story.variable else None
    steps = rendered(story, words, subject)
    deck = Deck(t, t.text(catalogue.atlas.title), dated)
    opening = deck.slide("cover", title, [plain(about), plain(t("handout.slides.as_of", day=t.date(dated)))], [about])
    for number, step in enumerate(steps):
        state = from_query(parse_qs(step.query), language, catalogue)
        shown = replace(request, state=state, sector=None)
        alt = t("handout.slides.map", title=step.caption, story=step.text)
        if number == 0:
            add_map(deck, opening, shown, MAP, alt)
        told = _told(step)
        slide = deck.slide("step" if told else "data", step.caption, told, [step.notes])
        chart = story_chart(step.chart, state, words) if step.chart else None
        *beside, room = (STEP_MAP if told else WIDE_MAP).beside(2 if chart else 1)
        if chart:
            add_titled(deck, slide, beside[0], chart, chart.says)
        add_map(deck, slide, shown, room, alt)
    list_sources(deck, _cited(story, steps, words, subject), catalogue.atlas.licence, request.address)
    return deck.saved(title)


def _told(step: StepTexts) -> list[Paragraph]:
    """The text of a step, its figures, and what it quotes."""
    told: list[Paragraph] = [plain(step.text)] if step.text else []
    told += [(Run(f"{value} ", bold=True, size=24), Run(name, quiet=True)) for value, name in step.figures]
    if step.quotation:
        words, source = step.quotation
        told += [plain(words), (Run(source, quiet=True, size=12),)]
    return told


def _cited(story: Story, steps: Sequence[StepTexts], words: Phrases, subject: str | None) -> list[Paragraph]:
    """The sources that are quoted, in that order, then those of what the steps select, with their addresses.

    A view without a selection shows too many records to list their sources.
    """
    catalogue = words.catalogue
    views = [shown(catalogue, step.view, subject) for step in story.steps if fits(step, catalogue, subject)]
    selected = catalogue.cited(row.record for view in views if view.selected for row in view.rows)
    urls = {words.cite(key): source.url for key, source in catalogue.sources.items()}
    quoted = (step.quotation[1] for step in steps if step.quotation)
    cited = dict.fromkeys((*quoted, *map(words.cite, selected)))
    return [(Run(source), *address(urls.get(source))) for source in cited]
