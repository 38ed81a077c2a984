"""Rows of the map's layers: those that a layout and a language decide, and the styles that a view gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from dashboard.catalogue.filtering import View
from dashboard.catalogue.metrics import TIES
from dashboard.catalogue.model import Catalogue, Pair
from dashboard.charts import palette
from dashboard.charts.palette import GROUNDS, Theme, rgba
from dashboard.contract.map import (
    ArcRow,
    ArcStyle,
    Curve,
    LabelRow,
    PlaceRow,
    PlaceStyle,
    Point,
    RegionStyle,
    Rows,
    TieRow,
)
from dashboard.map.options import MapOptions
from dashboard.text.translator import Translator
from geodata import arcs
from geodata.layout import Layout

UNITS_FIRST = 100
"""Priority bonus of unit labels over place labels."""

PLACE_RADIUS = 3.0  # px
TIE_WIDTH = 1.2  # px
TIE_ALPHA = 210


def fixed_rows(catalogue: Catalogue, layout: Layout, t: Translator) -> Rows:
    """Rows of arcs, places and labels: published once, since no filter changes them."""
    linked = _linked_places(catalogue.pairs.values(), catalogue)
    return {
        "arcs": _arc_rows(catalogue, layout, t),
        "places": [_place_row(key, catalogue, layout, t) for key in linked],
        "labels": [*_unit_labels(catalogue, layout, t), *_place_labels(linked, catalogue, layout, t)],
    }


def _arc_rows(catalogue: Catalogue, layout: Layout, t: Translator) -> list[ArcRow]:
    """One arc for each regional pair; the closest are drawn last, above the others."""
    order = list(catalogue.kinds.closeness)
    pairs = [pair for pair in catalogue.pairs.values() if pair.closeness]
    curves = arcs.arcs(layout, [pair.sides for pair in pairs])
    return [
        {
            "id": pair.key,
            "kind": "pair",
            "curve": _curve(curves[pair.sides]),
            "ends": pair.sides,
            "name": pair_name(pair, catalogue, t),
        }
        for pair in sorted(pairs, key=lambda pair: -order.index(str(pair.closeness)))
    ]


def _place_row(key: str, catalogue: Catalogue, layout: Layout, t: Translator) -> PlaceRow:
    place = catalogue.places[key]
    return {
        "id": key,
        "kind": "place",
        "position": _point(_at(catalogue, key, layout)),
        "radius": PLACE_RADIUS,
        "name": t.name(place),
        "ends": (place.unit,),
    }


def _unit_labels(catalogue: Catalogue, layout: Layout, t: Translator) -> list[LabelRow]:
    ties = _ties(catalogue.pairs)
    return [
        {
            "id": code,
            "kind": "unit",
            "text": t.name(catalogue.units[code]),
            "position": _point(arcs.label_point(shape)),
            "priority": UNITS_FIRST + ties[code],
        }
        for code, shape in layout.units.items()
    ]


def _place_labels(linked: Counter[str], catalogue: Catalogue, layout: Layout, t: Translator) -> list[LabelRow]:
    return [
        {
            "id": key,
            "kind": "place",
            "text": t.name(catalogue.places[key]),
            "position": _point(_at(catalogue, key, layout)),
            "priority": count,
        }
        for key, count in linked.items()
    ]


def region_styles(view: View, theme: Theme, t: Translator) -> dict[str, RegionStyle]:
    """Fill and tooltip of each unit in this view, by code."""
    catalogue = view.catalogue
    ties, partners = _ties(view.pairs), Counter(side for pair in view.regional() for side in pair.sides)
    recorded = {side for pair in catalogue.pairs.values() for side in pair.sides}
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


def arc_styles(view: View, options: MapOptions, t: Translator) -> dict[str, ArcStyle]:
    """Look of each regional pair in this view, by key; a pair that the filter excludes is dimmed, not removed."""
    catalogue = view.catalogue
    styles: dict[str, ArcStyle] = {}
    for pair in catalogue.pairs.values():
        if pair.closeness:
            left = view.pairs.get(pair.key)
            closeness = catalogue.kinds.closeness[pair.closeness]
            style = styles[pair.key] = {
                "color": rgba(_arc_colour(left or pair, catalogue, options)),
                "width": palette.width(len(left.projects) if left else 0),
                "hint": _arc_hint(left, t.text(closeness.names), t),
            }
            if closeness.dashed:
                style["dash"] = True
            if left is None:
                style["dim"] = True
    return styles


def place_styles(view: View, t: Translator) -> dict[str, PlaceStyle]:
    """Tooltips of the places where ties of this view end, by key."""
    linked = _linked_places(view.pairs.values(), view.catalogue)
    return {key: {"hint": t("count.links", n=count)} for key, count in linked.items()}


def tie_rows(view: View, options: MapOptions, t: Translator) -> list[TieRow]:
    """Ties below the regional level of the selected pair or unit, as thin arcs between places."""
    catalogue, quiet = view.catalogue, GROUNDS[options.theme].quiet
    rows: dict[tuple[str, str], TieRow] = {}
    for pair in view.pairs.values():
        if options.selected != pair.key and options.selected not in pair.sides:
            continue
        for link in pair.links:
            a, b = catalogue.place_of(link.a), catalogue.place_of(link.b)
            if a and b:
                start, end = (_at(catalogue, place, options.layout) for place in (a, b))
                rows[a, b] = {
                    "id": f"{pair.key}/{a}/{b}",
                    "kind": "link",
                    "curve": _curve(arcs.curve(options.layout, start, end)),
                    "ends": pair.sides,
                    "places": (a, b),
                    "color": rgba(quiet, TIE_ALPHA),
                    "width": TIE_WIDTH,
                    "name": " — ".join(t.name(catalogue.places[place]) for place in (a, b)),
                    "hint": t.text(link.title),
                }
    return list(rows.values())


def pair_name(pair: Pair, catalogue: Catalogue, t: Translator) -> str:
    """Both sides of a pair, as in "Minsk Region — Chongqing"."""
    return " — ".join(t.name(catalogue.party(side)) for side in pair.sides)


def main_sector(pair: Pair) -> str | None:
    """Sector of most of a pair's records; the first named where two have as many."""
    counts = Counter(sector for _, record in pair.records() for sector in record.sectors)
    return counts.most_common(1)[0][0] if counts else None


def _arc_hint(left: Pair | None, closeness: str, t: Translator) -> str:
    if left is None:
        return t("map.excluded", closeness=closeness)
    return t("map.arc_hint", closeness=closeness, projects=t("count.projects", n=len(left.projects)))


def _arc_colour(pair: Pair, catalogue: Catalogue, options: MapOptions) -> str:
    if options.colouring == "sectors":
        sector = main_sector(pair)
        if sector is None:
            return GROUNDS[options.theme].quiet
        return palette.shade(catalogue.sectors[sector].colour, options.theme)
    return palette.shade(catalogue.kinds.closeness[str(pair.closeness)].colour, options.theme)


def _ties(pairs: Mapping[str, Pair]) -> Counter[str]:
    """Number of ties of each side, of every kind of record that counts as one."""
    ties: Counter[str] = Counter()
    for pair in pairs.values():
        for side in pair.sides:
            ties[side] += sum(len(getattr(pair, name)) for name in TIES)
    return ties


def _linked_places(pairs: Iterable[Pair], catalogue: Catalogue) -> Counter[str]:
    """Number of ties below the regional level that end in each place."""
    ends = (end for pair in pairs for link in pair.links for end in (link.a, link.b))
    return Counter(place for end in ends if (place := catalogue.place_of(end)))


def _at(catalogue: Catalogue, place: str, layout: Layout) -> Point:
    entry = catalogue.places[place]
    return layout.place(entry.lon, entry.lat, catalogue.country_of(entry.unit))


def _point(point: Point) -> Point:
    """Rounded to a tenth of a map unit, which is less than a pixel."""
    x, y = point
    return round(x, 1), round(y, 1)


def _curve(curve: Curve) -> Curve:
    x0, y0, x1, y1, x2, y2 = (round(number, 1) for number in curve)
    return x0, y0, x1, y1, x2, y2
