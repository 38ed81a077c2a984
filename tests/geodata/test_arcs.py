"""Label points, great circles, and the shapes that are published."""

import json
from itertools import pairwise

import pytest
import shapely

from dashboard.loading import CONFIG
from dashboard.published.files import hashed
from geodata.arcs import STRIDE, earth, great_circle, label_point
from geodata.layers import open_layers
from geodata.layout import LAYOUTS, geojson

LAYERS = open_layers(CONFIG / "geodata")
layouts = pytest.mark.parametrize("name", LAYOUTS)


@layouts
def test_a_label_point_lies_inside_its_unit(name: str) -> None:
    for code, shape in LAYOUTS[name](LAYERS).units.items():
        assert shape.contains(shapely.Point(label_point(shape))), code


@layouts
def test_published_shapes_are_small(name: str) -> None:
    layout = LAYOUTS[name](LAYERS)
    files = {part: hashed(part, shape) for part, shape in geojson(layout).items()}
    assert set(files) == {"units", "borders"} | ({"land"} if layout.land else set())
    assert sum(len(files[part].content) for part in ("units", "borders")) < 150_000


@layouts
def test_published_units_are_the_units_of_the_sheet(name: str) -> None:
    layout = LAYOUTS[name](LAYERS)
    features = json.loads(hashed("units", geojson(layout)["units"]).content)["features"]
    assert [feature["id"] for feature in features] == list(layout.units)
    assert features[0]["properties"] == {"code": features[0]["id"], "country": "BY"}
    assert shapely.coverage_is_valid([shapely.geometry.shape(feature["geometry"]) for feature in features])


def test_a_great_circle_is_the_shortest_way_in_even_strides() -> None:
    brest, hefei = (23.72, 52.11), (117.28, 31.86)
    line = great_circle(brest, hefei)
    assert (line[0], line[-1]) == (brest, hefei)
    lengths = [earth().line_length(*zip(a, b, strict=True)) for a, b in pairwise(line)]
    assert sum(lengths) == pytest.approx(earth().line_length((23.72, 117.28), (52.11, 31.86)))
    assert max(lengths) <= STRIDE
    assert len(great_circle((5, 5), (5.1, 5.1))) == 3


def test_a_great_circle_runs_on_past_the_date_line() -> None:
    line = great_circle((170.0, 60.0), (-170.0, 60.0))
    assert line[0] == (170, 60)
    assert line[-1] == (190, 60)
    assert all(0 < east - west < 3 for (west, _), (east, _) in pairwise(line))
