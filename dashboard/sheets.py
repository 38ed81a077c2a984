"""The sheets of the map: each layout laid out once, and what no filter changes published for the browser to fetch."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.catalogue.catalogue import Catalogue
from dashboard.charts.map import fixed_rows
from dashboard.i18n import Translator
from geodata import publish
from geodata.layout import LAYOUTS, Layout

STATIC = Path(__file__).parent / "static"
LAYERS = STATIC / "layers"


@dataclass(frozen=True)
class Sheet:
    """A layout, and by part what the map's layers take as data: a URL relative to the page, or else the rows."""

    layout: Layout
    urls: dict[str, Any]


@lru_cache(maxsize=32)
def sheet(catalogue: Catalogue, name: str, t: Translator) -> Sheet:
    """The sheet of a layout as `map` in atlas.yaml sets it, with names in one language."""
    settings = catalogue.atlas.map.get(name, {})
    layout = _layout(name, tuple(sorted(settings.items())))
    rows = fixed_rows(catalogue, layout, t)
    return Sheet(
        layout, _shapes(layout) | {part: published(f"{name}-{part}-{t.language}", rows[part]) for part in rows}
    )


def published(stem: str, value: Any) -> Any:
    """The URL under which the value is served; where nothing can be written, the value itself."""
    try:
        return _url(publish.write(LAYERS, stem, value))
    except OSError:
        return value


def _url(file: str) -> str:
    return f"app/static/{LAYERS.name}/{file}"


@lru_cache(maxsize=8)
def _layout(name: str, settings: tuple[tuple[str, float], ...]) -> Layout:
    return LAYOUTS[name](**dict(settings))


@lru_cache(maxsize=8)
def _shapes(layout: Layout) -> dict[str, Any]:
    return {part: published(f"{layout.name}-{part}", shape) for part, shape in publish.shapes(layout).items()}
