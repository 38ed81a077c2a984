"""The charts of a hand-out as named numbers: figures over time, projects by status, records by sector and by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from dashboard.catalogue.dossier import Bar, figure_series
from dashboard.catalogue.filtering import View
from dashboard.catalogue.metrics import SIGNED_OR_HELD, count_undated, count_years
from dashboard.catalogue.schema import Indicator
from dashboard.charts.palette import GROUNDS, STAGES
from dashboard.handouts.entries import Writer

FILLS = GROUNDS["light"].fills


@dataclass(frozen=True)
class Series:
    """Numbers of a chart, one for each of its categories, and the same in words; `tone` is their colour on paper."""

    name: str
    values: tuple[float, ...]
    labels: tuple[str, ...]
    tone: str


@dataclass(frozen=True)
class Chart:
    """A chart of one or more series.

    key      measure of the figures, or what is counted: `statuses`, `sectors` or `years`
    says     what else has to be said, "" for nothing
    sources  numbers of the sources of its figures; counts of records have none
    """

    key: str
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    says: str = ""
    sources: tuple[int, ...] = ()


def charts_of(view: View, writer: Writer) -> Iterator[Chart]:
    """Every chart of a dossier that has more than one number; drawn from one after the other, since figures cite."""
    counted = (_statuses(writer), _sectors(writer), _years(view, writer))
    yield from (chart for chart in counted if len(chart.categories) > 1)
    yield from _figures(writer)


def _figures(writer: Writer) -> Iterator[Chart]:
    for measure, rows in writer.ctx.dossier.indicators:
        for bars in figure_series(rows)[0]:
            yield _over_time(measure, bars, writer)


def _over_time(measure: str, bars: tuple[Bar, ...], writer: Writer) -> Chart:
    """A series of figures that count the same thing."""
    words, t = writer.ctx.words, writer.ctx.t
    records = [cast(Indicator, bar.row.record) for bar in bars]
    name, record = t.name(writer.ctx.kinds.measures[measure]), records[0]
    parties = words.names([record.of, *([record.partner] if record.partner else [])])
    values, labels = tuple(each.value for each in records), tuple(map(words.figure, records))
    return Chart(
        key=measure,
        title=t("data.condition", name=name, value=parties),
        categories=tuple(t.date(each.period) for each in records),
        series=(Series(name, values, labels, FILLS[-1]),),
        says=words.sectors(record),
        sources=tuple(sorted({number for each in records for number in writer.cite(each)})),
    )


def _statuses(writer: Writer) -> Chart:
    kinds, t = writer.ctx.kinds, writer.ctx.t
    counts = {status: len(rows) for status, rows in reversed(writer.ctx.dossier.projects)}
    names = [t.name(kinds.statuses[status]) for status in counts]
    return _counted("statuses", dict(zip(names, counts.values(), strict=True)), "projects", STAGES[1], writer)


def _sectors(writer: Writer) -> Chart:
    counts = Counter(sector for row in writer.ctx.dossier.rows for sector in row.record.sectors)
    names = {writer.ctx.t.name(writer.ctx.catalogue.sectors[sector]): n for sector, n in counts.most_common()}
    return _counted("sectors", names, "records", FILLS[-1], writer)


def _years(view: View, writer: Writer) -> Chart:
    """Records signed or held by year, in a series for each type; every year from the first to the last."""
    t, own = writer.ctx.t, replace(view, rows=writer.ctx.dossier.rows)
    counts, undated = count_years(own), count_undated(own)
    known = [year for year, _ in counts]
    years = range(min(known), max(known) + 1) if known else ()
    series = []
    for name, tone in zip(SIGNED_OR_HELD, reversed(FILLS), strict=True):
        values = tuple(counts[year, name] for year in years)
        if any(values):
            series.append(Series(writer.ctx.name_of(name), values, tuple(map(t.number, values)), tone))
    says = t("insights.years.undated", undated=t("timeline.undated", n=undated)) if undated else ""
    return Chart("years", t("insights.years.title"), tuple(map(str, years)), tuple(series), says)


def _counted(key: str, counts: dict[str, int], what: str, tone: str, writer: Writer) -> Chart:
    t = writer.ctx.t
    labels = tuple(map(t.number, counts.values()))
    series = Series(t(f"terms.{what}.name"), tuple(counts.values()), labels, tone)
    return Chart(key, t(f"handout.charts.{key}"), tuple(counts), (series,))
