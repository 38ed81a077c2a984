"""The records of a hand-out in words: entries, alone or in groups, with the numbers of the sources that they cite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from dashboard.catalogue import schema
from dashboard.catalogue.dossier import Groups
from dashboard.catalogue.model import Row
from dashboard.charts.palette import STAGES
from dashboard.html.context import DossierContext
from dashboard.text.citation import citation_line

ROW = " · "
"""The sign between facts on one line."""


@dataclass(frozen=True)
class Stage:
    """Number of projects at a stage; `tone` is its colour on paper."""

    key: str
    name: str
    count: int
    tone: str


@dataclass(frozen=True)
class Entry:
    """A record in words; "" for what is unknown or does not apply.

    key      key of the record
    kind     kind of an agreement, contact or tie, status of a project, measure of a figure
    date     date of signing, of the project or its status, of the figure or event
    year     its first day as a number of years, for a scale of time; None if it is not known
    valid    period in which an agreement is in force, and whether that has passed
    fact     amounts of a project, value of a figure
    parties  ends of a tie, organisations of a project, place and participants of an event
    under    agreement on which a project rests
    pair     pair to which the record belongs, except in the hand-out of that pair; the other side in that of a unit
    stages   projects under an agreement; `outcome` says the same, or that there are none
    tone     colour of the closeness that an agreement or contact makes, on paper
    sources  numbers of its sources
    """

    key: str
    title: str
    kind: str = ""
    date: str = ""
    year: float | None = None
    valid: str = ""
    fact: str = ""
    parties: str = ""
    under: str = ""
    sectors: str = ""
    summary: str = ""
    pair: str = ""
    stages: tuple[Stage, ...] = ()
    outcome: str = ""
    tone: str = ""
    sources: tuple[int, ...] = ()
    inferred: str = ""
    note: str = ""


@dataclass(frozen=True)
class Group:
    """Entries of one status, level or measure; `count` is the number of all of them, also of those not told."""

    key: str
    name: str
    count: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Source:
    """A source, under the number by which it is cited; `text` is its citation without the address."""

    number: int
    text: str
    about: str
    url: str
    inferred: str
    note: str


@dataclass(frozen=True)
class Remark:
    """A remark on a place or organisation that is named: an inference, or a note."""

    name: str
    inferred: str
    note: str


@dataclass(frozen=True)
class Writer:
    """Writes records as entries, and numbers the sources in the order in which they are first cited."""

    ctx: DossierContext
    numbers: dict[str, int] = field(default_factory=dict)
    named: dict[str, Remark] = field(default_factory=dict)

    def entries(self, rows: Iterable[Row]) -> tuple[Entry, ...]:
        """Some records in their order."""
        return tuple(map(self._entry, rows))

    def groups(self, groups: Groups, names: Mapping[str, schema.Named], most: int | None) -> tuple[Group, ...]:
        """Groups of records, of which `most` are told in all: the first ones."""
        told = set(islice((row.key for _, rows in groups for row in rows), most))
        return tuple(
            Group(key, self.ctx.t.name(names[key]), len(rows), self.entries(row for row in rows if row.key in told))
            for key, rows in groups
        )

    def cite(self, record: schema.Record) -> tuple[int, ...]:
        """Numbers of the sources of a record; a source that is cited for the first time gets the next one."""
        cited = self.ctx.catalogue.cited([record])
        return tuple(sorted(self.numbers.setdefault(key, len(self.numbers) + 1) for key in cited))

    def sources(self) -> tuple[Source, ...]:
        """The sources cited so far."""
        t, known = self.ctx.t, self.ctx.catalogue.sources
        return tuple(
            Source(
                number,
                citation_line(key, self.ctx.words, address=False),
                t.text(known[key].about),
                known[key].url or "",
                t.text(known[key].inferred),
                t.text(known[key].note),
            )
            for key, number in self.numbers.items()
        )

    def stages(self, counts: Iterable[tuple[str, int]]) -> tuple[Stage, ...]:
        """Numbers of projects by stage, with names and colours."""
        known = self.ctx.kinds.stages
        tones = dict(zip(known, STAGES, strict=False))
        return tuple(Stage(key, self.ctx.t.name(known[key]), n, tones[key]) for key, n in counts)

    def _entry(self, row: Row) -> Entry:
        record, t = row.record, self.ctx.t
        self._name(row)
        return Entry(
            key=row.key,
            title=t.text(record.title),
            year=_years(row.first),
            sectors=self.ctx.words.sectors(record),
            summary=t.text(record.summary),
            pair=self._pair(row),
            sources=self.cite(record),
            inferred=t.text(record.inferred),
            note=t.text(record.note),
            **self._own(row),
        )

    def _pair(self, row: Row) -> str:
        key, (a, b) = self.ctx.dossier.key, row.pair.sides
        if key in (a, b):
            return self.ctx.words.name(b if key == a else a)
        return self.ctx.words.title(row.pair.key) if row.pair.key != key else ""

    def _own(self, row: Row) -> dict[str, Any]:
        """Fields that only records of one kind have. Raises TypeError for a record of no known kind."""
        words, t, kinds = self.ctx.words, self.ctx.t, self.ctx.kinds
        match row.record:
            case schema.Agreement() as record:
                return {
                    "kind": words.kind(record),
                    "date": t.date(record.signed),
                    "valid": self._validity(record),
                    **self._outcome(row),
                    "tone": kinds.closeness[kinds.agreements[record.kind].closeness].colour.light,
                }
            case schema.Link() as record:
                ends = self.ctx.catalogue.dash(t.language).join(map(words.name, (record.a, record.b)))
                others = [t("panel.with", names=words.names(record.others))] if record.others else []
                date_signed = t.date(record.signed) if record.signed else ""
                return {"kind": words.kind(record), "date": date_signed, "parties": ROW.join([ends, *others])}
            case schema.Project() as record:
                when = record.period or record.date
                titles = [t.text(other.title) for _, other in row.pair.records() if other.id == record.agreement]
                return {
                    "kind": t.name(kinds.statuses[record.status]),
                    "date": t.date(when) if when else "",
                    "fact": words.figures(record.amounts),
                    "parties": self._parties(record.organisations),
                    "under": t("panel.under", title=titles[0]) if titles else "",
                }
            case schema.Indicator() as record:
                return {
                    "kind": t.name(kinds.measures[record.measure]),
                    "date": t.date(record.period) if record.period else "",
                    "fact": words.figure(record),
                }
            case schema.Event() as record:
                others = [party for party in record.participants if party not in row.pair.sides]
                parties = self._parties([record.place, *others] if record.place else others)
                return {"date": t.date(record.date), "parties": parties}
        raise TypeError(type(row.record))

    def _validity(self, record: schema.Agreement) -> str:
        t = self.ctx.t
        told = [t.date(record.valid)] if record.valid else []
        return ROW.join([*told, t("panel.expired")] if self.ctx.expired(record) else told)

    def _outcome(self, row: Row) -> dict[str, Any]:
        """The outcome of an agreement: its projects by stage, or that none is on record. A contact promises none."""
        t = self.ctx.t
        stages = self.stages(self.ctx.outcome(row).items())
        told = ROW.join(t("data.condition", name=stage.name, value=t.number(stage.count)) for stage in stages)
        return {
            "stages": stages,
            "outcome": told or (t("panel.no_outcome") if row.record_type == "agreements" else ""),
        }

    def _parties(self, keys: Iterable[str]) -> str:
        return ROW.join(map(self.ctx.words.name, keys))

    def _name(self, row: Row) -> None:
        """Note the parties of a record of which something is inferred or has to be noted."""
        t = self.ctx.t
        for key in sorted(row.parties - self.named.keys()):
            entry = self.ctx.catalogue.party(key)
            if isinstance(entry, schema.Place | schema.Organisation) and (entry.inferred or entry.note):
                self.named[key] = Remark(t.name(entry), t.text(entry.inferred), t.text(entry.note))


def _years(day: date | None) -> float | None:
    """A day as a number of years: 2017.0 is the beginning of that year."""
    return round(day.year + (day.timetuple().tm_yday - 1) / 366, 3) if day else None
