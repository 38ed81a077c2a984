"""Stills of the map, drawn by the browser's own code: figures and names of a view, for pictures, print and slides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import log
from typing import Any, cast

from dashboard.catalogue.borrowed import bare
from dashboard.catalogue.filtering import View
from dashboard.charts.palette import GROUNDS, Theme, rgba
from dashboard.components.built import BUILD, built
from dashboard.contract.map import Box, LegendGroup, MapFile, Point, Rows, ScaleBar, Sheet
from dashboard.contract.still import StillData, StillDrawing, StillName, StillSpec
from dashboard.handouts.measure import text_width
from dashboard.loading import Snapshot
from dashboard.map.deck import still_message
from dashboard.map.options import MapOptions
from dashboard.published.files import published
from dashboard.published.store import found
from dashboard.state import State
from dashboard.text.translator import Translator

TYPE = 12.0  # px, least size of a name; those of selected units have STRONG
STRONG = 14.0
LINE = 1.2  # times the size
ASIDE = 2.0  # px left and right of a name
ROOM = 0.04  # of the width, left and right of the units
BELOW = 12.0  # map units above and below them


@dataclass(frozen=True)
class Bar:
    """A scale bar from (x, y) to (x + length, y), px, with its text."""

    x: float
    y: float
    length: float
    text: str


@dataclass(frozen=True)
class Still:
    """A map of a width and height in px: figures lowest first, names, scale bars, legend and caption."""

    width: float
    height: float
    theme: Theme
    drawings: list[StillDrawing]
    names: list[StillName]
    bars: list[Bar]
    legend: list[LegendGroup]
    caption: str


def still(snapshot: Snapshot, state: State, view: View, size: tuple[float, float], theme: Theme = "light") -> Still:
    """The map of a state on a picture of a width and height in px of the screen, where the least type has 12."""
    t = snapshot.translators[state.language].for_files
    file = _map_file(snapshot, state)
    options = MapOptions((), theme, state.colouring, state.selected)
    message = still_message(view, file, options, t)
    sheet = _fitting(file["sheets"], size[0] / size[1])
    rows = _rows(file["sheets"][sheet])
    message["sheets"][sheet]["bounds"] = _bounds(file["sheets"][sheet], rows)
    ground = GROUNDS[theme]
    spec: StillSpec = {
        "message": message,
        "rows": rows,
        "sheet": sheet,
        "width": size[0],
        "height": size[1],
        "palette": {"background": rgba(ground.border), "text": rgba(ground.ink)},
        "sizes": dict(_sizes(rows)),
    }
    data = _draw(spec)
    bars = [_bar(bar, data, t) for bar in file["sheets"][sheet]["scale_bars"]]
    return Still(*size, theme, data["drawings"], data["names"], bars, message["legend"], file["caption"])


def _map_file(snapshot: Snapshot, state: State) -> MapFile:
    maps = published(snapshot.catalogue, snapshot.translators)["files"]["maps"]
    return cast(MapFile, _content(maps[state.layout][state.language]))


def _content(source: Any) -> Any:
    """Return the content of a published file, given by its URL, or by itself if it could not be written."""
    if not isinstance(source, str):
        return source
    path = found(source.rpartition("/")[2])
    if not path:
        raise FileNotFoundError(source)
    return json.loads(bare(path.read_text(encoding="utf-8")))


def _rows(sheet: Sheet) -> Rows:
    return cast(Rows, {**sheet["rows"], **{name: _content(url) for name, url in sheet["urls"].items()}})


def _fitting(sheets: list[Sheet], ratio: float) -> int:
    """Index of the sheet whose proportions are nearest to a ratio of width to height."""

    def misfit(sheet: Sheet) -> float:
        x0, y0, x1, y1 = sheet["bounds"]
        return abs(log((x1 - x0) / (y1 - y0) / ratio))

    return min(range(len(sheets)), key=lambda index: misfit(sheets[index]))


def _bounds(sheet: Sheet, rows: Rows) -> Box:
    """Extent of the units and their lines, with some room for names; a page also keeps room for what floats over it."""
    if any("row" in label for label in rows["labels"]):
        return sheet["bounds"]
    rings = [ring for unit in rows["regions"]["features"] for area in unit["geometry"]["coordinates"] for ring in area]
    points = [*rows["routes"]["nodes"], *chain.from_iterable(cast(list[list[Point]], rings))]
    points += [(bar["x"], bar["y"] + BELOW) for bar in sheet["scale_bars"]]
    xs, ys = zip(*points, strict=True)
    room = ROOM * (max(xs) - min(xs))
    return min(xs) - room, min(ys) - BELOW, max(xs) + room, max(ys) + BELOW


def _sizes(rows: Rows) -> Iterator[tuple[str, tuple[tuple[float, float], tuple[float, float]]]]:
    """Yield the size of each name in px, as it stands and if it is strong; a row also holds its number."""
    for label in rows.get("labels", []):
        row = label.get("row")
        number = text_width("  000", TYPE) if row else 0.0
        strong = STRONG if label["kind"] == "unit" and not row else TYPE
        plain, bold = (
            (text_width(label["text"], size, weight) + number + 2 * ASIDE, size * LINE)
            for size, weight in ((TYPE, 400), (strong, 600))
        )
        yield f"{label['kind']}:{label['id']}", (plain, bold)


def _bar(bar: ScaleBar, data: StillData, t: Translator) -> Bar:
    x, y = bar["x"] * data["scale"] + data["dx"], bar["y"] * data["scale"] + data["dy"]
    return Bar(x, y, bar["length"] * data["scale"], t("map.ui.km", n=t.number(bar["km"])))


def _draw(spec: StillSpec) -> StillData:
    import quickjs  # late: only hand-outs need it

    context = quickjs.Context()
    context.eval(_script())
    context.set("spec", json.dumps(spec))
    return cast(StillData, json.loads(context.eval("JSON.stringify(still.still(JSON.parse(spec)))")))


@cache
def _script() -> str:
    """Return the map's own code after the little of Intl that it needs: equal rows follow the order of characters."""
    order = "var Intl = {Collator: class { compare(a, b) { return a < b ? -1 : a > b ? 1 : 0; } }};"
    return order + (BUILD / built("still", "js")).read_text(encoding="utf-8")
