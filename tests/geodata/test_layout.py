"""The two layouts against distances measured on the ellipsoid, and invariants of every sheet."""

import math
from itertools import combinations

import pytest
import shapely
from pyproj import Geod

from geodata.layers import DETAILS
from geodata.layout import LAYOUTS, Layout, ScaleBar, facing, geographic

EARTH = Geod(ellps="WGS84")
layouts = pytest.mark.parametrize("name", LAYOUTS)
ENDS = {  # extreme points of each country, west to east and north to south: lon, lat
    "BY": [((23.2, 52.4), (32.7, 53.3)), ((28.3, 56.1), (29.5, 51.4))],
    "CN": [((73.6, 39.3), (134.7, 48.3)), ((123.5, 53.5), (109.6, 18.2))],
}


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    return float(EARTH.line_length([a[0], b[0]], [a[1], b[1]])) / 1000


def _planar(layout: Layout, country: str, a: tuple[float, float], b: tuple[float, float]) -> float:
    return math.dist(layout.place(*a, country), layout.place(*b, country))


@layouts
@pytest.mark.parametrize("detail", DETAILS)
def test_units_stay_valid_and_seams_shut(name: str, detail: str) -> None:
    layout = LAYOUTS[name](detail)
    shapes = list(layout.units.values())
    assert len(shapes) == 41
    assert all(shape.is_valid for shape in shapes)
    assert shapely.coverage_is_valid(shapes)
    assert shapely.union_all(shapes).area == pytest.approx(sum(shape.area for shape in shapes), rel=1e-6)


@layouts
def test_a_closeup_lies_where_the_overview_lay(name: str) -> None:
    assert LAYOUTS[name]("closeup").planes == LAYOUTS[name]().planes


@layouts
def test_sheet_holds_everything_and_is_well_filled(name: str) -> None:
    layout = LAYOUTS[name]()
    x0, y0, x1, y1 = layout.bounds
    assert (x0, y0, x1) == (0, 0, 1000)
    assert 440 < y1 < 500
    assert shapely.box(*layout.bounds).buffer(0.01).covers(shapely.union_all(list(layout.units.values())))
    left, top, right, bottom = shapely.union_all(list(layout.units.values())).bounds
    assert bottom - top > 0.8 * y1
    assert right - left > 0.65 * x1


@layouts
def test_borders_are_drawn_once(name: str) -> None:
    layout = LAYOUTS[name]()
    around = sum(shape.length for shape in layout.units.values())
    outer = shapely.union_all(list(layout.units.values())).length
    assert layout.borders.length == pytest.approx((around + outer) / 2, rel=1e-3)


@pytest.mark.parametrize("country", ENDS)
def test_facing_keeps_the_true_shape(country: str) -> None:
    layout = facing()
    (west, east), (north, south) = ENDS[country]
    on_earth = _km(west, east) / _km(north, south)
    on_sheet = _planar(layout, country, west, east) / _planar(layout, country, north, south)
    assert on_sheet == pytest.approx(on_earth, rel=0.02)


def test_facing_sets_the_countries_side_by_side() -> None:
    layout = facing(gap=30)
    first, second = layout.countries.values()
    assert list(layout.countries) == ["BY", "CN"]
    assert first.bounds[2] + 30 == pytest.approx(second.bounds[0], abs=0.02)
    assert not first.intersects(second)
    assert 0.4 < (first.bounds[2] - first.bounds[0]) / 1000 < 0.48
    assert (first.bounds[1] + first.bounds[3]) / 2 == pytest.approx((second.bounds[1] + second.bounds[3]) / 2, abs=0.02)
    assert layout.land is None
    assert not layout.is_geographic


@layouts
def test_scale_bars_measure_true_kilometres(name: str) -> None:
    layout = LAYOUTS[name]()
    for bar in layout.scale_bars:
        plane = layout.planes[bar.country or "CN"]
        lon, lat, _ = EARTH.fwd(plane.lon, plane.lat, 90, bar.km * 1000)
        x, y = plane.place(lon, lat)
        assert math.dist((x, y), plane.place(plane.lon, plane.lat)) == pytest.approx(bar.length, rel=0.005)
        assert str(bar.km).strip("0") in {"1", "2", "5"}
        assert _below_all_units(layout, bar)


def _below_all_units(layout: Layout, bar: ScaleBar) -> bool:
    line = shapely.LineString([(bar.x, bar.y), (bar.x + bar.length, bar.y)])
    return shapely.box(*layout.bounds).covers(line) and not any(
        shape.intersects(line) for shape in layout.units.values()
    )


def test_facing_has_a_bar_for_each_country_and_geographic_one_for_all() -> None:
    assert [bar.country for bar in facing().scale_bars] == ["BY", "CN"]
    assert [bar.country for bar in geographic().scale_bars] == [None]


def test_geographic_has_west_left_and_north_up() -> None:
    layout = geographic()
    minsk, beijing = layout.place(27.57, 53.90, "BY"), layout.place(116.40, 39.91, "CN")
    harbin, sanya = layout.place(126.65, 45.75, "CN"), layout.place(109.5, 18.25, "CN")
    assert minsk[0] < beijing[0]
    assert harbin[1] < beijing[1] < sanya[1], "y grows downward"
    assert layout.is_geographic


@layouts
def test_place_is_undone_by_lonlat(name: str) -> None:
    plane = LAYOUTS[name]().planes["CN"]
    assert plane.lonlat(*plane.place(117.28, 31.86)) == pytest.approx((117.28, 31.86), abs=1e-6)


@pytest.mark.parametrize("detail", DETAILS)
def test_land_surrounds_the_units_and_fills_the_sheet(detail: str) -> None:
    layout = geographic(detail)
    assert layout.land is not None
    assert layout.land.is_valid
    assert layout.land.intersection(shapely.union_all(list(layout.units.values()))).area < 0.5
    plane = layout.planes["BY"]
    for lon, lat in [(37.6, 55.8), (77.2, 28.6), (106.9, 47.9), (139.7, 35.9)]:  # Moscow, Delhi, Ulan Bator, Tokyo
        assert layout.land.contains(shapely.Point(plane.place(lon, lat)))
    for lon, lat in [(51.0, 41.0), (107.7, 53.2), (65.0, 15.0)]:  # the Caspian, Lake Baikal, the Arabian Sea
        assert not layout.land.contains(shapely.Point(plane.place(lon, lat)))


def test_no_unit_hides_another() -> None:
    for a, b in combinations(facing().units.values(), 2):
        assert a.intersection(b).area < 1e-6
