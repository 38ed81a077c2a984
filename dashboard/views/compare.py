"""The compare page: two regions or two pairs side by side."""

from __future__ import annotations

import streamlit as st

from dashboard.catalogue import comparison
from dashboard.catalogue.model import Subject
from dashboard.charts.comparison import comparison_spec
from dashboard.html.render import compare_html
from dashboard.text import captions
from dashboard.views.parts.context import Page
from dashboard.views.parts.filters import filter_bar
from dashboard.views.parts.panel import show_html

SUBJECTS: tuple[Subject, Subject] = ("unit", "pair")
NAMES = ("first", "second")


def show_compare_page(page: Page) -> None:
    """Draw the whole page."""
    with st.container(key="compare", gap="medium"):
        filter_bar(page)
        chosen = _choice(page)
        if chosen and page.view.rows:
            _comparison(page, chosen)


def _choice(page: Page) -> tuple[str, str] | None:
    """Draw the controls; return the two keys to compare, by default those with the most records."""
    t, state, catalogue = page.t, page.state, page.catalogue
    kind = catalogue.subject_of(state.compare[0]) if state.compare else SUBJECTS[0]
    st.session_state["w_kind"] = kind

    def changed_kind() -> None:
        first, second, *_ = (*comparison.candidates(catalogue, st.session_state["w_kind"]), "", "")
        if st.session_state["w_kind"] != kind:
            page.set("compare", [first, second] if second else None)

    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.segmented_control(
            t("compare.kind"),
            SUBJECTS,
            format_func=lambda name: t(f"compare.{name}"),
            key="w_kind",
            required=True,
            on_change=changed_kind,
        )
        options = comparison.candidates(catalogue, kind)
        if len(options) < len(NAMES):
            st.info(t("compare.too_few"))
            return None
        keys = state.compare or (options[0], options[1])

        def changed() -> None:
            chosen = st.session_state["w_first"], st.session_state["w_second"]
            if chosen != keys:
                page.set("compare", list(chosen))

        for name, key, other in zip(NAMES, keys, reversed(keys), strict=True):
            st.session_state[f"w_{name}"] = key
            st.selectbox(
                t(f"compare.{name}"),
                [option for option in options if option != other],
                format_func=page.words.title,
                key=f"w_{name}",
                width=340,
                on_change=changed,
            )
    return keys


def _comparison(page: Page, keys: tuple[str, str]) -> None:
    t, catalogue = page.t, page.catalogue
    found = comparison.comparison_of(page.view, keys)
    st.markdown(f"**{captions.difference_caption(found, page.words)}**")
    names = (page.words.title(keys[0]), page.words.title(keys[1]))
    left, right = st.columns([3, 2], gap="large")
    charts = (
        (left, "sectors", "ties", found.sectors, catalogue.sectors),
        (right, "stages", "projects", found.stages, catalogue.kinds.stages),
    )
    for column, name, counts_of, counts, vocabulary in charts:
        with column:
            st.subheader(t(f"compare.{name}"), anchor=False, help=t(f"terms.{counts_of}.says"))
            if counts:
                counted = tuple((t.name(vocabulary[key]), both) for key, both in counts.items())
                of = t(f"filters.{name}")
                spec = {**comparison_spec(counted, names, of, t, page.theme), "description": t(f"compare.{name}")}
                st.vega_lite_chart(spec, height=spec["height"], key=f"chart_{name}", theme=None)
            else:
                st.markdown(t("insights.nothing"))
    show_html(compare_html(found, page.words), key="versus")
