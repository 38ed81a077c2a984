"""The build on a toy world of two invented neighbours: units, surrounding land, and borders without gaps."""

import hashlib
import io
import json
import math
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest
import shapely

from geodata.build import build, mosaic, simplified, tolerances_of, window_of
from geodata.fetch import SOURCE, Unreachable, source_bytes
from geodata.layers import open_layers
from geodata.units import Row, Rule, find_units, read_rows, rule_of, shipped_rules, told

ATLAS = """
countries:
  XB:
    admin0: [BBB, DDD]
    units: {dissolve: {by: adm0_a3, codes: {DDD: XB-D}}}
    tolerance: {overview: 0.02, closeup: 0.02}
  XA:
    admin0: [AAA]
    tolerance: {overview: 0.3, closeup: 0.3}
map: {land: {window: [-1, -1, 9, 4], tolerance: {overview: 0.5, closeup: 0.5}}}
"""
LAKE = shapely.box(7, 1, 7.5, 2)
DISSOLVE = Rule("adm0_a3", {"DDD": "XB-D"})


def _wavy(x: float) -> list[tuple[float, float]]:
    """Return a winding line from south to north near x, straight at its ends."""
    return [(x + 0.1 * math.sin(7 * y) * (0 < y < 3), y) for y in (i / 50 for i in range(151))]


def _strip(left: float, right: float) -> shapely.Polygon:
    return shapely.Polygon(_wavy(left) + _wavy(right)[::-1])


def _row(admin0: str, code: str, shape: shapely.Geometry, **facts: object) -> Row:
    return Row(code, admin0, {"adm0_a3": admin0, "iso_3166_2": code, "name": code, **facts}, shape)


@pytest.fixture
def world() -> list[Row]:
    """Strips from west to east: XA-1, XA-2, XB-1, then two parts of XB-D, a nameless part of XB, a foreign country."""
    rows = [
        ("AAA", "XA-1"), ("AAA", "XA-2"), ("BBB", "XB-1"), ("DDD", "DD-1"), ("DDD", "DD-X2~"), ("BBB", "XB-X9~"),
        ("CCC", "CC-1"), ("CCC", "CC-2"),
    ]  # fmt: skip
    return [_row(*row, _strip(x, x + 1)) for x, row in enumerate(rows)]


def _tiled(world: list[Row]) -> tuple[dict[str, dict[str, shapely.Geometry]], shapely.Geometry, shapely.Geometry]:
    units = {
        "XB": find_units(world, "XB", ["BBB", "DDD"], DISSOLVE).shapes,
        "XA": find_units(world, "XA", ["AAA"], Rule()).shapes,
    }
    return mosaic(units, [row.shape for row in world], LAKE, [-1, -1, 9, 4])


def test_mosaic_sorts_units_from_land(world: list[Row]) -> None:
    units, land, sea = _tiled(world)
    assert {country: [*shapes] for country, shapes in units.items()} == {"XB": ["XB-1", "XB-D"], "XA": ["XA-1", "XA-2"]}
    assert units["XB"]["XB-D"].equals(world[3].shape.union(world[4].shape))
    assert land.covers(world[5].shape.buffer(-1e-9)), "what has no ISO code is land"
    assert not land.intersects(LAKE.buffer(-0.01))
    own = [shape for shapes in units.values() for shape in shapes.values()]
    assert shapely.area([*own, land, sea]).sum() == pytest.approx(10 * 5), "no gaps, no overlaps"


def test_neighbours_of_unlike_tolerance_keep_their_seam_shut(world: list[Row]) -> None:
    units, land, sea = _tiled(world)
    thinner, around = simplified(units, land, sea, {"XB": 0.02, "XA": 0.3}, 0.5)
    found = {code: shape for shapes in thinner.values() for code, shape in shapes.items()}
    assert shapely.coverage_is_valid([*found.values(), around])
    assert shapely.is_valid([*found.values(), around]).all()
    points = {code: shapely.get_num_coordinates(shape) for code, shape in found.items()}
    assert points["XA-1"] < points["XB-D"] < shapely.get_num_coordinates(units["XB"]["XB-D"])


def test_what_is_written_is_read_as_it_was(world: list[Row], tmp_path: Path) -> None:
    (tmp_path / "atlas.yaml").write_text(ATLAS, "utf-8")
    build(tmp_path, world)
    layers = open_layers(tmp_path / "geodata")
    assert layers.problem is None
    assert {country: list(codes) for country, codes in layers.units().items()} == {
        "XB": ["XB-1", "XB-D"],
        "XA": ["XA-1", "XA-2"],
    }
    assert layers.unit_at(3.5, 1.5) == layers.unit_at(4.5, 1.5) == "XB-D"
    assert layers.land().contains(shapely.Point(5.5, 1.5))


def test_rows_that_are_no_units_are_told_with_the_reason() -> None:
    def at(x: float) -> shapely.Polygon:
        return shapely.box(x, 0, x + 1, 1)

    rows = [
        _row("AAA", "XA-1", at(0), name="One"), _row("AAA", "XA-1", at(1), name="Uno"), _row("AAA", "XA-2", at(2)),
        _row("BBB", "XA-4", at(3)), _row("AAA", "XA-3~", at(4)), _row("AAA", "XB-9", at(5)), _row("BBB", "XB-1", at(7)),
        _row("AAA", "XA-5", at(60)),
    ]  # fmt: skip
    found = find_units(rows, "XA", ["AAA"], Rule(rename={"XA-2": "XA-7"}))
    assert list(found.shapes) == ["XA-1", "XA-4", "XA-7"]
    assert {(loss.what, loss.code) for loss in found.losses} == {
        ("doubled", "XA-1"), ("dropped", "XA-3~"), ("dropped", "XB-9"), ("merged", "XA-4"), ("far", "XA-5"),
    }  # fmt: skip
    assert "  doubled: XA-1 (One, Uno): stand under one code and are one unit" in told("XA", found)
    kept = find_units(rows, "XA", ["AAA"], Rule(include=["XA-3~", "XA-5", "XB-9"], exclude=["XA-2"]))
    assert list(kept.shapes) == ["XA-1", "XA-3", "XA-4", "XA-5", "XB-9"]


def test_a_country_without_any_code_of_iso_has_units_all_the_same() -> None:
    found = find_units([_row("AAA", "XA-X01~", LAKE)], "XA", ["AAA"], Rule())
    assert list(found.shapes) == ["XA-X01"]
    assert [loss.what for loss in found.losses] == ["guessed"]


def test_every_shipped_rule_is_one_of_the_atlas() -> None:
    for country, units in shipped_rules().items():
        assert len(country) == 2
        rule = rule_of(units)
        assert units.keys() <= {"admin0", "dissolve", "rename", "include", "exclude", "names", "note"}
        assert all(code.startswith(f"{country}-") for code in (*rule.codes.values(), *rule.rename.values()))
        assert all(code.startswith(f"{country}-") for code in units.get("names", {}))


def test_a_window_is_the_whole_circle_for_a_country_on_both_its_ends() -> None:
    assert window_of([shapely.box(10, 0, 20, 10)]) == [-10, -20, 40, 30]
    assert window_of([shapely.box(170, -20, 180, -10), shapely.box(-180, -20, -170, -10)])[::2] == [-180, 180]


def test_small_countries_are_drawn_finer() -> None:
    small, large = (tolerances_of([shapely.box(0, 0, size, size)]) for size in (0.1, 30))
    assert small["closeup"] <= 0.0002 < 0.01 < large["closeup"]


def test_a_source_is_taken_from_a_copy_and_refused_if_it_is_another(tmp_path: Path) -> None:
    content = json.dumps({"features": []}).encode()
    known = replace(SOURCE, sha256=hashlib.sha256(content).hexdigest())
    (tmp_path / "build.json").write_bytes(content)
    with tarfile.open(tmp_path / "copy.tgz", "w:gz") as tar:
        info = tarfile.TarInfo(known.member)
        info.size = len(content)
        tar.addfile(info, io.BytesIO(content))
    assert source_bytes(tmp_path / "build.json", known) == source_bytes(tmp_path / "copy.tgz", known) == content
    with pytest.raises(ValueError, match=r"copy\.tgz is not package/data/build\.json"):
        source_bytes(tmp_path / "copy.tgz")
    with pytest.raises(Unreachable, match="does not exist"):
        source_bytes(tmp_path / "none.tgz")


def test_rows_are_read_with_their_shapes() -> None:
    facts = {"iso_3166_2": "XA-1", "adm0_a3": "AAA"}
    feature = {"type": "Feature", "properties": facts, "geometry": shapely.geometry.mapping(LAKE)}
    [row] = read_rows(json.dumps({"type": "FeatureCollection", "features": [feature]}).encode())
    assert (row.code, row.admin0) == ("XA-1", "AAA")
    assert row.shape.equals(LAKE)
