"""The insights page: ties by pair, sector, project stage and year, and the gaps."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.catalogue import metrics
from dashboard.charts import insights as charts
from dashboard.html.render import MAP_PAGE, gaps_html
from dashboard.text import captions
from dashboard.text.translator import Translator
from dashboard.views.parts.context import Page
from dashboard.views.parts.filters import filter_bar
from dashboard.views.parts.panel import show_html
from dashboard.views.parts.switch import switch

COUNTED = {
    "matrix": ("records",),
    "sectors": ("ties",),
    "stages": ("projects",),
    "by_sector": ("projects",),
    "years": metrics.SIGNED_OR_HELD,
}
"""Things that the numbers of a chart count."""


def show_insights_page(page: Page) -> None:
    """Draw the whole page; a chart without data under the filter is replaced by a sentence that says so."""
    t, view, words, theme = page.t, page.view, page.words, page.theme
    with st.container(key="insights", gap="large"):
        filter_bar(page)
        if not view.rows:
            return
        _matrix(page)
        country = page.state.side or next(iter(page.catalogue.atlas.countries))
        countries = {code: t.name(entry) for code, entry in page.catalogue.atlas.countries.items()}
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(t("insights.side"), width="content")
            switch(page, "side", t("insights.side"), countries, country)
        _chart(
            "sectors", charts.sectors_spec(view, country, t, theme), captions.sectors_caption(view, country, words), t
        )
        left, right = st.columns(2, gap="large")
        with left:
            _chart(
                "stages", charts.stages_spec(view, country, t, theme), captions.stages_caption(view, country, words), t
            )
        with right:
            _chart(
                "by_sector", charts.sector_stages_spec(view, t, theme), captions.sector_stages_caption(view, words), t
            )
        _chart("years", charts.years_spec(view, t, theme), captions.years_caption(view, words), t)
        _gaps(page, country)


def _chart(name: str, spec: dict[str, Any], says: str | None, t: Translator, **options: Any) -> None:
    """Draw a chart under its title and caption. On a narrow screen it scrolls within its frame."""
    with st.container(key=f"part_{name}", gap="small"):
        counted = [t(f"terms.{part}.says") for part in COUNTED[name]]
        st.subheader(t(f"insights.{name}.title"), anchor=name, help="\n\n".join(counted))
        st.markdown(says or t("insights.nothing"))
        if says is None:
            return
        with st.container(key=f"scroll_{name}"), st.container(key=f"wide_{name}"):
            described = {**spec, "description": says}
            st.vega_lite_chart(described, height=spec["height"], key=f"chart_{name}", theme=None, **options)
        st.markdown(t(f"insights.{name}.hint"))


def _matrix(page: Page) -> None:
    t, view = page.t, page.view
    key = "chart_matrix"

    def picked() -> None:
        chart = st.session_state.get(key)
        if chart and (points := chart.selection[charts.MATRIX_CELL]):
            _open_on_map(page, points[0].get("pair"))

    with st.container(key="matrix", gap="small"):
        spec = charts.matrix_spec(view, t, page.theme)
        caption = captions.matrix_caption(view, page.words)
        _chart("matrix", spec, caption, t, on_select=picked, selection_mode=charts.MATRIX_CELL)
        if left_out := captions.units_without_pairs(view, page.words):
            st.markdown(left_out)
        pairs = sorted((pair.key for pair in view.regional()), key=page.words.title)
        st.session_state["w_pair"] = None
        st.selectbox(
            t("insights.pick"),
            pairs,
            format_func=page.words.title,
            key="w_pair",
            placeholder=t("insights.pick_hint"),
            width=360,
            on_change=lambda: _open_on_map(page, st.session_state["w_pair"]),
        )


def _gaps(page: Page, country: str) -> None:
    with st.container(key="part_gaps", gap="small"):
        st.subheader(page.t("insights.gaps.title"), anchor="gaps")
        show_html(
            gaps_html(metrics.find_gaps(page.view, country), page.words),
            key="gaps",
        )


def _open_on_map(page: Page, key: object) -> None:
    if key:  # nothing was picked in a session that has just begun
        page.apply({"do": "open", "page": MAP_PAGE, "selected": key})
