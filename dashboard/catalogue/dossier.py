"""The dossier of a pair, unit or place: its records sorted and grouped as a reader wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from dashboard.catalogue.catalogue import Catalogue, Pair, Row, since
from dashboard.catalogue.queries import View
from dashboard.catalogue.schema import Project

Groups = tuple[tuple[str, tuple[Row, ...]], ...]
"""Records by a key of the table: a status, level or measure."""


@dataclass(frozen=True)
class Partner:
    """One pair of a unit, seen from it: the other side and the records left."""

    other: str
    pair: Pair
    count: int


@dataclass(frozen=True)
class Dossier:
    """What is known of one thing under the current filter. Groups are (key of the group, rows)."""

    key: str
    kind: str
    closeness: str | None
    since: str | None
    contacts_since: str | None
    partners: tuple[Partner, ...]
    agreements: tuple[Row, ...]
    projects: Groups
    links: Groups
    indicators: Groups
    events: tuple[Row, ...]
    counts: dict[str, int]
    hidden: int
    sources: tuple[str, ...]


def dossier(view: View, kind: str, key: str) -> Dossier:
    """The dossier of a pair, unit or place; `hidden` counts its records that the filter leaves out."""
    catalogue = view.catalogue
    about = _about(catalogue, kind, key)
    rows = [row for row in view.rows if about(row)]
    lists = {name: [row for row in rows if row.list == name] for name in ("agreements", "links", "projects")}
    lists |= {name: [row for row in rows if row.list == name] for name in ("indicators", "events")}
    pair = catalogue.pairs.get(key)
    statuses = list(reversed(catalogue.kinds.statuses))
    return Dossier(
        key=key,
        kind=kind,
        closeness=pair.closeness if pair else None,
        since=since(pair, catalogue.kinds, pair.closeness) if pair else None,
        contacts_since=since(pair, catalogue.kinds) if pair else None,
        partners=_partners(catalogue, key, rows) if kind != "pair" else (),
        agreements=_newest(lists["agreements"]),
        projects=_grouped(lists["projects"], lambda row: cast(Project, row.record).status, statuses),
        links=_grouped(lists["links"], lambda row: row.level, catalogue.kinds.levels),
        indicators=_grouped(lists["indicators"], lambda row: cast(Any, row.record).measure, catalogue.kinds.measures),
        events=_newest(lists["events"]),
        counts={name: len(found) for name, found in lists.items()},
        hidden=sum(map(about, catalogue.rows)) - len(rows),
        sources=_sources(catalogue, rows),
    )


def brief(found: Dossier, catalogue: Catalogue, most: int, most_of_group: int) -> Dossier:
    """The first records of every list, and of every group in a list, with their sources; counts stay as they are."""

    def cut(groups: Groups) -> Groups:
        room, short = 2 * most, []
        for key, rows in groups:
            short.append((key, rows[: min(room, most_of_group)]))
            room -= len(short[-1][1])
        return tuple(short)

    short = replace(
        found,
        agreements=found.agreements[:most],
        events=found.events[:most],
        projects=cut(found.projects),
        links=cut(found.links),
        indicators=cut(found.indicators),
    )
    grouped = (row for groups in (short.projects, short.links, short.indicators) for _, rows in groups for row in rows)
    return replace(short, sources=_sources(catalogue, (*short.agreements, *short.events, *grouped)))


def _sources(catalogue: Catalogue, rows: Iterable[Row]) -> tuple[str, ...]:
    """The sources of some records, in the order of the table."""
    cited = {source for row in rows for source in row.record.sources}
    return tuple(source for source in catalogue.sources if source in cited)


def _about(catalogue: Catalogue, kind: str, key: str) -> Callable[[Row], bool]:
    if kind == "pair":
        return lambda row: row.pair.key == key
    if kind == "unit":
        return lambda row: key in row.pair.sides
    here = {key} | {name for name, organisation in catalogue.organisations.items() if organisation.place == key}
    return lambda row: not here.isdisjoint(row.parties)


def _partners(catalogue: Catalogue, key: str, rows: list[Row]) -> tuple[Partner, ...]:
    second = catalogue.country_of(catalogue.side_of(key)) == list(catalogue.atlas.countries)[1]
    pairs = {row.pair.key: row.pair for row in rows}
    counts = {name: sum(row.pair.key == name for row in rows) for name in pairs}
    partners = [Partner(pair.a if second else pair.b, pair, counts[pair.key]) for pair in pairs.values()]
    return tuple(sorted(partners, key=lambda partner: -partner.count))


def _newest(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Newest first, undated last, otherwise in the order of the file."""
    return tuple(sorted(rows, key=lambda row: row.first or date.min, reverse=True))


def _grouped(rows: list[Row], group: Callable[[Row], str], order: Iterable[str]) -> Groups:
    groups = ((key, _newest(row for row in rows if group(row) == key)) for key in order)
    return tuple((key, found) for key, found in groups if found)
