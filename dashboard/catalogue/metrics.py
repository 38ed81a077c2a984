"""Counts of a view for the charts: by pair, sector, stage and year, and the gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.filtering import View
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import Pair

TIES = ("agreements", "links", "projects")
"""Types of record that are ties between two sides; the others only report on them or lead up to them."""

SIGNED_OR_HELD = ("agreements", "contacts", "links", "events")
"""Types of record that are signed or held on a day."""

DATED = ("agreements", "contacts", "links", "projects", "events")
"""Types of record that a timeline shows."""

Counts = Counter[tuple[str, str]]


def year_range(catalogue: Catalogue) -> tuple[int, int]:
    """First and last year in which a dated record of the table begins; (1, 1) if none does."""
    years = [row.first.year for row in catalogue.rows if row.first and row.record_type in DATED]
    return (min(years), max(years)) if years else (date.min.year, date.min.year)


@dataclass(frozen=True)
class Matrix:
    """Units of the first country (rows) by units of the second (columns), those with the most records first.

    cells          number of records by pair
    outside        pairs of these units that the filter leaves out
    without_pairs  units of each country that have no pair under the filter
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[str, int]
    outside: tuple[str, ...]
    without_pairs: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Gaps:
    """White spots of a view.

    without_ties      units without any tie, by country
    on_paper          pairs with nothing but agreements and contacts
    without_projects  sectors without a project, by unit
    sectors           number of sectors that the filter admits
    """

    without_ties: Mapping[str, tuple[str, ...]]
    on_paper: tuple[Pair, ...]
    without_projects: Mapping[str, tuple[str, ...]]
    sectors: int


def count_matrix(view: View) -> Matrix:
    """Matrix of a view."""
    catalogue = view.catalogue
    cells = {pair.key: sum(1 for _ in pair.records()) for pair in view.regional()}
    totals: Counter[str] = Counter()
    for key, count in cells.items():
        totals.update(dict.fromkeys(catalogue.pairs[key].sides, count))
    units = [units_of(catalogue, country) for country in catalogue.atlas.countries]
    rows, columns = (tuple(sorted((u for u in own if u in totals), key=lambda u: -totals[u])) for own in units)
    outside = (
        pair.key for pair in catalogue.pairs.values() if pair.a in rows and pair.b in columns and pair.key not in cells
    )
    first, second = (tuple(unit for unit in own if unit not in totals) for own in units)
    return Matrix(rows, columns, cells, tuple(outside), (first, second))


def units_of(catalogue: Catalogue, country: str) -> tuple[str, ...]:
    """Units of a country, in the order of its file."""
    return tuple(code for code in catalogue.units if catalogue.country_of(code) == country)


@kept(on="catalogue")
def rank_units(catalogue: Catalogue) -> tuple[tuple[tuple[str, int], ...], ...]:
    """Units of each country with their number of records, those with the most first and equal ones by code."""
    numbers = Counter[str]()
    for key, counts in catalogue.counts.items():
        numbers.update(dict.fromkeys(catalogue.pairs[key].sides, counts.total()))
    return tuple(
        tuple(sorted(((unit, numbers[unit]) for unit in units_of(catalogue, country)), key=lambda of: (-of[1], of[0])))
        for country in catalogue.atlas.countries
    )


def side_in(catalogue: Catalogue, pair: Pair, country: str) -> str:
    """Side of a pair in a country: one of its units, or the country itself. StopIteration if neither side is in it."""
    return next(side for side in pair.sides if catalogue.country_of(side) == country)


def count_sectors(view: View, country: str) -> Counts:
    """Number of ties by (side in a country, sector). A tie with two sectors counts for both."""
    return Counter(
        (side_in(view.catalogue, row.pair, country), sector)
        for row in view.rows
        if row.record_type in TIES
        for sector in row.record.sectors
    )


def count_stages(view: View, country: str) -> Counts:
    """Number of projects by (side in a country, stage)."""
    return Counter((side_in(view.catalogue, row.pair, country), row.stage) for row in view.rows if row.stage)


def count_sector_stages(view: View) -> Counts:
    """Number of projects by (sector, stage). A project with two sectors counts for both."""
    return Counter((sector, row.stage) for row in view.rows if row.stage for sector in row.record.sectors)


def count_years(view: View) -> Counter[tuple[int, str]]:
    """Number of records signed or held by (year, type of record). Undated records are left out."""
    return Counter(
        (row.first.year, row.record_type) for row in view.rows if row.first and row.record_type in SIGNED_OR_HELD
    )


def count_undated(view: View) -> int:
    """Number of records signed or held on an unknown date."""
    return sum(row.first is None for row in view.rows if row.record_type in SIGNED_OR_HELD)


def find_gaps(view: View, country: str) -> Gaps:
    """White spots of a view; `without_projects` covers the units of one country.

    `on_paper` is decided by the whole table, since a filter could hide a pair's projects.
    """
    catalogue = view.catalogue
    tied = {side for row in view.rows if row.record_type in TIES for side in row.pair.sides}
    types: dict[str, set[str]] = {}
    for row in catalogue.rows:
        types.setdefault(row.pair.key, set()).add(row.record_type)
    agreed = {row.pair.key for row in view.rows if row.record_type == "agreements"}
    busy = {
        (side_in(catalogue, row.pair, country), sector)
        for row in view.rows
        if row.record_type == "projects"
        for sector in row.record.sectors
    }
    asked = [key for key in catalogue.sectors if not view.filter.sectors or key in view.filter.sectors]
    idle = {
        unit: tuple(key for key in asked if (unit, key) not in busy)
        for unit in units_of(catalogue, country)
        if unit in tied
    }
    countries = {country: units_of(catalogue, country) for country in catalogue.atlas.countries}
    return Gaps(
        without_ties={country: tuple(u for u in units if u not in tied) for country, units in countries.items()},
        on_paper=tuple(
            pair for pair in view.regional() if pair.key in agreed and types[pair.key] <= {"agreements", "contacts"}
        ),
        without_projects={unit: missing for unit, missing in idle.items() if missing},
        sectors=len(asked),
    )


def totals(counts: Counts) -> Counter[str]:
    """Sums by the first of the two keys, largest first."""
    sums: Counter[str] = Counter()
    for (key, _), count in counts.items():
        sums[key] += count
    return Counter(dict(sums.most_common()))
