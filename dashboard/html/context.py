"""The values that templates work with. Every macro gets them as its first argument, `ctx`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from dashboard.catalogue.changes import Newness, newness
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.dossier import Dossier, figure_series
from dashboard.catalogue.model import Catalogue, Row
from dashboard.catalogue.outcomes import expired, stages_under
from dashboard.catalogue.pair import RECORD_TYPES, Bond, Pair
from dashboard.catalogue.quality import as_of
from dashboard.catalogue.schema import Agreement, Closeness, Sector, Vocabulary
from dashboard.catalogue.sector import SectorDossier
from dashboard.text.phrases import Phrases
from dashboard.text.terms import bond_title, earlier_dates, meaning_of, name_of
from dashboard.text.translator import Translator

LONG, FIRST = 500, 20
"""Records from which on a page shows only the first entries of each list, and how many these are."""

GROUPED = ("projects", "links")
"""Parts of a dossier in groups, but for the figures, which are in series too."""


@dataclass(frozen=True, kw_only=True)
class TemplateContext:
    """Words and colours for one language.

    `link` returns the address of the dossier of a key. If it is None, keys are selected by buttons instead of links.
    `opens` is the page that these links or buttons open; "" stays on the same page. `sector_link` returns the address
    of the page of a sector. `year` is the last of the chosen years.
    """

    words: Phrases
    year: int | None = None
    link: Callable[[str], str] | None = None
    sector_link: Callable[[str], str] | None = None
    opens: str = ""

    @property
    def t(self) -> Translator:
        """The translator of the visitor's language."""
        return self.words.t

    @property
    def catalogue(self) -> Catalogue:
        """The whole table."""
        return self.words.catalogue

    @property
    def kinds(self) -> Vocabulary:
        """The vocabulary of kinds.yaml."""
        return self.words.catalogue.kinds

    @property
    def as_of(self) -> Edtf | None:
        """Date of the table."""
        return as_of(self.catalogue)

    def name_of(self, part: str) -> str:
        """Name of a type of record, or of another part of a dossier."""
        return name_of(part, "panel", self.t)

    def tab_of(self, part: str) -> str:
        """The same name, or a shorter one where it has to fit a tab."""
        return str(self.t.find(f"terms.{part}.short") or self.name_of(part))

    def meaning_of(self, part: str) -> str:
        """Definition of a type of record; "" for another part of a dossier."""
        return meaning_of(part, self.t) or ""

    def bond_title(self, bond: Bond) -> str:
        """Closeness of a pair in words, with the date since when."""
        return bond_title(bond, self.words, self.year)

    def earlier_dates(self, bond: Bond) -> list[str]:
        """First agreement and first contact of a pair, if earlier than its closeness, in words."""
        return earlier_dates(bond, self.words)

    def closeness_of(self, pair: Pair) -> str:
        """Closeness of a pair in words, without its date."""
        if not pair.regional:
            return self.t("panel.country")
        return bond_title(pair.bond, self.words, self.year, dated=False)

    def expired(self, record: Agreement) -> bool:
        """True if an agreement was valid until a day before the date of the table."""
        return expired(record, as_of(self.catalogue))

    def tone(self, entry: Closeness | Sector) -> str:
        """Colour of a closeness or sector in CSS, for a light and for a dark ground."""
        return f"light-dark({entry.colour.light}, {entry.colour.dark})"


@dataclass(frozen=True, kw_only=True)
class DossierContext(TemplateContext):
    """The same for a dossier.

    `dossier` holds every record, also where a template shows only the first ones. `full` is true on the dossier's
    own page and false in the panel beside the map. `levels` gives the heading level of record titles by list.
    `sector` has who takes part, in the dossier of a sector. `whole` is the part of a long dossier that is shown whole,
    and `wanted` the key of a record that is shown in any case. What is newer than the day `since` is marked.
    """

    dossier: Dossier
    sector: SectorDossier | None = None
    full: bool
    levels: Mapping[str, int]
    whole: str = ""
    wanted: str = ""
    since: str | None = None

    def cut(self, part: str) -> bool:
        """True if only the first entries of each list in a part are shown: the dossier is long, and they are more."""
        return self.whole != part and self.long and self.count(part) > FIRST

    @cached_property
    def long(self) -> bool:
        """True if the dossier has more records than a page should show at once."""
        return self.full and len(self.dossier.rows) > LONG

    def first(self, part: str, entries: Sequence[Any]) -> Sequence[Any]:
        """The entries of a list that are shown: the first ones, and the record that a link leads to."""
        if not self.cut(part):
            return entries
        return [*entries[:FIRST], *(each for each in entries[FIRST:] if getattr(each, "key", None) == self.wanted)]

    @property
    def sources(self) -> Sequence[str]:
        """Keys of the sources listed: of a long dossier, those of the records shown."""
        if not self.cut("sources"):
            return self.dossier.sources
        groups = {part: getattr(self.dossier, part) for part in RECORD_TYPES if part != "indicators"}
        lists = {part: [rows for _, rows in found] if part in GROUPED else [found] for part, found in groups.items()}
        shown = [row for part, found in lists.items() for rows in found for row in self.first(part, rows)]
        shown += [row for _, rows in self.dossier.indicators for row in self._figures(rows)]
        return [*self.catalogue.cited(row.record for row in shown)]

    def _figures(self, rows: Sequence[Row]) -> list[Row]:
        """The figures of one measure that are shown: the first of the first series, and of those in none."""
        first = partial(self.first, "indicators")
        series, single = figure_series(rows)
        return [*(bar.row for bars in first(series) for bar in first(bars)), *first(single)]

    def count(self, part: str) -> int:
        """Number of records in a list of the dossier, or of its partners, sources, pairs …."""
        counts = self.dossier.counts | (self.sector.counts if self.sector else {})
        return counts[part] if part in counts else len(getattr(self.dossier, part))

    def title(self, key: str) -> str:
        """Title of something that has a dossier of the same kind."""
        return self.t.name(self.catalogue.sectors[key]) if self.sector else self.words.title(key)

    def outcome(self, row: Row) -> dict[str, int]:
        """Number of projects under an agreement by stage, in the order of the stages."""
        return stages_under(row.record, self.catalogue.pairs[row.pair.key].projects, self.kinds)

    @property
    def stages(self) -> list[tuple[str, int]]:
        """Number of projects of the dossier by stage, in the order of the stages."""
        sizes = [(self.kinds.statuses[status].stage, len(rows)) for status, rows in self.dossier.projects]
        return [(stage, n) for stage in self.kinds.stages if (n := sum(size for of, size in sizes if of == stage))]

    def newness(self, row: Row) -> Newness | None:
        """Tell whether a record is to be marked as added, or as changed."""
        return newness(self.catalogue, row.key, self.since)

    def number(self, row: Row) -> int:
        """Number of a record in the table, under which the browser has its HTML."""
        return self.catalogue.numbers[row.key]
