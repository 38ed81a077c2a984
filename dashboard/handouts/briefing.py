"""A briefing as PDF: brief, on one page or two, or full, with every record and remark."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, time
from functools import cache, cached_property, partial
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from dashboard.catalogue.filtering import select
from dashboard.charts.palette import STAGES
from dashboard.handouts.content import Content, Figure, Request, content_of
from dashboard.handouts.entries import Group
from dashboard.handouts.look import COLOURS
from dashboard.handouts.still import still
from dashboard.handouts.svg import picture
from dashboard.handouts.typeset import fonts
from dashboard.text.terms import name_of

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATE = Path(__file__).with_name("briefing.typ")
STANDARDS: Any = ["ua-1", "a-2a"]
"""PDF/UA-1, which also refuses a character that the fonts lack, and PDF/A-2a."""

WIDTH = 690.0
"""Width of the map in px of the screen: on paper its least type, of 12 px, has 8.5 pt."""

HEIGHTS = HIGHEST, HIGH, LOW = (560.0, 430.0, 360.0)
"""Heights of the map in px; on less, regions with an agreement would lose their names."""

LOWEST = 345.0
"""Height of the map where little is said, so that the other partners find room on its only page."""

SEPARATORS = str.maketrans("\u2028\u2029", "  ")
"""Separators of lines and paragraphs, which no font draws and PDF/UA refuses, as spaces."""

PAGES = 2
FEW, MANY = 25, 60
"""Records that may fit on two pages, with everything that is said of them or in short."""

LONGEST_ADDRESS = 28
"""Number of characters of an address in the brief form, so that it fits beside the citation."""

MOST_FIGURES, SPARED = 8, ("organisations", "contacts", "indicators")
"""Key figures that stand side by side, and those that give way to others."""

MOST_ENTRIES = 40
"""Entries of one type that may fit on a page, at most."""

SHARES = {"partners": 2.0, "agreements": 1.0, "contacts": 0.2, "links": 0.25, "indicators": 0.2, "events": 0.2}
"""Entries of each list that are told for one project, where not everything fits."""


def briefing(request: Request, *, full: bool = False) -> bytes:
    """Return a briefing as a tagged PDF, the same for the same table: of two pages at most, or in full."""
    draw = cache(partial(_map, request))
    page = (
        _Page(request, draw, LOW, summed=True, roomy=True, full=True) if full else _fitted(_Page(request, draw, HIGH))
    )
    made = datetime.combine(page.content.day, time(), UTC)
    return cast(bytes, page.compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=int(made.timestamp())))


def _fitted(page: _Page) -> _Page:
    """The brief form: all there is to say of each record with as large a map as fits, or else as much as fits.

    One page is enough where everything has room on it. Room that is left tells of the other partners of both sides,
    on one page before the map is large.
    """
    records = sum(page.content.counts.values())
    heights = HEIGHTS if records <= FEW else ()
    forms = [replace(page, height=height, summed=True, roomy=roomy) for roomy in (True, False) for height in heights]
    forms += [page] if records <= MANY else []
    if forms and forms[-1].pages == 1:
        sided = [replace(form, sided=True) for form in (*forms, replace(page, height=LOWEST, summed=True, roomy=True))]
        return next(form for form in (*sided, *forms) if form.pages == 1)
    fitted = next((form for form in forms if form.pages <= PAGES), None) or _crowded(replace(page, height=LOW))
    fuller = replace(fitted, sided=True)
    return fuller if fuller.pages == fitted.pages else fitted


def _crowded(page: _Page) -> _Page:
    """The brief form with as many entries as fit, and then with more projects."""
    page = _most(lambda n: replace(page, most=n))
    return _most(lambda n: replace(page, more=n))


def _most(with_number: Callable[[int], _Page]) -> _Page:
    """The brief form with the largest number of entries that fits."""
    least, most = 0, MOST_ENTRIES
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (middle, most) if with_number(middle).pages <= PAGES else (least, middle)
    return with_number(least)


@dataclass(frozen=True)
class _Page:
    """A briefing with a map of some height in px.

    most    number of projects, and in proportion of everything else; None for no limit
    more    number of further projects
    summed  say everything of each record, its summary too
    roomy   lists and sources over the whole width, with whole addresses
    sided   tell of the other partners of both sides of a pair
    """

    request: Request
    draw: Callable[[float], str]
    height: float
    most: int | None = None
    more: int = 0
    summed: bool = False
    roomy: bool = False
    sided: bool = False
    full: bool = False

    @cached_property
    def content(self) -> Content:
        """Everything that it tells."""
        return content_of(self.request, {"charts": 0, **self._limits})

    @property
    def _limits(self) -> dict[str, int]:
        """The largest number of entries of each part that is limited."""
        if self.most is None:
            return {}
        limits = {name: ceil(self.most * share) for name, share in SHARES.items()}
        return limits | {"projects": self.most + self.more}

    @cached_property
    def pages(self) -> int:
        """Number of pages."""
        return int(self.compiler.query("<pages>", field="value", one=True))

    @cached_property
    def compiler(self) -> Compiler:
        """Typst with the template, and with nothing but our own fonts."""
        from typst import Compiler  # late: only briefings need it

        data = json.dumps(self._data(), ensure_ascii=False)
        given = {"data": data, "map": self.draw(self.height), "code": _code(self.content.address)}
        return Compiler(
            TEMPLATE,
            root=TEMPLATE.parent,
            font_paths=fonts(),
            sys_inputs={name: text.translate(SEPARATORS) for name, text in given.items()},
        )

    def _data(self) -> dict[str, Any]:
        """All that the template writes and draws, in words alone."""
        content, t = self.content, self.content.t
        partners = content.partners[: self._limits.get("partners")]
        parts = ("agreements", "contacts", "projects", "links", "indicators", "events")
        return {
            **{name: [asdict(each) for each in getattr(content, name)] for name in ("stages", *parts)},
            "figures": [asdict(figure) for figure in self._figures()],
            **{name: getattr(content, name) for name in ("title", "atlas", "badges", "tone", "address", "counts")},
            "full": self.full,
            "sided": self.sided,
            "summed": self.summed,
            "roomy": self.roomy,
            "lang": t.locale.language,
            "colours": COLOURS,
            "day": {"year": content.day.year, "month": content.day.month, "day": content.day.day},
            "as_of": t("handout.as_of", date=content.as_of),
            "conditions": [*content.conditions, *([content.hidden] if content.hidden else [])],
            "story": content.told,
            "composed": t("dossier.composed"),
            "partners": [asdict(each) for each in partners],
            "partners_count": len(content.partners),
            "projects": [self._group(group) for group in content.projects if group.entries],
            "named": [asdict(each) for each in content.named],
            "sides": [asdict(side) for side in content.sides if side.partners],
            "sources": [asdict(each) | {"shown": self._shown(each.url)} for each in content.sources],
            "notes": [] if self.full else list(self._notes(len(content.partners) - len(partners))),
            "licence": {"name": content.licence.name, "url": content.licence.url},
            "words": self._words(),
            "alts": {"map": f"{content.title}{t('dossier.colon')}{content.told}", "code": t("handout.code")},
        }

    def _words(self) -> dict[str, Any]:
        """Headings and other words of the template."""
        t = self.content.t
        parts = ("agreements", "contacts", "projects", "links", "indicators", "events", "sources")
        partners = "pairs" if self.content.subject in ("sector", "whole") else "partners"
        return {
            **{part: name_of(part, "panel", t) for part in parts},
            "partners": t(f"panel.{partners}"),
            "columns": [t(f"data.columns.{name}") for name in ("title", "sectors", "date")],
            "inferred": t("panel.rests_on"),
            "note": t("data.condition", name=t("data.columns.note"), value=""),
            "named": t("handout.named"),
            "sides": t("handout.sides"),
            "view": t("handout.view"),
            "colon": t("dossier.colon"),
            "outcome": t("panel.outcome"),
        }

    def _figures(self) -> list[Figure]:
        """The key figures, no more than stand side by side."""
        figures = list(self.content.figures)
        for spared in SPARED:
            if len(figures) > MOST_FIGURES:
                figures = [figure for figure in figures if figure.key != spared]
        return figures

    def _group(self, group: Group) -> dict[str, Any]:
        """The projects of a status, with the colour of its stage."""
        kinds = self.request.snapshot.catalogue.kinds
        tones = dict(zip(kinds.stages, STAGES, strict=False))
        return asdict(group) | {"tone": tones[kinds.statuses[group.key].stage]}

    def _shown(self, url: str) -> str:
        """An address as it is printed: without its scheme, and cut short in the middle where room is scarce."""
        shown = url.partition("://")[2].removeprefix("www.").rstrip("/")
        host, _, rest = shown.partition("/")
        if self.roomy or len(shown) <= LONGEST_ADDRESS:
            return shown
        return f"{host}/…{rest[len(host) + 2 - LONGEST_ADDRESS :]}"

    def _notes(self, pairs: int) -> Iterator[str]:
        """Sentences on what the brief form leaves out."""
        content, t = self.content, self.content.t
        if any(entry.inferred for name in content.counts for entry in content.entries(name)):
            yield t("handout.inferred")
        left = {"pairs": pairs, **{name: content.left_out(name) for name in content.counts}}
        if counted := [
            t("handout.figures" if name == "indicators" else f"count.{name}", n=n) for name, n in left.items() if n
        ]:
            yield t("handout.left", what=t.listed(counted))
        if any("…" in self._shown(source.url) for source in content.sources):
            yield t("handout.shortened")


def _map(request: Request, height: float) -> str:
    """The map of the view as SVG; that of a sector shows the sector alone."""
    state = request.state
    if request.sector:
        state = replace(state, filter=replace(state.filter, sectors=frozenset({request.sector})))
    view = select(request.snapshot.catalogue, state.filter)
    return picture(still(request.snapshot, state, view, (WIDTH, height)))


def _code(address: str) -> str:
    """A QR code as SVG, "" for no address."""
    import segno  # late: only briefings need it

    written = BytesIO()
    if address:
        segno.make(address, error="m", micro=False).save(written, kind="svg", border=0, dark=COLOURS["ink"])
    return written.getvalue().decode()
