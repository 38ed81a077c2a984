"""The sentence for a page that fails, in the language of the visitor; Streamlit would show one in English."""

from __future__ import annotations

import streamlit as st

from dashboard.html.render import failed_html
from dashboard.loading import live
from dashboard.text.translator import Translator
from dashboard.views.parts.panel import show_html
from dashboard.visit import current_visit


def show_failure(t: Translator) -> None:
    """Say that this page could not be drawn, and what to do."""
    show_html(failed_html(t), key="failure")


def handle_failure(_: Exception) -> bool:
    """Show the sentence for an error outside the body of a page; Streamlit has logged it and shows nothing itself."""
    snapshot = live().get()
    with st.container(key="page"):
        show_failure(snapshot.translators[current_visit(snapshot.catalogue).state.language])
    return True
