"""Files that browsers fetch by URL, named by their content: map layers, search index, timeline titles, citations."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Any, cast

from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.search import index, stems
from dashboard.charts.timeline import titles
from dashboard.contract.map import Rows
from dashboard.contract.search import SearchEntry, SearchIndex
from dashboard.exports.bibliography import citations
from dashboard.map.options import Sheet
from dashboard.map.rows import fixed_rows
from dashboard.text.translator import Translator
from geodata.layout import LAYOUTS, Layout, geojson

STATIC = Path(__file__).parents[1] / "static"
LAYERS = STATIC / "layers"

IN_USE = 3600.0
"""Seconds for which a file that another server may have written is kept."""

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


def map_files(catalogue: Catalogue, name: str, t: Translator) -> Sheet:
    """Sheet of a layout, with the settings of atlas.yaml and names in one language."""
    sources = {layer: file.source() for layer, file in (_shapes(catalogue, name) | _rows(catalogue, name, t)).items()}
    urls = {layer: source for layer, source in sources.items() if isinstance(source, str)}
    rows = {layer: source for layer, source in sources.items() if layer not in urls}
    return Sheet(_layout(catalogue, name), urls, cast(Rows, rows))


def search_index(catalogue: Catalogue) -> Any:
    """URL of the published index of the search box, or the index itself if it cannot be written."""
    return _search_file(catalogue).source()


def timeline_titles(catalogue: Catalogue, t: Translator) -> Any:
    """URL of the published titles in one language, or the titles themselves if they cannot be written."""
    return _titles_file(catalogue, t).source()


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


def _layout(catalogue: Catalogue, name: str) -> Layout:
    return LAYOUTS[name](**catalogue.atlas.map.settings(name))


@kept(on="catalogue")
def _shapes(catalogue: Catalogue, name: str) -> dict[str, PublishedFile]:
    shapes = geojson(_layout(catalogue, name))
    shapes["regions"] = shapes.pop("units")
    return {layer: _file(catalogue, f"{name}-{layer}", shape) for layer, shape in shapes.items()}


@kept(on="catalogue")
def _rows(catalogue: Catalogue, name: str, t: Translator) -> dict[str, PublishedFile]:
    rows = fixed_rows(catalogue, _layout(catalogue, name), t)
    return {layer: _file(catalogue, f"{name}-{layer}-{t.language}", value) for layer, value in rows.items()}


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
def _titles_file(catalogue: Catalogue, t: Translator) -> PublishedFile:
    return _file(catalogue, f"titles-{t.language}", titles(catalogue, t))


@kept(on="catalogue")
def _citations_file(catalogue: Catalogue, t: Translator) -> PublishedFile:
    return _file(catalogue, f"citations-{t.language}", citations(catalogue, t))
