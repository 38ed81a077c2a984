"""The page about the atlas: what it is, how to read it, what its numbers count, and on what terms it may be used."""

from __future__ import annotations

import streamlit as st

from dashboard.html.render import about_html
from dashboard.views.parts.context import Page
from dashboard.views.parts.panel import show_html
from dashboard.visit import current_visit


def show_about_page(page: Page) -> None:
    """Draw the whole page; its numbers are those of the whole table."""
    with st.container(key="about_page"):
        show_html(about_html(page.catalogue, page.words), key="about", part=current_visit(page.catalogue).part)
