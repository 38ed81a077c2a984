"""The timeline as a Streamlit component: bars, brush, play and spans, drawn in the browser from plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from dashboard.components.mount import encode, registered

UI_KEYS = ("title", "hint", "play", "pause", "all", "from", "to", "undated_title")
"""The words that the timeline says itself."""

Years = tuple[int, int]


def timeline(
    data: Mapping[str, Any],
    *,
    key: str,
    language: str,
    years: Years | None,
    titles: Any,
    ui: Mapping[str, str],
    on_years: Callable[[Years | None], None],
    on_pick: Callable[[str], None],
) -> None:
    """Draws what `charts.timeline` says, with the chosen `years`; None is all of them.

    titles      the URL of the titles by number, or the titles themselves
    on_years    gets the years that were chosen, always some of those drawn
    on_pick     gets the key of a pair as a browser sent it: it is to be looked up
    """
    whole = (data["first"], data["first"] + len(data["counts"]) - 1)

    def chose() -> None:
        try:
            on_years(read_years(st.session_state[key].get("years"), whole))
        except ValueError:
            return  # forged, or of a table that has been edited meanwhile

    def picked() -> None:
        value = st.session_state[key].get("picked")
        if isinstance(value, str):
            on_pick(value)

    message = {**data, "language": language, "years": years, "titles": titles, "ui": {w: ui[w] for w in UI_KEYS}}
    registered("timeline")(key=key, data=encode(message), on_years_change=chose, on_picked_change=picked)


def read_years(value: object, whole: Years) -> Years | None:
    """The years that a browser sent, None for all of them; ValueError where they are none of those drawn."""
    if value is None:
        return None
    match value:
        case [int(first), int(last)] if bool not in map(type, (first, last)) and whole[0] <= first <= last <= whole[1]:
            return None if (first, last) == whole else (first, last)
    raise ValueError(f"no years: {value!r}")
