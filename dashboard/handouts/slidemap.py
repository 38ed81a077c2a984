"""The map of a still on a slide: regions, lines, names and scale bars as native shapes, and the legend below them."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import cast

from pptx.slide import Slide
from shapely import MultiLineString, box

from dashboard.catalogue.filtering import select
from dashboard.charts.palette import GROUNDS, rgba
from dashboard.contract.map import AreaKey, LineKey, Point
from dashboard.contract.still import StillDrawing, StillName, StillObject
from dashboard.handouts.content import Request
from dashboard.handouts.deck import Deck
from dashboard.handouts.master import Box
from dashboard.handouts.measure import text_width
from dashboard.handouts.shapes import Drawing, filled, lined
from dashboard.handouts.still import ASIDE, TYPE, Bar, Still, still
from dashboard.handouts.svg import GAP, ROW, SAMPLE, broken, muted, name_size
from dashboard.text.phrases import Phrases

MAP = Box(376, 28, 556, 464)
"""Place of the map on a slide with a title beside it."""

NUMBER = "000  "
"""Room for the number of a row, as text."""

LEGEND = 4 * ROW
"""Height of the place of the legend, in points."""


def add_map(deck: Deck, slide: Slide, request: Request, box: Box, alt: str) -> None:
    """Draw the map of a request into a box, with the legend at its foot."""
    snapshot, state = request.snapshot, request.state
    if request.sector:
        state = replace(state, filter=replace(state.filter, sectors=state.filter.sectors | {request.sector}))
    words = Phrases(snapshot.catalogue, snapshot.translators[state.language].for_files)
    view = select(snapshot.catalogue, state.filter)
    drawn = still(snapshot, state, view, (box.width, box.height - LEGEND))
    _draw_map(deck, slide, drawn, (box.x, box.y), words, alt)
    top = box.y + box.height - max(LEGEND, _legend(None, drawn, box.width))
    _draw_legend(deck, slide, drawn, (box.x, top), box.width, words.t("handout.slides.shapes.key"))


def _draw_map(deck: Deck, slide: Slide, still: Still, at: tuple[float, float], words: Phrases, alt: str) -> None:
    """Draw a still with its upper left corner at a point of a slide, one px of it being a point."""
    drawing = Drawing(deck, slide, at)
    for layer in still.drawings:
        _layer(drawing, layer, words)
    for bar in still.bars:
        _bar(drawing, bar, still)
    lines = _lines(still)
    for name in still.names:
        _name(drawing, name, still, plate=lines.intersects(box(*_room(name))))
    drawing.close(words.t("handout.slides.shapes.map"), alt)


def _draw_legend(deck: Deck, slide: Slide, still: Still, at: tuple[float, float], width: float, title: str) -> None:
    """Draw the legend of a still, and what its caption says, with the upper left corner at a point of a slide."""
    drawing = Drawing(deck, slide, at)
    _legend(drawing, still, width)
    labels = [item["label"] for group in still.legend for item in group["items"]]
    drawing.close(title, "; ".join([*labels, still.caption] if still.caption else labels))


def _layer(drawing: Drawing, layer: StillDrawing, words: Phrases) -> None:
    """Draw the figures of a layer. Neighbours that belong to nothing and look alike are one shape."""
    for (of, _), alike in groupby(layer["objects"], key=lambda each: (each.get("of", ""), str(each["colour"]))):
        figures = list(alike)
        name = _called(of, words) if of else words.t(f"handout.slides.shapes.{layer['kind']}")
        if "position" in figures[0]:
            for figure in figures:
                drawing.dot(name, _look(figure, layer["kind"]), figure["position"], figure["radius"])
            continue
        closed = layer["kind"] == "areas"
        lines = [line for figure in figures for line in figure["rings" if closed else "paths"]]
        drawing.figure(name, _look(figures[0], layer["kind"]), lines, closed=closed)


def _called(of: str, words: Phrases) -> str:
    """Name of the unit, pair or tie that a figure draws; the key of a tie has its ends after that of its pair."""
    catalogue, (key, *ends) = words.catalogue, of.split("/")
    return words.t.text(catalogue.joined(*map(catalogue.names, ends))) if ends else words.title(key)


def _look(figure: StillObject, kind: str) -> str:
    if kind in ("areas", "dots"):
        return filled(figure["colour"])
    return lined(figure["colour"], figure.get("width", 1), round_ends=figure.get("round", False))


def _bar(drawing: Drawing, bar: Bar, still: Still) -> None:
    quiet = rgba(muted(still))
    drawing.figure(bar.text, lined(quiet, 2), [[(bar.x, bar.y), (bar.x + bar.length, bar.y)]], closed=False)
    drawing.text(bar.text, bar.x, bar.y + 3 + TYPE / 2, TYPE, quiet)


def _lines(still: Still) -> MultiLineString:
    """The lines of a still that join regions or places, in px; borders are too thin to hide a name."""
    figures = (each for layer in still.drawings for each in layer["objects"] if "of" in each)
    return MultiLineString([path for each in figures for path in each.get("paths", ()) if len(path) > 1])


def _room(name: StillName) -> tuple[float, float, float, float]:
    return name["x"], name["y"], name["x"] + name["w"], name["y"] + name["h"]


def _name(drawing: Drawing, name: StillName, still: Still, *, plate: bool) -> None:
    quiet, middle = rgba(muted(still)), name["y"] + name["h"] / 2
    if "line" in name:
        x0, y0, x1, y1 = name["line"]
        drawing.figure(name["text"], lined(quiet, 1), [[(x0, y0), (x1, y1)]], closed=False)
    faint = (name["kind"] == "place" or name["dim"]) and not name["strong"]
    colour = quiet if faint else rgba(GROUNDS[still.theme].ink)
    left, right = name["x"] + ASIDE * name["size"], name["x"] + name["w"] - ASIDE * name["size"]
    size, bold = name_size(name), name["strong"]
    if "side" not in name:
        drawing.text(name["text"], left, middle, size, colour, bold=bold, plate=plate)
        return
    onward, number = text_width(NUMBER, size), str(name.get("number", ""))
    if name["side"] == "left":
        drawing.text(name["text"], right - onward, middle, size, colour, bold=bold, ends=True)
        drawing.text(number, right, middle, size, quiet, ends=True)
    else:
        drawing.text(number, left, middle, size, quiet)
        drawing.text(name["text"], left + onward, middle, size, colour, bold=bold)


def _legend(drawing: Drawing | None, still: Still, width: float) -> float:
    """Height of the legend, which is drawn if there is something to draw it in."""
    quiet, y = rgba(muted(still)), ROW / 2
    for group in still.legend:
        x = text_width(group["title"], TYPE, 600) + GAP
        if drawing:
            drawing.text(group["title"], 0, y, TYPE, quiet, bold=True)
        for item in group["items"]:
            room = SAMPLE + 5 + text_width(item["label"], TYPE)
            if x + room > width:
                x, y = 0, y + ROW
            if drawing:
                _sample(drawing, item, (x, y))
                drawing.text(item["label"], x + SAMPLE + 5, y, TYPE, quiet)
            x += room + GAP
        y += ROW
    for line in broken(still.caption, TYPE, width) if still.caption else ():
        if drawing:
            drawing.text(line, 0, y, TYPE, quiet)
        y += ROW
    return y - ROW / 2


def _sample(drawing: Drawing, item: AreaKey | LineKey, at: Point) -> None:
    x, y = at
    if "color" in item:
        item = cast(AreaKey, item)
        corners = [(x + 4, y - 5), (x + 18, y - 5), (x + 18, y + 5), (x + 4, y + 5)]
        drawing.figure(item["label"], filled(rgba(item["color"])), [corners], closed=True)
    elif item.get("ring"):
        drawing.dot(item["label"], lined(rgba(item["line"]), 1.5), (x + 11, y), 5)
    else:
        look = lined(rgba(item["line"]), item["width"], dash=item.get("dash", False))
        drawing.figure(item["label"], look, [[(x, y), (x + SAMPLE, y)]], closed=False)
