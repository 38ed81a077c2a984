"""The timeline: what was signed and what happened per year, and the agreements of what is selected as spans."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import altair as alt
from dashboard.catalogue.catalogue import Catalogue, Row
from dashboard.catalogue.queries import View
from dashboard.charts.palette import GROUNDS, Ground, Theme, shade

from dashboard.i18n import Translator

KINDS = ("agreements", "links", "events")
"""The lists that are counted per year: what begins on a day, not what is measured over a time."""

BAR_HEIGHT, ROW_HEIGHT, MOST_ROWS = 64, 17, 7
LABELS: dict[str, Any] = {"minExtent": 128, "maxExtent": 128, "labelLimit": 122, "labelPadding": 6}
"""The column of labels at the left, as wide with spans as without, so that nothing jumps."""


def year_range(catalogue: Catalogue) -> tuple[int, int]:
    """The first and the last year in which something in the table begins."""
    years = [row.first.year for row in catalogue.rows if row.first and row.list in KINDS]
    return (min(years), max(years)) if years else (date.min.year, date.min.year)


def timeline(view: View, rows: list[Row], t: Translator, theme: Theme) -> alt.VConcatChart:
    """Bars per year of the whole view; below them the spans of `rows`, the agreements of what is selected."""
    ground = GROUNDS[theme]
    first, last = year_range(view.catalogue)
    domain = [first - 0.5, last + 1.5]
    parts = [_bars(view, domain, t, ground)]
    if rows:
        parts.append(_spans(rows[:MOST_ROWS], domain, view.catalogue, t, theme))
    axis = {"labelColor": ground.quiet, "domain": False, "ticks": False, "grid": False, "labelFontSize": 11}
    chart: alt.VConcatChart = alt.vconcat(*parts, spacing=4).configure(
        font="inherit", background="transparent", view={"stroke": None}, axis=axis
    )
    return chart


def _bars(view: View, domain: list[float], t: Translator, ground: Ground) -> alt.Chart:
    counts = Counter((row.first.year, row.list) for row in view.rows if row.first and row.list in KINDS)
    values = [
        {"from": year - 0.38, "to": year + 0.38, "year": str(year), "kind": t(f"timeline.{kind}"), "n": count}
        for (year, kind), count in sorted(counts.items())
    ]
    names = [t(f"timeline.{kind}") for kind in KINDS]
    colours = [ground.accent, ground.fills[2], ground.fills[0]]
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=values))
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


def _spans(rows: list[Row], domain: list[float], catalogue: Catalogue, t: Translator, theme: Theme) -> alt.Chart:
    values = [_span(row, domain[1], catalogue, t, theme) for row in rows]
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=values))
        .mark_bar(cornerRadius=4, height=8, minBandSize=8)
        .encode(
            x=alt.X("from:Q", scale=alt.Scale(domain=domain, nice=False), axis=None),
            x2="to:Q",
            y=alt.Y("label:N", sort=None, title=None, axis=alt.Axis(**LABELS)),
            color=alt.Color("colour:N", scale=None),
            tooltip=[alt.Tooltip("title:N", title=" "), alt.Tooltip("when:N", title=t("timeline.year"))],
        )
        .properties(height=ROW_HEIGHT * len(values), width="container")
    )
    return chart


def _span(row: Row, end: float, catalogue: Catalogue, t: Translator, theme: Theme) -> dict[str, Any]:
    record: Any = row.record
    kind = catalogue.kinds.agreements[record.kind]
    start = _decimal(row.first) if row.first else end
    return {
        "from": start,
        "to": max(start + 0.25, min(_decimal(row.last) if row.last else end, end)),
        "label": t.name(kind),
        "title": t.text(record.title),
        "when": t.date(record.valid or record.signed),
        "colour": shade(catalogue.kinds.closeness[kind.closeness].colour, theme),
    }


def _decimal(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 365.25 - 0.5
