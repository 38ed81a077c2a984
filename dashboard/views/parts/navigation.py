"""From one page to another, with the state as it is or with what was picked selected there."""

from __future__ import annotations

import streamlit as st

from dashboard.state import address, change
from dashboard.views.parts.context import Page

WANTED = "wanted_page"


def request_page(name: str) -> None:
    """Asks for a page; meant for callbacks, in which no page can be opened."""
    st.session_state[WANTED] = name


def open_on_map(page: Page, key: object) -> None:
    """Selects a pair, unit or place and asks for the map, the first of the pages; meant for callbacks."""
    if key in page.catalogue.keys:
        change(selected=key)
        request_page(next(iter(page.links)))


def switch_if_requested(page: Page) -> None:
    """Opens the page that a callback asked for, if any."""
    if name := st.session_state.pop(WANTED, None):
        st.switch_page(page.links[name], query_params=address(page.catalogue, page.state))
