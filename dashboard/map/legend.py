"""Legend and scale bars of the map."""

from __future__ import annotations

from itertools import pairwise

from dashboard.catalogue.filtering import View
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.schema import Closeness, Line, Sector
from dashboard.charts import palette
from dashboard.charts.palette import GROUNDS
from dashboard.contract.map import AreaKey, LegendGroup, LineKey, ScaleBar
from dashboard.map.options import MapOptions
from dashboard.map.rows import coloured_sectors
from dashboard.text.translator import Translator
from geodata.layout import Layout


def legend(view: View, options: MapOptions, t: Translator) -> list[LegendGroup]:
    """Groups of the legend: lines, which work as filters, and fills of the units."""
    return [
        {"title": t("map.arcs"), "says": t("terms.pairs.says"), "items": [*_lines(view, options, t)]},
        {
            "title": t("map.legend" if options.colouring == "regions" else "map.regions"),
            "says": t("terms.ties.says"),
            "items": [*_fills(options, t)],
        },
    ]


def _lines(view: View, options: MapOptions, t: Translator) -> list[LineKey]:
    """Every closeness, or the sectors that have a colour and the grey of the others."""
    kinds, sectors = view.catalogue.kinds.closeness, view.catalogue.sectors
    if options.lines == "closeness":
        return [_line(key, kind, kind.line, view, options, t) for key, kind in kinds.items()]
    shown = [_line(key, sectors[key], "medium", view, options, t) for key in coloured_sectors(view)]
    return [*shown, {"label": t("map.others"), "line": GROUNDS[options.theme].quiet, "width": palette.LINES["medium"]}]


def _line(key: str, entry: Closeness | Sector, line: Line, view: View, options: MapOptions, t: Translator) -> LineKey:
    chosen = key in getattr(view.filter, options.lines)
    return {
        "label": t.name(entry),
        "line": palette.shade(entry.colour, options.theme),
        "width": palette.LINES[line],
        "dash": isinstance(entry, Closeness) and entry.dashed,
        "ring": line == "asked" and not chosen,
        "filter": (options.lines, key),
        "chosen": chosen,
    }


def _fills(options: MapOptions, t: Translator) -> list[AreaKey]:
    ground, steps = GROUNDS[options.theme], palette.FILL_STEPS
    if options.colouring != "regions":
        return [{"label": t("map.tied"), "color": ground.tied}, {"label": t("map.untied"), "color": ground.untied}]
    ranges = [f"{low}–{high - 1}" for low, high in pairwise(steps)] + [f"{steps[-1]}+"]
    shades = [(t("map.missing"), ground.missing), ("0", ground.none), *zip(ranges, ground.fills, strict=True)]
    return [{"label": label, "color": colour} for label, colour in shades]


def scale_bars(layout: Layout, catalogue: Catalogue, t: Translator) -> list[ScaleBar]:
    """Scale bars of a layout in map units, with the names of their countries."""
    countries = catalogue.atlas.countries
    return [
        {
            "x": bar.x,
            "y": bar.y,
            "length": bar.length,
            "km": bar.km,
            "name": t.name(countries[bar.country]) if bar.country else "",
        }
        for bar in layout.scale_bars
    ]
