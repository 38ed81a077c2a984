"""The tables of records in a deck, each on as many slides as it may take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dashboard.handouts.content import Content
from dashboard.handouts.deck import Deck, Paragraph, Run, plain
from dashboard.handouts.entries import ROW, Entry
from dashboard.handouts.frames import Cell, Column, Line, add_table, paged
from dashboard.handouts.master import BOTTOM, MARGIN, TOP, WIDTH, Box
from dashboard.handouts.series import Chart
from dashboard.handouts.slidecharts import add_chart

MOST_SLIDES = {"partners": 2, "pairs": 2, "agreements": 3, "projects": 4, "figures": 1, "ties": 2, "events": 1}
"""Number of slides that a table may take."""

SOURCES = 104
"""Width of the column with the numbers of sources, in points."""

BAR, BAR_ROOM = 34, 20
"""Height of a bar of a chart with its gap, and the room that the chart needs besides, in points."""


@dataclass
class Telling:
    """A deck in the making, what it tells, and the numbers of the sources that it has cited so far."""

    content: Content
    deck: Deck
    cited: set[int] = field(default_factory=set)

    def title(self, part: str) -> str:
        """Title of the slides of a part."""
        return self.content.t(f"handout.slides.titles.{part}")

    def pair(self, entry: Entry) -> str:
        """The pair of a record, by the other side in the deck of a region; "" in that of the pair."""
        names = {partner.key: partner.name for partner in self.content.partners}
        return names.get(entry.key.partition("/")[0], entry.pair)

    def columns(self, **widths: float) -> list[Column]:
        """Columns by name, with their widths in points."""
        return [Column(self.content.t(f"handout.slides.columns.{name}"), width) for name, width in widths.items()]

    def cite(self, sources: Iterable[int]) -> str:
        """Numbers of sources, in brackets, which will be listed at the end."""
        numbers = sorted(sources)
        self.cited |= set(numbers)
        return f"[{', '.join(map(str, numbers))}]" if numbers else ""


@dataclass(frozen=True)
class _Row:
    """A line of a table, and the record that it is about."""

    cells: Line
    entry: Entry | None = None


def tell_partners(telling: Telling) -> None:
    """The pairs of a region, place or sector."""
    t, partners = telling.content.t, telling.content.partners
    name = "partner" if telling.content.subject == "unit" else "pair"
    columns = telling.columns(**{name: 404}, closeness=190, since=166, records=104)
    rows = [_Row(tuple(map(_cell, (each.name, each.closeness, each.since, t.number(each.count))))) for each in partners]
    _tell(telling, "partners" if name == "partner" else "pairs", columns, rows)


def tell_agreements(telling: Telling) -> None:
    """The agreements and contacts in order of time, and what came of each."""
    made = sorted(
        (*telling.content.agreements, *telling.content.contacts), key=lambda entry: entry.year or float("inf")
    )
    columns = telling.columns(date=136, agreement=390, outcome=234, sources=SOURCES)
    _records(
        telling,
        "agreements",
        columns,
        made,
        lambda entry: (
            _cell(entry.date),
            _titled(telling, entry, entry.kind, entry.valid, telling.pair(entry)),
            _cell(entry.outcome),
        ),
    )


def tell_projects(telling: Telling) -> None:
    """A chart of the stages, then the projects, those that have come farthest first."""
    columns = telling.columns(project=468, status=136, date=156, sources=SOURCES)
    told = telling.content.entries("projects")
    stages = next((chart for chart in telling.content.charts if chart.key == "stages"), None)
    _records(
        telling,
        "projects",
        columns,
        told,
        lambda entry: (
            _titled(telling, entry, entry.parties, entry.fact, telling.pair(entry)),
            _cell(entry.kind),
            _cell(entry.date),
        ),
        stages,
    )


def tell_figures(telling: Telling) -> None:
    """The figures."""
    columns = telling.columns(value=190, measure=400, date=170, sources=SOURCES)
    _records(
        telling,
        "figures",
        columns,
        telling.content.entries("indicators"),
        lambda entry: (
            ((Run(entry.fact, bold=True),),),
            _titled(telling, entry, telling.pair(entry)),
            _cell(entry.date),
        ),
    )


def tell_ties(telling: Telling) -> None:
    """The ties of cities, districts and institutions."""
    columns = telling.columns(tie=464, kind=156, date=140, sources=SOURCES)
    _records(
        telling,
        "ties",
        columns,
        telling.content.entries("links"),
        lambda entry: (
            _titled(telling, entry, entry.parties, telling.pair(entry)),
            _cell(entry.kind),
            _cell(entry.date),
        ),
    )


def tell_events(telling: Telling) -> None:
    """The latest events, newest first."""
    columns = telling.columns(date=170, event=590, sources=SOURCES)
    told = sorted(telling.content.events, key=lambda entry: -(entry.year or 0))
    _records(
        telling,
        "events",
        columns,
        told,
        lambda entry: (_cell(entry.date), _titled(telling, entry, entry.parties, telling.pair(entry))),
    )


def _records(
    telling: Telling,
    part: str,
    columns: Sequence[Column],
    entries: Iterable[Entry],
    cells: Callable[[Entry], Line],
    stages: Chart | None = None,
) -> None:
    """A table of records, with the numbers of their sources in the last column."""
    rows = [_Row((*cells(entry), _cell(_numbers(entry.sources))), entry) for entry in entries]
    _tell(telling, part, columns, rows, stages)


def _tell(
    telling: Telling, part: str, columns: Sequence[Column], rows: Sequence[_Row], stages: Chart | None = None
) -> None:
    """A table, below a chart of stages if there is one. What has no room is counted in its last line."""
    deck, t, title = telling.deck, telling.content.t, telling.title(part)
    chart = len(stages.categories) * BAR + BAR_ROOM if stages else 0
    if not rows:
        return
    rooms = [BOTTOM - TOP - chart, *[BOTTOM - TOP] * (MOST_SLIDES[part] - 1)]
    found = paged(columns, [row.cells for row in rows], rooms)
    told = iter(rows)
    for number, page in enumerate(found.pages, start=1):
        entries = [row.entry for _, row in zip(page, told, strict=False) if row.entry]
        if number == len(found.pages) and found.left:
            more = t("handout.slides.more", n=found.left + 1)
            page, entries = (*page[:-1], (((Run(more, quiet=True),),), *[_cell("")] * (len(columns) - 1))), entries[:-1]
        slide = deck.slide("data", deck.part(title, number, len(found.pages)), (), _notes(telling, entries))
        top = TOP
        if number == 1 and stages:
            add_chart(deck, slide, Box(MARGIN, TOP, WIDTH - 2 * MARGIN, chart - 8), stages)
            top += chart
        add_table(deck, slide, (MARGIN, top), columns, page, found.size, title)
        for entry in entries:
            telling.cite(entry.sources)


def _cell(text: str) -> Cell:
    return (plain(text),)


def _numbers(sources: Sequence[int]) -> str:
    return ", ".join(map(str, sources))


def _titled(telling: Telling, entry: Entry, *facts: str) -> Cell:
    """The title of a record, with a mark if it is inferred, and some facts below it."""
    mark = [Run(f" ({telling.content.t('panel.inferred')})", quiet=True)] if entry.inferred else []
    title: Paragraph = (Run(entry.title), *mark)
    told = ROW.join(filter(None, facts))
    return (title, (Run(told, quiet=True),)) if told else (title,)


def _notes(telling: Telling, entries: Iterable[Entry]) -> Iterator[str]:
    """Yield notes for the speaker on some records: summaries, reasons of what is inferred, remarks."""
    t = telling.content.t
    for entry in entries:
        reason = f"{t('panel.rests_on')} {entry.inferred}" if entry.inferred else ""
        said = [part for part in (entry.summary, reason, entry.note) if part]
        if said:
            yield t("handout.slides.said", title=entry.title, text=t("dossier.space").join(said))
