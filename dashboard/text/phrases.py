"""Phrases about records in the visitor's language: figures with units, names, citations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from dashboard.catalogue import schema
from dashboard.catalogue.model import Catalogue
from dashboard.text.translator import Translator


@dataclass(frozen=True)
class Phrases:
    """Phrases for one visitor; the translator `t` has the plain texts."""

    catalogue: Catalogue
    t: Translator

    def figure(self, amount: schema.Amount) -> str:
        """An amount in words: "about $31 million", "more than 15 years", "about 10,000 t a month".

        Words that change with the number, or with the qualifier before it, are under `figures` in config/i18n/.
        """
        kinds, t = self.catalogue.kinds, self.t
        unit, qualifier = amount.currency or str(amount.unit), amount.qualifier
        case = t.find(f"figures.takes.{qualifier}") or "words"
        text = t.measured(t.find(f"figures.{case}.{unit}") or self._pattern(amount), amount.value)
        if qualifier:
            before = t.find(f"figures.before.{unit}.{qualifier}") or t.name(kinds.qualifiers[qualifier])
            text = before.format(n=text)
        if isinstance(amount, schema.ProjectAmount) and amount.period:
            text = t.name(kinds.rates[amount.period]).format(n=text)
        return text

    def _pattern(self, amount: schema.Amount) -> str | Mapping[str, str]:
        """The number with its unit or currency, in the basic form."""
        t = self.t
        if amount.currency:
            pattern = t.find(f"currencies.{amount.currency}") or f"{{n}} {amount.currency}"
        else:
            names = self.catalogue.kinds.quantities[str(amount.unit)]
            pattern = t.find(f"figures.words.{amount.unit}") or t.name(names)
        return cast("str | Mapping[str, str]", pattern)

    def figures(self, amounts: Sequence[schema.Amount]) -> str:
        """Several amounts on one line."""
        return " · ".join(map(self.figure, amounts))

    def name(self, party: str) -> str:
        """Name of a unit (the short one), country, place or organisation; KeyError if there is none."""
        return self.t.name(self.catalogue.party(party))

    def names(self, parties: list[str]) -> str:
        """Several names on one line."""
        return self.t("list.items.between").join(map(self.name, parties))

    def title(self, key: str) -> str:
        """Full name of a unit or place, or the names of both sides of a pair."""
        return self.t.text(self.catalogue.title(key))

    def kind(self, record: schema.Agreement | schema.Link) -> str:
        """Name of the kind of an agreement or link."""
        kinds = self.catalogue.kinds
        return self.t.name(kinds.agreements.get(record.kind) or kinds.links[record.kind])

    def sectors(self, record: schema.Record) -> str:
        """Names of the sectors of a record on one line."""
        return " · ".join(self.t.name(self.catalogue.sectors[key]) for key in record.sectors)

    def number_of(self, source: str) -> int:
        """Number by which a source is cited: its position in sources.yaml, from 1."""
        return self._numbers[source]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {key: number for number, key in enumerate(self.catalogue.sources, start=1)}

    def cite(self, source: str) -> str:
        """Citation of a source on one line: author, title, publisher, date."""
        return self.t("list.citation").join(filter(None, self.citation(source)))

    def citation(self, source: str) -> tuple[str, str, str]:
        """Author of a source, its title in its own language, its publisher with the date; "" for what is unknown."""
        entry, t = self.catalogue.sources[source], self.t
        published = t("list.citation").join((t.text(entry.publisher), t.date(entry.date)))
        return t.text(entry.author), work(entry), published


def work(source: schema.Source) -> str:
    """Title of a source and of the book that holds it, as printed; "" if neither is recorded."""
    return ", ".join(filter(None, (source.title, source.book)))
