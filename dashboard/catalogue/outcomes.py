"""From agreement to outcome: the projects under each agreement, and those under way that rest on no document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.filtering import View, select
from dashboard.catalogue.model import Row
from dashboard.catalogue.pair import Pair
from dashboard.catalogue.schema import Agreement, Project, Record, Vocabulary


@dataclass(frozen=True)
class Outcome:
    """An agreement with the number of its projects by stage, as far as they pass the filter.

    `barren` is true if not even the whole table has a project under it.
    """

    row: Row
    stages: dict[str, int]
    barren: bool


@dataclass(frozen=True)
class Outcomes:
    """The agreements of a pair, newest first, and its projects under way or completed that rest on no document."""

    pair: Pair
    agreements: tuple[Outcome, ...]
    loose: tuple[Row, ...]


@dataclass(frozen=True)
class Harvest:
    """The outcomes of every pair, the closest pairs first.

    agreements, fruitful  number of agreements, and of those with a project that passes the filter
    done, loose           number of projects under way or completed, and of those that rest on no document
    """

    pairs: tuple[Outcomes, ...]
    agreements: int
    fruitful: int
    done: int
    loose: int

    @property
    def most(self) -> int:
        """Largest number of projects under one agreement, at least 1."""
        counts = (sum(outcome.stages.values()) for each in self.pairs for outcome in each.agreements)
        return max(counts, default=1) or 1


def harvest_of(view: View) -> Harvest:
    """Outcomes of the agreements that pass the filter, or that have a project which does."""
    kinds = view.catalogue.kinds
    found = list(_of_pairs(view))
    order = [*kinds.closeness, None]
    found.sort(key=lambda each: (order.index(each.pair.closeness), -len(each.agreements)))
    agreements = [outcome for each in found for outcome in each.agreements]
    return Harvest(
        pairs=tuple(found),
        agreements=len(agreements),
        fruitful=sum(bool(outcome.stages) for outcome in agreements),
        done=sum(row.stage == kinds.done for row in view.rows),
        loose=sum(len(each.loose) for each in found),
    )


def stages_under(record: Record, projects: Iterable[Project], kinds: Vocabulary) -> dict[str, int]:
    """Number of the projects under an agreement by stage, in the order of the stages."""
    under = (project for project in projects if project.agreement == record.id)
    counts = Counter(kinds.statuses[project.status].stage for project in under)
    return {stage: counts[stage] for stage in kinds.stages if counts[stage]}


def expired(record: Agreement, dated: Edtf | None) -> bool:
    """True if an agreement was valid until a day before the date of the table, which knows of no later renewal."""
    last, day = record.valid and record.valid.last, dated and dated.first
    return bool(last and day and last < day)


def _of_pairs(view: View) -> Iterator[Outcomes]:
    """The outcomes of every pair that has an agreement or a project without a document.

    A filter by kinds of agreement asks for the projects under these kinds, although no project is of a kind itself.
    """
    catalogue, kinds = view.catalogue, view.catalogue.kinds
    counted = select(catalogue, replace(view.filter, kinds=frozenset())).pairs
    passed = {row.key for row in view.rows}
    for pair in view.pairs.values():
        whole = catalogue.pairs[pair.key]
        named = {project.agreement for project in pair.projects}
        rows = [row for row in catalogue.rows if row.pair.key == pair.key]
        agreements = [
            Outcome(
                row,
                stages_under(row.record, counted[pair.key].projects, kinds),
                barren=not stages_under(row.record, whole.projects, kinds),
            )
            for row in rows
            if row.record_type == "agreements" and (row.key in passed or row.record.id in named)
        ]
        loose = [
            row
            for row in rows
            if row.key in passed
            and row.stage == kinds.done
            and isinstance(row.record, Project)
            and not row.record.agreement
        ]
        if agreements or loose:
            newest = sorted(agreements, key=lambda each: each.row.first or date.min, reverse=True)
            yield Outcomes(pair, tuple(newest), tuple(loose))
