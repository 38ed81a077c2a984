"""The page to explore: filters, map with timeline, dossier."""

from __future__ import annotations

import streamlit as st

from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import Filter, at_any_time
from dashboard.charts.timeline import timeline
from dashboard.components.map import UI_KEYS, Pick, deckmap
from dashboard.components.panel import html_panel
from dashboard.components.timeline import UI_KEYS as TIMELINE_KEYS
from dashboard.components.timeline import timeline as show_timeline
from dashboard.html.render import dossier_html, welcome_html
from dashboard.map.deck import MapOptions, legend, map_deck, scale_bars
from dashboard.map.svg import map_svg
from dashboard.published.files import map_files, timeline_titles
from dashboard.state import change, change_filter, link
from dashboard.views.parts.context import Page
from dashboard.views.parts.filters import filters, toggle
from dashboard.views.parts.navigation import request_page, switch_if_requested
from dashboard.views.parts.search import finder
from dashboard.views.parts.status import showing, status


def show_explore_page(page: Page) -> None:
    """Draws the whole page."""
    with st.container(key="explore", horizontal=True, gap="medium"):
        with st.container(key="rail", width=215):
            finder(page)
            filters(page, colouring=True)
        with st.container(key="stage", width="stretch"):
            status(page)
            _map(page)
            _timeline(page)
        with st.container(key="panel", width=350):
            _panel(page)


def _map(page: Page) -> None:
    t, state = page.t, page.state
    drawn = map_files(page.catalogue, state.layout, t)
    layout = drawn.layout
    options = MapOptions(layout, drawn.urls, page.theme, state.colouring, state.selected)
    deckmap(
        map_deck(page.view, options, t),
        key="map",
        ui={word: t(f"map.ui.{word}") for word in UI_KEYS},
        bounds=layout.bounds,
        layout=state.layout,
        selected=(page.catalogue.subject_of(state.selected), state.selected) if state.selected else None,
        on_pick=_picked,
        on_filter=lambda name, value: toggle(page, name, value),
        on_flat=lambda: st.session_state.update(flat=True),
        fallback_svg=map_svg(page.view, options, t) if st.session_state.get("flat") else None,
        legend=legend(page.view, options, t),
        scale_bars=scale_bars(layout, t),
        summary=showing(page).replace("**", ""),
        caption=t("map.true_places" if layout.is_geographic else "map.scales"),
        height="var(--map-height)",
    )


def _timeline(page: Page) -> None:
    """Bars per year and rows of what is selected, whatever years are chosen; choosing them filters the map."""
    t, state = page.t, page.state
    view = at_any_time(page.view)
    found = dossier_of(view, state.selected) if state.selected else None
    show_timeline(
        timeline(view, found, t, page.theme),
        key="timeline",
        language=t.language,
        years=state.filter.years,
        titles=timeline_titles(page.catalogue, t),
        ui={word: t(f"timeline.ui.{word}") for word in TIMELINE_KEYS},
        on_years=lambda years: change_filter(years=years),
        on_pick=lambda picked: change(selected=picked if picked in page.catalogue.keys else state.selected),
    )


def _picked(pick: Pick | None) -> None:
    """A click on a region, arc or place selects it; on a thin arc, its pair; on nothing, nothing."""
    if pick is None:
        change(selected=None)
    else:
        change(selected=pick.id.split("/")[0] if pick.kind == "link" else pick.id)


def _panel(page: Page) -> None:
    key = page.state.selected
    if key is None:
        html = welcome_html(page.view, page.words, page.theme)
    else:
        found = dossier_of(page.view, key)
        html = dossier_html(found, page.words, page.theme, link("dossier", page.catalogue, page.state))
    html_panel(
        html,
        key="dossier",
        on_pick=lambda picked: change(selected=picked if picked in page.catalogue.keys else None),
        on_act=lambda act: request_page("dossier") if act == "open" else change(filter=Filter()),
    )
    switch_if_requested(page)
