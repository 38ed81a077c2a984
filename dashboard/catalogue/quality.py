"""Figures about the table itself: number of records, share of inferred ones, date of the newest source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.kept import kept
from dashboard.catalogue.metrics import TIES
from dashboard.catalogue.model import Catalogue, Row
from dashboard.catalogue.pair import RECORD_TYPES


class Tally(NamedTuple):
    """Number of records, and of those that are inferred, have a note, or have no date."""

    records: int
    inferred: int
    noted: int
    undated: int


class Sizes(NamedTuple):
    """Numbers of records, of all types and of each, and of what they are about. Each has a definition in `terms`."""

    records: int
    ties: int
    agreements: int
    contacts: int
    links: int
    projects: int
    indicators: int
    events: int
    pairs: int
    units: int
    sources: int


def sizes(catalogue: Catalogue) -> Sizes:
    """Sizes of the whole table."""
    types = Counter(row.record_type for row in catalogue.rows)
    sides = {side for row in catalogue.rows for side in row.pair.sides}
    return Sizes(
        records=len(catalogue.rows),
        ties=sum(types[name] for name in TIES),
        pairs=sum(pair.regional for pair in catalogue.pairs.values()),
        units=len(sides & catalogue.units.keys()),
        sources=len(catalogue.cited(row.record for row in catalogue.rows)),
        **{name: types[name] for name in RECORD_TYPES},
    )


def tally(rows: Iterable[Row]) -> Tally:
    """Tally of some records."""
    rows = tuple(rows)
    return Tally(
        len(rows),
        sum(row.record.inferred is not None for row in rows),
        sum(row.record.note is not None for row in rows),
        sum(row.first is None and row.last is None for row in rows),
    )


def by_kind(catalogue: Catalogue) -> dict[str, Tally]:
    """Tally of each kind of record that occurs."""
    return _in_order(_by(catalogue, lambda row: (row.record_type,)), RECORD_TYPES)


def by_region(catalogue: Catalogue) -> dict[str, Tally]:
    """Tally of each unit and country that has records. A record counts for both sides of its pair."""
    return _in_order(_by(catalogue, lambda row: row.pair.sides), (*catalogue.atlas.countries, *catalogue.units))


def by_source(catalogue: Catalogue) -> dict[str, Tally]:
    """Tally of each source that is cited. A record counts for each of its sources."""
    return _in_order(_by(catalogue, lambda row: row.record.sources), catalogue.sources)


@kept(on="catalogue")
def as_of(catalogue: Catalogue) -> Edtf | None:
    """Date of the newest source cited, and so of the table; None if no source that is cited has a date."""
    cited = catalogue.cited(row.record for row in catalogue.rows)
    return max((source.date for source in cited.values() if source.date), default=None)


def _by(catalogue: Catalogue, groups: Callable[[Row], Iterable[str]]) -> dict[str, Tally]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in catalogue.rows:
        for group in dict.fromkeys(groups(row)):
            found[group].append(row)
    return {group: tally(rows) for group, rows in found.items()}


def _in_order(tallies: Mapping[str, Tally], order: Iterable[str]) -> dict[str, Tally]:
    return {key: tallies[key] for key in order if key in tallies}
