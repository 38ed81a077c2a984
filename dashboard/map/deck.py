"""The map as a pydeck Deck: units filled by their ties, arcs by closeness or sector, places, labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import pydeck

from dashboard.catalogue.filtering import View
from dashboard.catalogue.metrics import TIES
from dashboard.catalogue.model import Catalogue, Pair
from dashboard.charts import palette
from dashboard.charts.palette import GROUNDS, Theme, rgba
from dashboard.text.translator import Translator
from geodata import arcs
from geodata.layout import Layout

UNITS_FIRST = 100
"""What the label of a unit is ahead of that of a place, when there is room for one."""

LINK_WIDTH = 1.2
PLACE_RADIUS = 3.0


@dataclass(frozen=True)
class MapOptions:
    """What the map shows beside the view; `urls` are those of the published layers by part."""

    layout: Layout
    urls: Mapping[str, str]
    theme: Theme = "light"
    colouring: str = "closeness"
    selected: str | None = None


def map_deck(view: View, options: MapOptions, t: Translator) -> pydeck.Deck:
    """The whole map of a view. What no filter changes comes by URL; inline stands what this view makes of it."""
    ground, urls = GROUNDS[options.theme], options.urls
    layers = [
        _layer("RegionLayer", "regions", urls["units"], regions=regions(view, options.theme, t)),
        _layer("BorderLayer", "borders", urls["borders"], get_line_color=rgba(ground.border), line_width=0.8),
        _layer("CurveLayer", "arcs", urls["arcs"], kind="pair", styles=arc_styles(view, options, t)),
        _layer("CurveLayer", "ties", _ties_below(view, options, t)),
        _layer(
            "PlaceLayer",
            "places",
            urls["places"],
            kind="place",
            styles=_place_styles(view, t),
            get_fill_color=rgba(ground.quiet),
        ),
        _layer("LabelLayer", "labels", urls["labels"]),
    ]
    if "land" in urls:
        layers.insert(0, _layer("LandLayer", "land", urls["land"], get_fill_color=rgba(ground.land)))
    deck = copy(_empty_deck())
    deck.layers = layers
    return deck


@cache
def _empty_deck() -> pydeck.Deck:
    """Made once: each time it is made, pydeck looks in vain for Jupyter."""
    return pydeck.Deck(views=[pydeck.View(type="OrthographicView")], map_provider=None)


def fixed_rows(catalogue: Catalogue, layout: Layout, t: Translator) -> dict[str, list[dict[str, Any]]]:
    """What a layout and a language alone decide: the rows of arcs, places and labels, published once."""
    order = list(catalogue.kinds.closeness)
    pairs = [pair for pair in catalogue.pairs.values() if pair.closeness]
    curves = arcs.arcs(layout, [pair.sides for pair in pairs])
    linked = _linked_places(catalogue.pairs.values(), catalogue)
    ties = _ties(catalogue.pairs)
    return {
        "arcs": [
            {
                "id": pair.key,
                "kind": "pair",
                "curve": _rounded(curves[pair.sides]),
                "ends": pair.sides,
                "name": pair_name(pair, catalogue, t),
            }
            for pair in sorted(pairs, key=lambda pair: -order.index(str(pair.closeness)))
        ],
        "places": [
            {
                "id": key,
                "kind": "place",
                "position": _rounded(_at(catalogue, key, layout)),
                "radius": PLACE_RADIUS,
                "name": t.name(catalogue.places[key]),
                "ends": [catalogue.places[key].unit],
            }
            for key in linked
        ],
        "labels": [
            _label("unit", code, t.name(catalogue.units[code]), arcs.label_point(shape), UNITS_FIRST + ties[code])
            for code, shape in layout.units.items()
        ]
        + [
            _label("place", key, t.name(catalogue.places[key]), _at(catalogue, key, layout), count)
            for key, count in linked.items()
        ],
    }


def _label(kind: str, key: str, text: str, position: tuple[float, float], priority: int) -> dict[str, Any]:
    return {"id": key, "kind": kind, "text": text, "position": _rounded(position), "priority": priority}


def _rounded(numbers: Iterable[float]) -> list[float]:
    """A tenth of a unit of the sheet is less than a pixel."""
    return [round(number, 1) for number in numbers]


def legend(view: View, options: MapOptions, t: Translator) -> list[dict[str, Any]]:
    """What arcs and fills mean, as the groups of the map's legend."""
    ground, steps = GROUNDS[options.theme], palette.FILL_STEPS
    ranges = [f"{low}–{high - 1}" for low, high in pairwise(steps)] + [f"{steps[-1]}+"]
    shades = [(ground.missing, t("map.missing")), (ground.none, "0"), *zip(ground.fills, ranges, strict=True)]
    return [
        {
            "title": t("map.arcs"),
            "items": [
                {
                    "line": palette.shade(entry.colour, options.theme),
                    "label": t.name(entry),
                    "dash": getattr(entry, "dashed", False),
                    "width": 2.5,
                    "filter": (options.colouring, key),
                    "chosen": key in getattr(view.filter, options.colouring),
                }
                for key, entry in _line_keys(view, options)
            ],
        },
        {
            "title": t("map.widths"),
            "items": [{"line": ground.quiet, "label": label, "width": pixels} for label, pixels in _width_keys()],
        },
        {"title": t("map.legend"), "items": [{"color": colour, "label": label} for colour, label in shades]},
    ]


def _width_keys() -> list[tuple[str, float]]:
    steps = palette.WIDTH_STEPS
    ends = [f"{low}–{high - 1}" if high - 1 > low else f"{low}" for (low, _), (high, _) in pairwise(steps)]
    return [(label, pixels) for label, (_, pixels) in zip([*ends, f"{steps[-1][0]}+"], steps, strict=True)]


def scale_bars(layout: Layout, t: Translator) -> list[dict[str, Any]]:
    """The scale bars of a layout, with their lengths in words."""
    return [{"x": bar.x, "y": bar.y, "length": bar.length, "text": t("map.km", n=bar.km)} for bar in layout.scale_bars]


def _layer(type_: str, name: str, data: Any, **props: Any) -> pydeck.Layer:
    return pydeck.Layer(type_, data=data, id=name, **props)


def regions(view: View, theme: Theme, t: Translator) -> dict[str, Any]:
    """How each unit is filled in this view, and what its tooltip says."""
    catalogue = view.catalogue
    ties, partners = _ties(view.pairs), Counter(side for pair in view.regional() for side in pair.sides)
    recorded = _recorded(catalogue)
    return {
        code: {
            "fill": rgba(palette.fill(ties[code], recorded=code in recorded, theme=theme)),
            "name": t.text(unit.names),
            "hint": t("map.unit_hint", ties=t("count.ties", n=ties[code]), pairs=t("count.pairs", n=partners[code]))
            if code in recorded
            else t("map.missing"),
        }
        for code, unit in catalogue.units.items()
    }


def _ties(pairs: Mapping[str, Pair]) -> Counter[str]:
    ties: Counter[str] = Counter()
    for pair in pairs.values():
        for side in pair.sides:
            ties[side] += sum(len(getattr(pair, name)) for name in TIES)
    return ties


def _recorded(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(side for pair in catalogue.pairs.values() for side in pair.sides)


def arc_styles(view: View, options: MapOptions, t: Translator) -> dict[str, dict[str, Any]]:
    """How each regional pair is drawn in this view; what the filter excludes is dimmed, not removed."""
    catalogue = view.catalogue
    styles = {}
    for pair in catalogue.pairs.values():
        if pair.closeness:
            left = view.pairs.get(pair.key)
            closeness = catalogue.kinds.closeness[pair.closeness]
            styles[pair.key] = {
                "color": rgba(_arc_colour(left or pair, catalogue, options)),
                "width": palette.width(len(left.projects) if left else 0),
                "dash": closeness.dashed or None,
                "dim": left is None or None,
                "hint": arc_hint(left, t.text(closeness.names), t),
            }
    return styles


def pair_name(pair: Pair, catalogue: Catalogue, t: Translator) -> str:
    """Both sides of a pair, as in "Minsk Region — Chongqing"."""
    return " — ".join(t.name(catalogue.party(side)) for side in pair.sides)


def arc_hint(left: Pair | None, closeness: str, t: Translator) -> str:
    """What the tooltip of an arc says under its name."""
    if left is None:
        return t("map.excluded", closeness=closeness)
    return t("map.arc_hint", closeness=closeness, projects=t("count.projects", n=len(left.projects)))


def _arc_colour(pair: Pair, catalogue: Catalogue, options: MapOptions) -> str:
    if options.colouring == "sectors":
        sector = main_sector(pair)
        return (
            palette.shade(catalogue.sectors[sector].colour, options.theme) if sector else GROUNDS[options.theme].quiet
        )
    return palette.shade(catalogue.kinds.closeness[str(pair.closeness)].colour, options.theme)


def main_sector(pair: Pair) -> str | None:
    """The sector of most of a pair's records; the first named where two have as many."""
    counts = Counter(sector for _, record in pair.records() for sector in record.sectors)
    return counts.most_common(1)[0][0] if counts else None


def _line_keys(view: View, options: MapOptions) -> list[tuple[str, Any]]:
    """What the colours of the arcs stand for: every closeness, or the sectors of which there is an arc."""
    if options.colouring == "closeness":
        return list(view.catalogue.kinds.closeness.items())
    shown = {main_sector(pair) for pair in view.catalogue.pairs.values() if pair.regional}
    return [(key, sector) for key, sector in view.catalogue.sectors.items() if key in shown]


def _ties_below(view: View, options: MapOptions, t: Translator) -> list[dict[str, Any]]:
    """The ties below the regional level of what is selected, as thin arcs between places."""
    catalogue, quiet = view.catalogue, GROUNDS[options.theme].quiet
    rows = {}
    for pair in view.pairs.values():
        if options.selected != pair.key and options.selected not in pair.sides:
            continue
        for link in pair.links:
            a, b = catalogue.place_of(link.a), catalogue.place_of(link.b)
            if a and b:
                start, end = _at(catalogue, a, options.layout), _at(catalogue, b, options.layout)
                rows[a, b] = {
                    "id": f"{pair.key}/{a}/{b}",
                    "kind": "link",
                    "curve": arcs.curve(options.layout, start, end),
                    "ends": pair.sides,
                    "places": [a, b],
                    "color": rgba(quiet, 210),
                    "width": LINK_WIDTH,
                    "name": " — ".join(t.name(catalogue.places[place]) for place in (a, b)),
                    "hint": t.text(link.title),
                }
    return list(rows.values())


def _at(catalogue: Catalogue, place: str, layout: Layout) -> tuple[float, float]:
    entry = catalogue.places[place]
    return layout.place(entry.lon, entry.lat, catalogue.country_of(entry.unit))


def _linked_places(pairs: Iterable[Pair], catalogue: Catalogue) -> Counter[str]:
    """The places where ties below the regional level end, with how many end there."""
    ends = (end for pair in pairs for link in pair.links for end in (link.a, link.b))
    return Counter(place for end in ends if (place := catalogue.place_of(end)))


def _place_styles(view: View, t: Translator) -> dict[str, dict[str, Any]]:
    linked = _linked_places(view.pairs.values(), view.catalogue)
    return {key: {"hint": t("count.links", n=count)} for key, count in linked.items()}
