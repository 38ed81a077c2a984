"""Font, axes, tooltips and height that all Vega-Lite charts share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from unicodedata import east_asian_width

import altair as alt

from dashboard.charts.palette import Ground

FONT = "Inter, 'Noto Sans SC', sans-serif"
FONT_SIZE = 12
PADDING_TOP, PADDING_BOTTOM, LINE_HEIGHT = 10, 5, 17
"""Pixels above and below a chart, and per line of a legend or an axis."""


def finish_spec(chart: alt.LayerChart | alt.FacetChart, height: float, ground: Ground) -> dict[str, Any]:
    """The chart as a Vega-Lite dict, without frame, grid and ticks. Slow: keep the result.

    `height` is the height of the whole in pixels, with legend and labels, so that a page can reserve the room.
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
    """A tooltip with a line for each field. The arguments are fields with their titles."""
    return [alt.Tooltip(field, type="nominal", title=title) for field, title in titles.items()]


def text_width(labels: Iterable[str]) -> float:
    """Approximate width in pixels of the widest label. A Chinese character is as wide as the font is high."""
    return (
        max((sum(1 if east_asian_width(c) == "W" else 0.56 for c in label) for label in labels), default=0) * FONT_SIZE
    )
