"""The page to explore: the stage in the browser draws all of it; Python only confirms what was chosen there."""

from __future__ import annotations

import streamlit as st

from dashboard.html.render import failed_html
from dashboard.views.parts.context import Page
from dashboard.views.parts.panel import show_html


def show_explore_page(page: Page) -> None:
    """Say that the stage could not be loaded; the stage hides it."""
    with st.container(key="failed"):
        show_html(failed_html(page.t, "stage.failed"), key="unloaded")
