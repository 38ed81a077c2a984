"""The files that a browser fetches by URL, named by their content: map layers, search index, timeline titles."""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.search import index
from dashboard.charts.timeline import titles
from dashboard.contract.search import SearchEntry, SearchIndex
from dashboard.map.deck import fixed_rows
from dashboard.text.translator import Translator
from geodata.layout import LAYOUTS, Layout, geojson

STATIC = Path(__file__).parents[1] / "static"
LAYERS = STATIC / "layers"


@dataclass(frozen=True)
class MapFiles:
    """A layout, and by part what the map's layers take as data: a URL relative to the page, or else the rows."""

    layout: Layout
    urls: dict[str, Any]


@lru_cache(maxsize=32)
def map_files(catalogue: Catalogue, name: str, t: Translator) -> MapFiles:
    """The sheet of a layout as `map` in atlas.yaml sets it, with names in one language."""
    settings = catalogue.atlas.map.get(name, {})
    layout = _layout(name, tuple(sorted(settings.items())))
    rows = fixed_rows(catalogue, layout, t)
    return MapFiles(
        layout, _shapes(layout) | {part: publish(f"{name}-{part}-{t.language}", rows[part]) for part in rows}
    )


def publish(stem: str, value: Any) -> Any:
    """The URL under which the value is served; where nothing can be written, the value itself."""
    try:
        return _url(write_hashed(LAYERS, stem, value))
    except OSError:
        return value


def _url(file: str) -> str:
    return f"app/static/{LAYERS.name}/{file}"


@lru_cache(maxsize=8)
def _layout(name: str, settings: tuple[tuple[str, float], ...]) -> Layout:
    return LAYOUTS[name](**dict(settings))


@lru_cache(maxsize=8)
def _shapes(layout: Layout) -> dict[str, Any]:
    return {part: publish(f"{layout.name}-{part}", shape) for part, shape in geojson(layout).items()}


@lru_cache(maxsize=1)
def search_index(catalogue: Catalogue) -> Any:
    """URL of the published index of the search box; the index itself where nothing can be written."""
    groups: SearchIndex = {}
    for entry in index(catalogue):
        shown: SearchEntry = {
            "key": entry.key,
            "names": dict(entry.names),
            "aliases": [alias for alias in entry.aliases if alias not in entry.names.values()],
            "where": dict(entry.where),
            "select": entry.select,
        }
        groups.setdefault(entry.group, []).append(shown)
    return publish("search", groups)


@lru_cache(maxsize=8)
def timeline_titles(catalogue: Catalogue, t: Translator) -> Any:
    """The URL of the published titles in one language; where nothing can be written, the titles themselves."""
    return publish(f"titles-{t.language}", titles(catalogue, t))


def write_hashed(folder: Path, stem: str, value: object) -> str:
    """Write a value as compact JSON, once, under a name that its content decides; return the name."""
    content = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}.json"
    if not (folder / name).exists():
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(content)
        Path(file.name).chmod(0o644)  # the server may run as another user
        Path(file.name).replace(folder / name)
    return name
