"""A draft: the entries and records that rows become, with the row of each."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.catalogue import schema
from dashboard.catalogue.folder import PAIRS, SPLIT
from dashboard.catalogue.model import Catalogue
from dashboard.reading.rows import Listed, Row

Raw = dict[str, Any]
Known = Mapping[str, Mapping[str, Any]]
"""Entries by group and key: items, and those that the atlas has."""


@dataclass(eq=False)
class Item:
    """An entry or record as in YAML, and the row that it comes from.

    asked    it is wanted only if a record names it: a source or place that a row of another table led to
    riders   rows of amounts, which are placed with their project
    model    what it is once it has been found valid
    refused  the check refuses it
    """

    raw: Raw
    row: Row
    asked: bool = False
    riders: list[Row] = field(default_factory=list)
    model: Any = None
    refused: bool = False

    @property
    def listed(self) -> bool:
        """It is not placed. What is asked for does not depend on the row that asked first."""
        return self.refused if self.asked else bool(self.row.reason)

    def refuse(self, reason: str) -> None:
        """List its row, and those that are placed with it."""
        self.refused, self.row.reason = True, self.row.reason or reason
        for rider in self.riders:
            rider.reason = rider.reason or f"its project is listed: row {self.row.number} of {self.row.sheet}"


class Draft:
    """Entries by group and key, and records by pair and kind, that rows add to an atlas or to a new folder.

    A new folder takes from the atlas the entries that its records name.
    """

    def __init__(self, base: Catalogue, *, new: bool) -> None:
        self.base, self.new = base, new
        self.entries: dict[str, dict[str, Item]] = {name: {} for name in SPLIT}
        self.records: dict[str, dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
        self.ids: dict[str, set[str]] = {}
        self.numbers: Counter[tuple[str, str]] = Counter()
        self.drafts: dict[str, str] = {}

    def add(self, group: str, key: str, item: Item) -> None:
        """Add an entry; raises Listed if its key is taken."""
        if key in self.entries[group]:
            first = self.entries[group][key].row
            raise Listed(f"the code '{key}' occurs twice; it is that of row {first.number} of {first.sheet}")
        held = getattr(self.base, group).get(key)
        if held and not self.new:
            if schema.as_written(held) != item.raw:
                raise Listed(f"the atlas has '{key}' already, with other values")
            return
        self.entries[group][key] = item

    def record(self, pair: str, kind: str, item: Item) -> None:
        """Add a record with its id, or with one that is made from `id` and free; raises Listed if its id is taken."""
        if item.raw["id"] in self._taken(pair):
            raise Listed(f"the id '{item.raw['id']}' is taken in {PAIRS}/{pair}.yaml")
        self._taken(pair).add(item.raw["id"])
        self.records[pair][kind].append(item)

    def free(self, pair: str, text: str) -> str:
        """An id that no record of a pair has yet."""
        taken, first = self._taken(pair), slug(text) or "record"
        made = first
        while made in taken:
            self.numbers[pair, first] += 1
            made = f"{first}-{self.numbers[pair, first] + 1}"
        return made

    def _taken(self, pair: str) -> set[str]:
        if pair not in self.ids:
            self.ids[pair] = {record.id for record in self.held(pair)}
        return self.ids[pair]

    def names_of(self, party: str) -> Mapping[str, str]:
        """Names of a party by language."""
        for group in ("places", "organisations"):
            if item := self.entries[group].get(party):
                return dict(item.raw["names"])
        return self.base.names(party)

    def side_of(self, party: str) -> str:
        """Unit of a party, or its country if the unit is unknown."""
        if item := self.entries["places"].get(party):
            return str(item.raw.get("unit", ""))
        if item := self.entries["organisations"].get(party):
            return self.side_of(str(item.raw.get("place") or item.raw.get("unit", "")))
        return self.base.side_of(party)

    def held(self, pair: str) -> list[schema.Record]:
        """Records that the atlas has of a pair already."""
        known = None if self.new else self.base.pairs.get(pair)
        return [record for _, record in known.records()] if known else []

    def known(self) -> Known:
        """Entries that are written: of the atlas that the draft adds to, of rows, and those that records name."""
        named = {key for _, _, item in self.placed() for key in _named(item.raw)}
        named |= {unit.seat for unit in self.base.units.values() if unit.seat}
        found: dict[str, dict[str, Any]] = {}
        for group in reversed(SPLIT):  # sources, organisations, places: organisations name places
            held = getattr(self.base, group)
            own = {key: item for key, item in self.entries[group].items() if not item.listed}
            own = {key: item for key, item in own.items() if not item.asked or key in named}
            kept = {key: entry for key, entry in held.items() if not self.new or key in named}
            if group == "organisations":
                raws = [item.raw for item in own.values()]
                named |= {str(raw.get("place")) for raw in raws}
                named |= {entry.place for key, entry in kept.items() if entry.place and key not in own}
            found[group] = {**own, **kept, **own} if self.new else {**kept, **own}
        return found

    def placed(self) -> Iterator[tuple[str, str, Item]]:
        """Yield the pair, the kind and the item of each record whose row is placed."""
        for pair, kinds in self.records.items():
            for kind, records in kinds.items():
                for item in records:
                    if not item.row.reason:
                        yield pair, kind, item

    def forget(self) -> None:
        """Forget what was valid, since an entry that it may name is gone, or a language has become a draft."""
        for item in (*(item for group in self.entries.values() for item in group.values()), *self.every()):
            item.model = None

    def every(self) -> Iterator[Item]:
        """Every record, placed or listed."""
        return (item for kinds in self.records.values() for records in kinds.values() for item in records)


def slug(text: str) -> str:
    """A text in small Latin letters, digits and hyphens; "" if it has no Latin letter."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return made if re.search("[a-z]", made) else ""


def _named(raw: Raw) -> Iterator[str]:
    """Keys of all that a record names."""
    for each in ("sources", "organisations", "places", "participants", "with"):
        value = raw.get(each, ())
        yield from [value] if isinstance(value, str) else value
    yield from (str(raw[each]) for each in ("signed_in", "place", "a", "b", "of") if each in raw)
