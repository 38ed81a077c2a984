"""Vega-Lite charts of the insights and compare pages for the tiny atlas: data, legibility and descriptions."""

import json
import re
from pathlib import Path

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.charts import insights, palette
from dashboard.charts.comparison import comparison_spec
from dashboard.loading import CONFIG, load_all
from dashboard.text.translator import Translator

THEMES = ("light", "dark")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def t() -> Translator:
    """Texts of the shipped interface, since the tiny atlas has too few for a page."""
    return load_all(CONFIG).translators["en"]


def values(spec):
    """Data of the first layer."""
    return spec["datasets"][spec.get("data", spec["layer"][0].get("data"))["name"]]


def contrast(one: str, other: str) -> float:
    def luminance(colour):
        parts = [value / 255 for value in palette.rgba(colour)[:3]]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_matrix_names_units_and_is_picked_by_pair(tiny, t):
    view = select(tiny, Filter(years=(2024, 2024), years_by="in_force"))
    spec = insights.matrix_spec(view, t, "light")
    drawn = {(v["row"], v["column"]): (v["shown"], v["what"], v["pair"]) for v in values(spec) if v["colour"]}
    assert drawn == {
        ("Northland", "Eastland"): ("3", "Twinned", "XA-N_XB-E"),
        ("Southland", "Westland"): ("1", "Contacts", "XA-S_XB-W"),
    }
    (outside,) = [v for v in values(spec) if not v["colour"]]
    assert (outside["name"], outside["shown"]) == ("Northland – Westland", "0")
    assert [(param["name"], param["select"]["fields"]) for param in spec["params"]] == [("cell", ["pair"])]
    assert insights.matrix_spec(view, t, "light") is spec


def test_every_square_of_the_matrix_has_the_colour_of_its_entry_in_the_legend(t):
    """Those of pairs whose date is not known too, though their tooltip says more than the legend."""
    catalogue = load_all(CONFIG).catalogue
    spec = insights.matrix_spec(select(catalogue, Filter()), t, "light")
    scale = spec["layer"][0]["encoding"]["color"]["scale"]
    colours = dict(zip(scale["domain"], scale["range"], strict=True))
    drawn = [value for value in values(spec) if value["colour"]]
    assert {value["what"] for value in drawn} > {"Twinned", "Twinned, date not known"}
    assert all(colours[value["entry"]] == value["colour"] for value in drawn)


def test_no_code_is_shown(tiny, t):
    view = select(tiny, Filter())
    specs = [
        insights.sectors_spec(view, "XA", t, "light"),
        insights.stages_spec(view, "XB", t, "light"),
        insights.sector_stages_spec(view, t, "light"),
        insights.years_spec(view, t, "light"),
    ]
    text = json.dumps(specs)
    assert "XA" not in text
    assert "XB" not in text
    assert "operation" not in text.replace("Operation", "")


def test_sectors_and_regions_stand_in_the_order_of_their_sums(tiny, t):
    spec = insights.sectors_spec(select(tiny, Filter()), "XA", t, "light")
    encoding = spec["layer"][0]["encoding"]
    assert encoding["y"]["scale"]["domain"] == ["Logistics", "Medicine"]
    assert encoding["x"]["scale"]["domain"] == ["Northland", "whole country"]


def test_stages_are_stacked_from_intent_to_operation(tiny, t):
    spec = insights.sector_stages_spec(select(tiny, Filter()), t, "light")
    parts = [(v["label"], v["part"], v["n"], v["rank"]) for v in values(spec)]
    assert parts == [
        ("Logistics", "Intent", 1, 0),
        ("Logistics", "Agreed", 1, 1),
        ("Medicine", "Operation", 1, 2),
    ]


def test_the_best_year_of_each_kind_is_as_high_as_that_of_another(tiny, t):
    bars = values(insights.years_spec(select(tiny, Filter()), t, "light"))
    heights = {kind: max(v["top"] - v["foot"] for v in bars if v["kind"] == kind) for kind in {v["kind"] for v in bars}}
    assert len(heights) == 3
    assert all(height == pytest.approx(insights.TALLEST_BAR) for height in heights.values())
    assert {(v["year"], v["n"]) for v in bars if v["foot"] == 2} == {("2016", "1"), ("2017", "1")}


def test_an_empty_view_draws_nothing_and_breaks_nothing(tiny, t):
    view = select(tiny, Filter(text="zeppelin"))
    charts = [
        insights.matrix_spec(view, t, "dark"),
        insights.sectors_spec(view, "XA", t, "dark"),
        insights.years_spec(view, t, "dark"),
    ]
    for spec in charts:
        assert not any(spec.get("datasets", {}).values())


def test_versus_goes_both_ways_on_one_scale(t):
    spec = comparison_spec((("Medicine", (3, 1)), ("Trade", (0, 8))), ("North", "South"), "Sector", t, "light")
    assert [(v["name"], v["at"]) for v in values(spec)] == [("North", -3), ("South", 1), ("North", 0), ("South", 8)]
    low, high = spec["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert low == -high
    assert high > 8


@pytest.mark.parametrize("theme", THEMES)
def test_numbers_are_legible_on_every_square(tiny, theme):
    colours = [palette.shade(entry.colour, theme) for entry in tiny.kinds.closeness.values()]
    for colour in (*colours, *palette.GROUNDS[theme].fills):
        assert contrast(colour, palette.ink_on(colour)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_quiet_names_on_the_map_can_be_read_on_whatever_lies_below_them(theme):
    style = (ROOT / "frontend/src/map/map.css").read_text(encoding="utf-8")
    [share] = re.findall(r"--dm-muted: color-mix\(in srgb, var\(--dm-text\) (\d+)%, var\(--dm-background\)\)", style)
    ground = palette.GROUNDS[theme]
    parts = zip(palette.rgba(ground.ink)[:3], palette.rgba(ground.border)[:3], strict=True)  # of the page as well
    quiet = "#" + "".join(f"{round((ink * int(share) + paper * (100 - int(share))) / 100):02x}" for ink, paper in parts)
    for below in (ground.border, ground.land, ground.tied, ground.untied):
        assert contrast(quiet, below) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_steps_differ_in_lightness_alone(theme):
    first, second, third, rest = palette.ramp(4, theme)
    assert contrast(first, second) > 1.7
    assert contrast(second, third) > 2
    assert rest == palette.GROUNDS[theme].quiet
