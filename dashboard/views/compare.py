"""The page to compare: two regions or two pairs side by side."""

from __future__ import annotations

import streamlit as st

from dashboard import sentences
from dashboard.catalogue import compare as comparing
from dashboard.charts.compare import versus
from dashboard.components.dossier import dossier as show_html
from dashboard.render import compare_html
from dashboard.state import change, kind_of
from dashboard.views.filters import sieve
from dashboard.views.open import follow, open_on_map
from dashboard.views.page import Page

KINDS = ("unit", "pair")
NAMES = ("first", "second")


def compare(page: Page) -> None:
    """Draws the whole page."""
    follow(page)
    with st.container(key="compare", gap="medium"):
        sieve(page)
        chosen = _choice(page)
        if chosen and page.view.rows:
            _comparison(page, *chosen)


def _choice(page: Page) -> tuple[str, tuple[str, str]] | None:
    """What is compared: the kind and the two keys; by default the two fullest."""
    t, state, catalogue = page.t, page.state, page.catalogue
    kind = kind_of(state.compare[0], catalogue) if state.compare else KINDS[0]
    st.session_state["w_kind"] = kind

    def changed_kind() -> None:
        first, second, *_ = (*comparing.candidates(catalogue, st.session_state["w_kind"]), "", "")
        change(compare=(first, second) if second else None)

    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.segmented_control(
            t("compare.kind"),
            KINDS,
            format_func=lambda name: t(f"compare.{name}"),
            key="w_kind",
            required=True,
            on_change=changed_kind,
        )
        options = comparing.candidates(catalogue, kind)
        if len(options) < len(NAMES):
            st.info(t("compare.too_few"))
            return None
        keys = state.compare or (options[0], options[1])

        def changed() -> None:
            change(compare=(st.session_state["w_first"], st.session_state["w_second"]))

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
    return kind, keys


def _comparison(page: Page, kind: str, keys: tuple[str, str]) -> None:
    t, catalogue = page.t, page.catalogue
    found = comparing.compare(page.view, kind, keys)
    st.markdown(f"**{sentences.difference(found, page.words)}**")
    names = (page.words.title(keys[0]), page.words.title(keys[1]))
    left, right = st.columns([3, 2], gap="large")
    charts = (
        (left, "sectors", found.sectors, catalogue.sectors),
        (right, "stages", found.stages, catalogue.kinds.stages),
    )
    for column, name, counts, vocabulary in charts:
        with column:
            st.subheader(t(f"compare.{name}"), anchor=False)
            if counts:
                counted = tuple((t.name(vocabulary[key]), both) for key, both in counts.items())
                of = t(f"filters.{name}")
                spec = {**versus(counted, names, of, t, page.theme), "description": t(f"compare.{name}")}
                st.vega_lite_chart(spec, height=spec["height"], key=f"chart_{name}", theme=None)
            else:
                st.markdown(t("insights.nothing"))
    show_html(
        compare_html(found, page.words, page.theme),
        key="versus",
        on_pick=lambda picked: open_on_map(page, picked),
        on_act=lambda _: change(),
    )
