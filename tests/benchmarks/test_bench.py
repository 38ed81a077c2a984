"""The pure parts of the benchmark, by figures worked out by hand."""

from dataclasses import replace

import pytest

from tests.benchmarks.apps import apps, installed, mercator
from tests.benchmarks.bench import never_twice
from tests.benchmarks.report import MEASURES, ahead, spread, table


def test_a_spread_is_the_median_and_the_middle_four_fifths() -> None:
    assert spread([50, 10, 30, 20, 40, 60, 110, 90, 80, 70, 100], "ms") == "60 ms (20–100)"
    assert spread([1.26, 1.26], "kB", 1) == "1.3 kB"
    assert spread([0, 0, 0]) == "0"
    assert spread([7], "ms") == "7 ms"
    assert spread([]) == "–"


def test_the_table_has_a_row_for_each_measure_and_a_column_for_each_program() -> None:
    head, rule, *rows = table({"One": {"filter": [12.0]}, "Other": {"filter": [9.0, 9.0], "hover": [3]}}).splitlines()
    assert head == "|  | One | Other |"
    assert rule == "| --- | --: | --: |"
    assert len(rows) == len(MEASURES)
    assert f"| {MEASURES['filter'].name} | 12 ms | 9 ms |" in rows
    assert f"| {MEASURES['hover'].name} | – | 3 |" in rows


def test_who_lacks_a_measure_is_not_ahead_in_it() -> None:
    others = {"slow": {"filter": [4, 5, 60]}, "other": {"opened": [1]}}
    assert ahead({"filter": [3, 4, 90]}, others, "filter")
    assert not ahead({"filter": [5]}, others, "filter")


def test_clicks_lead_to_a_view_only_once() -> None:
    """A click switches a sector on or off."""
    chosen: set[str] = set()
    seen = {frozenset(chosen)}
    for key in never_twice("abcde", 31):
        chosen ^= {key}
        seen.add(frozenset(chosen))
    assert len(seen) == 32


@pytest.mark.parametrize(
    ("point", "pixels"),
    [((0, 0), (128, 128)), ((-180, 0), (0, 128)), ((90, 85.0511288), (192, 0)), ((0, -85.0511288), (128, 256))],
)
def test_the_world_in_mercator_is_a_square(point: tuple[float, float], pixels: tuple[float, float]) -> None:
    assert mercator(point, 256) == pytest.approx(pixels, abs=1e-4)


def test_a_program_without_its_interpreter_is_left_out() -> None:
    ours, *_ = apps((0, 0))
    assert installed(ours)
    assert not installed(replace(ours, command=lambda _port: ["/nowhere/python", "-m", "there"]))
