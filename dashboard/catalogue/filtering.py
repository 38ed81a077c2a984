"""Filters of the catalogue: the records that pass, and a count for every option."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, get_args

from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue, Row
from dashboard.catalogue.pair import LISTS, Bond, Pair, bond_of
from dashboard.catalogue.schema import Named, YearsBy
from dashboard.catalogue.texts import texts

HIDE = "hide"
"""The one option of the filter `undated`."""

YEARS_BY: tuple[YearsBy, ...] = get_args(YearsBy)
"""Ways to select by years: the records that began in them, or those that were in force in them."""

MOST_TEXT = 200
"""Number of characters of a search text that are used; an address may hold any number."""


@dataclass(frozen=True)
class Filter:
    """Conditions on records. An empty set is no condition; a record without a value for a condition fails it.

    closeness  as of the end of the last of the years
    years      first and last year, both included
    years_by   what a record must have done in these years: begun, or been in force; an agreement without a date passes
    undated    `hide` leaves out every record without a date, also where closeness is told
    text       all its words must be in the record's text of one language, in some form (see `vocabulary`)
    """

    sectors: frozenset[str] = frozenset()
    closeness: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    years: tuple[int, int] | None = None
    years_by: YearsBy = "begun"
    undated: frozenset[str] = frozenset()
    text: str = ""

    @property
    def active(self) -> bool:
        """True if there is any condition."""
        return self != Filter(years_by=self.years_by)

    @property
    def until(self) -> int | None:
        """The last of the chosen years, at whose end closeness is told; None for all years."""
        return self.years[1] if self.years else None

    @property
    def dated(self) -> bool:
        """True if only records with a date count."""
        return HIDE in self.undated


DIMENSIONS = ("sectors", "closeness", "stages", "levels", "kinds")
STATED = ("sectors", "stages", "levels", "kinds")
"""Dimensions of a record by itself; closeness is that of its pair, and depends on the years."""


def vocabularies(catalogue: Catalogue) -> dict[str, Mapping[str, Named]]:
    """Options of each dimension by key, in the order in which they are offered."""
    kinds = catalogue.kinds
    return {
        "sectors": catalogue.sectors,
        "closeness": kinds.closeness,
        "stages": kinds.stages,
        "levels": kinds.levels,
        "kinds": {**kinds.agreements, **kinds.links},
    }


@dataclass(frozen=True, eq=False)
class View:
    """The records that pass a filter: as rows, and as pairs that hold only these records.

    undated  records that no more than a missing date keeps from passing
    bonds    bond of every pair of units, as of the end of the chosen years
    """

    catalogue: Catalogue
    filter: Filter
    rows: tuple[Row, ...]
    undated: tuple[Row, ...]
    bonds: Mapping[str, Bond]

    @cached_property
    def facets(self) -> Mapping[str, Mapping[str, int]]:
        """`facets[dimension][option]`: number of records (for closeness: of pairs) that the option would show.

        It is counted together with the filters of the other dimensions.
        """
        facets: dict[str, Counter[str]] = {name: Counter() for name in DIMENSIONS}
        close = defaultdict[str, set[str]](set)
        for row, timely, failed in _looked_at(self.catalogue, self.filter, self.bonds, self.catalogue.rows):
            if timely is None:
                continue
            for name in failed if len(failed) == 1 else DIMENSIONS if not failed else ():
                for option in _options(row, name, self.bonds):
                    if name == "closeness":
                        close[option].add(row.pair.key)
                    else:
                        facets[name][option] += 1
        facets["closeness"] = Counter({option: len(keys) for option, keys in close.items()})
        return facets

    @cached_property
    def pairs(self) -> Mapping[str, Pair]:
        """The pairs of its records, each with only these records."""
        return _pairs(self.rows, self.bonds)

    @cached_property
    def concerned(self) -> Mapping[str, Sequence[Row]]:
        """Its records by each pair, unit, country and place that they concern."""
        found = defaultdict[str, list[Row]](list)
        for row in self.rows:
            for key in (row.pair.key, *row.pair.sides, *row.places):
                found[key].append(row)
        return found

    def regional(self) -> list[Pair]:
        """The pairs that are arcs on the map."""
        return [pair for pair in self.pairs.values() if pair.regional]

    def count(self, name: str) -> int:
        """Number of records of one type."""
        return sum(row.record_type == name for row in self.rows)


@kept(on="catalogue", most=256)
def select(catalogue: Catalogue, wanted: Filter) -> View:
    """View of the catalogue under a filter; cached, since visitors ask for the same few."""
    passed: list[Row] = []
    undated: list[Row] = []
    bonds = bonds_at_end_of(catalogue, wanted.until, dated=wanted.dated)
    if not wanted.active:
        return View(catalogue, wanted, catalogue.rows, (), bonds)
    for row, timely, failed in _looked_at(catalogue, wanted, bonds, _fewest(catalogue, wanted)):
        if not failed:
            (undated if timely is None else passed).append(row)
    return View(catalogue, wanted, tuple(passed), tuple(undated), bonds)


def _looked_at(
    catalogue: Catalogue, wanted: Filter, bonds: Mapping[str, Bond], rows: Sequence[Row]
) -> Iterator[tuple[Row, bool | None, list[str]]]:
    """Yield those of some records in the chosen years and text, None for one without a date, and what each fails."""
    holding = texts(catalogue).find(wanted.text[:MOST_TEXT]) if wanted.text.strip() else None
    asked = [(name, chosen) for name in DIMENSIONS if (chosen := getattr(wanted, name))]
    for row in rows:
        timely = in_years(row, wanted)
        if timely is False or (holding is not None and row.key not in holding):
            continue
        yield row, timely, [name for name, chosen in asked if chosen.isdisjoint(_options(row, name, bonds))]


def _fewest(catalogue: Catalogue, wanted: Filter) -> Sequence[Row]:
    """Records among which all that pass a filter are: those of the rarest option, where one alone is asked for."""
    chosen = ((name, options) for name in STATED if len(options := getattr(wanted, name)) == 1)
    return min(
        (_holding(catalogue).get((name, *options), ()) for name, options in chosen), key=len, default=catalogue.rows
    )


@kept(on="catalogue")
def _holding(catalogue: Catalogue) -> Mapping[tuple[str, ...], Sequence[Row]]:
    """Return the records of each option, as (dimension, option), in the order of the table."""
    found = defaultdict[tuple[str, ...], list[Row]](list)
    for row in catalogue.rows:
        for name, options in row.options.items():
            for option in options:
                found[name, option].append(row)
    return found


def _options(row: Row, dimension: str, bonds: Mapping[str, Bond]) -> tuple[str, ...]:
    """Options of a dimension that a record belongs to."""
    if dimension != "closeness":
        return row.options[dimension]
    degree = bonds.get(row.pair.key, Bond()).closeness
    return (degree,) if degree else ()


@kept(on="catalogue")
def bonds_at_end_of(catalogue: Catalogue, year: int | None, *, dated: bool = False) -> dict[str, Bond]:
    """Bond of every pair of units by key, at the end of a year; without a year, that of all their records.

    With `dated`, records without a date do not count.
    """
    day = date(year, 12, 31) if year else None
    return {
        key: bond_of(pair, catalogue.kinds, day, dated=dated) for key, pair in catalogue.pairs.items() if pair.regional
    }


def _pairs(rows: Sequence[Row], bonds: Mapping[str, Bond]) -> dict[str, Pair]:
    """The pairs of some rows, each with only the records of these rows."""
    ids: dict[str, set[str]] = {}
    for row in rows:
        ids.setdefault(row.pair.key, set()).add(row.record.id)
    pairs = {row.pair.key: row.pair for row in rows}
    found = {}
    for key, pair in pairs.items():
        lists: dict[str, Any] = {
            name: tuple(record for record in getattr(pair, name) if record.id in ids[key]) for name in LISTS
        }
        found[key] = replace(pair, bond=bonds.get(key, Bond()), **lists)
    return found


def years_of(row: Row, by: YearsBy) -> tuple[int, int] | None:
    """First and last year in which a record counts: in which it began or was in force. None if no date tells."""
    if by == "begun":
        return (row.first.year, row.first.year) if row.first else None
    return ((row.first or date.min).year, (row.last or date.max).year) if row.first or row.last else None


def in_years(row: Row, wanted: Filter) -> bool | None:
    """True if a record counts in one of the years of a filter; None if only a missing date keeps it from counting.

    An agreement without a date counts in all years, as it does for closeness.
    """
    if not (row.first or row.last):
        counted = wanted.years is None or row.record_type == "agreements"
        return True if counted and not wanted.dated else None
    if wanted.years is None:
        return True
    counts = years_of(row, wanted.years_by)
    return counts and counts[0] <= wanted.years[1] and counts[1] >= wanted.years[0]
