"""Rows of the map's layers, which depend on layout and language, and their styles, which depend on the view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dashboard.catalogue.filtering import View
from dashboard.catalogue.metrics import TIES
from dashboard.catalogue.model import Catalogue, Row
from dashboard.catalogue.pair import Pair
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
from dashboard.text.phrases import Phrases
from dashboard.text.terms import bond_title
from dashboard.text.translator import Translator
from geodata import arcs
from geodata.layout import Layout

UNITS_FIRST = 100
"""Priority bonus of unit labels over place labels."""

PLACE_RADIUS = 3.0  # px
TIE_WIDTH = 1.2  # px
TIE_ALPHA = 210


def fixed_rows(catalogue: Catalogue, layout: Layout, t: Translator) -> Rows:
    """Rows of arcs, places and labels, in map units. No filter changes them, so that they are published once."""
    linked = _linked_places(catalogue.pairs.values(), catalogue)
    return {
        "arcs": _arc_rows(catalogue, layout, t),
        "places": [_place_row(key, catalogue, layout, t) for key in linked],
        "labels": [*_unit_labels(catalogue, layout, t), *_place_labels(linked, catalogue, layout, t)],
    }


def _arc_rows(catalogue: Catalogue, layout: Layout, t: Translator) -> list[ArcRow]:
    """One arc for each regional pair. The closest come last, so that they are drawn on top."""
    order = [*catalogue.kinds.closeness, None]
    pairs = [pair for pair in catalogue.pairs.values() if pair.regional]
    curves = arcs.arcs(layout, [pair.sides for pair in pairs])
    return [
        {
            "id": pair.key,
            "kind": "pair",
            "curve": _curve(curves[pair.sides]),
            "ends": pair.sides,
            "name": pair_name(pair, catalogue, t),
        }
        for pair in sorted(pairs, key=lambda pair: -order.index(pair.closeness))
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
    ties = _ties(catalogue.rows)
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
    """Fill and tooltip of each unit by code."""
    catalogue = view.catalogue
    ties, partners = _ties(view.rows), Counter(side for pair in view.regional() for side in pair.sides)
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
    """Style of each regional pair by key, as of the end of the chosen years.

    A pair that the filter excludes is dimmed, not removed.
    """
    kinds = view.catalogue.kinds
    styles: dict[str, ArcStyle] = {}
    for key, bond in view.bonds.items():
        shown = view.pairs.get(key)
        style = styles[key] = {
            "color": rgba(_arc_colour(shown or replace(view.catalogue.pairs[key], bond=bond), view.catalogue, options)),
            "width": palette.width(len(shown.projects) if shown else 0),
            "hint": _arc_hint(view, key, t, excluded=shown is None),
        }
        if bond.closeness and kinds.closeness[bond.closeness].dashed:
            style["dash"] = True
        if shown is None:
            style["dim"] = True
    return styles


def place_styles(view: View, t: Translator) -> dict[str, PlaceStyle]:
    """Tooltips of the places where ties of the view end, by key."""
    linked = _linked_places(view.pairs.values(), view.catalogue)
    return {key: {"hint": t("count.links", n=count)} for key, count in linked.items()}


def tie_rows(view: View, options: MapOptions, t: Translator) -> list[TieRow]:
    """Ties below the regional level of the selected pair or unit, as thin arcs between places, in map units."""
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
                    "name": t.text(catalogue.joined(*(catalogue.places[place].names for place in (a, b)))),
                    "hint": t.text(link.title),
                }
    return list(rows.values())


def pair_name(pair: Pair, catalogue: Catalogue, t: Translator) -> str:
    """Names of both sides of a pair: "Minsk Region – Chongqing"."""
    return t.text(catalogue.title(pair.key))


def main_sector(pair: Pair) -> str | None:
    """Sector that most records of a pair name; of equals, the first named. None if no record names a sector."""
    counts = Counter(sector for _, record in pair.records() for sector in record.sectors)
    return counts.most_common(1)[0][0] if counts else None


def _arc_hint(view: View, key: str, t: Translator, *, excluded: bool) -> str:
    year, bond = view.filter.until, view.bonds[key]
    closeness = bond_title(bond, Phrases(view.catalogue, t), year, dated=False)
    if year and bond.closeness:
        closeness = f"{closeness} · {t('terms.badge.at', year=year)}"
    if excluded:
        return t("map.excluded", closeness=closeness)
    projects = len(view.pairs[key].projects) if key in view.pairs else 0
    return t("map.arc_hint", closeness=closeness, projects=t("count.projects", n=projects))


def _arc_colour(pair: Pair, catalogue: Catalogue, options: MapOptions) -> str:
    if options.colouring == "sectors":
        sector = main_sector(pair)
        if sector is None:
            return GROUNDS[options.theme].quiet
        return palette.shade(catalogue.sectors[sector].colour, options.theme)
    if pair.closeness is None:
        return GROUNDS[options.theme].quiet
    return palette.shade(catalogue.kinds.closeness[pair.closeness].colour, options.theme)


def _ties(rows: Iterable[Row]) -> Counter[str]:
    """Number of ties of each side."""
    return Counter(side for row in rows if row.record_type in TIES for side in row.pair.sides)


def _linked_places(pairs: Iterable[Pair], catalogue: Catalogue) -> Counter[str]:
    """Number of ties below the regional level that end in each place."""
    ends = (end for pair in pairs for link in pair.links for end in (link.a, link.b))
    return Counter(place for end in ends if (place := catalogue.place_of(end)))


def _at(catalogue: Catalogue, place: str, layout: Layout) -> Point:
    entry = catalogue.places[place]
    return layout.place(entry.lon, entry.lat, catalogue.country_of(entry.unit))


def _point(point: Point) -> Point:
    """Round a point to a tenth of a map unit, which is less than a pixel."""
    x, y = point
    return round(x, 1), round(y, 1)


def _curve(curve: Curve) -> Curve:
    x0, y0, x1, y1, x2, y2 = (round(number, 1) for number in curve)
    return x0, y0, x1, y1, x2, y2
