"""Files that browsers fetch by URL.

What every page is drawn from is made at once and named by its content: columns, words and the map. All else is late:
made when a browser asks for it, and named by what it follows from.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from threading import Lock
from typing import Any, cast

from typing_extensions import TypedDict

from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.search import Entry, index, stems
from dashboard.contract.atlas import AtlasFiles
from dashboard.contract.map import Rows
from dashboard.contract.search import SearchEntry, SearchIndex
from dashboard.exports.bibliography import citations
from dashboard.html.render import environment
from dashboard.map.deck import map_file
from dashboard.map.layouts import layouts
from dashboard.map.options import Sheet
from dashboard.map.rows import fixed_rows, route_rows
from dashboard.map.sketch import sketch
from dashboard.published.columns import columns
from dashboard.published.fingerprint import fingerprint
from dashboard.published.panels import panels, parts
from dashboard.published.searchparts import BLOCK, MOST, SHARDS, entry_files, split, word_files
from dashboard.published.store import URL, PublishedFile, found, hashed, packed, seal, sealed
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


class Published(TypedDict):
    """All that is published of a table.

    files  the list of the files that the page is drawn from
    list   URL of that list, or the list itself if it cannot be written
    sizes  bytes of every file that is not late, by name
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
    """Content of each file by its URL; what could not be written stands in the list of the files instead."""
    paths = {name: found(name) for name in published(catalogue, translators)["sizes"]}
    early = {f"{URL}/{name}": path.read_bytes() for name, path in paths.items() if path}
    return early | {f"{URL}/{name}": content for name, content in late_files(catalogue, translators)}


def file_names(catalogue: Catalogue, translators: Mapping[str, Translator]) -> set[str]:
    """Names of all files of a table, which is published; late ones may not be there yet."""
    late = _late(catalogue, tuple(translators.values()))
    return {*published(catalogue, translators)["sizes"], _record(catalogue, translators), *late}


def late_files(catalogue: Catalogue, translators: Mapping[str, Translator]) -> Iterator[tuple[str, bytes]]:
    """Make each late file that is not there; yield its name and content."""
    for name in _late(catalogue, tuple(translators.values())):
        yield name, cast(bytes, late_file(catalogue, translators, name))


def late_file(catalogue: Catalogue, translators: Mapping[str, Translator], name: str) -> bytes | None:
    """Content of a late file, which is made and written if it is not there; None if the table has no such file."""
    make = _late(catalogue, tuple(translators.values())).get(name)
    if not make:
        return None
    with _locks(catalogue)[name]:
        content = sealed(name)
        if content is None:
            seal(name, content := packed(make()))
        return content


@kept(on="catalogue")
def _locks(catalogue: Catalogue) -> defaultdict[str, Lock]:  # noqa: ARG001 - kept on it
    """Locks of the late files, so that two requests do not make one twice."""
    return defaultdict(Lock)


@kept(on="catalogue")
def _late(catalogue: Catalogue, every: tuple[Translator, ...]) -> dict[str, Callable[[], Any]]:
    """Return what makes each late file, by name."""
    late: dict[str, Callable[[], Any]] = {
        _late_name(catalogue, "index"): partial(text_index, catalogue),
        _late_name(catalogue, "search"): partial(_search, catalogue),
    }
    if blocks := _blocks(catalogue):
        for kind, count in {"words": SHARDS, "entries": blocks}.items():
            for number in range(count):
                name = _late_name(catalogue, f"search-{kind}-{number}")
                late[name] = partial(_search_part, catalogue, kind, number)
    for t in every:
        late[_late_name(catalogue, "citations", t)] = partial(citations, catalogue, t)
        late[_late_name(catalogue, "stories", t)] = partial(stories, catalogue, t)
        names = _parts(catalogue, t)
        late |= {name: partial(panels, catalogue, t, part) for part, name in enumerate(names)}
    return late


def _parts(catalogue: Catalogue, t: Translator) -> list[str]:
    return [_late_name(catalogue, f"panels{part}", t) for part in range(parts(catalogue)[-1] + 1)]


def _late_name(catalogue: Catalogue, stem: str, *language: Translator) -> str:
    return "-".join([stem, *(t.language for t in language), f"{fingerprint(catalogue, language)}.json"])


def late_url(catalogue: Catalogue, stem: str, *language: Translator) -> str:
    """URL of the index of all words or of the search box, or of the citations or stories in a language."""
    return f"{URL}/{_late_name(catalogue, stem, *language)}"


def _record(catalogue: Catalogue, translators: Mapping[str, Translator]) -> str:
    """Name of the file that says what is published of a table: the next start need not make it again."""
    return f"published-{fingerprint(catalogue, tuple(translators.values()))}.json"


def published(catalogue: Catalogue, translators: Mapping[str, Translator]) -> Published:
    """Publish a table, unless that has been done, perhaps by another process, and all files are still there."""
    record = _record(catalogue, translators)
    with _making:
        return _recorded(record) or _publish(catalogue, translators.values(), record)


def _recorded(record: str) -> Published | None:
    written = sealed(record)
    known: Published | None = json.loads(written) if written else None
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
        seal(record, packed(made))  # last, when all that it names is there
    return made


def _listed(catalogue: Catalogue, every: Collection[Translator]) -> AtlasFiles:
    return {
        "languages": dict(catalogue.atlas.languages),
        "table": _columns_file(catalogue).source(),
        "index": late_url(catalogue, "index"),
        "search": late_url(catalogue, "search"),
        "words": {t.language: _words_file(catalogue, t).source() for t in every},
        "panels": {t.language: [f"{URL}/{name}" for name in _parts(catalogue, t)] for t in every},
        "citations": {t.language: late_url(catalogue, "citations", t) for t in every},
        "stories": {t.language: late_url(catalogue, "stories", t) for t in every},
        "maps": {layout: {t.language: _map_file(catalogue, layout, t).source() for t in every} for layout in LAYOUTS},
    }


def _sketch(catalogue: Catalogue) -> str:
    return environment().get_template("sketch.html").render(sketch=sketch(catalogue))


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


def _search(catalogue: Catalogue) -> SearchIndex:
    every, long = split(index(catalogue))
    published: SearchIndex = {"groups": {}, "stems": stems(catalogue, every)}
    for entry in every:
        published["groups"].setdefault(entry.group, []).append(_search_entry(entry))
    if long:
        published["parts"] = {
            "sizes": dict(Counter(entry.group for entry in long)),
            "block": BLOCK,
            "words": [late_url(catalogue, f"search-words-{number}") for number in range(SHARDS)],
            "entries": [late_url(catalogue, f"search-entries-{number}") for number in range(_blocks(catalogue))],
        }
    return published


def _blocks(catalogue: Catalogue) -> int:
    """Number of files that the entries of the long groups of the search box take; 0 if they are few."""
    long = len(catalogue.organisations) + sum(len(pair.projects) for pair in catalogue.pairs.values())
    return -(-long // BLOCK) if long > MOST else 0


@kept(on="catalogue")
def _search_parts(catalogue: Catalogue) -> dict[str, list[Any]]:
    """Content of the files of the long groups, by what they hold."""
    _, long = split(index(catalogue))
    words, entries = word_files(long, stems(catalogue, long)), entry_files([*map(_search_entry, long)])
    return {"words": [*words], "entries": [*entries]}


def _search_part(catalogue: Catalogue, kind: str, number: int) -> Any:
    return _search_parts(catalogue)[kind][number]


def _search_entry(entry: Entry) -> SearchEntry:
    return {
        "key": entry.key,
        "names": dict(entry.names),
        "aliases": [alias for alias in entry.aliases if alias not in entry.names.values()],
        "where": dict(entry.where),
        "select": entry.select,
    }


@kept(on="catalogue")
def _columns_file(catalogue: Catalogue) -> PublishedFile:
    return _file(catalogue, "table", columns(catalogue))


@kept(on="catalogue")
def _words_file(catalogue: Catalogue, t: Translator) -> PublishedFile:
    return _file(catalogue, f"words-{t.language}", words(catalogue, t))


@kept(on="catalogue")
def _map_file(catalogue: Catalogue, layout: str, t: Translator) -> PublishedFile:
    return _file(catalogue, f"map-{layout}-{t.language}", map_file(map_files(catalogue, layout, t), catalogue, t))
