"""The catalogue: everything in config/, immutable, with values derived once per load."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Literal

from dashboard.catalogue import schema
from dashboard.catalogue.kept import as_before
from dashboard.catalogue.pair import Pair, lifetime
from geodata.layers import Layers

Subject = Literal["pair", "unit", "place"]
"""The kinds of thing that can be selected."""


@dataclass(frozen=True)
class Row:
    """A record with the values that filters need.

    record_type  one of RECORD_TYPES
    first, last  days between which it took place; None if open or unknown
    parties      keys of the units, countries, places and organisations that it names
    places       keys of the places that it names, or where an organisation that it names has its seat
    ends         of a link, the place at which each end is drawn; None if only its unit or country is known
    """

    pair: Pair
    record_type: str
    record: schema.Record
    instrument: str | None
    stage: str | None
    level: str
    first: date | None
    last: date | None
    parties: frozenset[str]
    places: frozenset[str]
    ends: tuple[str | None, ...]

    @property
    def key(self) -> str:
        """Key of the record, unique in the whole table; its id is unique only within its file."""
        return f"{self.pair.key}/{self.record.id}"

    @cached_property
    def options(self) -> dict[str, tuple[str, ...]]:
        """Options of each dimension that it belongs to, but for closeness, which depends on the years."""
        return {
            "sectors": tuple(self.record.sectors),
            "stages": (self.stage,) if self.stage else (),
            "levels": (self.level,),
            "kinds": (self.instrument,) if self.instrument else (),
        }


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The whole table, built by `load.load`. It never changes, and is compared by identity."""

    atlas: schema.Atlas
    sectors: Mapping[str, schema.Sector]
    kinds: schema.Vocabulary
    units: Mapping[str, schema.Unit]
    places: Mapping[str, schema.Place]
    organisations: Mapping[str, schema.Organisation]
    sources: Mapping[str, schema.Source]
    pairs: Mapping[str, Pair]
    stories: Mapping[str, schema.Story]
    changes: Mapping[str, schema.Changes]
    layers: Layers

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every record of every pair."""
        entries = self.kinds, self.places, self.organisations
        found = (as_before(f"rows of {key}", _rows, pair, *entries) for key, pair in self.pairs.items())
        return tuple(chain.from_iterable(found))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Number of each record in `rows`, by its key."""
        return {row.key: number for number, row in enumerate(self.rows)}

    @cached_property
    def counts(self) -> Mapping[str, Counter[str]]:
        """Number of records of each type, by key of the pair."""
        counts: dict[str, Counter[str]] = {key: Counter() for key in self.pairs}
        for row in self.rows:
            counts[row.pair.key][row.record_type] += 1
        return counts

    @cached_property
    def keys(self) -> frozenset[str]:
        """Keys of everything that can be selected: pairs, units and places."""
        return frozenset((*self.pairs, *self.units, *self.places))

    def subject_of(self, key: str) -> Subject:
        """Kind of thing that has a key."""
        return "pair" if key in self.pairs else "unit" if key in self.units else "place"

    def names(self, party: str) -> dict[str, str]:
        """Names of a unit, country, place or organisation by language; KeyError if there is none."""
        return self.party(party).names

    def short(self, side: str) -> dict[str, str]:
        """Short names of a unit or country by language, or its names if it has no short ones."""
        entry = self.party(side)
        return getattr(entry, "short", None) or entry.names

    def title(self, key: str) -> dict[str, str]:
        """Names of a unit or place, or the short names of both sides of a pair, by language."""
        return self.joined(*map(self.short, self.pairs[key].sides)) if key in self.pairs else self.names(key)

    def joined(self, first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
        """Join two names in every language, with its dash: "Minsk Region – Chongqing", "明斯克州—重庆"."""
        return {language: f"{name}{self.dash(language)}{second[language]}" for language, name in first.items()}

    def dash(self, language: str) -> str:
        """Dash between the names of a pair in a language."""
        return self.atlas.dashes.get(language, " – ")

    def cited(self, records: Iterable[schema.Record]) -> dict[str, schema.Source]:
        """Sources that records cite, by key, in the order of sources.yaml."""
        keys = {source for record in records for source in record.sources}
        return {key: self.sources[key] for key in sorted(keys, key=self.source_numbers.__getitem__)}

    @cached_property
    def source_numbers(self) -> Mapping[str, int]:
        """Position of each source in sources.yaml."""
        return {key: number for number, key in enumerate(self.sources)}

    def party(self, key: str) -> schema.Named:
        """Unit, country, place or organisation with a key; KeyError if there is none."""
        for group in (self.units, self.atlas.countries, self.places, self.organisations):
            if key in group:
                return group[key]
        raise KeyError(key)

    def side_of(self, party: str) -> str:
        """Unit of a party, or its country if the unit is unknown."""
        if party in self.places:
            return self.places[party].unit
        if party in self.organisations:
            seat = self.organisations[party]
            return self.side_of(seat.place) if seat.place else seat.unit or ""
        return party

    def country_of(self, side: str) -> str:
        """Country of a unit or country code."""
        return side if side in self.atlas.countries else side.split("-")[0]

    def place_of(self, party: str) -> str | None:
        """Place at which a party is drawn; None if only its unit or country is known."""
        return _Parties(self.kinds, self.places, self.organisations).place_of(party)


@dataclass(frozen=True)
class _Parties:
    """Facts about those that take part in a record: all that its row follows from beside the record itself."""

    kinds: schema.Vocabulary
    places: Mapping[str, schema.Place]
    organisations: Mapping[str, schema.Organisation]

    def place_of(self, party: str) -> str | None:
        if party in self.places:
            return party
        return self.organisations[party].place if party in self.organisations else None

    def level_of(self, party: str) -> str:
        """Level of the ties of a party."""
        if party in self.places:
            return self.kinds.place_kinds[self.places[party].kind].level
        if party in self.organisations:
            return self.kinds.organisation_kinds[self.organisations[party].kind].level
        return self.kinds.regional

    def lower(self, *ends: str) -> str:
        """Lowest of the levels of some parties."""
        levels = {self.level_of(end) for end in ends}
        return next(level for level in reversed(self.kinds.levels) if level in levels)


def _rows(
    pair: Pair,
    kinds: schema.Vocabulary,
    places: Mapping[str, schema.Place],
    organisations: Mapping[str, schema.Organisation],
) -> tuple[Row, ...]:
    known = _Parties(kinds, places, organisations)
    return tuple(_row(known, pair, name, record) for name, record in pair.records())


def _row(known: _Parties, pair: Pair, name: str, record: schema.Record) -> Row:
    first, last = lifetime(record)
    stage = known.kinds.statuses[record.status].stage if isinstance(record, schema.Project) else None
    kind = record.kind if isinstance(record, schema.Agreement | schema.Link) else None
    level, parties = _level_and_parties(known, pair, record)
    is_contact = isinstance(record, schema.Agreement) and not known.kinds.is_agreement(record.kind)
    record_type = "contacts" if is_contact else name
    places = frozenset(place for party in parties if (place := known.place_of(party)))
    ends = tuple(map(known.place_of, (record.a, record.b))) if isinstance(record, schema.Link) else ()
    return Row(pair, record_type, record, kind, stage, level, first, last, frozenset(parties), places, ends)


def _level_and_parties(known: _Parties, pair: Pair, record: schema.Record) -> tuple[str, list[str]]:
    top = known.kinds.regional
    match record:
        case schema.Link():
            return known.lower(record.a, record.b), [record.a, record.b, *record.others]
        case schema.Project():
            parties = [*record.organisations, *record.places]
            below = next((link for link in pair.links if link.id == record.agreement), None)
            ends = [below.a, below.b] if below else record.organisations
            return (known.lower(*ends) if ends else top), parties
        case schema.Indicator():
            return known.level_of(record.of), [record.of, *([record.partner] if record.partner else [])]
        case schema.Event():
            parties = [*record.participants, *([record.place] if record.place else [])]
            of_sides = not record.participants or any(party in pair.sides for party in record.participants)
            return (top if of_sides else known.lower(*record.participants)), parties
    return top, []
