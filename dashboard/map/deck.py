"""The map as a pydeck Deck, and the message that the browser gets."""

from __future__ import annotations

import json
from copy import copy
from functools import cache

import pydeck

from dashboard.catalogue.filtering import View
from dashboard.charts.palette import GROUNDS, rgba
from dashboard.contract.map import MapLayer, MapMessage, MapUi
from dashboard.map.legend import legend, scale_bars
from dashboard.map.options import MapOptions
from dashboard.map.rows import arc_styles, place_styles, region_styles, tie_rows
from dashboard.text.translator import Translator

BORDER_WIDTH = 0.8  # px


def map_deck(options: MapOptions) -> pydeck.Deck:
    """Layers of the map, lowest first, each with the URL of its rows and the colours that depend on no view.

    Texts and rows are not part of it: pydeck and deck.gl would evaluate a text that begins with "@@" as code.
    """
    ground = GROUNDS[options.theme]
    layers = [
        _layer(options, "RegionLayer", "regions"),
        _layer(options, "BorderLayer", "borders", get_line_color=rgba(ground.border), line_width=BORDER_WIDTH),
        _layer(options, "CurveLayer", "arcs"),
        _layer(options, "CurveLayer", "ties"),
        _layer(options, "PlaceLayer", "places", get_fill_color=rgba(ground.quiet)),
        _layer(options, "LabelLayer", "labels"),
    ]
    if options.layout.land is not None:
        layers.insert(0, _layer(options, "LandLayer", "land", get_fill_color=rgba(ground.land)))
    deck = copy(_empty_deck())
    deck.layers = layers
    return deck


def map_message(
    view: View, options: MapOptions, t: Translator, *, ui: MapUi, summary: str, fallback: str | None = None
) -> MapMessage:
    """Message for the map in the browser; `fallback` is an SVG for a browser without WebGL."""
    layout, selected = options.layout, options.selected
    layers: list[MapLayer] = json.loads(map_deck(options).to_json())["layers"]
    message: MapMessage = {
        "layout": layout.name,
        "bounds": layout.bounds,
        "layers": layers,
        "rows": {**options.sheet.rows, "ties": tie_rows(view, options, t)},
        "styles": {
            "regions": region_styles(view, options.theme, t),
            "arcs": arc_styles(view, options, t),
            "places": place_styles(view, t),
        },
        "legend": legend(view, options, t),
        "scale_bars": scale_bars(layout, t),
        "caption": t("map.true_places" if layout.is_geographic else "map.scales"),
        "summary": summary,
        "ui": ui,
    }
    if selected is not None:
        message["selected"] = {"kind": view.catalogue.subject_of(selected), "id": selected}
    if fallback is not None:
        message["fallback"] = fallback
    return message


def _layer(options: MapOptions, kind: str, name: str, **props: object) -> pydeck.Layer:
    return pydeck.Layer(kind, data=options.sheet.urls.get(name), id=name, **props)


@cache
def _empty_deck() -> pydeck.Deck:
    """A planar Deck without layers. Cached, since pydeck looks for Jupyter each time it makes one."""
    return pydeck.Deck(views=[pydeck.View(type="OrthographicView")], map_provider=None)
