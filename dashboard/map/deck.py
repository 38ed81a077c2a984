"""The map as a pydeck Deck, and the message that the browser gets."""

from __future__ import annotations

import json
from copy import copy
from functools import cache

import pydeck

from dashboard.catalogue.filtering import View
from dashboard.catalogue.model import Catalogue
from dashboard.charts import palette
from dashboard.charts.palette import GROUNDS, rgba
from dashboard.contract.map import MapFile, MapMessage, MapUi, MapView
from dashboard.contract.map import Sheet as SheetMessage
from dashboard.map.legend import legend, scale_bars
from dashboard.map.options import MapOptions, Sheet
from dashboard.map.rows import arc_styles, place_styles, region_styles, tie_rows
from dashboard.text.translator import Translator

BORDER_WIDTH = 0.8  # px


def map_deck(options: MapOptions) -> pydeck.Deck:
    """Layers of the map, lowest first, each with the colours that depend on no view.

    Texts and rows are not part of it: pydeck and deck.gl would evaluate a text that begins with "@@" as code.
    """
    ground = GROUNDS[options.theme]
    layers = [
        _layer("RegionLayer", "regions"),
        _layer("BorderLayer", "borders", get_line_color=rgba(ground.border), line_width=BORDER_WIDTH),
        _layer("LineLayer", "ties"),
        _layer("LineLayer", "arcs"),
        _layer("PlaceLayer", "places", get_fill_color=rgba(ground.quiet)),
        _layer("LabelLayer", "labels"),
    ]
    if options.layout.land is not None:
        layers.insert(0, _layer("LandLayer", "land", get_fill_color=rgba(ground.land)))
    deck = copy(_empty_deck())
    deck.layers = layers
    return deck


def map_message(view: View, options: MapOptions, t: Translator, *, ui: MapUi, summary: str) -> MapMessage:
    """Message for the map in the browser."""
    layout = options.layout
    return {
        "layout": layout.name,
        "language": t.language,
        "sheets": [_sheet(sheet, view.catalogue, t) for sheet in options.sheets],
        "layers": json.loads(map_deck(options).to_json())["layers"],
        "caption": t(f"map.captions.{layout.name}"),
        "summary": summary,
        "ui": ui,
        **shown(view, options, t),
    }


def still_message(view: View, file: MapFile, options: MapOptions, t: Translator) -> MapMessage:
    """Message for a still of the map, whose sheets are published; the options need none."""
    return {
        "layout": file["layout"],
        "language": t.language,
        "sheets": file["sheets"],
        "layers": file["layers"][options.theme],
        "caption": file["caption"],
        "summary": "",
        "ui": file["ui"],
        **shown(view, options, t),
    }


def shown(view: View, options: MapOptions, t: Translator) -> MapView:
    """Return what a view and a selection add to a map."""
    added: MapView = {
        "ties": tie_rows(view, options, t),
        "styles": {
            "regions": region_styles(view, options, t),
            "arcs": arc_styles(view, options, t),
            "places": place_styles(view, t),
        },
        "legend": legend(view, options, t),
    }
    if options.selected is not None:
        added["selected"] = {"kind": view.catalogue.subject_of(options.selected), "id": options.selected}
    return added


def map_file(sheets: tuple[Sheet, ...], catalogue: Catalogue, t: Translator) -> MapFile:
    """All that the message of a map holds without a view: `frontend/src/stage/map.js` adds the rest in the browser."""
    layout = sheets[0].layout
    return {
        "layout": layout.name,
        "sheets": [_sheet(sheet, catalogue, t) for sheet in sheets],
        "layers": {theme: json.loads(map_deck(MapOptions(sheets, theme)).to_json())["layers"] for theme in GROUNDS},
        "caption": t(f"map.captions.{layout.name}"),
        "ui": t.find("map.ui"),
        "grounds": {
            theme: {
                "quiet": ground.quiet,
                "tied": ground.tied,
                "untied": ground.untied,
                "missing": ground.missing,
                "none": ground.none,
                "fills": list(ground.fills),
            }
            for theme, ground in GROUNDS.items()
        },
        "steps": list(palette.FILL_STEPS),
        "widths": dict(palette.LINES),
    }


def _sheet(sheet: Sheet, catalogue: Catalogue, t: Translator) -> SheetMessage:
    layout = sheet.layout
    return {
        "bounds": layout.bounds,
        "scale_bars": scale_bars(layout, catalogue, t),
        "urls": dict(sheet.urls),
        "rows": sheet.rows,
    }


def _layer(kind: str, name: str, **props: object) -> pydeck.Layer:
    return pydeck.Layer(kind, id=name, **props)


@cache
def _empty_deck() -> pydeck.Deck:
    """A planar Deck without layers. Cached, since pydeck looks for Jupyter each time it makes one."""
    return pydeck.Deck(views=[pydeck.View(type="OrthographicView")], map_provider=None)
