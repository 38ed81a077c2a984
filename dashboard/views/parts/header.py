"""The header of every page: title, navigation, layout of the map, language."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.html.render import NavLink, Switch, head_html
from dashboard.state import LAYOUTS, link
from dashboard.views.parts.context import Page
from dashboard.views.parts.panel import show_html


def header(page: Page, pages: Mapping[str, str], current: str, *, with_map: bool) -> None:
    """Draw the header of the page `current`; `pages` gives the path of each page, relative to any other."""
    t, state, atlas = page.t, page.state, page.catalogue.atlas
    links = [NavLink(name, link(path, state), t(f"nav.{name}"), name == current) for name, path in pages.items()]
    switches = [Switch("language", t("header.language"), atlas.languages, state.language)]
    if with_map:
        layouts = {name: t(f"header.{name}") for name in LAYOUTS}
        switches.insert(0, Switch("layout", t("header.layout"), layouts, state.layout))
    with st.container(key="head", horizontal=True, vertical_alignment="center", gap="medium"):
        st.title(t.text(atlas.title), anchor=False, width="content")
        with st.container(key="nav", width="stretch"):
            show_html(head_html(links, switches, t), key="head_panel")


def switch(page: Page, name: str, label: str, options: Mapping[str, str], value: str) -> None:
    """Draw a choice of exactly one of a few options for the field `name` of the state."""
    key = f"w_{name}"
    st.session_state[key] = value

    def changed() -> None:
        if st.session_state[key] != value:  # in a session that has just begun nothing was chosen
            page.set(name, st.session_state[key])

    st.segmented_control(
        label,
        list(options),
        format_func=options.__getitem__,
        key=key,
        required=True,
        label_visibility="collapsed",
        on_change=changed,
    )
