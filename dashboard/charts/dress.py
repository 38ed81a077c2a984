"""What the charts of the pages have in common: type, ground, axes; and the finished Vega-Lite as a dict."""

from __future__ import annotations

from typing import Any

import altair as alt

from dashboard.charts.palette import Ground

FONT = "Inter, 'Noto Sans SC', sans-serif"
SIZE = 12


def dressed(chart: alt.TopLevelMixin, ground: Ground) -> dict[str, Any]:
    """The chart as Vega-Lite, without a frame and with quiet axes; made once per chart, since Altair is slow."""
    text = {"labelFontSize": SIZE, "labelColor": ground.ink, "titleColor": ground.quiet}
    spec: dict[str, Any] = chart.configure(
        font=FONT,
        background="transparent",
        padding={"top": 10, "bottom": 5, "left": 0, "right": 5},
        view={"stroke": None},
        axis={**text, "domain": False, "ticks": False, "grid": False, "labelPadding": 6},
        legend={**text, "symbolStrokeColor": ground.quiet, "symbolStrokeWidth": 0.5, "labelLimit": 260},
    ).to_dict()
    return spec


def tips(**titles: str) -> list[alt.Tooltip]:
    """A tooltip with a line for each field, under titles in the visitor's language."""
    return [alt.Tooltip(field, type="nominal", title=title) for field, title in titles.items()]
