"""Arcs and their anchors: inside their units, apart from each other, near the great circle; size of the shapes."""

import json
import math
from itertools import combinations, pairwise

import pytest
import shapely
from pyproj import Geod

from dashboard.published.files import hashed
from geodata.arcs import EARTH, STRIDE, anchor, arc, arcs, curve, great_circle, label_point
from geodata.layout import LAYOUTS, facing, geographic, geojson

layouts = pytest.mark.parametrize("name", LAYOUTS)
EVERY_PAIR = [(a, b) for a in facing().units for b in facing().units if a.startswith("BY") and b.startswith("CN")]
FAN = [("BY-MI", b) for b in ("CN-CQ", "CN-GD", "CN-GS", "CN-ZJ", "CN-JS", "CN-SD", "CN-HE", "CN-HL")]


def sample(bezier: tuple[float, ...], steps: int = 24) -> list[tuple[float, float]]:
    """Points along a curve, both ends included."""
    x0, y0, cx, cy, x1, y1 = bezier
    weights = [((1 - t) ** 2, 2 * t * (1 - t), t**2) for t in (i / steps for i in range(steps + 1))]
    return [(a * x0 + b * cx + c * x1, a * y0 + b * cy + c * y1) for a, b, c in weights]


@layouts
def test_arcs_end_inside_their_units_and_stay_on_the_sheet(name: str) -> None:
    layout = LAYOUTS[name]()
    sheet = shapely.box(*layout.bounds)
    drawn = arcs(layout, EVERY_PAIR)
    assert len(drawn) == 7 * 34
    for (a, b), bezier in drawn.items():
        assert layout.units[a].contains(shapely.Point(bezier[:2])), (a, b)
        assert layout.units[b].contains(shapely.Point(bezier[4:])), (a, b)
        assert sheet.covers(shapely.LineString(sample(bezier))), (a, b)


@layouts
def test_arcs_that_share_an_end_keep_apart(name: str) -> None:
    drawn = [sample(bezier) for bezier in arcs(LAYOUTS[name](), FAN).values()]
    for one, other in combinations(drawn, 2):
        assert max(math.dist(p, q) for p, q in zip(one, other, strict=True)) > 5


def test_fanned_arcs_do_not_cross_near_their_unit() -> None:
    drawn = [shapely.LineString(sample(bezier)[:5]) for bezier in arcs(facing(), FAN).values()]
    assert not any(one.crosses(other) for one, other in combinations(drawn, 2))


def test_a_single_arc_runs_between_label_points() -> None:
    layout = facing()
    x0, y0, _, cy, x1, y1 = arc(layout, "BY-MI", "CN-CQ")
    assert (x0, y0) == pytest.approx(label_point(layout.units["BY-MI"]))
    assert (x1, y1) == pytest.approx(label_point(layout.units["CN-CQ"]))
    assert cy < min(y0, y1), "bowed upward"


def test_an_arc_may_end_at_a_whole_country() -> None:
    layout = facing()
    x, y = arc(layout, "BY-VI", "CN")[4:]
    assert layout.countries["CN"].contains(shapely.Point(x, y))


@layouts
def test_every_anchor_of_many_lies_inside_even_in_the_smallest_unit(name: str) -> None:
    layout = LAYOUTS[name]()
    for code, shape in layout.units.items():
        for k in range(40):
            assert shape.contains(shapely.Point(anchor(layout, code, (500, 0), (k, 40)))), code


@pytest.mark.parametrize(("a", "b"), [("BY-BR", "CN-AH"), ("BY-VI", "CN-HL"), ("BY-HO", "CN-HI"), ("BY-MI", "CN-CQ")])
def test_geographic_arcs_follow_the_great_circle(a: str, b: str) -> None:
    layout = geographic()
    plane = layout.planes["BY"]
    bezier = arc(layout, a, b)
    start, end = plane.lonlat(*bezier[:2]), plane.lonlat(*bezier[4:])
    circle = [plane.place(*lonlat) for lonlat in Geod(ellps="WGS84").npts(*start, *end, 50)]
    line = shapely.LineString(sample(bezier, 100))
    assert max(line.distance(shapely.Point(point)) for point in circle) < 3


def test_places_are_joined_by_the_same_curve() -> None:
    layout = facing()
    brest, hefei = layout.place(23.72, 52.11, "BY"), layout.place(117.28, 31.86, "CN")
    bezier = curve(layout, brest, hefei)
    assert sample(bezier)[0] == pytest.approx(brest)
    assert sample(bezier)[-1] == pytest.approx(hefei)


@layouts
def test_published_shapes_are_small(name: str) -> None:
    layout = LAYOUTS[name]()
    files = {part: hashed(part, shape) for part, shape in geojson(layout).items()}
    assert set(files) == {"units", "borders"} | ({"land"} if layout.land else set())
    assert sum(len(files[part].content) for part in ("units", "borders")) < 150_000


@layouts
def test_published_units_are_the_units_of_the_sheet(name: str) -> None:
    layout = LAYOUTS[name]()
    features = json.loads(hashed("units", geojson(layout)["units"]).content)["features"]
    assert [feature["id"] for feature in features] == list(layout.units)
    assert features[0]["properties"] == {"code": features[0]["id"], "country": "BY"}
    assert shapely.coverage_is_valid([shapely.geometry.shape(feature["geometry"]) for feature in features])


def test_a_great_circle_is_the_shortest_way_in_even_strides() -> None:
    brest, hefei = (23.72, 52.11), (117.28, 31.86)
    line = great_circle(brest, hefei)
    assert (line[0], line[-1]) == (brest, hefei)
    lengths = [EARTH.line_length(*zip(a, b, strict=True)) for a, b in pairwise(line)]
    assert sum(lengths) == pytest.approx(EARTH.line_length((23.72, 117.28), (52.11, 31.86)))
    assert max(lengths) <= STRIDE
    assert len(great_circle((5, 5), (5.1, 5.1))) == 3


def test_a_great_circle_runs_on_past_the_date_line() -> None:
    line = great_circle((170.0, 60.0), (-170.0, 60.0))
    assert line[0] == (170, 60)
    assert line[-1] == (190, 60)
    assert all(0 < east - west < 3 for (west, _), (east, _) in pairwise(line))
