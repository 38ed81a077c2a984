"""The dossier of a pair, unit, place or sector, or of the whole table: its records, sorted and grouped for reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, cast

from dashboard.catalogue.filtering import Filter, View, select
from dashboard.catalogue.model import Row, Subject
from dashboard.catalogue.pair import RECORD_TYPES, Bond, Pair
from dashboard.catalogue.schema import Event, Indicator, Project

PERIOD_TOLERANCE_DAYS, MOMENT_DAYS = 10, 30
"""Days by which two periods may differ and still count as equally long, for months and years vary in length; and the
longest period, in days, that names a moment, as do "in June" and "on 27 November"."""

DOSSIER_PARTS = ("partners", "agreements", "contacts", "projects", "links", "indicators", "events", "sources")
"""Parts of a dossier on its own page, in their order."""

Topic = Subject | Literal["sector", "whole"]
"""The kinds of thing that have a dossier; `whole` is the whole table."""

Groups = tuple[tuple[str, tuple[Row, ...]], ...]
"""Groups of records, each as (status, level or measure; rows)."""


@dataclass(frozen=True)
class Partner:
    """A pair of a unit: the other side, and the number of records that pass the filter."""

    other: str
    pair: Pair
    count: int


@dataclass(frozen=True)
class Dossier:
    """All records of a pair, unit, place or sector, or of the whole table, that pass the filter.

    bond      how close a pair is at the end of `year`, the last of the chosen years, and since when
    calendar  events, and for a pair the signings that no event tells of; newest first
    counts    number of records by type
    hidden    number of records that the filter leaves out
    sources   keys of the sources cited
    """

    key: str
    subject: Topic
    bond: Bond
    year: int | None
    partners: tuple[Partner, ...]
    agreements: tuple[Row, ...]
    contacts: tuple[Row, ...]
    projects: Groups
    links: Groups
    indicators: Groups
    events: tuple[Row, ...]
    calendar: tuple[Row, ...]
    counts: dict[str, int]
    hidden: int
    sources: tuple[str, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All its records, type by type."""
        grouped = (row for groups in (self.projects, self.links, self.indicators) for _, rows in groups for row in rows)
        return (*self.agreements, *self.contacts, *grouped, *self.events)

    @property
    def closeness(self) -> str | None:
        """Closeness of a pair of units; None for anything else, or if nothing ties them."""
        return self.bond.closeness


@dataclass(frozen=True)
class Bar:
    """A figure in a series; `share` is its fraction of the largest."""

    row: Row
    share: float


def dossier_of(view: View, key: str) -> Dossier:
    """Dossier of a pair, unit or place under the filter of the view."""
    every = select(view.catalogue, Filter()).concerned.get(key, ())
    return _dossier(view, key, view.catalogue.subject_of(key), view.concerned.get(key, ()), len(every))


def dossier_of_sector(view: View, key: str) -> Dossier:
    """Dossier of a sector under the filter of the view."""
    rows, every = ([row for row in rows if key in row.record.sectors] for rows in (view.rows, view.catalogue.rows))
    return _dossier(view, key, "sector", rows, len(every))


def dossier_of_all(view: View) -> Dossier:
    """Dossier of the whole table under the filter of the view."""
    return _dossier(view, "", "whole", view.rows, len(view.catalogue.rows))


def _dossier(view: View, key: str, subject: Topic, rows: Sequence[Row], every: int) -> Dossier:
    """Dossier of some records of a view, out of `every` one about the same without the filter."""
    catalogue = view.catalogue
    lists = {name: [row for row in rows if row.record_type == name] for name in RECORD_TYPES}
    statuses = list(reversed(catalogue.kinds.statuses))
    return Dossier(
        key=key,
        subject=subject,
        bond=view.bonds.get(key, Bond()),
        year=view.filter.until,
        partners=_partners(view, key, rows) if subject in ("unit", "place") else (),
        agreements=_newest(lists["agreements"]),
        contacts=_newest(lists["contacts"]),
        projects=_grouped(lists["projects"], lambda row: cast(Project, row.record).status, statuses),
        links=_grouped(lists["links"], lambda row: row.level, catalogue.kinds.levels),
        indicators=_grouped(lists["indicators"], lambda row: cast(Any, row.record).measure, catalogue.kinds.measures),
        events=_newest(lists["events"]),
        calendar=_newest([*lists["events"], *(_signings(lists) if subject == "pair" else ())]),
        counts={name: len(found) for name, found in lists.items()},
        hidden=every - len(rows),
        sources=tuple(catalogue.cited(row.record for row in rows)),
    )


def neighbours(view: View, key: str) -> tuple[str | None, str | None]:
    """Keys before and after a pair (of those that pass the filter), unit or place, in the order of the table."""
    catalogue = view.catalogue
    order: Iterable[str] = catalogue.units if key in catalogue.units else catalogue.places
    if key in catalogue.pairs:
        order = (name for name in catalogue.pairs if name in view.pairs or name == key)
    return around(key, order)


def around(key: str, order: Iterable[str]) -> tuple[str | None, str | None]:
    """Keys before and after a key; None at either end."""
    keys = [None, *order, None]
    at = keys.index(key)
    return keys[at - 1], keys[at + 1]


def projects_by_sector(found: Dossier) -> tuple[tuple[str, dict[str, int]], ...]:
    """Number of projects by sector and status, largest sector first. A project counts in each of its sectors."""
    counts: dict[str, Counter[str]] = {}
    for status, rows in found.projects:
        for row in rows:
            for sector in row.record.sectors:
                counts.setdefault(sector, Counter())[status] += 1
    return tuple(sorted(counts.items(), key=lambda item: -item[1].total()))


def figure_series(rows: Sequence[Row]) -> tuple[tuple[tuple[Bar, ...], ...], tuple[Row, ...]]:
    """Split the figures of one measure into runs, each in order of time, and single figures.

    A run is of one `series`, which says that the figures count the same thing in the same unit; of the same parties;
    and of periods of the same length. Two figures for one period make no run, unless notes say that the sources
    contradict each other.
    """
    alike: dict[object, list[tuple[Indicator, Row]]] = {}
    for row in rows:
        record = row.record
        if isinstance(record, Indicator) and record.series and row.first and row.last:
            length = round(max((row.last - row.first).days, MOMENT_DAYS) / PERIOD_TOLERANCE_DAYS)
            alike.setdefault((record.series, record.of, record.partner, length), []).append((record, row))
    runs = tuple(_bars(found) for found in alike.values() if _is_series([record for record, _ in found]))
    compared = {id(bar.row) for run in runs for bar in run}
    return runs, tuple(row for row in rows if id(row) not in compared)


def _partners(view: View, key: str, rows: Sequence[Row]) -> tuple[Partner, ...]:
    catalogue = view.catalogue
    own = catalogue.country_of(catalogue.side_of(key))
    counts = Counter(row.pair.key for row in rows)
    pairs = {name: view.pairs[name] for name in counts}
    partners = [
        Partner(pair.b if catalogue.country_of(pair.a) == own else pair.a, pair, counts[pair.key])
        for pair in pairs.values()
    ]
    return tuple(sorted(partners, key=lambda partner: -partner.count))


def _signings(lists: Mapping[str, list[Row]]) -> Iterator[Row]:
    """Agreements, contacts and links with a date of signing, except those that an event names as signed there."""
    told = {key for row in lists["events"] for key in cast(Event, row.record).signed}
    for name in ("agreements", "contacts", "links"):
        for row in lists[name]:
            if cast(Any, row.record).signed and row.record.id not in told:
                yield row


def _newest(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Newest first, undated last, otherwise in the order of the file."""
    return tuple(sorted(rows, key=lambda row: row.first or date.min, reverse=True))


def _grouped(rows: list[Row], group: Callable[[Row], str], order: Iterable[str]) -> Groups:
    groups = ((key, _newest(row for row in rows if group(row) == key)) for key in order)
    return tuple((key, found) for key, found in groups if found)


def _is_series(records: list[Indicator]) -> bool:
    periods = Counter(record.period for record in records)
    doubled = [record for record in records if periods[record.period] > 1]
    return len(periods) > 1 and all(record.note for record in doubled) and all(record.value > 0 for record in records)


def _bars(found: list[tuple[Indicator, Row]]) -> tuple[Bar, ...]:
    most = max(record.value for record, _ in found)
    ordered = sorted(found, key=lambda each: each[1].first or date.min)
    return tuple(Bar(row, record.value / most) for record, row in ordered)
