"""The search box as a Streamlit component: a combobox that searches a published index in the browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from dashboard.components.mount import registered

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
    registered("finder")(key=key, data=data, on_picked_change=report)
