"""The map as a Streamlit component: draws a pydeck Deck and reports clicks by id.

Python owns the selection: a click is reported, the caller keeps it, and the next run draws it.
`st.pydeck_chart` reports row numbers, which mean another object once a filter has been set.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pydeck
import streamlit as st

from dashboard.components.message import encode
from dashboard.components.registered import registered

from .payload import UI_KEYS, Pick, payload, picks, read_pick

__all__ = ["UI_KEYS", "Pick", "deckmap", "payload", "picks", "read_pick"]


def deckmap(
    deck: pydeck.Deck,
    *,
    key: str,
    ui: Mapping[str, str],
    bounds: Sequence[float],
    layout: str = "",
    selected: tuple[str, str] | None = None,
    on_pick: Callable[[Pick | None], None] | None = None,
    on_flat: Callable[[], None] = lambda: None,
    on_filter: Callable[[str, object], None] = lambda *_: None,
    legend: Sequence[Mapping[str, Any]] = (),
    scale_bars: Sequence[Mapping[str, Any]] = (),
    caption: str = "",
    summary: str = "",
    fallback_svg: str | None = None,
    height: int | str = 560,
) -> None:
    """Draws the deck and calls `on_pick` with what was clicked, or None for a click on nothing.

    key         of the component; the visitor's pan and zoom are kept by it and by `layout`
    ui          the words of UI_KEYS in the visitor's language
    bounds      (x0, y0, x1, y1) of the whole map: its home view
    layout      a name; another one brings another geometry and resets the view
    selected    (kind, id), drawn with an accent; what does not belong to it is dimmed
    on_pick     runs before the script, as callbacks do; is only ever given what this map shows
    on_flat     runs when the browser turns out to have no WebGL and was sent no `fallback_svg`
    on_filter   is given what an entry of the legend filters by; as sent by a browser, so look it up
    legend      [{title, items: [{color | line, label, dash, width, filter: [name, value], chosen}]}]: groups of areas
                or lines; one with `filter` can be clicked
    scale_bars  [{x, y, length, text}] in map units
    summary     what the map shows, read out by screen readers when it changes
    fallback_svg  shown where WebGL is missing
    height      pixels, or any CSS height
    """
    message = payload(
        deck, key=key, ui=ui, bounds=bounds, layout=layout, selected=selected,
        legend=legend, scale_bars=scale_bars, caption=caption, summary=summary, fallback_svg=fallback_svg,
        height=height,
    )  # fmt: skip
    shown = picks(message)

    def report() -> None:
        value = st.session_state[key].get("picked")
        try:
            pick = read_pick(value, shown)
        except ValueError:
            return  # forged, or of a map that is no longer shown
        if on_pick is not None:
            on_pick(pick)

    def filtered() -> None:
        match st.session_state[key].get("filtered"):
            case [str(name), value]:
                on_filter(name, value)

    registered("deckmap")(
        key=key,
        data=encode(message),
        on_picked_change=report,
        on_flat_change=on_flat,
        on_filtered_change=filtered,
    )
