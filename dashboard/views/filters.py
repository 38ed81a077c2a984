"""The filters at the left: pills with counts for every dimension, words, years."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.catalogue.queries import DIMENSIONS
from dashboard.catalogue.schema import Named
from dashboard.charts.timeline import year_range
from dashboard.state import change_filter
from dashboard.views.page import Page
from dashboard.views.status import status


def filters(page: Page) -> None:
    """Draws every filter; each option says how many records it would show."""
    kinds = page.catalogue.kinds
    vocabularies: dict[str, Mapping[str, Named]] = {
        "sectors": page.catalogue.sectors,
        "closeness": kinds.closeness,
        "stages": kinds.stages,
        "levels": kinds.levels,
        "kinds": {**kinds.agreements, **kinds.links},
    }
    _words(page)
    for dimension in DIMENSIONS:
        _pills(page, dimension, vocabularies[dimension])


def sieve(page: Page) -> None:
    """What a page without a rail has instead: how much is shown, and the filters folded away beside it."""
    with st.container(key="sieve", horizontal=True, vertical_alignment="center"):
        with st.popover(page.t("insights.filters"), icon=":material/filter_list:"):
            filters(page)
            years_slider(page)
        with st.container(width="stretch"):
            status(page)


def _pills(page: Page, dimension: str, vocabulary: Mapping[str, Named]) -> None:
    counts = page.view.facets[dimension]
    chosen = getattr(page.state.filter, dimension)
    options = [key for key in vocabulary if counts.get(key) or key in chosen]
    key = f"w_{dimension}"
    st.session_state[key] = [option for option in options if option in chosen]
    st.pills(
        page.t(f"filters.{dimension}"),
        options,
        selection_mode="multi",
        format_func=lambda option: f"{page.t.name(vocabulary[option])} :gray[{page.t.number(counts.get(option, 0))}]",
        key=key,
        on_change=lambda: change_filter(**{dimension: frozenset(st.session_state[key])}),
    )


def _words(page: Page) -> None:
    st.session_state["w_text"] = page.state.filter.text
    st.text_input(
        page.t("filters.text"),
        key="w_text",
        placeholder=page.t("filters.text_placeholder"),
        on_change=lambda: change_filter(text=st.session_state["w_text"].strip()),
    )


def years_slider(page: Page) -> None:
    """The years to filter by; the full range filters nothing."""
    whole = year_range(page.catalogue)
    st.session_state["w_years"] = page.state.filter.years or whole

    def changed() -> None:
        years = tuple(st.session_state["w_years"])
        change_filter(years=None if years == whole else years)

    st.slider(page.t("filters.years"), *whole, key="w_years", label_visibility="collapsed", on_change=changed)
