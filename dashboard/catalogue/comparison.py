"""Comparison of two units or two pairs: common ground, what only one has, and the widest differences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.catalogue.dossier import Dossier, dossier_of
from dashboard.catalogue.filtering import View
from dashboard.catalogue.metrics import TIES, units_of
from dashboard.catalogue.model import Catalogue, Row, Subject
from dashboard.catalogue.schema import Indicator

Two = tuple[int, int]


@dataclass(frozen=True)
class Comparison:
    """Two dossiers and what they have in common.

    sectors, stages  counts of ties by key, each as (first, second)
    partners         of both, of the first alone, of the second alone: for units the other sides, for pairs the places
                     and organisations that their ties name
    figures          by series, for the series of figures that both have; newest first
    """

    dossiers: tuple[Dossier, Dossier]
    sectors: Mapping[str, Two]
    stages: Mapping[str, Two]
    partners: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    figures: Mapping[str, tuple[tuple[Row, ...], tuple[Row, ...]]]

    @property
    def widest_difference(self) -> str | None:
        """Kind of record in which the counts differ most; None if all are equal."""
        first, second = (dossier.counts for dossier in self.dossiers)
        return _widest({name: (first[name], second[name]) for name in first})

    @property
    def widest_sector_difference(self) -> str | None:
        """Sector in which the counts of ties differ most; None if all are equal."""
        return _widest(self.sectors)


def comparison_of(view: View, keys: tuple[str, str]) -> Comparison:
    """Comparison of two units or two pairs under the filter of the view."""
    catalogue = view.catalogue
    first, second = (dossier_of(view, key) for key in keys)
    named = [_partners(view, found) for found in (first, second)]
    ties = [_ties(found) for found in (first, second)]
    series = [_series(found) for found in (first, second)]
    return Comparison(
        (first, second),
        _both(catalogue.sectors, *(Counter(key for row in own for key in row.record.sectors) for own in ties)),
        _both(catalogue.kinds.stages, *(Counter(row.stage for row in own if row.stage) for own in ties)),
        (
            tuple(key for key in named[0] if key in named[1]),
            tuple(key for key in named[0] if key not in named[1]),
            tuple(key for key in named[1] if key not in named[0]),
        ),
        {key: (series[0][key], series[1][key]) for key in series[0] if key in series[1]},
    )


def candidates(catalogue: Catalogue, subject: Subject) -> tuple[str, ...]:
    """Keys that can be compared: units with records, by country, or regional pairs; those with most records first."""
    counts: Counter[str] = Counter()
    for row in catalogue.rows:
        counts.update((row.pair.key,) if subject == "pair" else row.pair.sides)
    if subject == "pair":
        return tuple(key for key, _ in counts.most_common() if catalogue.pairs[key].regional)
    countries = (units_of(catalogue, country) for country in catalogue.atlas.countries)
    return tuple(unit for units in countries for unit in sorted(units, key=lambda u: -counts[u]) if counts[unit])


def _ties(found: Dossier) -> list[Row]:
    grouped = [row for groups in (found.projects, found.links) for _, rows in groups for row in rows]
    return [*found.agreements, *grouped]


def _series(found: Dossier) -> dict[str, tuple[Row, ...]]:
    """Figures of a dossier by series; figures of no series can be compared with nothing."""
    rows = [(row.record, row) for _, group in found.indicators for row in group]
    named = dict.fromkeys(record.series for record, _ in rows if isinstance(record, Indicator) and record.series)
    return {key: tuple(row for record, row in rows if getattr(record, "series", None) == key) for key in named}


def _partners(view: View, found: Dossier) -> tuple[str, ...]:
    if found.subject == "unit":
        return tuple(partner.other for partner in found.partners)
    sides = view.catalogue.pairs[found.key].sides
    rows = [row for row in view.rows if row.pair.key == found.key and row.record_type in TIES]
    return tuple(dict.fromkeys(key for row in rows for key in sorted(row.parties) if key not in sides))


def _both(order: Iterable[str], first: Counter[str], second: Counter[str]) -> dict[str, Two]:
    return {key: (first[key], second[key]) for key in order if first[key] or second[key]}


def _widest(counts: Mapping[str, Two]) -> str | None:
    """Key whose two counts differ most; None if no counts differ."""
    key = max(counts, key=lambda name: abs(counts[name][0] - counts[name][1]), default=None)
    return key if key and counts[key][0] != counts[key][1] else None
