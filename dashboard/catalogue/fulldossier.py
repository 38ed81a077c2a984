"""What the page of a dossier adds to its records: its neighbours, its projects by sector, figures as series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.catalogue.catalogue import Row
from dashboard.catalogue.dossier import Dossier
from dashboard.catalogue.queries import View
from dashboard.catalogue.schema import Indicator

ALIKE = 10
"""Days by which two periods may differ and still be compared: months and years are not all of one length."""


@dataclass(frozen=True)
class Bar:
    """One figure of a series; `share` is its part of the greatest."""

    row: Row
    share: float


def neighbours(view: View, key: str) -> tuple[str | None, str | None]:
    """What stands before and after a pair (of those left), a unit or a place, in the order of the table."""
    catalogue = view.catalogue
    order: Iterable[str] = catalogue.units if key in catalogue.units else catalogue.places
    if key in catalogue.pairs:
        order = (name for name in catalogue.pairs if name in view.pairs or name == key)
    keys = [None, *order, None]
    at = keys.index(key)
    return keys[at - 1], keys[at + 1]


def by_sector(found: Dossier) -> tuple[tuple[str, dict[str, int]], ...]:
    """The projects of each sector by status, the fullest sector first; a project counts in each of its sectors."""
    counts: dict[str, Counter[str]] = {}
    for status, rows in found.projects:
        for row in rows:
            for sector in row.record.sectors:
                counts.setdefault(sector, Counter())[status] += 1
    return tuple(sorted(counts.items(), key=lambda item: -item[1].total()))


def figures(rows: Sequence[Row]) -> tuple[tuple[tuple[Bar, ...], ...], tuple[Row, ...]]:
    """The figures of one measure: the series among them, each in the order of time, and those that stand alone.

    Alike are those of the same parties, unit and sectors over periods as long. Two for one period are two
    different things, unless the table notes that its sources contradict each other.
    """
    alike: dict[object, list[tuple[Indicator, Row]]] = {}
    for row in rows:
        record = row.record
        if isinstance(record, Indicator) and row.first and row.last:
            length = round((row.last - row.first).days / ALIKE)
            unit = (record.currency, record.unit, record.measure)
            alike.setdefault((record.of, record.partner, unit, *sorted(record.sectors), length), []).append(
                (record, row)
            )
    runs = tuple(_bars(found) for found in alike.values() if _is_series([record for record, _ in found]))
    compared = {id(bar.row) for run in runs for bar in run}
    return runs, tuple(row for row in rows if id(row) not in compared)


def _is_series(records: list[Indicator]) -> bool:
    periods = Counter(record.period for record in records)
    doubled = [record for record in records if periods[record.period] > 1]
    return len(periods) > 1 and all(record.note for record in doubled) and all(record.value > 0 for record in records)


def _bars(found: list[tuple[Indicator, Row]]) -> tuple[Bar, ...]:
    most = max(record.value for record, _ in found)
    ordered = sorted(found, key=lambda each: str(each[0].period))
    return tuple(Bar(row, record.value / most) for record, row in ordered)
