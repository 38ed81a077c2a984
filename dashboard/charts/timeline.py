"""The timeline: what was signed and what happened per year, and the agreements of what is selected as spans."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache
from math import inf
from typing import Any, NamedTuple

import altair as alt

from dashboard.catalogue.catalogue import Catalogue, Row
from dashboard.catalogue.queries import View
from dashboard.charts.palette import GROUNDS, Ground, Theme, shade
from dashboard.i18n import Translator

KINDS = ("agreements", "links", "events")
"""The lists that are counted per year: what begins on a day, not what is measured over a time."""

BAR_HEIGHT, ROW_HEIGHT, MOST_ROWS = 64, 17, 7
SHORTEST = 0.25  # years; shorter agreements could not be seen
LABELS: dict[str, Any] = {"minExtent": 128, "maxExtent": 128, "labelLimit": 122, "labelPadding": 6}
"""The column of labels at the left, as wide with spans as without, so that nothing jumps."""


class Span(NamedTuple):
    """An agreement as a bar of the chart, in years."""

    start: float
    end: float
    label: str
    title: str
    when: str
    colour: str


def year_range(catalogue: Catalogue) -> tuple[int, int]:
    """The first and the last year in which something in the table begins."""
    years = [row.first.year for row in catalogue.rows if row.first and row.list in KINDS]
    return (min(years), max(years)) if years else (date.min.year, date.min.year)


def timeline(view: View, rows: list[Row], t: Translator, theme: Theme) -> dict[str, Any]:
    """As a Vega-Lite chart: bars per year of the view; below, the spans of `rows`, agreements of what is selected."""
    counts = Counter((row.first.year, row.list) for row in view.rows if row.first and row.list in KINDS)
    bars = [
        {"from": year - 0.38, "to": year + 0.38, "year": str(year), "kind": t(f"timeline.{kind}"), "n": count}
        for (year, kind), count in sorted(counts.items())
    ]
    years = year_range(view.catalogue)
    spans = [_span(row, years[1] + 0.5, view.catalogue, t, theme) for row in rows[:MOST_ROWS]]
    data = {"bars": bars} | ({"spans": [span._asdict() for span in spans]} if spans else {})
    return _chart(years, len({span.label for span in spans}), t, theme) | {"datasets": data}


@lru_cache(maxsize=64)
def _chart(years: tuple[int, int], labels: int, t: Translator, theme: Theme) -> dict[str, Any]:
    """The chart without its data, for so many labels of spans.

    Kept, since Altair takes longer to check a chart than all else that a click does; and as long as it stays the
    same, the browser only exchanges the data.
    """
    ground, domain = GROUNDS[theme], [years[0] - 0.5, years[1] + 0.5]
    parts = [_bars(domain, t, ground)]
    if labels:
        parts.append(_rows(labels, domain, t))
    axis = {"labelColor": ground.quiet, "domain": False, "ticks": False, "grid": False, "labelFontSize": 11}
    chart = alt.vconcat(*parts, spacing=4).configure(
        font="inherit", background="transparent", view={"stroke": None}, axis=axis
    )
    spec: dict[str, Any] = chart.to_dict()
    return spec


def _bars(domain: list[float], t: Translator, ground: Ground) -> alt.Chart:
    names = [t(f"timeline.{kind}") for kind in KINDS]
    colours = [ground.accent, ground.fills[2], ground.fills[0]]
    chart: alt.Chart = (
        alt.Chart(alt.NamedData("bars"))
        .mark_bar()
        .encode(
            x=alt.X("from:Q", bin="binned", scale=alt.Scale(domain=domain, nice=False), axis=_years(domain)),
            x2="to:Q",
            y=alt.Y("n:Q", title=None, stack="zero", axis=alt.Axis(tickCount=2, format="d", **LABELS)),
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=names, range=colours),
                legend=alt.Legend(title=None, orient="top", offset=2, labelColor=ground.quiet, symbolType="square"),
            ),
            tooltip=[
                alt.Tooltip("year:N", title=t("timeline.year")),
                alt.Tooltip("kind:N", title=t("timeline.records")),
                alt.Tooltip("n:Q", title=" "),
            ],
        )
        .properties(height=BAR_HEIGHT, width="container")
    )
    return chart


def _years(domain: list[float]) -> alt.Axis:
    first, last = round(domain[0] + 0.5), round(domain[1] - 0.5)
    step = 1 if last - first <= 12 else 2 if last - first <= 26 else 5
    return alt.Axis(title=None, values=list(range(first, last + 1, step)), format="d")


def _rows(labels: int, domain: list[float], t: Translator) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(alt.NamedData("spans"))
        .mark_bar(cornerRadius=4, height=8, minBandSize=8)
        .encode(
            x=alt.X("start:Q", scale=alt.Scale(domain=domain, nice=False), axis=None),
            x2="end:Q",
            y=alt.Y("label:N", sort=None, title=None, axis=alt.Axis(**LABELS)),
            color=alt.Color("colour:N", scale=None),
            tooltip=[alt.Tooltip("title:N", title=" "), alt.Tooltip("when:N", title=t("timeline.year"))],
        )
        .properties(height=ROW_HEIGHT * labels, width="container")
    )
    return chart


def _span(row: Row, last: float, catalogue: Catalogue, t: Translator, theme: Theme) -> Span:
    """An agreement as a bar; without an end it lasts to the end of the chart."""
    record: Any = row.record
    kind = catalogue.kinds.agreements[record.kind]
    start, end = (_decimal(day) if day else inf for day in (row.first, row.last))
    return Span(
        start,
        min(max(start + SHORTEST, end), last),
        t.name(kind),
        t.text(record.title),
        t.date(record.valid or record.signed),
        shade(catalogue.kinds.closeness[kind.closeness].colour, theme),
    )


def _decimal(day: date) -> float:
    """A day on the axis of years, where each year's number stands at its middle."""
    return day.year + (day.timetuple().tm_yday - 1) / 365.25 - 0.5
