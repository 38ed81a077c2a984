"""Rows of the map's layers, which depend on layout and language, and their styles, which depend on the view."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from dashboard.catalogue.filtering import View
from dashboard.catalogue.kept import kept
from dashboard.catalogue.metrics import TIES
from dashboard.catalogue.model import Catalogue, Row
from dashboard.catalogue.pair import Pair
from dashboard.catalogue.schema import Closeness, Sector
from dashboard.charts import palette
from dashboard.charts.palette import GROUNDS, rgba
from dashboard.contract.map import (
    ArcRow,
    ArcStyle,
    LabelRow,
    PlaceRow,
    PlaceStyle,
    Point,
    RegionStyle,
    Routes,
    Rows,
    TieRow,
)
from dashboard.map.options import MapOptions
from dashboard.text.phrases import Phrases
from dashboard.text.terms import bond_title
from dashboard.text.translator import Translator
from geodata.arcs import label_point
from geodata.layout import Layout
from geodata.ranked import curves
from geodata.routes import routes

UNITS_FIRST = 1_000
"""Priority bonus of unit labels over place labels, and of a closer unit over one less close."""

MOST_SECTORS = 3
"""Sectors that colour lines at once: more colours could not be told apart."""

PLACE_RADIUS = 3.0  # px
TIE_WIDTH = 1.0  # px
TIE_ALPHA = 210


def fixed_rows(catalogue: Catalogue, layout: Layout, t: Translator) -> Rows:
    """Rows of arcs, places and labels, in map units. No filter changes them, so that they are published once."""
    linked, pairs = _linked(catalogue)
    return {
        "arcs": _arc_rows(catalogue, t),
        "places": [_place_row(key, pairs[key], catalogue, layout, t) for key in linked],
        "labels": _row_labels(catalogue, layout, t)
        if layout.rows  # whose places coincide
        else [*_unit_labels(catalogue, layout, t), *_place_labels(linked, catalogue, layout, t)],
    }


def route_rows(catalogue: Catalogue, layout: Layout) -> Routes:
    """Ways of the arcs of all regional pairs, in map units."""
    keys = {pair.sides: pair.key for pair in catalogue.pairs.values() if pair.regional}
    found = curves(layout, keys) if layout.rows else routes(layout, keys)
    return {"nodes": [*found.nodes], "ways": {keys[sides]: [*way] for sides, way in found.ways.items()}}


def _arc_rows(catalogue: Catalogue, t: Translator) -> list[ArcRow]:
    """One arc for each regional pair. The closest come last, so that they are drawn on top."""
    order = [*catalogue.kinds.closeness, None]
    pairs = [pair for pair in catalogue.pairs.values() if pair.regional]
    return [
        {"id": pair.key, "kind": "pair", "ends": pair.sides, "name": pair_name(pair, catalogue, t)}
        for pair in sorted(pairs, key=lambda pair: -order.index(pair.closeness))
    ]


def _place_row(key: str, pairs: list[str], catalogue: Catalogue, layout: Layout, t: Translator) -> PlaceRow:
    place = catalogue.places[key]
    row: PlaceRow = {
        "id": key,
        "kind": "place",
        "position": _places_at(catalogue, layout)[key],
        "radius": PLACE_RADIUS,
        "name": t.name(place),
        "ends": (place.unit,),
        "pairs": pairs,
    }
    if layout.rows:
        row["asked"] = True
    return row


def _unit_labels(catalogue: Catalogue, layout: Layout, t: Translator) -> list[LabelRow]:
    priorities = _priorities(catalogue)
    return [
        {
            "id": code,
            "kind": "unit",
            "text": t.name(catalogue.units[code]),
            "position": _point(label_point(shape)),
            "priority": priorities.get(code, UNITS_FIRST),
        }
        for code, shape in layout.units.items()
    ]


@kept(on="catalogue")
def _priorities(catalogue: Catalogue) -> Mapping[str, int]:
    """Priorities of the labels of units that have ties: the closer to any other and the more of them, the higher."""
    ties, order = _ties(catalogue.rows), [*catalogue.kinds.closeness, None]
    closest = {
        side: min(order.index(pair.closeness) for pair in catalogue.pairs.values() if side in pair.sides)
        for side in ties
    }
    return {side: UNITS_FIRST * (len(order) - closest[side]) + n for side, n in ties.items()}


def _row_labels(catalogue: Catalogue, layout: Layout, t: Translator) -> list[LabelRow]:
    return [
        {
            "id": code,
            "kind": "unit",
            "text": t.name(catalogue.units[code]),
            "position": _point(row.name),
            "priority": len(layout.rows) - rank,
            "row": {
                "side": "left" if row.name < row.end else "right",
                "height": round(row.height, 1),
                "number": row.number,
            },
        }
        for rank, (code, row) in enumerate(sorted(layout.rows.items(), key=lambda item: -item[1].number))
    ]


def _place_labels(linked: Counter[str], catalogue: Catalogue, layout: Layout, t: Translator) -> list[LabelRow]:
    return [
        {
            "id": key,
            "kind": "place",
            "text": t.name(catalogue.places[key]),
            "position": _places_at(catalogue, layout)[key],
            "priority": count,
        }
        for key, count in linked.items()
    ]


def region_styles(view: View, options: MapOptions, t: Translator) -> dict[str, RegionStyle]:
    """Fill, tooltip and number of records of each unit by code."""
    catalogue = view.catalogue
    ties, partners = _ties(view.rows), Counter(side for pair in view.regional() for side in pair.sides)
    recorded = {side for pair in catalogue.pairs.values() for side in pair.sides}
    numbers = Counter(side for row in view.rows for side in row.pair.sides)
    return {
        code: {
            "fill": rgba(_fill(ties[code], options, recorded=code in recorded)),
            "name": t.name(unit),
            "hint": t("map.unit_hint", ties=t("count.ties", n=ties[code]), pairs=t("count.pairs", n=partners[code]))
            if code in recorded
            else t("map.missing"),
            "number": numbers[code],
        }
        for code, unit in catalogue.units.items()
    }


def arc_styles(view: View, options: MapOptions, t: Translator) -> dict[str, ArcStyle]:
    """Style of each regional pair by key, as of the end of the chosen years.

    A pair that the filter excludes is dimmed, not removed.
    """
    colours = _line_colours(view, options)
    styles: dict[str, ArcStyle] = {}
    for key, bond in view.bonds.items():
        kind = view.catalogue.kinds.closeness[bond.closeness] if bond.closeness else None
        style = styles[key] = {
            "color": rgba(colours(key)),
            "width": palette.LINES[kind.line if kind else "asked"],
            "hint": _arc_hint(view, key, t, excluded=key not in view.pairs),
        }
        if kind and kind.dashed:
            style["dash"] = True
        if kind is None or (kind.line == "asked" and bond.closeness not in view.filter.closeness):
            style["asked"] = True
        if key not in view.pairs:
            style["dim"] = True
    return styles


def place_styles(view: View, t: Translator) -> dict[str, PlaceStyle]:
    """Tooltips of the places where ties of the view end, by key."""
    linked = _linked_places(view.pairs.values(), view.catalogue)
    return {key: {"hint": t("count.links", n=count)} for key, count in linked.items()}


def tie_rows(view: View, options: MapOptions, t: Translator) -> list[TieRow]:
    """Ties below the regional level of the selected pair, unit or place, as thin lines between places."""
    catalogue, quiet = view.catalogue, GROUNDS[options.theme].quiet
    rows: dict[tuple[str, str], TieRow] = {}
    for pair in view.pairs.values():
        for link in pair.links:
            a, b = catalogue.place_of(link.a), catalogue.place_of(link.b)
            if a and b and options.selected in (pair.key, *pair.sides, a, b):
                rows[a, b] = {
                    "id": f"{pair.key}/{a}/{b}",
                    "kind": "link",
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


def coloured_sectors(view: View) -> list[str]:
    """Sectors that colour lines: at most three, of those chosen or else of all those that most records name."""
    counts = Counter(sector for row in view.rows if row.pair.regional for sector in row.record.sectors)
    among = view.filter.sectors or counts
    return sorted(among, key=lambda sector: (-counts[sector], sector))[:MOST_SECTORS]


def main_sector(pair: Pair, among: Collection[str]) -> str | None:
    """Sector that most records of a pair name; of equals, the first named. None if no record names one of these."""
    counts = Counter(sector for _, record in pair.records() for sector in record.sectors if sector in among)
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


def _line_colours(view: View, options: MapOptions) -> Callable[[str], str]:
    """Return the function that gives the colour of a pair's line: of its closeness, or of its main sector; or grey.

    A pair that the filter excludes has no sector.
    """
    catalogue, sectors = view.catalogue, coloured_sectors(view)
    entries: Mapping[str, Closeness | Sector] = (
        catalogue.sectors if options.lines == "sectors" else catalogue.kinds.closeness
    )

    def colour(pair: str) -> str:
        if options.lines == "sectors":
            key = main_sector(view.pairs[pair], sectors) if pair in view.pairs else None
        else:
            key = view.bonds[pair].closeness
        return palette.shade(entries[key].colour, options.theme) if key else GROUNDS[options.theme].quiet

    return colour


def _fill(ties: int, options: MapOptions, *, recorded: bool) -> str:
    """Fill of a unit: by the number of its ties if the map is about regions, else by whether it has any."""
    if options.colouring == "regions":
        return palette.fill(ties, recorded=recorded, theme=options.theme)
    return GROUNDS[options.theme].tied if ties else GROUNDS[options.theme].untied


def _ties(rows: Iterable[Row]) -> Counter[str]:
    """Number of ties of each side."""
    return Counter(side for row in rows if row.record_type in TIES for side in row.pair.sides)


def _linked_places(pairs: Iterable[Pair], catalogue: Catalogue) -> Counter[str]:
    """Number of ties below the regional level that end in each place."""
    ends = (end for pair in pairs for link in pair.links for end in (link.a, link.b))
    return Counter(place for end in ends if (place := catalogue.place_of(end)))


@kept(on="catalogue")
def _linked(catalogue: Catalogue) -> tuple[Counter[str], Mapping[str, list[str]]]:
    """Number of ties below the regional level that end in each place, and the pairs of regions that have them."""
    linked, pairs = Counter[str](), defaultdict[str, list[str]](list)
    for pair in catalogue.pairs.values():
        own = _linked_places([pair], catalogue)
        linked.update(own)
        for key in own if pair.regional else ():
            pairs[key].append(pair.key)
    return linked, pairs


@kept(on="catalogue")
def _places_at(catalogue: Catalogue, layout: Layout) -> Mapping[str, Point]:
    """Points of a sheet at which ties end, by place, whatever the language."""
    linked = {key: catalogue.places[key] for key in _linked(catalogue)[0]}
    return {
        key: _point(
            layout.rows[place.unit].end
            if place.unit in layout.rows
            else layout.place(place.lon, place.lat, catalogue.country_of(place.unit))
        )
        for key, place in linked.items()
    }


def _point(point: Point) -> Point:
    """Round a point to a tenth of a map unit, which is less than a pixel."""
    x, y = point
    return round(x, 1), round(y, 1)
