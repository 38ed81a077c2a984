"""Filters of the catalogue: the records that pass, and a count for every option."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import LISTS, Catalogue, Pair, Row
from dashboard.catalogue.schema import Named
from dashboard.catalogue.texts import texts

MOST_TEXT = 200
"""Number of characters of a search text that are used; an address may hold any number."""


@dataclass(frozen=True)
class Filter:
    """Conditions on records. An empty set is no condition; a record without a value for a condition fails it.

    years  first and last year, both included
    text   all its words must be in the record's text of one language, in some form (see `vocabulary`)
    """

    sectors: frozenset[str] = frozenset()
    closeness: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    years: tuple[int, int] | None = None
    text: str = ""

    @property
    def active(self) -> bool:
        """True if there is any condition."""
        return self != Filter()


DIMENSIONS = ("sectors", "closeness", "stages", "levels", "kinds")


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

    `facets[dimension][option]` is the number of records (for closeness: of pairs) that the option would show together
    with the filters of the other dimensions.
    """

    catalogue: Catalogue
    filter: Filter
    rows: tuple[Row, ...]
    pairs: Mapping[str, Pair]
    facets: Mapping[str, Mapping[str, int]]

    def regional(self) -> list[Pair]:
        """The pairs that are arcs on the map."""
        return [pair for pair in self.pairs.values() if pair.regional]

    def count(self, name: str) -> int:
        """Number of records of one kind."""
        return sum(len(getattr(pair, name)) for pair in self.pairs.values())


@kept(on="catalogue", most=256)
def select(catalogue: Catalogue, wanted: Filter) -> View:
    """View of the catalogue under a filter; cached, since visitors ask for the same few."""
    kept: list[Row] = []
    holding = texts(catalogue).find(wanted.text[:MOST_TEXT]) if wanted.text.strip() else None
    facets: dict[str, Counter[str]] = {name: Counter() for name in DIMENSIONS}
    close: dict[str, set[str]] = {}
    for row in catalogue.rows:
        if (holding is not None and row.key not in holding) or not _lasts(row, wanted.years):
            continue
        failed = [name for name in DIMENSIONS if not _passes(row, name, wanted)]
        if not failed:
            kept.append(row)
        for name in failed if len(failed) == 1 else DIMENSIONS if not failed else ():
            for option in options(row, name):
                facets[name][option] += name != "closeness"
                if name == "closeness":
                    close.setdefault(option, set()).add(row.pair.key)
    facets["closeness"] = Counter({option: len(keys) for option, keys in close.items()})
    return View(catalogue, wanted, tuple(kept), _pairs(kept), facets)


def at_any_time(view: View) -> View:
    """View under the same filter without its years."""
    return select(view.catalogue, replace(view.filter, years=None))


def _pairs(rows: list[Row]) -> dict[str, Pair]:
    """The pairs of some rows, each with only the records of these rows."""
    lists: dict[str, dict[str, Any]] = {}
    for row in rows:
        lists.setdefault(row.pair.key, dict.fromkeys(LISTS, ()))[row.record_type] += (row.record,)
    pairs = {row.pair.key: row.pair for row in rows}
    return {key: replace(pair, **lists[key]) for key, pair in pairs.items()}


def options(row: Row, dimension: str) -> tuple[str, ...]:
    """Options of a dimension that a record belongs to; KeyError for an unknown dimension."""
    match dimension:
        case "sectors":
            return tuple(row.record.sectors)
        case "closeness":
            return (row.pair.closeness,) if row.pair.closeness else ()
        case "stages":
            return (row.stage,) if row.stage else ()
        case "kinds":
            return (row.instrument,) if row.instrument else ()
        case "levels":
            return (row.level,)
    raise KeyError(dimension)


def _passes(row: Row, dimension: str, wanted: Filter) -> bool:
    asked: frozenset[str] = getattr(wanted, dimension)
    return not asked or not asked.isdisjoint(options(row, dimension))


def _lasts(row: Row, years: tuple[int, int] | None) -> bool:
    """Tell whether a record overlaps the years from the first to the last."""
    if years is None:
        return True
    if row.first is None and row.last is None:
        return False
    first, last = years
    return (row.first or date.min) <= date(last, 12, 31) and (row.last or date.max) >= date(first, 1, 1)
