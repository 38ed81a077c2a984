"""The files that frontend/ is built into."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static"
"""Folder that Streamlit serves below /app/static/."""

BUILD = STATIC / "build"


def built(name: str, kind: str) -> str:
    """File name of a component's script ("js") or style ("css") in static/build/, "" if it has none of that kind."""
    return str(_manifest()[name].get(kind, ""))


@cache
def _manifest() -> dict[str, dict[str, str]]:
    manifest: dict[str, dict[str, str]] = json.loads((BUILD / "manifest.json").read_text(encoding="utf-8"))
    return manifest
