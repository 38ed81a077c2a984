"""The sheets of the map: each layout laid out once, its shapes published where the browser fetches them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dashboard.catalogue.schema import Atlas
from geodata.layout import LAYOUTS, Layout
from geodata.publish import publish

LAYERS = Path(__file__).parent / "static" / "layers"


@dataclass(frozen=True)
class Sheet:
    """A layout and the URLs of its shapes by part, relative to the page."""

    layout: Layout
    urls: dict[str, str]


def sheet(atlas: Atlas, name: str) -> Sheet:
    """The sheet of a layout as `map` in atlas.yaml sets it."""
    return _sheet(name, tuple(sorted(atlas.map.get(name, {}).items())))


@lru_cache(maxsize=8)
def _sheet(name: str, settings: tuple[tuple[str, float], ...]) -> Sheet:
    layout = LAYOUTS[name](**dict(settings))
    files = publish(layout, LAYERS)
    return Sheet(layout, {part: f"app/static/layers/{file}" for part, file in files.items()})
