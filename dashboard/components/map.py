"""The map as a Streamlit component: a pydeck Deck and its surroundings as compact JSON, clicks by id in return."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

import pydeck
import streamlit as st

from dashboard.components.mount import _component as registered
from dashboard.components.mount import encode

LAYER_TYPES = frozenset({"LandLayer", "RegionLayer", "BorderLayer", "CurveLayer", "PlaceLayer", "LabelLayer"})
"""The vocabulary of frontend/src/layers.js."""

UI_KEYS = frozenset(
    {
        "map", "help", "home", "near", "zoom_in", "zoom_out", "list", "units", "pairs", "links", "places",
        "loading", "failed", "nowebgl",
    }
)  # fmt: skip
"""The words that the map says itself; each must be there in the visitor's language."""


class Pick(NamedTuple):
    """Something on the map, by what it is and by its name in the data: never by its row."""

    kind: str
    id: str


def payload(
    deck: pydeck.Deck,
    *,
    key: str,
    ui: Mapping[str, str],
    bounds: Sequence[float],
    layout: str = "",
    selected: tuple[str, str] | None = None,
    legend: Sequence[Mapping[str, Any]] = (),
    scale_bars: Sequence[Mapping[str, Any]] = (),
    caption: str = "",
    summary: str = "",
    fallback_svg: str | None = None,
    height: int | str | None = None,
) -> dict[str, Any]:
    """The map as plain data, without what is empty. `deckmap` explains the arguments."""
    if missing := UI_KEYS - ui.keys():
        raise ValueError(f"words missing for the map: {', '.join(sorted(missing))}")
    skeleton, tables = _split(deck)
    message: dict[str, Any] = {
        "key": key,
        "deck": skeleton,
        "tables": tables,
        "ui": {word: ui[word] for word in sorted(UI_KEYS)},
        "bounds": _bounds(bounds),
        "layout": layout,
        "selected": {"kind": selected[0], "id": selected[1]} if selected else None,
        "legend": list(legend),
        "scale_bars": list(scale_bars),
        "caption": caption,
        "summary": summary,
        "fallback": fallback_svg,
        "height": height,
    }
    message = {name: plain(value) for name, value in message.items() if value not in (None, [], {})}
    # By the digest the browser knows that nothing has changed and does nothing.
    message["digest"] = blake2b(encode(message), digest_size=8).hexdigest()
    return message


def picks(message: Mapping[str, Any]) -> frozenset[Pick]:
    """All that a click on this map can mean. What is not among them is not ours."""
    found: set[Pick] = set()
    for layer in message["deck"]["layers"]:
        if layer["@@type"] == "LabelLayer":
            continue  # a name stands for what it names, which another layer draws
        table = message["tables"][layer["id"]]
        found.update(Pick("unit", code) for code in table.get("regions", ()))
        if "styles" in table:
            found.update(Pick(table["kind"], name) for name in table["styles"])
        elif isinstance(table.get("data"), list):
            found.update(Pick(row["kind"], row["id"]) for row in table["data"] if "kind" in row)
    return frozenset(found)


def read_pick(value: object, known: Container[Pick]) -> Pick | None:
    """What the browser reports, or ValueError: it may report anything at all."""
    if value is None:
        return None
    if isinstance(value, Mapping) and value.keys() == {"kind", "id"}:
        kind, name = value["kind"], value["id"]
        if isinstance(kind, str) and isinstance(name, str) and Pick(kind, name) in known:
            return Pick(kind, name)
    raise ValueError("not a pick of this map")


def plain(value: Any) -> Any:
    """Data as JSON has it. Numbers are cut to a thousandth: a map unit is about a pixel."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        short = round(value, 3)
        return int(short) if short == int(short) else short
    if isinstance(value, Mapping):
        items = ((str(name), plain(item)) for name, item in value.items())
        return {name: item for name, item in items if item is not None}
    if isinstance(value, Iterable):
        return [plain(item) for item in value]
    if hasattr(value, "item"):  # a numpy scalar
        return plain(value.item())
    raise TypeError(f"the map cannot carry a {type(value).__name__}")


# Left by pydeck on every layer; none of it concerns us.
_OWN = frozenset({"@@type", "id", "_data", "_kwargs", "_binary_data", "use_binary_transport"})


def _split(deck: pydeck.Deck) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """The layers without their data, and the data by layer.

    Only the first passes through deck.gl's JSON converter, which would take a text that begins
    with '@@=' for a function, and one with '@@#' for a constant. Data may begin as it likes.
    """
    skeleton, tables = [], {}
    for view in deck.views or ():
        if getattr(view, "@@type") != "OrthographicView":
            raise ValueError("the map is a plane: give the Deck an OrthographicView")
    for layer in deck.layers:
        kind, name = getattr(layer, "@@type"), layer.id
        if kind not in LAYER_TYPES:
            raise ValueError(f"layer {name!r}: the map draws no {kind}")
        if name in tables:
            raise ValueError(f"two layers are called {name!r}")
        flags: dict[str, Any] = {"@@type": kind, "id": name}
        table: dict[str, Any] = {} if layer.data is None else {"data": layer.data}
        for attribute, value in vars(layer).items():
            if attribute in _OWN or value is None:
                continue
            # pydeck has made '@@=' expressions of strings and lists of strings; it kept the originals.
            value = layer._kwargs.get(attribute, value) if isinstance(value, str) else value
            is_flag = isinstance(value, bool | int | float) or (
                isinstance(value, list | tuple) and all(isinstance(each, int | float) for each in value)
            )
            (flags if is_flag else table)[_camel(attribute) if is_flag else attribute] = value
        skeleton.append(flags)
        tables[name] = table
    return {"layers": skeleton}, tables


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def _bounds(bounds: Sequence[float]) -> list[float]:
    """(x0, y0, x1, y1), whichever corner came first."""
    x0, y0, x1, y1 = (float(value) for value in bounds)
    if not all(map(math.isfinite, (x0, y0, x1, y1))):
        raise ValueError("the bounds of the map are not finite")
    return [min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)]


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
