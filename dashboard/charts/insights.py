"""The charts of the insights page: matrix of units, sectors by region, stages of projects, activity by year."""

from __future__ import annotations

from math import ceil, sqrt
from typing import Any, NamedTuple

import altair as alt

from dashboard.catalogue import metrics
from dashboard.catalogue.filtering import View
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.charts.palette import GROUNDS, Theme, fill, ink_on, ramp, shade
from dashboard.charts.vega import FONT_SIZE, LINE_HEIGHT, finish_spec, text_width, tooltips
from dashboard.text.phrases import Phrases
from dashboard.text.terms import bond_title
from dashboard.text.translator import Translator

MATRIX_CELL = "cell"
"""Name of the selection in the matrix. A selected point has the key of a pair in `pair`."""

ROW, BAR, YEARS = 30, 22, 96
"""Pixels per row of squares, per bar, and per kind in the chart of years."""

LEGEND_COLUMNS = 2
"""Entries of a legend on one line."""

TALLEST_BAR = 0.55
"""Share of its row that the tallest bar fills; the rest is for its number and the row's title."""

ROW_LABEL, COLUMN_LABEL = 250, 150
"""Greatest width of labels in pixels. The longest name of a sector in any language fits beside a row."""


class Square(NamedTuple):
    """A cell of the matrix or of the sectors, with texts for its tooltip. Without a colour it is only a ring.

    `entry` is the entry of the legend that explains its colour, "" if none does.
    """

    row: str
    column: str
    colour: str
    shown: str
    pair: str
    name: str
    what: str
    entry: str = ""


class Part(NamedTuple):
    """A part of a stacked bar."""

    label: str
    part: str
    n: int


Names = tuple[str, ...]


def matrix_spec(view: View, t: Translator, theme: Theme) -> dict[str, Any]:
    """Matrix of the units of both countries. Colour shows closeness, the number counts records under the filter."""
    found, catalogue = metrics.count_matrix(view), view.catalogue
    squares = []
    for key in (*found.outside, *found.cells):
        pair, count, bond = catalogue.pairs[key], found.cells.get(key), view.bonds[key]
        a, b = (t.name(catalogue.party(side)) for side in pair.sides)
        about = bond_title(bond, Phrases(catalogue, t), view.filter.until, dated=False)
        about = t("map.excluded", closeness=about) if count is None else about
        closeness = catalogue.kinds.closeness[bond.closeness] if bond.closeness else None
        colour = "" if not count else shade(closeness.colour, theme) if closeness else GROUNDS[theme].none
        entry = t.name(closeness) if closeness else ""
        squares.append(Square(a, b, colour, t.number(count or 0), key, t.text(catalogue.title(key)), about, entry))
    rows, columns = (tuple(t.name(catalogue.units[unit]) for unit in units) for units in (found.rows, found.columns))
    legend = tuple((t.name(entry), shade(entry.colour, theme)) for entry in catalogue.kinds.closeness.values())
    return _squares(tuple(squares), rows, columns, legend, t, theme)


def sectors_spec(view: View, country: str, t: Translator, theme: Theme) -> dict[str, Any]:
    """Matrix of sectors and the regions of a country. The darker, the more ties of the region name the sector."""
    counts, catalogue = metrics.count_sectors(view, country), view.catalogue
    squares = tuple(
        Square(
            t.name(catalogue.sectors[sector]),
            side_name(catalogue, side, t),
            fill(count, recorded=True, theme=theme),
            t.number(count),
            "",
            side_name(catalogue, side, t),
            t.name(catalogue.sectors[sector]),
        )
        for (side, sector), count in counts.items()
    )
    columns = tuple(side_name(catalogue, side, t) for side in metrics.totals(counts))
    by_sector = metrics.totals(metrics.Counts({(sector, side): n for (side, sector), n in counts.items()}))
    return _squares(squares, tuple(t.name(catalogue.sectors[key]) for key in by_sector), columns, (), t, theme)


def stages_spec(view: View, country: str, t: Translator, theme: Theme) -> dict[str, Any]:
    """Stacked bars: stages of the projects of each region of a country."""
    names = {side: side_name(view.catalogue, side, t) for side, _ in metrics.count_stages(view, country)}
    return _stages(view, metrics.count_stages(view, country), names, t, theme)


def sector_stages_spec(view: View, t: Translator, theme: Theme) -> dict[str, Any]:
    """Stacked bars: stages of the projects of each sector."""
    names = {key: t.name(sector) for key, sector in view.catalogue.sectors.items()}
    return _stages(view, metrics.count_sector_stages(view), names, t, theme)


def years_spec(view: View, t: Translator, theme: Theme) -> dict[str, Any]:
    """Bars: what was signed or held in each year, a row for each kind, each row on its own scale."""
    return _years(tuple(sorted(metrics.count_years(view).items())), t, theme)


def side_name(catalogue: Catalogue, side: str, t: Translator) -> str:
    """The name of a unit, or "whole country" for a country."""
    return t.name(catalogue.units[side]) if side in catalogue.units else t("panel.country")


def _stages(view: View, counts: metrics.Counts, names: dict[str, str], t: Translator, theme: Theme) -> dict[str, Any]:
    known = view.catalogue.kinds.stages
    parts = tuple(
        Part(names[key], t.name(known[stage]), counts[key, stage])
        for key in metrics.totals(counts)
        for stage in known
        if counts[key, stage]
    )
    return _bars(parts, tuple(t.name(stage) for stage in known.values()), t, theme)


@kept(on="t", most=64)
def _squares(
    squares: tuple[Square, ...],
    rows: Names,
    columns: Names,
    legend: tuple[tuple[str, str], ...],
    t: Translator,
    theme: Theme,
) -> dict[str, Any]:
    """Squares with numbers. With a legend, they are pairs that a click selects, coloured by closeness."""
    ground = GROUNDS[theme]
    values = [{**square._asdict(), "ink": ink_on(square.colour) if square.colour else ""} for square in squares]
    top = alt.Axis(title=None, orient="top", labelAngle=-45, labelLimit=COLUMN_LABEL)
    titles = ("filters.closeness", "timeline.records") if legend else ("filters.sectors", "insights.ties")
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=alt.X("column:N", scale=alt.Scale(domain=columns), axis=top),
        y=alt.Y("row:N", scale=alt.Scale(domain=rows), axis=alt.Axis(title=None, labelLimit=ROW_LABEL)),
        tooltip=tooltips(name=" ", what=t(titles[0]), shown=t(titles[1])),
    )
    full, empty = base.transform_filter("datum.colour != ''"), base.transform_filter("datum.colour == ''")
    edge: dict[str, Any] = {"cornerRadius": 3, "stroke": ground.border, "strokeWidth": 2}
    drawn = full.mark_rect(**edge).encode(color=alt.Color("colour:N", scale=None))
    if legend:
        names, colours = zip(*legend, strict=True)
        keys = alt.Legend(title=None, orient="bottom", symbolType="square", columns=4, values=names)
        scale = alt.Scale(domain=(*names, ""), range=(*colours, ground.none))
        drawn = drawn.encode(color=alt.Color("entry:N", scale=scale, legend=keys))
        drawn.mark.cursor = "pointer"
        drawn = drawn.add_params(alt.selection_point(name=MATRIX_CELL, fields=["pair"], on="click"))
    left_out = empty.mark_point(shape="circle", size=40, color=ground.quiet)
    text = full.mark_text(fontSize=FONT_SIZE, fontWeight=600).encode(
        text="shown:N", color=alt.Color("ink:N", scale=None)
    )
    empty_ground = alt.ViewBackground(fill=ground.land, cornerRadius=4)
    chart = alt.layer(drawn, left_out, text).properties(view=empty_ground)
    above = min(text_width(columns), COLUMN_LABEL) / sqrt(2) + LINE_HEIGHT  # the names of the columns, at 45 degrees
    return finish_spec(chart, above + ROW * len(rows) + (2 * LINE_HEIGHT if legend else 0), ground)


@kept(on="t", most=64)
def _bars(parts: tuple[Part, ...], order: Names, t: Translator, theme: Theme) -> dict[str, Any]:
    ground = GROUNDS[theme]
    values = [{**part._asdict(), "rank": order.index(part.part), "shown": t.number(part.n)} for part in parts]
    labels = tuple(dict.fromkeys(part.label for part in parts))
    base = alt.Chart(alt.InlineData(values=values)).encode(
        y=alt.Y("label:N", scale=alt.Scale(domain=labels), axis=alt.Axis(title=None, labelLimit=ROW_LABEL))
    )
    legend = alt.Legend(title=None, orient="top", offset=4, symbolType="square", columns=LEGEND_COLUMNS)
    bars = base.mark_bar(stroke=ground.quiet, strokeWidth=0.5).encode(
        x=alt.X("n:Q", title=None, axis=None),
        color=alt.Color("part:N", scale=alt.Scale(domain=order, range=ramp(len(order), theme)), legend=legend),
        order="rank:Q",
        tooltip=tooltips(label=" ", part=t("filters.stages"), shown=t("panel.projects")),
    )
    sums = base.mark_text(align="left", dx=5, fontSize=FONT_SIZE, color=ground.ink).encode(
        x="sum(n):Q", text="sum(n):Q"
    )
    return finish_spec(
        alt.layer(bars, sums), LINE_HEIGHT * ceil(len(order) / LEGEND_COLUMNS) + BAR * len(labels), ground
    )


@kept(on="t", most=64)
def _years(counts: tuple[tuple[tuple[int, str], int], ...], t: Translator, theme: Theme) -> dict[str, Any]:
    """Rows of bars in one frame, each bar as tall as its share of the best year of its kind."""
    ground = GROUNDS[theme]
    kinds = [name for name in metrics.SIGNED_OR_HELD if any(kind == name for (_, kind), _ in counts)]
    best = {kind: max(n for (_, name), n in counts if name == kind) for kind in kinds}
    values = []
    for (year, kind), n in counts:
        foot = len(kinds) - 1 - kinds.index(kind)
        top = foot + TALLEST_BAR * n / best[kind]
        values.append({"year": str(year), "foot": foot, "top": top, "kind": t(f"terms.{kind}.name"), "n": t.number(n)})
    titles = [{"kind": t(f"terms.{kind}.name"), "top": len(kinds) - row - 0.14} for row, kind in enumerate(kinds)]
    years = range(counts[0][0][0], counts[-1][0][0] + 1) if counts else range(0)
    step = 1 if len(years) <= 12 else 2 if len(years) <= 26 else 5
    axis = alt.Axis(title=None, labelAngle=0, values=[str(year) for year in years if not year % step])
    y = alt.Y("top:Q", axis=None, scale=alt.Scale(domain=[0, max(1, len(kinds))]))
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=alt.X("year:O", scale=alt.Scale(domain=[str(year) for year in years]), axis=axis),
        y=y,
        tooltip=tooltips(year=t("timeline.year"), kind=t("timeline.records"), n=" "),
    )
    bars = base.mark_bar(color=ground.fills[2], cornerRadiusEnd=2).encode(y2="foot:Q")
    numbers = base.mark_text(dy=-7, fontSize=FONT_SIZE - 1, color=ground.ink).encode(text="n:N")
    heads = alt.Chart(alt.InlineData(values=titles)).mark_text(align="left", fontSize=FONT_SIZE, fontWeight=600)
    heads = heads.encode(x=alt.value(0), y=y, text="kind:N", color=alt.value(ground.ink))
    return finish_spec(alt.layer(bars, numbers, heads), YEARS * len(kinds) + LINE_HEIGHT, ground)
