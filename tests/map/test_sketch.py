"""The first picture of the map: every unit in its place on each sheet, in whole numbers and few of them."""

import re

import pytest

from dashboard.charts.palette import GROUNDS
from dashboard.loading import CONFIG, load_all
from dashboard.map.layouts import layouts
from dashboard.map.sketch import sketch

CATALOGUE = load_all(CONFIG).catalogue
DRAWN = sketch(CATALOGUE)


def box(country):
    """The corners of a country in whole map units of the first sheet."""
    points = []
    for area in DRAWN.countries[country]:
        for ring in area.path.split("z")[:-1]:
            x, y, *steps = map(int, re.findall(r"-?\d+", ring))
            points.append((x, y))
            for dx, dy in zip(steps[::2], steps[1::2], strict=True):
                x, y = x + dx, y + dy
                points.append((x, y))
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("country", ["BY", "CN"])
def test_a_country_lies_where_the_map_draws_it(country, number):
    layout, sheet = layouts(CATALOGUE, "facing")[number], DRAWN.sheets[number]
    dx, dy, scale = map(float, re.findall(r"-?[\d.]+", sheet.transforms[country]))
    moved = [value * scale + shift for value, shift in zip(box(country), (dx, dy, dx, dy), strict=True)]
    assert moved == pytest.approx(layout.countries[country].bounds, abs=1)
    assert (0, 0, sheet.width, sheet.height) == layout.bounds


def test_a_sheet_fits_rooms_up_to_the_geometric_mean_of_its_proportions_and_the_next():
    """1.50, 1.12 and 0.80: the roots of 1.68 and of 0.896."""
    spans = [(sheet.low, sheet.high) for sheet in DRAWN.sheets]
    assert spans == [
        (pytest.approx(1.2961, abs=1e-4), 1e6),
        (pytest.approx(0.9466, abs=1e-4), spans[0][0]),
        (0, spans[1][0]),
    ]


def test_units_are_in_two_tones_by_whether_they_have_ties():
    """All seven units of Belarus have some: one outline."""
    (tied, untied), chinese = DRAWN.countries["BY"], DRAWN.countries["CN"]
    assert (tied.light, tied.dark) == (GROUNDS["light"].tied, GROUNDS["dark"].tied)
    assert (tied.path.count("z"), untied.path) == (1, "")
    assert all(area.path for area in chinese)


def test_the_picture_is_small():
    assert sum(len(area.path) for areas in DRAWN.countries.values() for area in areas) < 9_000
