"""The page of sectors: the one that the filter admits, to read and print, else a list of all to choose from."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard.catalogue.borrowed import bare
from dashboard.catalogue.filtering import select
from dashboard.catalogue.sector import sector_of
from dashboard.html.render import Shown, sector_page_html, sectors_html
from dashboard.state import dossier_link, sector_link
from dashboard.views.parts.context import Page
from dashboard.views.parts.panel import show_dossier
from dashboard.visit import current_visit


def show_sectors_page(page: Page) -> None:
    """Draw the page of a sector if the filter is set to exactly one, else the list."""
    words, state, chosen = page.words, page.state, page.state.filter.sectors
    part = current_visit(page.catalogue).part
    to_dossier, to_sector = partial(dossier_link, state), partial(sector_link, state)
    with st.container(key="sectors_page"):
        if len(chosen) == 1:
            (key,) = chosen
            name = page.t.name(page.catalogue.sectors[key])
            st.set_page_config(page_title=f"{bare(name)} · {page.t.for_files.text(page.catalogue.atlas.title)}")
            shown = Shown(whole=state.whole, wanted=part, since=state.since)
            html = sector_page_html(sector_of(page.view, key), words, to_dossier, to_sector, **shown)
        else:
            every = select(page.catalogue, replace(state.filter, sectors=frozenset()))
            html = sectors_html(every, words, to_sector)
        show_dossier(page, html, key="full_sector", part=part)
