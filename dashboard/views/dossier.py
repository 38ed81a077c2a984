"""The dossier page: a pair, unit or place to read and print, or a list to choose from."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.catalogue.borrowed import bare
from dashboard.catalogue.dossier import dossier_of
from dashboard.html.render import Shown, choose_html, dossier_page_html
from dashboard.state import dossier_link, sector_link
from dashboard.views.parts.context import Page
from dashboard.views.parts.panel import show_dossier
from dashboard.visit import current_visit


def show_dossier_page(page: Page) -> None:
    """Draw the dossier of the selection, or the list of all dossiers if nothing is selected."""
    words, key, part = page.words, page.state.selected, current_visit(page.catalogue).part
    to_dossier, to_sector = partial(dossier_link, page.state), partial(sector_link, page.state)
    with st.container(key="dossier_page"):
        if key is None:
            html = choose_html(page.view, words, to_dossier)
        else:
            title = page.t.for_files.text(page.catalogue.atlas.title)
            st.set_page_config(page_title=f"{bare(words.title(key))} · {title}")
            found = dossier_of(page.view, key)
            shown = Shown(whole=page.state.whole, wanted=part, since=page.state.since)
            html = dossier_page_html(page.view, found, words, to_dossier, to_sector, **shown)
        show_dossier(page, html, key="full_dossier", part=part)
