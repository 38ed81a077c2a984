"""Legend and scale bars of the map."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from dashboard.catalogue.filtering import View
from dashboard.catalogue.schema import Closeness, Sector
from dashboard.charts import palette
from dashboard.charts.palette import GROUNDS
from dashboard.contract.map import AreaKey, LegendGroup, LineKey, ScaleBar
from dashboard.map.options import MapOptions
from dashboard.map.rows import main_sector
from dashboard.text.translator import Translator
from geodata.layout import Layout

SAMPLE_WIDTH = 2.5  # px


def legend(view: View, options: MapOptions, t: Translator) -> list[LegendGroup]:
    """Groups of the legend: colours of the arcs, which work as filters, widths of the arcs, fills of the units."""
    return [
        {"title": t("map.arcs"), "says": t("terms.pairs.says"), "items": [*_arc_colours(view, options, t)]},
        {"title": t("map.widths"), "says": t("terms.projects.says"), "items": [*_arc_widths(options)]},
        {"title": t("map.legend"), "says": t("terms.ties.says"), "items": [*_fills(options, t)]},
    ]


def _arc_colours(view: View, options: MapOptions, t: Translator) -> list[LineKey]:
    return [
        {
            "label": t.name(entry),
            "line": palette.shade(entry.colour, options.theme),
            "width": SAMPLE_WIDTH,
            "dash": isinstance(entry, Closeness) and entry.dashed,
            "filter": (options.colouring, key),
            "chosen": key in getattr(view.filter, options.colouring),
        }
        for key, entry in _coloured_by(view, options).items()
    ]


def _coloured_by(view: View, options: MapOptions) -> Mapping[str, Closeness | Sector]:
    """Entries that colour the arcs: every closeness, or the sectors of at least one arc."""
    if options.colouring == "closeness":
        return view.catalogue.kinds.closeness
    shown = {main_sector(pair) for pair in view.catalogue.pairs.values() if pair.regional}
    return {key: sector for key, sector in view.catalogue.sectors.items() if key in shown}


def _arc_widths(options: MapOptions) -> list[LineKey]:
    steps, quiet = palette.WIDTH_STEPS, GROUNDS[options.theme].quiet
    ends = [f"{low}–{high - 1}" if high - 1 > low else f"{low}" for (low, _), (high, _) in pairwise(steps)]
    labels = [*ends, f"{steps[-1][0]}+"]
    return [{"label": label, "line": quiet, "width": width} for label, (_, width) in zip(labels, steps, strict=True)]


def _fills(options: MapOptions, t: Translator) -> list[AreaKey]:
    ground, steps = GROUNDS[options.theme], palette.FILL_STEPS
    ranges = [f"{low}–{high - 1}" for low, high in pairwise(steps)] + [f"{steps[-1]}+"]
    shades = [(t("map.missing"), ground.missing), ("0", ground.none), *zip(ranges, ground.fills, strict=True)]
    return [{"label": label, "color": colour} for label, colour in shades]


def scale_bars(layout: Layout, t: Translator) -> list[ScaleBar]:
    """Scale bars of a layout in map units, with their lengths in words."""
    return [{"x": bar.x, "y": bar.y, "length": bar.length, "text": t("map.km", n=bar.km)} for bar in layout.scale_bars]
