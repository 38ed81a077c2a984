"""Phrases about records in the language of the visitor: figures with their units, names, marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.catalogue import schema
from dashboard.catalogue.model import Catalogue
from dashboard.text.translator import Translator


@dataclass(frozen=True)
class Phrases:
    """What templates ask for beside the plain texts of a translator."""

    catalogue: Catalogue
    t: Translator

    def figure(self, amount: schema.Amount) -> str:
        """An amount as in "about $31 million", "more than 300 m²", "up to 10,000 t a month"."""
        kinds, t = self.catalogue.kinds, self.t
        if amount.currency:
            text = t.money(amount.value, amount.currency)
        else:
            text = t.name(kinds.quantities[str(amount.unit)]).format(n=t.number(amount.value))
        if isinstance(amount, schema.ProjectAmount) and amount.period:
            text = t.name(kinds.rates[amount.period]).format(n=text)
        return t.name(kinds.qualifiers[amount.qualifier]).format(n=text) if amount.qualifier else text

    def figures(self, amounts: Sequence[schema.Amount]) -> str:
        """Several amounts in one line."""
        return " · ".join(map(self.figure, amounts))

    def name(self, party: str) -> str:
        """The name of a unit, country, place or organisation; of a unit, the short one."""
        return self.t.name(self.catalogue.party(party))

    def names(self, parties: list[str]) -> str:
        """Several names in one line."""
        return ", ".join(map(self.name, parties))

    def title(self, key: str) -> str:
        """The full name of what is selected: both sides of a pair, a unit, a place."""
        return self.t.text(self.catalogue.title(key))

    def kind(self, record: schema.Agreement | schema.Link) -> str:
        """The kind of an agreement or a link, in words."""
        kinds = self.catalogue.kinds
        return self.t.name(kinds.agreements.get(record.kind) or kinds.links[record.kind])

    def sectors(self, record: schema.Record) -> str:
        """The sectors of a record in one line."""
        return " · ".join(self.t.name(self.catalogue.sectors[key]) for key in record.sectors)

    def number_of(self, source: str) -> int:
        """The number by which a source is cited: its place in sources.yaml."""
        return self._numbers[source]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {key: number for number, key in enumerate(self.catalogue.sources, start=1)}

    def cite(self, source: str) -> str:
        """A source in one line: author, work, publisher, date."""
        return ", ".join(filter(None, self.citation(source)))

    def citation(self, source: str) -> tuple[str, str, str]:
        """The author of a source, its title in its own language, and who published it when; "" for what is unknown."""
        entry, t = self.catalogue.sources[source], self.t
        return t.text(entry.author), work(entry), f"{t.text(entry.publisher)}, {t.date(entry.date)}"


def work(source: schema.Source) -> str:
    """The title of a source and the book that holds it, as printed; "" if neither is recorded."""
    return ", ".join(filter(None, (source.title, source.book)))
