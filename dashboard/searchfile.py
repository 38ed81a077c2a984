"""The index of the search box as one file, which a browser fetches once and searches by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.search import Entry, index
from dashboard.sheets import published


@dataclass(frozen=True)
class SearchFile:
    """The URL of the published index (its value, where nothing can be written), and its entries by key."""

    source: Any
    entries: Mapping[str, Entry]


@lru_cache(maxsize=1)
def search_file(catalogue: Catalogue) -> SearchFile:
    """The published index of a catalogue: by group, what can be shown and found of each entry, in all languages."""
    entries = {entry.key: entry for entry in index(catalogue)}
    groups: dict[str, list[dict[str, Any]]] = {}
    for entry in entries.values():
        aliases = [alias for alias in entry.aliases if alias not in entry.names.values()]
        shown = {"key": entry.key, "names": entry.names, "aliases": aliases, "where": entry.where}
        groups.setdefault(entry.group, []).append(shown)
    return SearchFile(published("search", groups), entries)
