"""What the charts of the pages have in common: type, ground, axes, height; and the finished Vega-Lite as a dict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from unicodedata import east_asian_width

import altair as alt

from dashboard.charts.palette import Ground

FONT = "Inter, 'Noto Sans SC', sans-serif"
FONT_SIZE = 12
PADDING_TOP, PADDING_BOTTOM, LINE_HEIGHT = 10, 5, 17
"""Heights in pixels: of the padding above and below a chart, and of a line of a legend or an axis."""


def finish_spec(chart: alt.LayerChart | alt.FacetChart, height: float, ground: Ground) -> dict[str, Any]:
    """The chart as Vega-Lite, without a frame and with quiet axes; made once per chart, since Altair is slow.

    `height` is that of the whole in pixels, legend and labels included, so that a page keeps room for it beforehand.
    """
    chart = chart.properties(width="container", height=round(height) + PADDING_TOP + PADDING_BOTTOM)
    text = {"labelFontSize": FONT_SIZE, "labelColor": ground.ink, "titleColor": ground.quiet}
    spec: dict[str, Any] = chart.configure(
        font=FONT,
        background="transparent",
        autosize={"type": "fit", "contains": "padding"},
        padding={"top": PADDING_TOP, "bottom": PADDING_BOTTOM, "left": 0, "right": 5},
        view={"stroke": None},
        axis={**text, "domain": False, "ticks": False, "grid": False, "labelPadding": 6},
        legend={**text, "symbolStrokeColor": ground.quiet, "symbolStrokeWidth": 0.5, "labelLimit": 260},
    ).to_dict()
    return spec


def tooltips(**titles: str) -> list[alt.Tooltip]:
    """A tooltip with a line for each field, under titles in the visitor's language."""
    return [alt.Tooltip(field, type="nominal", title=title) for field, title in titles.items()]


def text_width(labels: Iterable[str]) -> float:
    """About how wide the widest of these is in pixels; a Chinese character is as wide as it is high."""
    return (
        max((sum(1 if east_asian_width(c) == "W" else 0.56 for c in label) for label in labels), default=0) * FONT_SIZE
    )
