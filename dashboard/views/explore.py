"""The explore page: filters, map with timeline, dossier."""

from __future__ import annotations

import streamlit as st

from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import at_any_time
from dashboard.charts.timeline import timeline
from dashboard.components.mount import mount
from dashboard.contract.map import MapUi
from dashboard.contract.timeline import TimelineData, TimelineWords
from dashboard.html.render import dossier_html, welcome_html
from dashboard.map.deck import map_message
from dashboard.map.options import MapOptions
from dashboard.map.svg import map_svg
from dashboard.published.files import map_files, timeline_titles
from dashboard.state import link
from dashboard.views.parts.context import Page, ui_words
from dashboard.views.parts.filters import filters
from dashboard.views.parts.panel import show_dossier
from dashboard.views.parts.search import search_box
from dashboard.views.parts.status import showing, status
from dashboard.visit import current_visit


def show_explore_page(page: Page) -> None:
    """Draw the whole page."""
    with st.container(key="explore", horizontal=True, gap="medium"):
        with st.container(key="rail", width=215):
            search_box(page)
            filters(page, colouring=True)
        with st.container(key="stage", width="stretch"):
            status(page)
            _map(page)
            _timeline(page)
        with st.container(key="panel", width=350):
            _panel(page)


def _map(page: Page) -> None:
    t, state = page.t, page.state
    sheet = map_files(page.catalogue, state.layout, t)
    options = MapOptions(sheet, page.theme, state.colouring, state.selected)
    flat = current_visit(page.catalogue).flat
    fallback = map_svg(page.view, options, t) if flat else None
    ui = ui_words(t, "map.ui", MapUi)
    mount("map", map_message(page.view, options, t, ui=ui, summary=showing(page), fallback=fallback), key="map")


def _timeline(page: Page) -> None:
    """Draw bars per year and rows of the selection. It ignores the filter of years, which it sets."""
    t, state = page.t, page.state
    view = at_any_time(page.view)
    found = dossier_of(view, state.selected) if state.selected else None
    data: TimelineData = {
        **timeline(view, found, t, page.theme),
        "language": t.language,
        "years": state.filter.years,
        "titles": timeline_titles(page.catalogue, t),
        "ui": ui_words(t, "timeline.ui", TimelineWords),
    }
    mount("timeline", data, key="timeline")


def _panel(page: Page) -> None:
    key = page.state.selected
    if key is None:
        html = welcome_html(page.view, page.words, page.theme)
    else:
        html = dossier_html(dossier_of(page.view, key), page.words, page.theme, link("dossier", page.state))
    show_dossier(page, html, key="dossier")
