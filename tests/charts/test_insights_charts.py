"""The numbers that charts draw and that their downloads hold, for the tiny atlas; and colours that can be read."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.metrics import find_gaps
from dashboard.catalogue.outcomes import harvest_of
from dashboard.charts import insights, palette
from dashboard.charts.grid import Grid, step
from dashboard.loading import CONFIG, load_all
from dashboard.text.phrases import Phrases

THEMES = ("light", "dark")
FRONTEND = Path(__file__).parents[2] / "frontend/src"


@pytest.fixture(scope="module")
def words(tiny) -> Phrases:
    """Texts of the shipped interface, since the tiny atlas has too few for a page."""
    return Phrases(tiny, load_all(CONFIG).translators["en"])


@pytest.fixture(scope="module")
def whole(tiny):
    return select(tiny, Filter())


def contrast(one: str, other: str) -> float:
    def luminance(colour):
        parts = [value / 255 for value in palette.rgba(colour)[:3]]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_matrix_names_units_and_pairs_and_marks_what_is_outside_the_filter(tiny, words):
    chart = insights.matrix(select(tiny, Filter(years=(2024, 2024), years_by="in_force")), words)
    assert chart.lines == (
        ("Aland", "Bland", "Strength of link", "Records"),
        ("Northland", "Eastland", "Twinned", 3),
        ("Southland", "Westland", "Contacts", 1),
    )
    assert chart.grid.numbers == {("XA-N", "XB-E"): 3, ("XA-S", "XB-W"): 1}
    assert chart.pairs[("XA-N", "XB-W")] == "XA-N_XB-W", "without a number it is a ring"
    assert (list(chart.grid.rows.values()), list(chart.grid.columns.values())) == (
        ["Northland", "Southland"],
        ["Eastland", "Westland"],
    )


def test_the_country_with_more_units_gives_the_rows(words, tiny):
    chart = insights.matrix(
        select(tiny, Filter(levels=frozenset({"zone"}))), words
    )  # the link of the port and the park
    assert (chart.grid.corner, chart.grid.numbers) == ("Aland", {("XA-N", "XB-W"): 1})
    shipped = load_all(CONFIG)
    chart = insights.matrix(select(shipped.catalogue, Filter()), Phrases(shipped.catalogue, shipped.translators["en"]))
    assert (chart.grid.corner, len(chart.grid.rows), len(chart.grid.columns)) == ("China", 23, 7)
    assert chart.pairs["CN-CQ", "BY-MI"] == "BY-MI_CN-CQ"


def test_sectors_and_regions_stand_in_the_order_of_their_sums(whole, words):
    assert insights.sectors(whole, "XA", words).lines == (
        ("Sector", "Northland", "whole country", "Total"),
        ("Logistics", 5, 0, 5),
        ("Medicine", 2, 1, 3),
    )


def test_stages_run_from_intent_to_operation(whole, words):
    head = ("Intent", "Agreed", "Operation", "Total")
    assert insights.stages(whole, "XB", words).lines == (("Bland", *head), ("Eastland", 1, 1, 1, 3))
    by_sector = insights.sector_stages(whole, words)
    assert by_sector.lines == (("Sector", *head), ("Logistics", 1, 1, 0, 2), ("Medicine", 0, 0, 1, 1))
    assert by_sector.grid.most == 2


def test_years_run_without_a_gap(whole, words):
    head, agreements, links, events = insights.years(whole, words).lines
    assert head == ("Kind", *(str(year) for year in range(2016, 2025)))
    assert agreements == ("Agreements", 1, 1, 0, 0, 0, 0, 0, 0, 0)
    assert links == ("Local and institutional ties", 0, 0, 0, 1, 1, 0, 1, 0, 0)
    assert events == ("Events", 1, 0, 0, 0, 0, 0, 0, 0, 1)


def test_outcomes_and_gaps_can_be_taken_along(whole, words):
    found = insights.outcome_lines(harvest_of(whole), words)
    assert found == (
        ("Pairs", "Agreement", "Signed", "In force", "Intent", "Agreed", "Operation"),
        ("Northland – Eastland", "Twinning", "March 2017", "", 0, 0, 1),
        ("Northland – Eastland", "Memorandum", "November 2016", "November 2016 – 2018", 0, 0, 0),
        ("Aland – Eastland", "Memorandum of the country", "", "until 2023", 0, 0, 0),
    )
    gaps = insights.gap_lines(find_gaps(whole, "XA"), words)
    assert gaps == (("Kind", "Name", "Sector"), ("Regions without any tie", "Southland", ""))


def test_charts_are_shared_between_two_columns_of_about_equal_height():
    """A chart of 20 rows is about as high as three of 2, since each has a headline and notes."""

    def chart(name, rows):
        grid = Grid("", {str(n): "" for n in range(rows)}, {}, {})
        return insights.Chart(name, (), ("Headline", ""), grid, grid.lines())

    long, *short = [chart("matrix", 20), chart("sectors", 2), chart("sectors", 2), chart("sectors", 2)]
    assert insights.in_columns([long, *short]) == ([long], short)
    even = [chart("matrix", 2), chart("sectors", 2)]
    assert insights.in_columns(even) == ([even[0]], [even[1]])


def test_an_empty_view_draws_nothing_and_breaks_nothing(tiny, words):
    view = select(tiny, Filter(text="zeppelin"))
    charts = [
        insights.matrix(view, words),
        insights.sectors(view, "XA", words),
        insights.stages(view, "XA", words),
        insights.sector_stages(view, words),
        insights.years(view, words),
    ]
    assert [(chart.finding, len(chart.lines), chart.grid.most) for chart in charts] == [(None, 1, 1)] * 5


def test_shades_begin_at_one_and_step_up():
    assert [step(number) for number in (0, 1, 4, 5, 19, 20, 50, 999)] == [0, 1, 1, 2, 2, 3, 4, 4]


def style(file: str) -> str:
    return (FRONTEND / file).read_text(encoding="utf-8")


def colour(rule: str, theme: str) -> str:
    """The colour of a theme in `light-dark(…, …)`, as #rrggbb."""
    pair = re.search(r"light-dark\((#\w+|var\((--\w+)\)), (#\w+)\)", rule)
    found = pair[3] if theme == "dark" else declared(pair[2], theme) if pair[2] else pair[1]
    return found if len(found) == 7 else "#" + "".join(2 * digit for digit in found[1:])


def declared(name: str, theme: str) -> str:
    """The colour of a token."""
    return colour(re.search(rf"{name}: (.*);", style("page/tokens.css"))[1], theme)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", [f"step-{n}" for n in range(1, 5)] + [f"stage-{n}" for n in range(4)])
def test_numbers_are_legible_on_every_step_and_stage(theme, name):
    if name.startswith("step"):
        below = declared(f"--{name}", theme)
    else:
        below = colour(re.search(rf"\.{name} {{ --stage: (.*); }}", style("panel/panel.css"))[1], theme)
    own = re.search(rf"\.{name} {{ [^}}]*\bcolor: (.*); }}", style("panel/charts.css").split("@media")[0])
    ink = colour(own[1], theme) if own else declared("--ink", theme)
    assert contrast(below, ink) >= 4.5, (below, ink)


@pytest.mark.parametrize("theme", THEMES)
def test_steps_of_charts_are_those_of_the_map_and_get_further_from_the_ground(theme):
    steps = [declared(f"--step-{n}", theme) for n in (1, 2, 3, 4)]
    assert tuple(steps) == palette.GROUNDS[theme].fills
    paper = declared("--paper", theme)
    assert all(contrast(a, paper) < contrast(b, paper) for a, b in pairwise(steps))


@pytest.mark.parametrize("theme", THEMES)
def test_the_two_sides_of_a_comparison_stand_out_from_the_ground_and_neither_is_red(theme):
    paper, teal = (declared(name, theme) for name in ("--paper", "--teal"))
    assert contrast(teal, paper) >= 4.5
    red, green, _, _ = palette.rgba(teal)
    assert red < green


@pytest.mark.parametrize("theme", THEMES)
def test_quiet_names_on_the_map_can_be_read_on_whatever_lies_below_them(theme):
    pattern = r"--dm-muted: color-mix\(in srgb, var\(--dm-text\) (\d+)%, var\(--dm-background\)\)"
    [share] = re.findall(pattern, style("map/map.css"))
    ground = palette.GROUNDS[theme]
    parts = zip(palette.rgba(ground.ink)[:3], palette.rgba(ground.border)[:3], strict=True)  # of the page as well
    quiet = "#" + "".join(f"{round((ink * int(share) + paper * (100 - int(share))) / 100):02x}" for ink, paper in parts)
    for below in (ground.border, ground.land, ground.tied, ground.untied):
        assert contrast(quiet, below) >= 4.5
