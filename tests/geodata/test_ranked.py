"""The ranked layout: a row for each unit in the given order, and lines that cross no more often than they must."""

import math
from itertools import combinations, pairwise

import pytest
import shapely

from dashboard.catalogue.metrics import rank_units
from dashboard.loading import CONFIG, load_all
from geodata.arcs import Pair
from geodata.arrange import ASPECTS
from geodata.layout import Layout
from geodata.ranked import curves, ranked
from geodata.routes import Routes

CATALOGUE = load_all(CONFIG).catalogue
COLUMNS = rank_units(CATALOGUE)
COUNTRIES = tuple(CATALOGUE.atlas.countries)
PAIRS = [pair.sides for pair in CATALOGUE.pairs.values() if pair.regional]
aspects = pytest.mark.parametrize("aspect", ASPECTS)


def drawn(layout: Layout) -> dict[str, tuple[float, float, float, float]]:
    return {code: shape.bounds for code, shape in layout.units.items()}


def lines(found: Routes) -> dict[Pair, shapely.LineString]:
    return {pair: shapely.LineString([found.nodes[node] for node in way]) for pair, way in found.ways.items()}


def test_those_with_the_most_records_stand_at_the_top() -> None:
    """Records of the files in config/relations that name a unit, counted by hand; Shandong and Tianjin have 22 each."""
    rows = ranked(COUNTRIES, COLUMNS).rows
    left, right = ([code for code in rows if code.startswith(country)] for country in ("BY", "CN"))
    for column in (left, right):
        assert sorted(column, key=lambda code: rows[code].end[1]) == column
    assert [(code, rows[code].number) for code in left[:3]] == [("BY-HM", 88), ("BY-MI", 78), ("BY-VI", 48)]
    assert [(code, rows[code].number) for code in right[:4]] == [
        ("CN-CQ", 42),
        ("CN-BJ", 26),
        ("CN-SD", 22),
        ("CN-TJ", 22),
    ]


@aspects
def test_every_unit_has_one_row_on_the_sheet_in_the_column_of_its_country(aspect: str) -> None:
    layout = ranked(COUNTRIES, COLUMNS, aspect=aspect)
    _, _, width, height = layout.bounds
    assert width / height == pytest.approx(ASPECTS[aspect].ratio, rel=1e-4)
    assert layout.units.keys() == layout.rows.keys() == CATALOGUE.units.keys()
    assert {country: shape.bounds[0] * 2 < width for country, shape in layout.countries.items()} == {
        "BY": True,
        "CN": False,
    }
    for x0, y0, x1, y1 in drawn(layout).values():
        assert 0 < x0 < x1 < width
        assert 0 <= y0 < y1 <= height
    assert not any(a.intersects(b) for a, b in combinations(layout.units.values(), 2))


@aspects
def test_rows_of_a_column_have_equal_distances_and_those_of_the_longer_one_fill_the_sheet(aspect: str) -> None:
    layout = ranked(COUNTRIES, COLUMNS, aspect=aspect)
    for column in COLUMNS:
        at = [layout.rows[code].end[1] for code, _ in column]
        steps = [b - a for a, b in pairwise(at)]
        assert min(steps) == pytest.approx(max(steps))
        assert min(steps) >= layout.rows[column[0][0]].height - 1e-9, "names of neighbours do not touch"
    assert at[-1] - at[0] > 0.8 * layout.bounds[3]


def test_bars_are_as_long_as_their_numbers() -> None:
    rows = ranked(COUNTRIES, ((("BY-MI", 40), ("BY-BR", 10)), (("CN-CQ", 20), ("CN-GS", 0)))).rows
    bars = {code: abs(row.end[0] - row.name[0]) for code, row in rows.items()}
    assert bars["BY-MI"] == pytest.approx(4 * bars["BY-BR"]) == pytest.approx(2 * bars["CN-CQ"])
    assert bars["CN-GS"] > 0, "can be pointed at"
    assert rows["BY-MI"].name[0] < rows["BY-MI"].end[0], "grows towards the middle"
    assert rows["CN-CQ"].end[0] < rows["CN-CQ"].name[0]


def test_a_table_without_records_can_be_drawn() -> None:
    layout = ranked(COUNTRIES, ((("BY-MI", 0),), (("CN-CQ", 0), ("CN-GS", 0))))
    assert all(shape.area > 0 for shape in layout.units.values())
    assert curves(layout, []) == Routes((), {})


@aspects
def test_lines_end_at_the_tips_of_bars_and_are_finite(aspect: str) -> None:
    layout = ranked(COUNTRIES, COLUMNS, aspect=aspect)
    found = curves(layout, PAIRS)
    assert set(found.ways) == set(PAIRS)
    assert all(math.isfinite(value) for node in found.nodes for value in node)
    for (a, b), way in found.ways.items():
        for code, node in ((a, way[0]), (b, way[-1])):
            assert found.nodes[node] == pytest.approx(layout.rows[code].end, abs=0.051)
            assert layout.units[code].distance(shapely.Point(found.nodes[node])) < 0.1
    assert curves(layout, PAIRS[::-1]) == found


def test_two_lines_cross_once_if_they_must_and_else_never() -> None:
    layout = ranked(COUNTRIES, COLUMNS)
    at = {code: row.end[1] for code, row in layout.rows.items()}
    for ((a, b), first), ((c, d), second) in combinations(lines(curves(layout, PAIRS)).items(), 2):
        if a != c and b != d:
            must = (at[a] < at[c]) != (at[b] < at[d])
            assert len(shapely.get_coordinates(first.intersection(second))) == must, (a, b, c, d)


def test_a_mirrored_order_has_mirrored_lines() -> None:
    """The frame of tall windows is the same on both sides."""
    there = lines(curves(ranked(COUNTRIES, COLUMNS, aspect="tall"), PAIRS))
    back = lines(curves(ranked(COUNTRIES[::-1], COLUMNS[::-1], aspect="tall"), [(b, a) for a, b in PAIRS]))
    for a, b in PAIRS:
        mirrored = shapely.transform(back[b, a], lambda points: (1000, 0) + points * (-1, 1))
        assert shapely.hausdorff_distance(mirrored, there[a, b]) < 0.2
