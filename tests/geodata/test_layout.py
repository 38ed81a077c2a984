"""The two layouts of land against distances measured on the ellipsoid, and invariants of every sheet."""

import math
from itertools import combinations

import pytest
import shapely
from pyproj import Geod

from dashboard.loading import CONFIG
from geodata import DETAILS
from geodata.arrange import ASPECTS
from geodata.build import written
from geodata.layers import Layers, open_layers
from geodata.layout import LAYOUTS, Layout, facing, geographic, geojson
from geodata.scale_bars import HEIGHT, ScaleBar, longest

EARTH = Geod(ellps="WGS84")
LAYERS = open_layers(CONFIG / "geodata")
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
    layout = LAYOUTS[name](LAYERS, detail)
    shapes = list(layout.units.values())
    assert len(shapes) == 41
    assert all(shape.is_valid for shape in shapes)
    assert shapely.coverage_is_valid(shapes)
    assert shapely.union_all(shapes).area == pytest.approx(sum(shape.area for shape in shapes), rel=1e-6)


@layouts
def test_a_closeup_lies_where_the_overview_lay(name: str) -> None:
    assert LAYOUTS[name](LAYERS, "closeup").planes == LAYOUTS[name](LAYERS).planes


@layouts
def test_sheet_holds_everything_and_is_well_filled(name: str) -> None:
    layout = LAYOUTS[name](LAYERS)
    x0, y0, x1, y1 = layout.bounds
    assert (x0, y0, x1) == (0, 0, 1000)
    assert y1 == pytest.approx({"facing": 666.67, "geographic": 572.04}[name], abs=0.01)
    whole = shapely.union_all(list(layout.units.values()))
    assert shapely.box(*layout.bounds).buffer(0.01).covers(whole)
    left, top, right, bottom = whole.bounds
    assert (bottom - top) * (right - left) > 0.55 * x1 * y1


@layouts
def test_borders_are_drawn_once(name: str) -> None:
    layout = LAYOUTS[name](LAYERS)
    around = sum(shape.length for shape in layout.units.values())
    outer = shapely.union_all(list(layout.units.values())).length
    assert layout.borders.length == pytest.approx((around + outer) / 2, rel=1e-3)


@pytest.mark.parametrize("country", ENDS)
def test_facing_keeps_the_true_shape(country: str) -> None:
    layout = facing(LAYERS)
    (west, east), (north, south) = ENDS[country]
    on_earth = _km(west, east) / _km(north, south)
    on_sheet = _planar(layout, country, west, east) / _planar(layout, country, north, south)
    assert on_sheet == pytest.approx(on_earth, rel=0.02)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_facing_keeps_the_countries_apart_and_clear(aspect: str) -> None:
    layout = facing(LAYERS, aspect=aspect)
    first, second = layout.countries.values()
    _, _, width, height = layout.bounds
    assert list(layout.countries) == ["BY", "CN"]
    assert width / height == pytest.approx(ASPECTS[aspect].ratio, rel=1e-4)
    assert first.distance(second) >= 0.035 * math.hypot(width, height) - 0.02
    for box in layout.blocked:
        assert not shapely.union(first, second).intersects(shapely.box(*box))
    assert layout.land is None


def test_a_gap_may_be_wider() -> None:
    first, second = facing(LAYERS, gap=0.06).countries.values()
    assert first.distance(second) >= 0.06 * math.hypot(1000, 666.67) - 0.02


def test_a_larger_share_makes_the_first_country_larger() -> None:
    small, large = (facing(LAYERS, share=share).countries["BY"].area for share in (0.2, 0.8))
    assert large > 1.5 * small


@layouts
def test_scale_bars_measure_true_kilometres(name: str) -> None:
    layout = LAYOUTS[name](LAYERS)
    for bar in layout.scale_bars:
        plane = layout.planes[bar.country or "CN"]
        lon, lat, _ = EARTH.fwd(plane.lon, plane.lat, 90, bar.km * 1000)
        x, y = plane.place(lon, lat)
        assert math.dist((x, y), plane.place(plane.lon, plane.lat)) == pytest.approx(bar.length, rel=0.005)
        assert str(bar.km).strip("0") in {"1", "2", "5"}


@pytest.mark.parametrize(
    "layout", [geographic(LAYERS), *(facing(LAYERS, aspect=aspect) for aspect in ASPECTS)], ids=["geographic", *ASPECTS]
)
def test_scale_bars_lie_clear_on_the_sheet(layout: Layout) -> None:
    boxes = [_box(bar) for bar in layout.scale_bars]
    for box, bar in zip(boxes, layout.scale_bars, strict=True):
        assert shapely.box(*layout.bounds).covers(box)
        assert not any(shape.intersects(box) for shape in layout.units.values())
        assert not any(shapely.box(*blocked).intersects(box) for blocked in layout.blocked)
        if bar.country:
            assert layout.countries[bar.country].distance(box) == min(
                land.distance(box) for land in layout.countries.values()
            )
    assert not any(a.intersects(b) for a, b in combinations(boxes, 2))


def _box(bar: ScaleBar) -> shapely.Polygon:
    return shapely.box(bar.x, bar.y, bar.x + bar.length, bar.y + HEIGHT)


def test_facing_has_a_bar_for_each_country_and_geographic_one_for_all() -> None:
    assert [bar.country for bar in facing(LAYERS).scale_bars] == ["BY", "CN"]
    assert [bar.country for bar in geographic(LAYERS).scale_bars] == [None]


def test_geographic_has_west_left_and_north_up() -> None:
    layout = geographic(LAYERS)
    minsk, beijing = layout.place(27.57, 53.90, "BY"), layout.place(116.40, 39.91, "CN")
    harbin, sanya = layout.place(126.65, 45.75, "CN"), layout.place(109.5, 18.25, "CN")
    assert minsk[0] < beijing[0]
    assert harbin[1] < beijing[1] < sanya[1], "y grows downward"
    assert layout.planes["BY"] == layout.planes["CN"]


@pytest.mark.parametrize("detail", DETAILS)
def test_land_surrounds_the_units_and_fills_the_sheet(detail: str) -> None:
    layout = geographic(LAYERS, detail)
    assert layout.land is not None
    assert layout.land.is_valid
    assert layout.land.intersection(shapely.union_all(list(layout.units.values()))).area < 0.5
    plane = layout.planes["BY"]
    for lon, lat in [(37.6, 55.8), (77.2, 28.6), (106.9, 47.9), (139.7, 35.9)]:  # Moscow, Delhi, Ulan Bator, Tokyo
        assert layout.land.contains(shapely.Point(plane.place(lon, lat)))
    for lon, lat in [(51.0, 41.0), (107.7, 53.2), (65.0, 15.0)]:  # the Caspian, Lake Baikal, the Arabian Sea
        assert not layout.land.contains(shapely.Point(plane.place(lon, lat)))


def test_no_unit_hides_another() -> None:
    for a, b in combinations(facing(LAYERS).units.values(), 2):
        assert a.intersection(b).area < 1e-6


def _layers(units: dict[str, shapely.Geometry]) -> Layers:
    """Layers of two countries, XA and XB, without other land."""
    rows = [({"code": code, "country": code[:2]}, shape) for code, shape in units.items()]
    far = shapely.box(0, -80, 1, -79)
    texts = {f"units-{detail}.geojson": written(rows) for detail in DETAILS}
    texts |= {f"land-{detail}.geojson": written([({}, far)]) for detail in DETAILS}
    return Layers(str(units), {name: text.encode() for name, text in texts.items()})


ACROSS = shapely.MultiPolygon([shapely.box(175, 60, 180, 65), shapely.box(-180, 60, -170, 65)])
PAIRS = {
    "on both sides of the date line": {
        "XA-1": ACROSS,
        "XA-2": shapely.box(165, 60, 175, 65),
        "XB-1": shapely.box(90, 30, 120, 45),
    },
    "of a few kilometres, beside a large one": {
        "XA-1": shapely.box(7.41, 43.72, 7.44, 43.75),
        "XB-1": shapely.box(-75, -50, -70, -20),
    },
    "on opposite sides of the globe": {"XA-1": shapely.box(-70, -40, -60, -30), "XB-1": shapely.box(110, 30, 120, 40)},
    "with a shared border": {"XA-1": shapely.box(0, 45, 5, 50), "XB-1": shapely.box(5, 45, 10, 50)},
    "with ninety units": {
        **{f"XA-{n}": shapely.box(n % 10, n // 10, n % 10 + 1, n // 10 + 1) for n in range(90)},
        "XB-1": shapely.box(60, 0, 70, 5),
    },
}


@pytest.mark.parametrize("pair", PAIRS)
def test_any_two_countries_can_be_drawn(pair: str) -> None:
    layers = _layers(PAIRS[pair])
    for layout in (*(facing(layers, aspect=aspect) for aspect in ASPECTS), geographic(layers)):
        x0, y0, x1, y1 = layout.bounds
        assert all(shapely.box(x0, y0, x1, y1).buffer(0.01).covers(shape) for shape in layout.units.values())
        assert shapely.coverage_is_valid(list(layout.units.values()))
        if layout.name == "facing":
            for shape in layout.countries.values():
                left, top, right, bottom = shape.bounds
                assert max(right - left, bottom - top) >= 0.25 * min(x1 - x0, y1 - y0)


def test_a_unit_on_both_sides_of_the_date_line_is_drawn_in_one_piece() -> None:
    layers = _layers(PAIRS["on both sides of the date line"])
    for layout in (facing(layers), geographic(layers)):
        assert shapely.get_num_geometries(layout.units["XA-1"]) == 1


def test_the_map_is_centred_on_the_two_countries_unless_it_is_said_where() -> None:
    layers = _layers(PAIRS["with a shared border"])
    assert (geographic(layers).planes["XA"].lon, geographic(layers).planes["XA"].lat) == (5, 47.5)
    assert geographic(layers, lon=0.0, lat=40.0).planes["XA"].lat == 40


def test_what_does_not_fit_into_half_of_the_globe_is_on_a_map_of_the_world() -> None:
    layout = geographic(_layers(PAIRS["on opposite sides of the globe"]))
    assert layout.planes["XA"].world
    assert layout.place(-65, -35, "XA")[0] != layout.place(115, 35, "XB")[0]


@pytest.mark.parametrize(
    ("metres", "km", "length"), [(150_000, 100, 53.3), (5_000, 5, 80), (3_000, 2, 53.3), (700, 0.5, 57.1)]
)
def test_a_scale_bar_is_as_long_as_a_round_number(metres: float, km: float, length: float) -> None:
    assert longest(80 / metres, 80) == (km, pytest.approx(length, abs=0.05))


def test_tall_countries_have_a_taller_sheet() -> None:
    wide, tall = (
        {"XA-1": shapely.box(0, 50, x, 50 + y), "XB-1": shapely.box(x, 50, 2 * x, 50 + y)}
        for x, y in ((20, 5), (5, 20))
    )
    assert geographic(_layers(wide)).bounds[3] == 480
    assert geographic(_layers(tall)).bounds[3] == 666


def test_a_unit_of_one_part_is_published_as_the_browser_reads_it() -> None:
    layers = _layers({"XA-1": shapely.box(0, 0, 10, 10), "XB-1": shapely.box(20, 0, 30, 10)})
    parts = geojson(facing(layers))
    assert {each["geometry"]["type"] for each in parts["units"]["features"]} == {"MultiPolygon"}
    assert {each["geometry"]["type"] for each in parts["borders"]["features"]} == {"MultiLineString"}
