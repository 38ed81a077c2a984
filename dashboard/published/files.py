"""Files that browsers fetch by URL, named by their content: all that the page is drawn from, and citations."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import time
from typing import Any, cast

from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.search import index, stems
from dashboard.contract.atlas import AtlasFiles
from dashboard.contract.map import Rows
from dashboard.contract.search import SearchEntry, SearchIndex
from dashboard.exports.bibliography import citations
from dashboard.map.deck import map_file
from dashboard.map.layouts import layouts
from dashboard.map.options import Sheet
from dashboard.map.rows import fixed_rows, route_rows
from dashboard.published.columns import columns
from dashboard.published.panels import panels
from dashboard.published.textindex import text_index
from dashboard.published.words import words
from dashboard.state import LAYOUTS
from dashboard.text.translator import Translator
from geodata.layout import Layout, geojson

STATIC = Path(__file__).parents[1] / "static"
LAYERS = STATIC / "layers"

IN_USE = 3600.0
"""Seconds for which a file that another server may have written is kept."""

_making = Lock()
"""Held while the files of the page are made, so that two requests do not make them twice."""

_written: set[str] = set()
"""Names of the files that this process has written."""


@dataclass(frozen=True)
class PublishedFile:
    """A value as compact JSON, under a name with a hash of its content."""

    name: str
    content: bytes
    value: Any

    def source(self) -> Any:
        """Write the file unless it exists; return its URL relative to the page, or the value if it cannot be written.

        Call it for each use: another server may have removed the file as a leftover.
        """
        path = LAYERS / self.name
        try:
            if not path.exists():
                _write(path, self.content)
        except OSError:
            return self.value
        with suppress(OSError):
            if time() - path.stat().st_mtime > IN_USE / 2:
                os.utime(path)
        return f"app/static/{LAYERS.name}/{self.name}"


def hashed(stem: str, value: Any) -> PublishedFile:
    """Return the file of a value, without writing it."""
    content = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
    return PublishedFile(f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}.json", content, value)


def _write(path: Path, content: bytes) -> None:
    """Write a file atomically; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(content)
            file.flush()
            part.chmod(0o644)  # the server may run as another user
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
    _written.add(path.name)


def remove_leftovers(keep: Collection[str]) -> None:
    """Remove published files not in `keep`; those of other processes only after IN_USE seconds without use."""
    for pattern in ("*.json", "*.part"):
        for path in LAYERS.glob(pattern):
            with suppress(OSError):  # read-only, or just removed by another server
                if path.name not in keep and (path.name in _written or time() - path.stat().st_mtime > IN_USE):
                    path.unlink()
                    _written.discard(path.name)


def map_files(catalogue: Catalogue, name: str, t: Translator) -> tuple[Sheet, ...]:
    """Sheets of a layout, with the settings of atlas.yaml and names in one language."""
    return tuple(_sheet(catalogue, layout, t) for layout in layouts(catalogue, name))


def _sheet(catalogue: Catalogue, layout: Layout, t: Translator) -> Sheet:
    files = _shapes(catalogue, layout) | _rows(catalogue, layout, t)
    sources = {name: file.source() for name, file in files.items()}
    urls = {name: source for name, source in sources.items() if isinstance(source, str)}
    rows = {name: source for name, source in sources.items() if name not in urls}
    return Sheet(layout, urls, cast(Rows, rows))


def search_index(catalogue: Catalogue) -> Any:
    """URL of the published index of the search box, or the index itself if it cannot be written."""
    return _search_file(catalogue).source()


def atlas_files(catalogue: Catalogue, translators: Mapping[str, Translator]) -> AtlasFiles:
    """List of the files that the page is drawn from."""
    every = translators.values()
    with _making:
        return _listed(catalogue, every)


def _listed(catalogue: Catalogue, every: Collection[Translator]) -> AtlasFiles:
    return {
        "languages": dict(catalogue.atlas.languages),
        "table": _columns_file(catalogue).source(),
        "index": _index_file(catalogue).source(),
        "search": search_index(catalogue),
        "words": {t.language: _words_file(catalogue, t).source() for t in every},
        "panels": {t.language: _panels_file(catalogue, t).source() for t in every},
        "citations": {t.language: citations_file(catalogue, t) for t in every},
        "maps": {layout: {t.language: _map_file(catalogue, layout, t).source() for t in every} for layout in LAYOUTS},
    }


def atlas_list(catalogue: Catalogue, translators: Mapping[str, Translator]) -> Any:
    """URL of that list, or the list itself if it cannot be written."""
    return _file(catalogue, "atlas", atlas_files(catalogue, translators)).source()


def citations_file(catalogue: Catalogue, t: Translator) -> Any:
    """URL of the published citations of all sources, or the citations themselves if they cannot be written."""
    return _citations_file(catalogue, t).source()


@kept(on="catalogue")
def file_names(catalogue: Catalogue) -> set[str]:  # noqa: ARG001 - the set is cached on it
    """Return the names of all files made from a catalogue so far."""
    return set()


def _file(catalogue: Catalogue, stem: str, value: Any) -> PublishedFile:
    file = hashed(stem, value)
    file_names(catalogue).add(file.name)
    return file


@kept(on="catalogue")
def _shapes(catalogue: Catalogue, layout: Layout) -> dict[str, PublishedFile]:
    shapes: dict[str, Any] = geojson(layout)
    shapes["regions"] = shapes.pop("units")
    shapes["routes"] = route_rows(catalogue, layout)
    return {name: _file(catalogue, f"{layout.name}-{name}", value) for name, value in shapes.items()}


@kept(on="catalogue")
def _rows(catalogue: Catalogue, layout: Layout, t: Translator) -> dict[str, PublishedFile]:
    rows = fixed_rows(catalogue, layout, t)
    return {name: _file(catalogue, f"{layout.name}-{name}-{t.language}", value) for name, value in rows.items()}


@kept(on="catalogue")
def _search_file(catalogue: Catalogue) -> PublishedFile:
    entries = index(catalogue)
    published: SearchIndex = {"groups": {}, "stems": stems(catalogue, entries)}
    for entry in entries:
        shown: SearchEntry = {
            "key": entry.key,
            "names": dict(entry.names),
            "aliases": [alias for alias in entry.aliases if alias not in entry.names.values()],
            "where": dict(entry.where),
            "select": entry.select,
        }
        published["groups"].setdefault(entry.group, []).append(shown)
    return _file(catalogue, "search", published)


@kept(on="catalogue")
def _columns_file(catalogue: Catalogue) -> PublishedFile:
    return _file(catalogue, "table", columns(catalogue))


@kept(on="catalogue")
def _index_file(catalogue: Catalogue) -> PublishedFile:
    return _file(catalogue, "index", text_index(catalogue))


@kept(on="catalogue")
def _words_file(catalogue: Catalogue, t: Translator) -> PublishedFile:
    return _file(catalogue, f"words-{t.language}", words(catalogue, t))


@kept(on="catalogue")
def _map_file(catalogue: Catalogue, layout: str, t: Translator) -> PublishedFile:
    return _file(catalogue, f"map-{layout}-{t.language}", map_file(map_files(catalogue, layout, t), catalogue, t))


@kept(on="catalogue")
def _panels_file(catalogue: Catalogue, t: Translator) -> PublishedFile:
    return _file(catalogue, f"panels-{t.language}", panels(catalogue, t))


@kept(on="catalogue")
def _citations_file(catalogue: Catalogue, t: Translator) -> PublishedFile:
    return _file(catalogue, f"citations-{t.language}", citations(catalogue, t))
