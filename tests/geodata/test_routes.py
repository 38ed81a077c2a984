"""Ways of lines: from label point to label point, together, round what they do not concern, the same for any order."""

import itertools
import math
from collections import Counter
from itertools import combinations, pairwise

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.loading import CONFIG, load_all
from geodata.arcs import Pair, label_point
from geodata.arrange import ASPECTS, Box
from geodata.layout import Layout, Plane, facing, geographic
from geodata.routes import Routes, routes

CATALOGUE = load_all(CONFIG).catalogue
LAYERS = CATALOGUE.layers
SHEETS = {"geographic": geographic(LAYERS), **{aspect: facing(LAYERS, aspect=aspect) for aspect in ASPECTS}}
SHIPPED = [pair.sides for pair in CATALOGUE.pairs.values() if pair.regional]
sheets = pytest.mark.parametrize("sheet", SHEETS)


def laid_out(units: dict[str, BaseGeometry], bounds: Box = (0, 0, 1000, 600)) -> Layout:
    """A sheet with the units of two countries, A and B."""
    countries = {c: shapely.union_all([shape for code, shape in units.items() if code[0] == c]) for c in "AB"}
    planes = {c: Plane(lon, 0) for c, lon in (("A", 0), ("B", 1))}
    borders = shapely.union_all([shape.boundary for shape in units.values()])
    return Layout("small", bounds, planes, units, {code: code[0] for code in units}, countries, borders, None, ())


def tiles(country: str, left: float, top: float, size: float, across: int, down: int) -> dict[str, BaseGeometry]:
    """A country of square units, numbered row by row from 1."""
    places = itertools.product(range(down), range(across))
    return {
        f"{country}-{n}": shapely.box(left + i * size, top + j * size, left + (i + 1) * size, top + (j + 1) * size)
        for n, (j, i) in enumerate(places, 1)
    }


SMALL = laid_out(tiles("A", 20, 150, 100, 3, 3) | tiles("B", 500, 100, 120, 4, 4))
EDGES = [
    ("A-1", "B-3"),
    ("A-1", "B-4"),
    ("A-5", "B-4"),
    ("A-5", "B-8"),
    ("A-7", "B-12"),
    ("A-9", "B-16"),
    ("A-9", "B-4"),
]
STACKED = laid_out(tiles("A", 300, 20, 80, 4, 2) | tiles("B", 200, 330, 90, 6, 3))
DOWN = [("A-1", "B-1"), ("A-2", "B-9"), ("A-6", "B-18"), ("A-6", "B-13"), ("A-8", "B-1"), ("A-8", "B-12")]
CASES = {name: (sheet, SHIPPED) for name, sheet in SHEETS.items()} | {
    "small": (SMALL, EDGES),
    "stacked": (STACKED, DOWN),
}
cases = pytest.mark.parametrize(("layout", "pairs"), CASES.values(), ids=CASES)


def lines(found: Routes) -> dict[Pair, shapely.LineString]:
    return {pair: shapely.LineString([found.nodes[node] for node in way]) for pair, way in found.ways.items()}


def length_over(shapes: list[BaseGeometry], drawn: list[shapely.LineString]) -> float:
    """The part of all lines that runs over some shapes."""
    whole = shapely.union_all(shapes)
    return sum(line.intersection(whole).length for line in drawn) / sum(line.length for line in drawn)


@cases
def test_every_way_joins_two_label_points(layout: Layout, pairs: list[Pair]) -> None:
    found = routes(layout, pairs)
    assert set(found.ways) == set(pairs)
    for (a, b), way in found.ways.items():
        for code, node in ((a, way[0]), (b, way[-1])):
            assert found.nodes[node] == pytest.approx(label_point(layout.units[code]), abs=0.051)
        assert len(set(way)) == len(way), "no way comes back to where it was"


@cases
def test_ways_are_finite_and_stay_on_the_sheet(layout: Layout, pairs: list[Pair]) -> None:
    found = routes(layout, pairs)
    assert all(math.isfinite(value) and round(value, 1) == value for node in found.nodes for value in node)
    sheet = shapely.box(*layout.bounds)
    assert all(sheet.covers(line) for line in lines(found).values())


@cases
def test_order_changes_nothing(layout: Layout, pairs: list[Pair]) -> None:
    other = Layout(**{**vars(layout), "units": dict(reversed(layout.units.items()))})
    assert routes(other, [*pairs[1::2], *pairs[::-2], *pairs]) == routes(layout, pairs)


@cases
def test_a_mirrored_sheet_has_mirrored_ways(layout: Layout, pairs: list[Pair]) -> None:
    mirrored = Layout(
        **{
            **vars(layout),
            "units": {code: shapely.transform(shape, lambda p: p * (-1, 1)) for code, shape in layout.units.items()},
            "bounds": flipped(layout.bounds),
            "blocked": tuple(flipped(box) for box in layout.blocked),
        }
    )
    there, here = lines(routes(mirrored, pairs)), lines(routes(layout, pairs))
    back = {pair: shapely.transform(line, lambda p: p * (-1, 1)) for pair, line in there.items()}
    assert max(shapely.hausdorff_distance(back[pair], here[pair]) for pair in pairs) <= 2


def flipped(box: Box) -> Box:
    x0, y0, x1, y1 = box
    return -x1, y0, -x0, y1


@cases
def test_lines_keep_clear_of_units_without_lines(layout: Layout, pairs: list[Pair]) -> None:
    busy = {code for pair in pairs for code in pair}
    bare = [shape for code, shape in layout.units.items() if code not in busy]
    found = lines(routes(layout, pairs))
    straight = [shapely.LineString([line.coords[0], line.coords[-1]]) for line in found.values()]
    assert length_over(bare, list(found.values())) <= length_over(bare, straight) / 2


@cases
def test_no_detour_is_long(layout: Layout, pairs: list[Pair]) -> None:
    for (a, b), line in lines(routes(layout, pairs)).items():
        assert line.length <= 1.5 * math.dist(line.coords[0], line.coords[-1]), (a, b)


@cases
def test_lines_of_a_unit_leave_together(layout: Layout, pairs: list[Pair]) -> None:
    ways = routes(layout, pairs).ways
    for source in {a for a, _ in pairs}:
        mine = [way for (a, _), way in ways.items() if a == source]
        seconds = Counter(way[1] for way in mine if len(way) > 6)
        assert len(seconds) <= 1, source


@cases
def test_two_lines_meet_at_most_three_times(layout: Layout, pairs: list[Pair]) -> None:
    for one, other in combinations(lines(routes(layout, pairs)).values(), 2):
        shared = shapely.line_merge(shapely.intersection(one, other, grid_size=0.1))
        assert len(shapely.get_parts(shared)) <= 4, "three, and one where they begin or end"


@sheets
def test_lines_run_together_on_the_shipped_sheets(sheet: str) -> None:
    found = routes(SHEETS[sheet], SHIPPED)
    used = Counter(frozenset(edge) for way in found.ways.values() for edge in pairwise(way))
    assert sum(n for n in used.values() if n > 1) > 0.6 * sum(used.values())


@sheets
def test_shipped_lines_hardly_touch_units_without_lines(sheet: str) -> None:
    busy = {code for pair in SHIPPED for code in pair}
    bare = [shape for code, shape in SHEETS[sheet].units.items() if code not in busy]
    assert length_over(bare, list(lines(routes(SHEETS[sheet], SHIPPED)).values())) <= 0.03


def test_a_lone_line_to_a_neighbour_is_nearly_straight() -> None:
    (line,) = lines(
        routes(laid_out({"A-1": shapely.box(0, 0, 300, 300), "B-1": shapely.box(300, 0, 900, 300)}), [("A-1", "B-1")])
    ).values()
    assert line.length <= 1.05 * math.dist(line.coords[0], line.coords[-1])


def test_a_line_goes_round_a_unit_that_it_does_not_concern() -> None:
    units = {
        "A-1": shapely.box(0, 250, 100, 350),
        "B-1": shapely.box(800, 250, 900, 350),
        "B-2": shapely.box(400, 100, 500, 400),
    }
    (line,) = lines(routes(laid_out(units), [("A-1", "B-1")])).values()
    assert not line.intersects(units["B-2"])


def test_ends_too_near_for_the_mesh_are_joined_straight() -> None:
    units = {"A-1": shapely.box(300, 200, 304, 204), "B-1": shapely.box(304, 200, 308, 204)}
    assert routes(laid_out(units), [("A-1", "B-1")]) == Routes(((302, 202), (306, 202)), {("A-1", "B-1"): (0, 1)})


def test_islands_are_reached_from_their_largest_part() -> None:
    islands = shapely.union(shapely.box(700, 100, 710, 110), shapely.box(800, 400, 900, 500))
    found = routes(laid_out({"A-1": shapely.box(0, 0, 100, 100), "B-1": islands}), [("A-1", "B-1")])
    assert found.nodes[found.ways["A-1", "B-1"][-1]] == pytest.approx((850, 450), abs=1)


def test_no_pairs_have_no_ways() -> None:
    assert routes(SMALL, []) == Routes((), {})
