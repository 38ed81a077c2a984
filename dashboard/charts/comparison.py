"""The chart of a comparison: counts of one thing to the left of a middle line, of the other to the right."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt

from dashboard.catalogue.kept import kept
from dashboard.charts.insights import BAR, ROW_LABEL
from dashboard.charts.palette import GROUNDS, Theme
from dashboard.charts.vega import FONT_SIZE, LINE_HEIGHT, finish_spec, tooltips
from dashboard.text.translator import Translator

BAR_HEADROOM = 1.3
"""Frame width over longest bar: leaves room for the number at its end, also on a narrow screen."""

Counted = tuple[tuple[str, tuple[int, int]], ...]


@kept(on="t", most=64)
def comparison_spec(counts: Counted, names: tuple[str, str], of: str, t: Translator, theme: Theme) -> dict[str, Any]:
    """Bars of (label, (count of the first, count of the second)). `of` is the title of the labels."""
    ground = GROUNDS[theme]
    most = max((n for _, both in counts for n in both), default=0)
    values = [
        {"label": label, "name": name, "n": n, "at": n * sign, "shown": t.number(n)}
        for label, both in counts
        for name, n, sign in zip(names, both, (-1, 1), strict=True)
    ]
    scale = alt.Scale(domain=[-most * BAR_HEADROOM, most * BAR_HEADROOM], nice=False)
    labels = alt.Scale(domain=[label for label, _ in counts])
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=alt.X("at:Q", axis=None, scale=scale),
        y=alt.Y("label:N", scale=labels, axis=alt.Axis(title=None, labelLimit=ROW_LABEL)),
        tooltip=tooltips(name=" ", label=of, shown=t("timeline.records")),
    )
    colours = alt.Scale(domain=names, range=[ground.accent, ground.fills[3]])
    legend = alt.Legend(title=None, orient="top", offset=4, symbolType="square", columns=1)
    bars = base.mark_bar().encode(color=alt.Color("name:N", scale=colours, legend=legend))
    # Bars to the left and to the right: a Vega expression for their sign, and where their numbers go.
    sides: tuple[tuple[str, int, Literal["left", "right"]], ...] = (("<", -4, "right"), (">", 4, "left"))
    numbers = [
        base.transform_filter(f"datum.at {sign} 0")
        .mark_text(dx=dx, fontSize=FONT_SIZE, color=ground.ink, align=align)
        .encode(text="shown:N")
        for sign, dx, align in sides
    ]
    return finish_spec(alt.layer(bars, *numbers), LINE_HEIGHT * len(names) + BAR * len(counts), ground)
