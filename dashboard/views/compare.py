"""The compare page: two regions or two pairs side by side."""

from __future__ import annotations

import streamlit as st

from dashboard.catalogue.comparison import candidates, comparison_of
from dashboard.html.figures import SUBJECTS, compare_html
from dashboard.views.parts.context import Page
from dashboard.views.parts.panel import show_html


def show_compare_page(page: Page) -> None:
    """Draw the whole page; by default it compares the two with the most records."""
    catalogue, chosen = page.catalogue, page.state.compare
    subject = catalogue.subject_of(chosen[0]) if chosen else SUBJECTS[0]
    first, second, *_ = (*(chosen or candidates(catalogue, subject)), "", "")
    keys = (first, second) if second else None
    found = comparison_of(page.view, keys) if keys and page.view.rows else None
    with st.container(key="compare", gap="small"):
        show_html(compare_html(found, keys, subject, page.words), key="versus")
