"""The index of the search box as one file, which a browser fetches once and searches by itself."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.search import Entry, index
from dashboard.sheets import LAYERS
from geodata.publish import write


@dataclass(frozen=True)
class SearchFile:
    """The URL of the published index, relative to the page, and its entries by key."""

    url: str
    entries: Mapping[str, Entry]


@lru_cache(maxsize=1)
def search_file(catalogue: Catalogue) -> SearchFile:
    """Publishes the index of a catalogue; where nothing can be written, the URL itself carries it."""
    entries = {entry.key: entry for entry in index(catalogue)}
    groups: dict[str, list[dict[str, Any]]] = {}
    for entry in entries.values():
        aliases = [alias for alias in entry.aliases if alias not in entry.names.values()]
        shown = {"key": entry.key, "names": entry.names, "aliases": aliases, "where": entry.where}
        groups.setdefault(entry.group, []).append(shown)
    try:
        url = f"app/static/layers/{write(LAYERS, 'search', groups)}"
    except OSError:
        url = f"data:application/json;base64,{b64encode(json.dumps(groups, ensure_ascii=False).encode()).decode()}"
    return SearchFile(url, entries)
