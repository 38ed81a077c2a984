"""The page of a full dossier: one pair, unit or place to read and print, or the list to choose one from."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import Filter
from dashboard.components.panel import html_panel
from dashboard.html.render import choose_html, dossier_page_html
from dashboard.state import change, link
from dashboard.views.parts.context import Page
from dashboard.views.parts.search import finder


def show_dossier_page(page: Page) -> None:
    """Draws what the address selects; without a selection, everything that can be selected."""
    words, key = page.words, page.state.selected

    def address(selected: str) -> str:
        return link("dossier", page.catalogue, replace(page.state, selected=selected))

    with st.container(key="dossier_page"):
        if key is None:
            with st.container(key="dossier_find"), st.container(width=420):
                finder(page)
            html = choose_html(page.view, words, page.theme, address)
        else:
            st.set_page_config(page_title=f"{words.title(key)} · {page.t.text(page.catalogue.atlas.title)}")
            found = dossier_of(page.view, key)
            html = dossier_page_html(page.view, found, words, page.theme, address)
        html_panel(
            html,
            key="full_dossier",
            on_pick=lambda picked: change(selected=picked if picked in page.catalogue.keys else None),
            on_act=lambda _: change(filter=Filter()),
        )
