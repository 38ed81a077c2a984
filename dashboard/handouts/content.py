"""The content of a hand-out in one language, whatever its form: the same records, counts and words as on the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any, cast

from dashboard.catalogue.dossier import Dossier, Topic, dossier_of, dossier_of_all
from dashboard.catalogue.filtering import View, select
from dashboard.catalogue.model import Row
from dashboard.catalogue.pair import RECORD_TYPES, Pair
from dashboard.catalogue.quality import as_of
from dashboard.catalogue.schema import Agreement
from dashboard.catalogue.schema.atlas import Licence
from dashboard.catalogue.sector import sector_of
from dashboard.exports.extract import conditions
from dashboard.handouts.entries import Entry, Group, Remark, Source, Stage, Writer
from dashboard.handouts.series import Chart, charts_of
from dashboard.html.context import DossierContext
from dashboard.loading import Snapshot
from dashboard.state import State
from dashboard.text.captions import matrix_caption
from dashboard.text.finding import finding
from dashboard.text.narrative import narrative, sector_narrative
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator


@dataclass(frozen=True)
class Request:
    """A request for a hand-out: of the selection of a state, of a sector, or else of the whole table, under its filter.

    address  absolute address of the view, "" if it is not known
    """

    snapshot: Snapshot
    state: State
    sector: str | None = None
    address: str = ""


@dataclass(frozen=True)
class Figure:
    """A key figure: a number in words, and what it counts."""

    key: str
    value: str
    name: str


@dataclass(frozen=True)
class Partner:
    """A pair of the subject, by the name of the other side or, where that is not enough, of both.

    since  since when they are as close, "" if it is not known
    count  number of records
    tone   colour of its line on paper, "" for a pair with a whole country
    """

    key: str
    name: str
    closeness: str
    since: str
    count: int
    tone: str
    dashed: bool


@dataclass(frozen=True)
class Side:
    """A unit of a pair, with its other partners."""

    name: str
    partners: tuple[Partner, ...]


@dataclass(frozen=True)
class Content:
    """Everything that a hand-out may tell; each form chooses from it.

    badges      what the subject is: closeness and since when, kind and country …
    tone        colour of the closeness of a pair or of a sector, on paper; "" for none
    conditions  the filter in words, a line for each condition
    hidden      number of records that the filter leaves out, in words; "" for none
    as_of       date of the table in words; `day` is its first day
    sides       both units of a pair; () for any other subject
    counts      number of records by type, also of those not told
    agreements  in order of time, as are contacts and events; what has no date comes last
    named       places and organisations of which something is inferred or noted
    sources     those cited by what is told, in the order in which they are first cited
    """

    t: Translator
    subject: Topic
    key: str
    title: str
    atlas: str
    licence: Licence
    badges: tuple[str, ...]
    tone: str
    conditions: tuple[str, ...]
    hidden: str
    as_of: str
    day: date
    address: str
    story: tuple[str, ...]
    figures: tuple[Figure, ...]
    stages: tuple[Stage, ...]
    partners: tuple[Partner, ...]
    sides: tuple[Side, ...]
    counts: Mapping[str, int]
    agreements: tuple[Entry, ...]
    contacts: tuple[Entry, ...]
    projects: tuple[Group, ...]
    links: tuple[Group, ...]
    indicators: tuple[Group, ...]
    events: tuple[Entry, ...]
    charts: tuple[Chart, ...]
    named: tuple[Remark, ...]
    sources: tuple[Source, ...]

    @property
    def language(self) -> str:
        """Code of the language."""
        return self.t.language

    @property
    def told(self) -> str:
        """The story as one paragraph."""
        return self.t("dossier.space").join(self.story)

    def entries(self, name: str) -> tuple[Entry, ...]:
        """The entries of a type of record that are told, whether in groups or not."""
        found: tuple[Entry | Group, ...] = getattr(self, name)
        return tuple(entry for each in found for entry in (each.entries if isinstance(each, Group) else (each,)))

    def left_out(self, name: str) -> int:
        """Number of records of a type that are not told."""
        return self.counts[name] - len(self.entries(name))


def content_of(request: Request, most: Mapping[str, int] | None = None) -> Content:
    """Content of a hand-out; `most` limits the number of entries of some types of record to the foremost ones."""
    catalogue, wanted = request.snapshot.catalogue, request.state.filter
    view = select(catalogue, wanted)
    words = Phrases(catalogue, request.snapshot.translators[request.state.language])
    sector = sector_of(view, request.sector) if request.sector else None
    found = sector.dossier if sector else _dossier(view, request.state.selected)
    ctx = DossierContext(words=words, year=found.year, dossier=found, sector=sector, full=True, levels={})
    t, writer, dated = words.t, Writer(ctx), as_of(catalogue)
    if sector:
        wanted = replace(wanted, sectors=wanted.sectors - {request.sector})
    return Content(
        t=t,
        subject=found.subject,
        key=found.key,
        title=ctx.title(found.key) if found.key else finding(view, words)[0],
        atlas=t.text(catalogue.atlas.title),
        licence=catalogue.atlas.licence,
        badges=tuple(_badges(ctx)),
        tone=_tone(ctx),
        conditions=tuple(conditions(wanted, words)),
        hidden=t("panel.hidden", n=found.hidden) if found.hidden else "",
        as_of=t.date(dated),
        day=(dated and dated.first) or date.min,
        address=request.address,
        story=_story(view, ctx),
        figures=tuple(_key_figures(view, ctx)),
        stages=writer.stages(ctx.stages),
        partners=_partners(view, ctx),
        sides=tuple(_sides(view, ctx)),
        counts=found.counts,
        **_parts(view, writer, most or {}),
    )


def _dossier(view: View, selected: str | None) -> Dossier:
    return dossier_of(view, selected) if selected else dossier_of_all(view)


def _parts(view: View, writer: Writer, most: Mapping[str, int]) -> dict[str, Any]:
    """The records, and what follows from those that are told: sources last, since the others number them."""
    found, kinds = writer.ctx.dossier, writer.ctx.kinds

    def rank(row: Row) -> int:
        return kinds.closeness[kinds.agreements[cast(Agreement, row.record).kind].closeness].rank

    closest = sorted(found.agreements, key=rank)
    return {
        "agreements": writer.entries(in_time(closest[: most.get("agreements")])),
        "contacts": writer.entries(in_time(found.contacts[: most.get("contacts")])),
        "projects": writer.groups(found.projects, kinds.statuses, most.get("projects")),
        "links": writer.groups(found.links, kinds.levels, most.get("links")),
        "indicators": writer.groups(found.indicators, kinds.measures, most.get("indicators")),
        "events": writer.entries(in_time(found.events[: most.get("events")])),
        "charts": tuple(islice(charts_of(view, writer), most.get("charts"))),
        "named": tuple(writer.named.values()),
        "sources": writer.sources(),
    }


def in_time(rows: Iterable[Row]) -> list[Row]:
    """Records in order of time; those without a date come last."""
    return sorted(rows, key=lambda row: row.first or date.max)


def _story(view: View, ctx: DossierContext) -> tuple[str, ...]:
    if ctx.sector:
        return sector_narrative(ctx.sector, ctx.words)
    caption = matrix_caption(view, ctx.words) if ctx.dossier.subject == "whole" else None
    return (*(caption or ()), *narrative(ctx.dossier, ctx.words))


def _badges(ctx: DossierContext) -> Iterator[str]:
    """Kind or closeness of the subject, as the badges of its page say it."""
    t, key, catalogue = ctx.t, ctx.dossier.key, ctx.catalogue
    match ctx.dossier.subject:
        case "pair" if catalogue.pairs[key].regional:
            yield ctx.bond_title(ctx.dossier.bond)
            yield from ctx.earlier_dates(ctx.dossier.bond)
            if ctx.year and ctx.dossier.closeness:
                yield t("terms.badge.at", year=ctx.year)
        case "unit":
            kind = t.name(ctx.kinds.unit_kinds[catalogue.units[key].kind])
            yield t("panel.region_of", kind=kind, country=ctx.words.name(catalogue.country_of(key)))
        case "place":
            place = catalogue.places[key]
            kind = t.name(ctx.kinds.place_kinds[place.kind])
            yield t("panel.place_of", kind=kind, unit=ctx.words.name(place.unit))
        case "sector" | "whole":
            yield t("count.records", n=sum(ctx.dossier.counts.values()))
            if ctx.sector and ctx.sector.since:
                yield t("sectors.since", date=t.date(ctx.sector.since))


def _tone(ctx: DossierContext) -> str:
    if ctx.sector:
        return ctx.catalogue.sectors[ctx.dossier.key].colour.light
    return ctx.kinds.closeness[ctx.dossier.closeness].colour.light if ctx.dossier.closeness else ""


def _key_figures(view: View, ctx: DossierContext) -> Iterator[Figure]:
    """Numbers of those who take part, of the records by type, of the projects that have come about, of the sources."""
    t, found = ctx.t, ctx.dossier
    match found.subject:
        case "unit" | "place":
            numbers = {"partners": len(found.partners)}
        case "sector":
            numbers = {part: ctx.count(part) for part in ("pairs", "units", "organisations")}
        case "whole":
            numbers = {"pairs": len(view.regional())}
        case _:
            numbers = {}
    numbers |= {name: found.counts[name] for name in RECORD_TYPES} | {"sources": len(found.sources)}
    for name, n in numbers.items():
        if n:
            yield Figure(name, t.number(n), ctx.tab_of(name))
        if name == "projects" and (done := dict(ctx.stages).get(ctx.kinds.done)):
            yield Figure("done", t.number(done), t.name(ctx.kinds.stages[ctx.kinds.done]))


def _partners(view: View, ctx: DossierContext) -> tuple[Partner, ...]:
    """The pairs of the subject with their numbers of records; of the whole table those with an agreement."""
    found, words = ctx.dossier, ctx.words
    match found.subject:
        case "unit":
            pairs = [(each.pair, words.name(each.other), each.count) for each in found.partners]
        case "place":
            pairs = [(each.pair, words.title(each.pair.key), each.count) for each in found.partners]
        case "sector" if ctx.sector:
            counted = (*ctx.sector.pairs, *ctx.sector.country_pairs)
            pairs = [(pair, words.title(pair.key), n) for pair, n in counted]
        case "whole":
            agreed = [pair for pair in view.regional() if pair.closeness in ctx.kinds.agreed]
            pairs = [(pair, words.title(pair.key), sum(1 for _ in pair.records())) for pair in agreed]
            pairs.sort(key=lambda each: (ctx.kinds.agreed.index(str(each[0].closeness)), -each[2]))
        case _:
            pairs = []
    return tuple(_partner(pair, name, count, ctx) for pair, name, count in pairs)


def _sides(view: View, ctx: DossierContext) -> Iterator[Side]:
    sides = ctx.catalogue.pairs[ctx.dossier.key].sides if ctx.dossier.subject == "pair" else ()
    for unit in filter(ctx.catalogue.units.get, sides):
        others = [each for each in dossier_of(view, unit).partners if each.pair.key != ctx.dossier.key]
        partners = (_partner(each.pair, ctx.words.name(each.other), each.count, ctx) for each in others)
        yield Side(ctx.words.title(unit), tuple(partners))


def _partner(pair: Pair, name: str, count: int, ctx: DossierContext) -> Partner:
    begun = pair.bond.since.start if pair.bond.since else None
    kind = ctx.kinds.closeness[pair.closeness] if pair.closeness else None
    return Partner(
        key=pair.key,
        name=name,
        closeness=ctx.closeness_of(pair),
        since=ctx.t.date(pair.bond.since) if begun else "",
        count=count,
        tone=kind.colour.light if kind else "",
        dashed=kind.dashed if kind else False,
    )
