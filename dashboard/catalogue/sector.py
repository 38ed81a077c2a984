"""A sector of cooperation: who takes part in it, since when, and the sums of money that its projects name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.dossier import Dossier, dossier_of_sector
from dashboard.catalogue.filtering import View
from dashboard.catalogue.metrics import units_of
from dashboard.catalogue.model import Catalogue, Row
from dashboard.catalogue.pair import Pair, dates_of
from dashboard.catalogue.schema import Amount, Project, Vocabulary

SECTOR_PARTS = (
    *("pairs", "country_pairs", "units", "projects", "agreements", "contacts", "links", "indicators", "events"),
    *("organisations", "sources"),
)
"""Parts of the dossier of a sector on its page, in their order."""

LEAST_SUMMED = 2
"""Number of projects whose amounts make a sum; a single amount stands with its project."""


@dataclass(frozen=True)
class Total:
    """Sum of the amounts in one currency that some of the `projects` at a stage name: `named` of them."""

    stage: str
    amount: Amount
    named: int
    projects: int


@dataclass(frozen=True)
class SectorDossier:
    """The dossier of a sector, and who takes part, each with the number of records and those with the most first.

    pairs          pairs of units
    country_pairs  pairs with a whole country
    units          units by country
    since          date of the earliest agreement or event with a date
    first          that agreement or event; None if another may be as early, their dates being no more precise
    totals         sums of the projects' amounts
    """

    dossier: Dossier
    pairs: tuple[tuple[Pair, int], ...]
    country_pairs: tuple[tuple[Pair, int], ...]
    units: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    organisations: tuple[tuple[str, int], ...]
    since: Edtf | None
    first: Row | None
    totals: tuple[Total, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Numbers of those who take part."""
        units = sum(len(units) for _, units in self.units)
        return {
            "pairs": len(self.pairs),
            "country_pairs": len(self.country_pairs),
            "units": units,
            "organisations": len(self.organisations),
        }


@dataclass(frozen=True)
class Brief:
    """Numbers of records, projects and pairs of units of a sector."""

    key: str
    records: int
    projects: int
    pairs: int


def sector_of(view: View, key: str) -> SectorDossier:
    """A sector under the filter of the view."""
    catalogue = view.catalogue
    rows = [row for row in view.rows if key in row.record.sectors]
    counts = Counter(row.pair.key for row in rows)
    pairs = [(view.pairs[name], n) for name, n in counts.most_common()]
    sides = Counter(side for row in rows for side in row.pair.sides)
    since, first = _earliest([row for row in rows if row.record_type in ("agreements", "events")])
    return SectorDossier(
        dossier=dossier_of_sector(view, key),
        pairs=tuple(each for each in pairs if each[0].regional),
        country_pairs=tuple(each for each in pairs if not each[0].regional),
        units=tuple(_active(catalogue, country, sides) for country in catalogue.atlas.countries),
        organisations=tuple(
            Counter(party for row in rows for party in row.parties & catalogue.organisations.keys()).most_common()
        ),
        since=since,
        first=first,
        totals=tuple(_totals(rows, catalogue.kinds)),
    )


def _earliest(rows: list[Row]) -> tuple[Edtf | None, Row | None]:
    """Earliest date at which one of some records began, and that record if no other may have begun by then."""
    begun = [(moment, when, row) for row in rows if (when := dates_of(row.record)[0]) and (moment := when.start)]
    if not begun:
        return None, None
    (moment, when, row), *others = sorted(begun, key=lambda each: (each[0].first, -each[0].last.toordinal()))
    return when, row if all(other.first > moment.last for other, _, _ in others) else None


def briefs(view: View) -> list[Brief]:
    """Every sector in brief, those with the most records first."""
    found = []
    for key in view.catalogue.sectors:
        rows = [row for row in view.rows if key in row.record.sectors]
        pairs = {row.pair.key for row in rows if row.pair.regional}
        found.append(Brief(key, len(rows), sum(bool(row.stage) for row in rows), len(pairs)))
    return sorted(found, key=lambda brief: -brief.records)


def _active(catalogue: Catalogue, country: str, sides: Counter[str]) -> tuple[str, tuple[tuple[str, int], ...]]:
    units = Counter({unit: sides[unit] for unit in units_of(catalogue, country) if unit in sides})
    return country, tuple(units.most_common())


def _totals(rows: list[Row], kinds: Vocabulary) -> Iterator[Total]:
    """Sums by stage and currency; a sum is rough if the sources qualify its amounts in different ways."""
    projects = [(row.stage, cast(Project, row.record)) for row in rows if row.stage]
    for stage in dict.fromkeys(status.stage for status in reversed(kinds.statuses.values())):
        at_stage = [project for own, project in projects if own == stage]
        named: dict[str, list[Amount]] = {}
        for project in at_stage:
            for amount in _summable(project, kinds):
                named.setdefault(str(amount.currency), []).append(amount)
        for amounts in named.values():
            if len(amounts) >= LEAST_SUMMED:
                said = {amount.qualifier for amount in amounts}
                qualifier = said.pop() if len(said) == 1 else kinds.rough
                value = sum(amount.value for amount in amounts)
                total = amounts[0].model_copy(update={"value": value, "qualifier": qualifier})
                yield Total(stage, total, len(amounts), len(at_stage))


def _summable(project: Project, kinds: Vocabulary) -> Iterator[Amount]:
    """Sums of money of a project that may be added to others.

    Not so rates, limits such as "up to", and two sums in one currency, of which one may contain the other.
    """
    named = Counter(amount.currency for amount in project.amounts)
    for amount in project.amounts:
        limited = amount.qualifier and kinds.qualifiers[amount.qualifier].role == "limit"
        if amount.currency and named[amount.currency] == 1 and not amount.period and not limited:
            yield amount
