"""Writes a layout's shapes as small GeoJSON files, named by their content, for the browser to fetch once."""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geodata import layers
from geodata.layout import Layout


def shapes(layout: Layout) -> dict[str, dict[str, Any]]:
    """Return units, borders and any land (x, y of the sheet, y down) as a GeoJSON FeatureCollection each."""
    layer = layers.units()
    country = dict(zip(layer.code, layer.country, strict=True))
    parts = {
        "units": [_feature(code, shape, code=code, country=country[code]) for code, shape in layout.units.items()],
        "borders": [_feature("borders", layout.borders)],
    }
    if layout.land is not None:
        parts["land"] = [_feature("land", layout.land)]
    return {part: {"type": "FeatureCollection", "features": features} for part, features in parts.items()}


def _feature(name: str, shape: BaseGeometry, **properties: str) -> dict[str, Any]:
    return {"type": "Feature", "id": name, "properties": properties, "geometry": shapely.geometry.mapping(shape)}


def write(folder: Path, stem: str, value: object) -> str:
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
