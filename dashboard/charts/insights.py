"""The charts of the insights page: matrix of units, sectors by region, stages of projects, activity by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import cast

from dashboard.catalogue import metrics
from dashboard.catalogue.filtering import View
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.outcomes import Harvest
from dashboard.catalogue.schema import Agreement
from dashboard.charts.grid import Grid, Lines
from dashboard.text import captions
from dashboard.text.phrases import Phrases
from dashboard.text.terms import bond_title, name_of
from dashboard.text.translator import Translator

MOST_COLUMNS = 10
"""Columns that fit beside another chart; a chart with more has the page's whole width."""


NOTHING, HEADLINE, LEGEND = 2, 7, 2.5
ROW_HEIGHTS = {"by_sector": 0.85, "stages": 0.85, "years": 2.4}
"""Heights in rows of a table: of a chart with nothing in it, of headline and notes, of the legend of a matrix, and of
the rows of other charts."""


@dataclass(frozen=True)
class Chart:
    """A chart with its finding, None if there is nothing to draw.

    name     its part of the texts, and its anchor
    counted  parts of the terms that define what its numbers count
    lines    its numbers as a plain table
    pairs    keys of the pairs of a matrix, by row and column
    """

    name: str
    counted: tuple[str, ...]
    finding: captions.Finding | None
    grid: Grid
    lines: Lines
    pairs: Mapping[tuple[str, str], str] | None = None

    @property
    def first(self) -> str | None:
        """Key of the first pair of a matrix, row by row."""
        places = ((row, column) for row in self.grid.rows for column in self.grid.columns)
        return next((self.pairs[place] for place in places if self.pairs and place in self.pairs), None)

    @property
    def height(self) -> float:
        """Approximate height beside others, in rows of a table, with headline and notes."""
        if not self.finding:
            return NOTHING
        rows = len(self.grid.rows) * ROW_HEIGHTS.get(self.name, 1)
        return HEADLINE + rows + (LEGEND if self.pairs is not None else 0)

    @property
    def wide(self) -> bool:
        """True if it needs the page's whole width; years are narrow."""
        return self.name != "years" and len(self.grid.columns) > MOST_COLUMNS


def in_columns(charts: Sequence[Chart]) -> tuple[list[Chart], list[Chart]]:
    """Two columns of charts, in their order and as equal in height as can be; the first chart begins the first one."""
    sides = ((0, *rest) for rest in product((0, 1), repeat=len(charts) - 1))

    def difference(chosen: tuple[int, ...]) -> float:
        return abs(sum(chart.height * (1 - 2 * side) for chart, side in zip(charts, chosen, strict=True)))

    best = min(sides, key=difference)
    first, second = ([chart for chart, side in zip(charts, best, strict=True) if side == column] for column in (0, 1))
    return first, second


def matrix(view: View, words: Phrases) -> Chart:
    """The pairs of the units of both countries; the country with more of them gives the rows."""
    t, catalogue, found = words.t, view.catalogue, metrics.count_matrix(view)
    turned = len(found.columns) > len(found.rows)
    ends = {key: catalogue.pairs[key].sides for key in (*found.cells, *found.outside)}
    places = {key: (b, a) if turned else (a, b) for key, (a, b) in ends.items()}
    rows, columns = (found.columns, found.rows) if turned else (found.rows, found.columns)
    countries = [t.name(entry) for entry in catalogue.atlas.countries.values()]
    grid = Grid(
        corner=countries[turned],
        rows={unit: words.name(unit) for unit in rows},
        columns={unit: words.name(unit) for unit in columns},
        numbers={places[key]: count for key, count in found.cells.items()},
    )
    lines: list[tuple[str | int, ...]] = [(*countries, t("filters.closeness"), t("terms.records.name"))]
    lines += [(*map(words.name, ends[key]), told(view, words, key), count) for key, count in found.cells.items()]
    pairs = {place: key for key, place in places.items()}
    return Chart("matrix", ("records",), captions.matrix_caption(view, words), grid, tuple(lines), pairs)


def told(view: View, words: Phrases, key: str) -> str:
    """Closeness of a pair in words, without its date."""
    return bond_title(view.bonds[key], words, view.filter.until, dated=False)


def sectors(view: View, country: str, words: Phrases) -> Chart:
    """The ties of each region of a country by sector."""
    t, counts = words.t, metrics.count_sectors(view, country)
    by_sector = metrics.Counts({(sector, side): n for (side, sector), n in counts.items()})
    grid = Grid(
        corner=t("filters.sectors"),
        rows={key: t.name(view.catalogue.sectors[key]) for key in metrics.totals(by_sector)},
        columns={side: side_name(view.catalogue, side, t) for side in metrics.totals(counts)},
        numbers=by_sector,
    )
    finding = captions.sectors_caption(view, country, words)
    return Chart("sectors", ("ties",), finding, grid, grid.lines(t("insights.total")))


def stages(view: View, country: str, words: Phrases) -> Chart:
    """The projects of each region of a country by stage."""
    t, counts = words.t, metrics.count_stages(view, country)
    names = {side: side_name(view.catalogue, side, t) for side in metrics.totals(counts)}
    grid = Grid(t.name(view.catalogue.atlas.countries[country]), names, _stage_names(words), counts)
    finding = captions.stages_caption(view, country, words)
    return Chart("stages", ("projects",), finding, grid, grid.lines(t("insights.total")))


def sector_stages(view: View, words: Phrases) -> Chart:
    """The projects of each sector by stage."""
    t, counts = words.t, metrics.count_sector_stages(view)
    names = {key: t.name(view.catalogue.sectors[key]) for key in metrics.totals(counts)}
    grid = Grid(t("filters.sectors"), names, _stage_names(words), counts)
    finding = captions.sector_stages_caption(view, words)
    return Chart("by_sector", ("projects",), finding, grid, grid.lines(t("insights.total")))


def years(view: View, words: Phrases) -> Chart:
    """The records signed or held in each year, from the first to the last year with any."""
    t, counts = words.t, metrics.count_years(view)
    span = range(min(year for year, _ in counts), max(year for year, _ in counts) + 1) if counts else range(0)
    kinds = {kind for _, kind in counts}
    grid = Grid(
        corner=t("data.columns.kind"),
        rows={kind: name_of(kind, "terms", t) for kind in metrics.SIGNED_OR_HELD if kind in kinds},
        columns={str(year): str(year) for year in span},
        numbers={(kind, str(year)): n for (year, kind), n in counts.items()},
    )
    return Chart("years", tuple(grid.rows), captions.years_caption(view, words), grid, grid.lines())


def outcome_lines(found: Harvest, words: Phrases) -> Lines:
    """A row for each agreement, and for each project without a document."""
    t, kinds = words.t, words.catalogue.kinds
    titles = ("finder.pairs", "insights.outcomes.agreement", "data.columns.signed", "data.columns.valid")
    rows: list[tuple[str | int, ...]] = [(*map(t, titles), *_stage_names(words).values())]
    for each in found.pairs:
        pair = words.title(each.pair.key)
        for outcome in each.agreements:
            record = cast(Agreement, outcome.row.record)
            dates = (t.date(when) if when else "" for when in (record.signed, record.valid))
            rows.append((pair, t.text(record.title), *dates, *(outcome.stages.get(key, 0) for key in kinds.stages)))
        for row in each.loose:
            title = t("insights.own", name=t("insights.outcomes.loose"), text=t.text(row.record.title))
            rows.append((pair, title, "", "", *(int(key == row.stage) for key in kinds.stages)))
    return tuple(rows)


def gap_lines(found: metrics.Gaps, words: Phrases) -> Lines:
    """A row for each gap: its kind, the region or pair, and the sector if one is meant."""
    t = words.t
    untied = [(words.name(unit), "") for units in found.without_ties.values() for unit in units]
    idle = [
        (words.name(unit), t.name(words.catalogue.sectors[key]))
        for unit, keys in found.without_projects.items()
        for key in keys
    ]
    kinds = {"untied": untied, "paper": [(words.title(pair.key), "") for pair in found.on_paper], "idle": idle}
    head = tuple(map(t, ("data.columns.kind", "data.columns.name", "filters.sectors")))
    return (head, *((t(f"insights.gaps.{kind}"), *gap) for kind, gaps in kinds.items() for gap in gaps))


def side_name(catalogue: Catalogue, side: str, t: Translator) -> str:
    """The name of a unit, or "whole country" for a country."""
    return t.name(catalogue.units[side]) if side in catalogue.units else t("panel.country")


def _stage_names(words: Phrases) -> dict[str, str]:
    return {key: words.t.name(stage) for key, stage in words.catalogue.kinds.stages.items()}
