"""Two countries on a sheet: apart, inside it, clear of what is blocked, and large."""

import math
from itertools import product

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.loading import CONFIG
from geodata.arrange import ASPECTS, arrange
from geodata.layers import open_layers
from geodata.layout import centred, facing
from geodata.stage import nearest

SHAPES = {
    "square": shapely.box(0, 0, 1, 1),
    "round": shapely.Point(5, 5).buffer(2),
    "long": shapely.box(0, 0, 1, 12),
    "flat": shapely.box(0, 0, 15, 1),
    "corner": shapely.union(shapely.box(0, 0, 1, 10), shapely.box(0, 9, 10, 10)),
    "isles": shapely.MultiPolygon([shapely.box(x, y, x + 1, y + 1) for x, y in ((0, 0), (6, 1), (2, 7), (9, 9))]),
}
aspects = pytest.mark.parametrize("aspect", ASPECTS)


def arranged(first: BaseGeometry, second: BaseGeometry, aspect: str, **terms: float) -> list[BaseGeometry]:
    width, height = 1000, 1000 / ASPECTS[aspect].ratio
    blocked = [(a * width, b * height, c * width, d * height) for a, b, c, d in ASPECTS[aspect].blocked]
    found = arrange(first, second, (0, 0, width, height), blocked, **({"weight": 0.5, "gap": 42} | terms))
    return [
        shapely.affinity.affine_transform(shape, [scale, 0, 0, scale, dx, dy])
        for shape, (scale, dx, dy) in zip((first, second), found, strict=True)
    ]


@aspects
@pytest.mark.parametrize(("first", "second"), [*product(SHAPES, repeat=2)])
def test_any_two_keep_apart_inside_and_clear(first: str, second: str, aspect: str) -> None:
    a, b = arranged(SHAPES[first], SHAPES[second], aspect)
    width, height = 1000, 1000 / ASPECTS[aspect].ratio
    assert a.distance(b) >= 42
    assert shapely.box(-0.01, -0.01, width + 0.01, height + 0.01).covers(a.union(b))
    for x0, y0, x1, y1 in ASPECTS[aspect].blocked:
        assert a.union(b).intersection(shapely.box(x0 * width, y0 * height, x1 * width, y1 * height)).area < 1e-6


@aspects
def test_the_second_lies_to_the_right_of_the_first_or_below_it(aspect: str) -> None:
    a, b = arranged(SHAPES["round"], SHAPES["square"], aspect)
    assert b.centroid.x > a.centroid.x or b.centroid.y > a.centroid.y


def test_two_squares_fill_a_sheet_twice_as_wide() -> None:
    one, other = arrange(shapely.box(0, 0, 1, 1), shapely.box(7, 7, 9, 9), (0, 0, 1040, 500), (), 0.5, 40)
    assert one[0] == pytest.approx(500, rel=0.02), "of 1040 across, 40 are the gap"
    assert 2 * other[0] == pytest.approx(500, rel=0.02)


def test_what_counts_more_is_larger_but_not_without_limit() -> None:
    sizes = [arranged(SHAPES["round"], SHAPES["round"], "standard", weight=weight) for weight in (0.1, 0.5, 0.9)]
    ratios = [math.sqrt(a.area / b.area) for a, b in sizes]
    assert ratios == sorted(ratios)
    assert ratios[0] == pytest.approx(1 / 1.8, rel=0.01)
    assert ratios[2] == pytest.approx(1.8, rel=0.01)


def test_a_sheet_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        arrange(SHAPES["square"], SHAPES["round"], (0, 0, 100, 100), [(0, 0, 100, 100)], 0.5, 5)


@pytest.mark.parametrize(
    ("parts", "lon"),
    [
        ([(10, 20)], 15),
        ([(170, 180), (-180, -170)], 180),
        ([(27, 180), (-180, -169)], 109),  # from 27 east to 169 west
        ([(-125, -67), (-180, -130), (172, 180)], -127.5),  # from 172 east to 67 west
    ],
)
def test_a_country_is_centred_opposite_the_widest_gap(parts: list[tuple[float, float]], lon: float) -> None:
    country = shapely.MultiPolygon([shapely.box(west, 40, east, 60) for west, east in parts])
    plane = centred(country)
    assert (plane.lon - lon) % 360 == pytest.approx(0)
    assert plane.lat == 50


def test_a_country_across_the_date_line_is_in_one_piece() -> None:
    country = shapely.MultiPolygon([shapely.box(170, -20, 180, -10), shapely.box(-180, -20, -170, -10)])
    west, _, east, _ = centred(country).shape(country).bounds
    assert east - west < 2_300_000, "20 degrees are 2190 km at 10 degrees south"


@pytest.mark.parametrize(
    ("window", "free", "least"),
    [((1440, 900), (1080, 720), 0.45), ((1280, 720), (930, 560), 0.40), ((375, 812), (355, 500), 0.40)],
)
def test_the_shipped_countries_fill_the_window(window: tuple[int, int], free: tuple[int, int], least: float) -> None:
    layout = facing(open_layers(CONFIG / "geodata"), aspect=nearest(*free))
    _, _, width, height = layout.bounds
    x0, y0, x1, y1 = shapely.union_all(list(layout.countries.values())).bounds
    scale = min(free[0] / width, free[1] / height)
    assert scale**2 * (x1 - x0) * (y1 - y0) / math.prod(window) >= least
