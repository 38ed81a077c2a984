"""Names of everything that the atlas knows: keys found by code, name in any language or alias, and near names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from dashboard.catalogue import schema
from dashboard.catalogue.folding import fold
from dashboard.catalogue.model import Catalogue

PARTIES = ("units", "countries", "places", "organisations")
NEAR = 0.5
"""Least share of pairs of letters that a near name has in common with what was looked for (Dice)."""


class Found(NamedTuple):
    """An entry that a text names. `rank` is 0 for its code, 1 for its name, 2 for an alias."""

    rank: int
    group: str
    key: str


class Names:
    """Codes, names and aliases by group: units, countries, places, organisations, and each vocabulary."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._coded: dict[str, list[Found]] = defaultdict(list)
        self._named: dict[str, dict[Found, str]] = defaultdict(dict)
        self._pairs: dict[str, set[str]] = defaultdict(set)
        self.find = lru_cache(maxsize=2**16)(self._find)
        for group, key, entry in named(catalogue):
            short = getattr(entry, "short", None) or {}
            self.add(group, key, (*entry.names.values(), *short.values()), getattr(entry, "aliases", ()))
        for key in catalogue.sources:
            self.add("sources", key)
        for folded in self._named:
            for pair in _pairs(folded):
                self._pairs[pair].add(folded)

    def add(self, group: str, key: str, names: Iterable[str] = (), aliases: Iterable[str] = ()) -> None:
        """Add an entry of a group."""
        self._coded[key].append(Found(0, group, key))
        for rank, texts in ((1, names), (2, aliases)):
            for text in texts:
                self._named[fold(text)].setdefault(Found(rank, group, key), text)
        self.find.cache_clear()

    def _find(self, text: str, groups: tuple[str, ...]) -> tuple[Found, ...]:
        """Return what a text names among some groups, the best match of each entry, the best ones first."""
        matches = (*self._coded.get(text, ()), *self._named.get(fold(text), ()))
        best: dict[tuple[str, str], Found] = {}
        for found in sorted({each for each in matches if each.group in groups}):
            best.setdefault((found.group, found.key), found)
        return tuple(best.values())

    def nearest(self, text: str, groups: tuple[str, ...]) -> str:
        """Return the name in the atlas that is most like a text, "; nearest Gomel"; "" if none is near."""
        folded = fold(text)
        pairs = _pairs(folded)
        shared = Counter(name for pair in pairs for name in self._pairs.get(pair, ()))
        near = [
            (2 * count / (len(pairs) + len(_pairs(name))), told)
            for name, count in shared.most_common(20)
            for found, told in self._named[name].items()
            if found.group in groups
        ]
        share, told = max(near, default=(0.0, ""))
        return f"; nearest {told}" if share >= NEAR else ""


def named(catalogue: Catalogue) -> Iterator[tuple[str, str, schema.Named]]:
    """Yield every entry that has names: its group, its key and itself."""
    groups = {
        **{name: getattr(catalogue.kinds, name) for name in schema.Vocabulary.model_fields},
        "countries": catalogue.atlas.countries,
        **{name: getattr(catalogue, name) for name in ("units", "sectors", "places", "organisations")},
    }
    for group, entries in groups.items():
        for key, entry in entries.items():
            yield group, key, entry


def _pairs(folded: str) -> frozenset[str]:
    """Pairs of neighbouring letters, and each first and last one alone."""
    return frozenset(f"{folded} "[at : at + 2] for at in range(len(folded)))
