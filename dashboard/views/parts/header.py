"""The head of every page: title, pages, layout of the map, language."""

from __future__ import annotations

import streamlit as st

from dashboard.state import LAYOUTS, change
from dashboard.views.parts.context import Page


def header(page: Page, *, with_map: bool) -> None:
    """Draws the head; its switches change the state before the page runs again."""
    t, state, atlas = page.t, page.state, page.catalogue.atlas
    with st.container(key="head", horizontal=True, vertical_alignment="center", gap="medium"):
        st.title(t.text(atlas.title), anchor=False, width="content")
        with st.container(key="nav", horizontal=True, gap="small", width="stretch"):
            for link in page.links.values():
                st.page_link(link)
        if with_map:
            layouts = {name: t(f"header.{name}") for name in LAYOUTS}
            switch("layout", t("header.layout"), layouts, state.layout)
        switch("language", t("header.language"), dict(atlas.languages), state.language)


def switch(name: str, label: str, options: dict[str, str], value: str) -> None:
    """One of few options side by side, for the part `name` of the state; one is always chosen."""
    key = f"w_{name}"
    st.session_state[key] = value
    st.segmented_control(
        label,
        list(options),
        format_func=options.__getitem__,
        key=key,
        required=True,
        label_visibility="collapsed",
        on_change=lambda: change(**{name: st.session_state[key]}),
    )
