"""The search box as a Streamlit component: a combobox that searches a published index in the browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import streamlit as st

STATIC = Path(__file__).parents[2] / "static"

UI_KEYS = ("units", "pairs", "places", "organisations", "projects", "nothing", "failed")
"""The words that the box needs beside its label and placeholder: what its groups and its answers are called."""


def finder(
    source: Any,
    *,
    key: str,
    language: str,
    label: str,
    placeholder: str,
    ui: Mapping[str, str],
    on_pick: Callable[[str], None],
) -> None:
    """Shows the box over the index at the URL `source`, and calls `on_pick` with the key of what was picked.

    The key is what a browser sent: whoever is called looks it up and trusts nothing else in it.
    """

    def report() -> None:
        value = st.session_state[key].get("picked")
        if isinstance(value, str):
            on_pick(value)

    data = {"source": source, "language": language, "label": label, "placeholder": placeholder, "ui": dict(ui)}
    _component()(key=key, data=data, on_picked_change=report)


@cache
def _component() -> Any:
    """Registered once for the process. The newlines keep script and style from being taken for paths."""
    version = blake2b((STATIC / "finder.mjs").read_bytes(), digest_size=6).hexdigest()
    script = f"""
const module = new URL('app/static/finder.mjs?v={version}', document.baseURI).href;
export default async component => (await import(module)).default(component);
"""
    return st.components.v2.component("finder", js=script, css=(STATIC / "finder.css").read_text(encoding="utf-8"))
