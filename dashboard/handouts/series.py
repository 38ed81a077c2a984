"""The charts of a hand-out as named numbers: figures over time, projects by stage, records by sector and by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from dashboard.catalogue.dossier import Bar, figure_series
from dashboard.catalogue.filtering import View
from dashboard.catalogue.metrics import SIGNED_OR_HELD, count_undated
from dashboard.catalogue.schema import Indicator
from dashboard.charts.insights import Chart as Insight
from dashboard.charts.insights import years
from dashboard.charts.palette import GROUNDS, STAGES
from dashboard.handouts.entries import Writer
from dashboard.text.translator import Translator

FILLS = GROUNDS["light"].fills


@dataclass(frozen=True)
class Series:
    """Numbers of a chart, one for each of its categories, and the same in words.

    tones  their colour on paper: one for all, or one for each
    """

    name: str
    values: tuple[float, ...]
    labels: tuple[str, ...]
    tones: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """A chart of one or more series.

    key      measure of the figures, or what is counted: `stages`, `sectors` or `years`
    in_time  the categories are moments or periods in their order
    says     what else has to be said, "" for nothing
    sources  numbers of the sources of its figures; counts of records have none
    """

    key: str
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    in_time: bool = False
    says: str = ""
    sources: tuple[int, ...] = ()

    def foremost(self, most: int) -> Chart:
        """The chart with its first categories alone; one in time is left whole."""
        if self.in_time or len(self.categories) <= most:
            return self
        cut = (replace(each, values=each.values[:most], labels=each.labels[:most]) for each in self.series)
        return replace(self, categories=self.categories[:most], series=tuple(cut))


def charts_of(view: View, writer: Writer) -> Iterator[Chart]:
    """Every chart of a dossier that has more than one number; drawn from one after the other, since figures cite."""
    counted = (_stages(writer), _sectors(writer), _years(view, writer))
    yield from (chart for chart in counted if len(chart.categories) > 1)
    for measure, rows in writer.ctx.dossier.indicators:
        for bars in figure_series(rows)[0]:
            yield _over_time(measure, bars, writer)


def _over_time(measure: str, bars: tuple[Bar, ...], writer: Writer) -> Chart:
    """A series of figures that count the same thing, under the title of the latest."""
    words, t = writer.ctx.words, writer.ctx.t
    records = [cast(Indicator, bar.row.record) for bar in bars]
    values, labels = tuple(each.value for each in records), tuple(map(words.figure, records))
    return Chart(
        key=measure,
        title=t.text(records[-1].title),
        categories=tuple(t.date(each.period) for each in records),
        series=(Series(t.name(writer.ctx.kinds.measures[measure]), values, labels, (FILLS[-1],)),),
        in_time=True,
        sources=tuple(sorted({number for each in records for number in writer.cite(each)})),
    )


def _stages(writer: Writer) -> Chart:
    stages = writer.stages(writer.ctx.stages)
    tones = tuple(stage.tone for stage in stages)
    return _counted("stages", {stage.name: stage.count for stage in stages}, "projects", tones, writer)


def _sectors(writer: Writer) -> Chart:
    counts = Counter(sector for row in writer.ctx.dossier.rows for sector in row.record.sectors)
    names = {writer.ctx.t.name(writer.ctx.catalogue.sectors[sector]): n for sector, n in counts.most_common()}
    return _counted("sectors", names, "records", FILLS[-1:], writer)


def _years(view: View, writer: Writer) -> Chart:
    """Records signed or held by year, in a series for each type; every year from the first to the last."""
    t, own = writer.ctx.t, replace(view, rows=writer.ctx.dossier.rows)
    undated = count_undated(own)
    says = t("insights.years.undated", undated=t("timeline.undated", n=undated)) if undated else ""
    return replace(stacked(years(own, writer.ctx.words), t), says=says)


def stacked(chart: Insight, t: Translator) -> Chart:
    """A chart of the Insights page with its numbers in stacks: of years by type of record, else of rows by stage."""
    grid, in_time = chart.grid, chart.name == "years"
    tones = (
        dict(zip(SIGNED_OR_HELD, reversed(FILLS), strict=True))
        if in_time
        else dict(zip(grid.columns, STAGES, strict=False))
    )
    along, across = (grid.columns, grid.rows) if in_time else (grid.rows, grid.columns)
    series = []
    for key, name in across.items():
        places = ((key, each) if in_time else (each, key) for each in along)
        values = tuple(grid.numbers.get(place, 0) for place in places)
        if any(values):
            series.append(Series(name, values, tuple(map(t.number, values)), (tones[key],)))
    title = t(f"insights.{chart.name}.title")
    return Chart(chart.name, title, tuple(along.values()), tuple(series), in_time)


def _counted(key: str, counts: dict[str, int], what: str, tones: tuple[str, ...], writer: Writer) -> Chart:
    t = writer.ctx.t
    labels = tuple(map(t.number, counts.values()))
    series = Series(t(f"terms.{what}.name"), tuple(counts.values()), labels, tones)
    return Chart(key, t(f"handout.charts.{key}"), tuple(counts), (series,))
