"""The page of a full dossier: one pair, unit or place to read and print, or the list to choose one from."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.catalogue.dossier import dossier as dossier_of
from dashboard.catalogue.queries import Filter
from dashboard.components.dossier import dossier as show_dossier
from dashboard.render import choose_html, dossier_page_html
from dashboard.state import change, kind_of, link
from dashboard.views.finder import finder
from dashboard.views.page import Page


def dossier(page: Page) -> None:
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
            found = dossier_of(page.view, kind_of(key, page.catalogue), key)
            html = dossier_page_html(page.view, found, words, page.theme, address)
        show_dossier(
            html,
            key="full_dossier",
            on_pick=lambda picked: change(selected=picked if picked in page.catalogue.keys else None),
            on_act=lambda _: change(filter=Filter()),
        )
