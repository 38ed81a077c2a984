"""The page of insights: who is tied to whom, in what, how far, since when, and what is missing."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard import sentences
from dashboard.catalogue import metrics
from dashboard.charts import insights as charts
from dashboard.components.dossier import dossier as show_html
from dashboard.i18n import Translator
from dashboard.render import gaps_html
from dashboard.state import change
from dashboard.views.filters import sieve
from dashboard.views.header import switch
from dashboard.views.open import follow, open_on_map
from dashboard.views.page import Page


def insights(page: Page) -> None:
    """Draws the whole page; a chart that the filter leaves nothing of says so instead."""
    follow(page)
    t, view, words, theme = page.t, page.view, page.words, page.theme
    with st.container(key="insights", gap="large"):
        sieve(page)
        if not view.rows:
            return
        _matrix(page)
        country = page.state.side or next(iter(page.catalogue.atlas.countries))
        countries = {code: t.name(entry) for code, entry in page.catalogue.atlas.countries.items()}
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(t("insights.side"), width="content")
            switch("side", t("insights.side"), countries, country)
        _chart("sectors", charts.sectors(view, country, t, theme), sentences.sectors(view, country, words), t)
        left, right = st.columns(2, gap="large")
        with left:
            _chart("stages", charts.stages(view, country, t, theme), sentences.stages(view, country, words), t)
        with right:
            _chart("by_sector", charts.stages_of_sectors(view, t, theme), sentences.by_sector(view, words), t)
        _chart("years", charts.years(view, t, theme), sentences.years(view, words), t)
        _gaps(page, country)


def _chart(name: str, spec: dict[str, Any], says: str, t: Translator, **options: Any) -> None:
    """A chart under its title and what it shows; on a narrow screen it scrolls in its frame."""
    with st.container(key=f"part_{name}", gap="small"):
        st.subheader(t(f"insights.{name}.title"), anchor=name)
        st.markdown(says)
        if says == t("insights.nothing"):
            return
        with st.container(key=f"scroll_{name}"), st.container(key=f"wide_{name}"):
            told = {**spec, "description": says}
            st.vega_lite_chart(told, height=spec["height"], key=f"chart_{name}", theme=None, **options)
        st.markdown(t(f"insights.{name}.hint"))


def _matrix(page: Page) -> None:
    t, view = page.t, page.view
    key = "chart_matrix"

    def picked() -> None:
        if points := st.session_state[key].selection[charts.CELL]:
            open_on_map(page, points[0].get("pair"))

    with st.container(key="matrix", gap="small"):
        spec = charts.matrix(view, t, page.theme)
        said = sentences.matrix(view, page.words)
        _chart("matrix", spec, said, t, on_select=picked, selection_mode=charts.CELL)
        if left_out := sentences.bare(view, page.words):
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
            on_change=lambda: open_on_map(page, st.session_state["w_pair"]),
        )


def _gaps(page: Page, country: str) -> None:
    with st.container(key="part_gaps", gap="small"):
        st.subheader(page.t("insights.gaps.title"), anchor="gaps")
        show_html(
            gaps_html(metrics.gaps(page.view, country), page.words, page.theme),
            key="gaps",
            on_pick=lambda picked: open_on_map(page, picked),
            on_act=lambda _: change(),
        )
