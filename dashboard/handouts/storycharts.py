"""The charts of the Insights page that steps of stories name, as named numbers."""

from __future__ import annotations

from dataclasses import replace

from dashboard.catalogue.filtering import View
from dashboard.catalogue.metrics import find_gaps
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.outcomes import harvest_of
from dashboard.charts import insights
from dashboard.charts.grid import Grid
from dashboard.handouts.series import FILLS, Chart, Series, stacked
from dashboard.state import State
from dashboard.stories.values import shown_by
from dashboard.text.phrases import Phrases

MOST_ROWS = 10
"""Rows of a chart that have room beside a map, the first ones."""


def story_chart(name: str, state: State, words: Phrases) -> Chart | None:
    """A chart of Insights for what a step shows; None if it would have fewer than two numbers to compare.

    The gaps of a selection are the sectors in which it has no project, and so the chart is that of those that it has.
    """
    seen = shown_by(words.catalogue, state.filter, state.selected)
    view, country = replace(seen.view, rows=seen.rows), _counted(state.selected, words.catalogue)
    name = "by_sector" if name == "gaps" and state.selected else name
    chart = _drawn(name, view, country, words).foremost(MOST_ROWS)
    return chart if len(chart.categories) * len(chart.series) > 1 else None


def _counted(selected: str | None, catalogue: Catalogue) -> str:
    """The country whose regions are counted: for a selected region the other one, where its partners are."""
    own = None
    if selected and catalogue.subject_of(selected) != "pair":
        own = catalogue.country_of(catalogue.side_of(selected))
    return next(country for country in catalogue.atlas.countries if country != own)


def _drawn(name: str, view: View, country: str, words: Phrases) -> Chart:
    match name:
        case "stages":
            return stacked(insights.stages(view, country, words), words.t)
        case "by_sector":
            return stacked(insights.sector_stages(view, words), words.t)
        case "years":
            return stacked(insights.years(view, words), words.t)
        case "outcomes":
            return stacked(_outcomes(view, words), words.t)
        case "gaps":
            untied_title = words.t("insights.gaps.untied")
            untied = find_gaps(view, country).without_ties
            numbers = {words.name(code): len(units) for code, units in untied.items()}
            return _bars(name, untied_title, numbers, untied_title, words)
        case "matrix":
            return _totals(insights.matrix(view, words), "records", words)
        case "sectors":
            return _totals(insights.sectors(view, country, words), "ties", words)
    raise ValueError(name)


def _outcomes(view: View, words: Phrases) -> insights.Chart:
    """The projects under each agreement that has any, by stage."""
    found = [outcome for each in harvest_of(view).pairs for outcome in each.agreements if outcome.stages]
    grid = Grid(
        corner=words.t("insights.outcomes.agreement"),
        rows={each.row.key: words.t.text(each.row.record.title) for each in found},
        columns={key: words.t.name(stage) for key, stage in words.catalogue.kinds.stages.items()},
        numbers={(each.row.key, stage): n for each in found for stage, n in each.stages.items()},
    )
    return insights.Chart("outcomes", ("projects",), None, grid, ())


def _totals(chart: insights.Chart, what: str, words: Phrases) -> Chart:
    """The sums of the rows of a chart, largest first."""
    sums = sorted(((name, chart.grid.total(key)) for key, name in chart.grid.rows.items()), key=lambda each: -each[1])
    return _bars(chart.name, words.t(f"insights.{chart.name}.title"), dict(sums), words.t(f"terms.{what}.name"), words)


def _bars(key: str, title: str, numbers: dict[str, int], counted: str, words: Phrases) -> Chart:
    labels = tuple(map(words.t.number, numbers.values()))
    series = Series(counted, tuple(numbers.values()), labels, FILLS[-1:])
    return Chart(key, title, tuple(numbers), (series,))
