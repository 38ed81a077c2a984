"""The files that a browser fetches by URL, named by their content: map layers, search index, timeline titles."""

from __future__ import annotations

import hashlib
import json
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.search import index
from dashboard.charts.timeline import titles
from dashboard.contract.map import Rows
from dashboard.contract.search import SearchEntry, SearchIndex
from dashboard.map.options import Sheet
from dashboard.map.rows import fixed_rows
from dashboard.text.translator import Translator
from geodata.layout import LAYOUTS, Layout, geojson

STATIC = Path(__file__).parents[1] / "static"
LAYERS = STATIC / "layers"


@lru_cache(maxsize=32)
def map_files(catalogue: Catalogue, name: str, t: Translator) -> Sheet:
    """The sheet of a layout as `map` in atlas.yaml sets it, with names in one language."""
    settings = catalogue.atlas.map.get(name, {})
    layout = _layout(name, tuple(sorted(settings.items())))
    rows = fixed_rows(catalogue, layout, t)
    data = _shapes(layout) | {layer: publish(f"{name}-{layer}-{t.language}", value) for layer, value in rows.items()}
    urls = {layer: url for layer, url in data.items() if isinstance(url, str)}
    inline = {layer: value for layer, value in data.items() if layer not in urls}
    return Sheet(layout, urls, cast(Rows, inline))


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
    """URL, or else GeoJSON, of the shapes of a layout by layer."""
    parts = {"regions" if part == "units" else part: shape for part, shape in geojson(layout).items()}
    return {layer: publish(f"{layout.name}-{layer}", shape) for layer, shape in parts.items()}


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
