"""Files that browsers fetch by URL, named by their content: all that the page is drawn from, and citations."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping
from threading import Lock
from typing import Any, cast

from typing_extensions import TypedDict

from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.search import Entry, index, stems
from dashboard.contract.atlas import AtlasFiles
from dashboard.contract.map import Rows
from dashboard.contract.search import SearchEntry, SearchIndex, SearchParts
from dashboard.exports.bibliography import citations
from dashboard.html.render import environment
from dashboard.map.deck import map_file
from dashboard.map.layouts import layouts
from dashboard.map.options import Sheet
from dashboard.map.rows import fixed_rows, route_rows
from dashboard.map.sketch import sketch
from dashboard.published.columns import columns
from dashboard.published.fingerprint import fingerprint
from dashboard.published.panels import panels
from dashboard.published.searchparts import BLOCK, entry_files, split, word_files
from dashboard.published.store import URL, PublishedFile, found, hashed
from dashboard.published.stories import stories
from dashboard.published.textindex import text_index
from dashboard.published.words import words
from dashboard.state import LAYOUTS
from dashboard.text.translator import Translator
from geodata.layout import Layout, geojson

_making = Lock()
"""Held while the files of the page are made, so that two requests do not make them twice."""


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


class Published(TypedDict):
    """All that is published of a table.

    files  the list of the files that the page is drawn from
    list   URL of that list, or the list itself if it cannot be written
    sizes  bytes of every file, by name
    sheets URLs of what is drawn on the first sheet of each layout, by language; none if they cannot be written
    sketch first picture of the map, as HTML
    """

    files: AtlasFiles
    list: Any
    sizes: dict[str, int]
    sheets: dict[str, dict[str, list[str]]]
    sketch: str


def atlas_list(catalogue: Catalogue, translators: Mapping[str, Translator]) -> Any:
    """URL of the list of the files that the page is drawn from, or the list itself if it cannot be written."""
    return published(catalogue, translators)["list"]


def contents(catalogue: Catalogue, translators: Mapping[str, Translator]) -> dict[str, bytes]:
    """Content of each published file by its URL; what could not be written stands in the list of the files instead."""
    paths = {name: found(name) for name in published(catalogue, translators)["sizes"]}
    return {f"{URL}/{name}": path.read_bytes() for name, path in paths.items() if path}


def file_names(catalogue: Catalogue, translators: Mapping[str, Translator]) -> set[str]:
    """Names of all files of a table, which are published."""
    return {*published(catalogue, translators)["sizes"], _record(catalogue, translators)}


def _record(catalogue: Catalogue, translators: Mapping[str, Translator]) -> str:
    """Name of the file that says what is published of a table: the next start need not make it again."""
    return f"published-{fingerprint(catalogue, tuple(translators.values()))}.json"


def published(catalogue: Catalogue, translators: Mapping[str, Translator]) -> Published:
    """Publish a table, unless that has been done, perhaps by another process, and all files are still there."""
    record = _record(catalogue, translators)
    with _making:
        return _recorded(record) or _publish(catalogue, translators.values(), record)


def _recorded(record: str) -> Published | None:
    path = found(record)
    try:
        known: Published | None = json.loads(path.read_bytes()) if path else None
    except (OSError, ValueError):  # removed just now, or cut
        return None
    return known if known and all(found(name, size) for name, size in known["sizes"].items()) else None


def _publish(catalogue: Catalogue, every: Collection[Translator], record: str) -> Published:
    files = _listed(catalogue, every)
    listed = _file(catalogue, "atlas", files).source()
    sources = [file.source() for file in _made(catalogue).values()]
    sizes = {name: len(file.content) for name, file in _made(catalogue).items()}
    sheets = {
        layout: {t.language: [*_map_file(catalogue, layout, t).value["sheets"][0]["urls"].values()] for t in every}
        for layout in LAYOUTS
    }
    made: Published = {"files": files, "list": listed, "sizes": sizes, "sheets": sheets, "sketch": _sketch(catalogue)}
    if all(isinstance(source, str) for source in sources):
        PublishedFile(record, json.dumps(made).encode(), made).source()  # last, when all that it names is there
    return made


def _listed(catalogue: Catalogue, every: Collection[Translator]) -> AtlasFiles:
    return {
        "languages": dict(catalogue.atlas.languages),
        "table": _columns_file(catalogue).source(),
        "index": _index_file(catalogue).source(),
        "search": search_index(catalogue),
        "words": {t.language: _words_file(catalogue, t).source() for t in every},
        "panels": {t.language: _panels_file(catalogue, t).source() for t in every},
        "citations": {t.language: citations_file(catalogue, t) for t in every},
        "stories": {t.language: _stories_file(catalogue, t).source() for t in every},
        "maps": {layout: {t.language: _map_file(catalogue, layout, t).source() for t in every} for layout in LAYOUTS},
    }


def _sketch(catalogue: Catalogue) -> str:
    return environment().get_template("sketch.html").render(sketch=sketch(catalogue))


def citations_file(catalogue: Catalogue, t: Translator) -> Any:
    """URL of the published citations of all sources, or the citations themselves if they cannot be written."""
    return _citations_file(catalogue, t).source()


@kept(on="catalogue")
def _made(catalogue: Catalogue) -> dict[str, PublishedFile]:  # noqa: ARG001 - the files are kept on it
    """Return all files made from a catalogue so far, by name."""
    return {}


def _file(catalogue: Catalogue, stem: str, value: Any) -> PublishedFile:
    file = hashed(stem, value)
    return _made(catalogue).setdefault(file.name, file)


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
    every, long = split(index(catalogue))
    published: SearchIndex = {"groups": {}, "stems": stems(catalogue, every)}
    for entry in every:
        published["groups"].setdefault(entry.group, []).append(_search_entry(entry))
    if long:
        published["parts"] = _search_parts(catalogue, long)
    return _file(catalogue, "search", published)


def _search_entry(entry: Entry) -> SearchEntry:
    return {
        "key": entry.key,
        "names": dict(entry.names),
        "aliases": [alias for alias in entry.aliases if alias not in entry.names.values()],
        "where": dict(entry.where),
        "select": entry.select,
    }


def _search_parts(catalogue: Catalogue, entries: list[Entry]) -> SearchParts:
    words = word_files(entries, stems(catalogue, entries))
    blocks = entry_files([_search_entry(entry) for entry in entries])
    return {
        "sizes": dict(Counter(entry.group for entry in entries)),
        "block": BLOCK,
        "words": [_file(catalogue, f"search-words-{number}", file).source() for number, file in enumerate(words)],
        "entries": [_file(catalogue, f"search-entries-{number}", file).source() for number, file in enumerate(blocks)],
    }


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


@kept(on="catalogue")
def _stories_file(catalogue: Catalogue, t: Translator) -> PublishedFile:
    return _file(catalogue, f"stories-{t.language}", stories(catalogue, t))
