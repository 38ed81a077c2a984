"""The Streamlit script: each run draws one page for one visitor. Served by `app.py`."""

from __future__ import annotations

import logging
from functools import partial

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard.catalogue.borrowed import bare
from dashboard.html.render import MAP_PAGE
from dashboard.loading import live
from dashboard.serving.metrics import RUNS
from dashboard.views.about import show_about_page
from dashboard.views.changes import show_changes_page
from dashboard.views.compare import show_compare_page
from dashboard.views.data import show_data_page
from dashboard.views.dossier import show_dossier_page
from dashboard.views.explore import show_explore_page
from dashboard.views.insights import show_insights_page
from dashboard.views.parts.context import page_of
from dashboard.views.parts.failure import show_failure
from dashboard.views.parts.line import show_line
from dashboard.views.parts.status import broken, is_editors
from dashboard.views.sectors import show_sectors_page
from dashboard.views.stories import show_stories_page
from dashboard.visit import Visit, current_visit

LOG = logging.getLogger(__name__)

# Pages by name, as used in addresses and text keys. (A comment: Streamlit would show a string here on the page.)
PAGES = {
    "explore": show_explore_page,
    "insights": show_insights_page,
    "compare": show_compare_page,
    "dossier": show_dossier_page,
    "sectors": show_sectors_page,
    "stories": show_stories_page,
    "data": show_data_page,
    "changes": show_changes_page,
    "about": show_about_page,
}


@RUNS.measured
def main() -> None:
    """Run the whole script once."""
    snapshot = live().get()
    visit = current_visit(snapshot.catalogue)
    page = page_of(snapshot, visit.reconcile(snapshot.catalogue))
    t = page.t
    pages = {
        name: st.Page(partial(body, name), title=t(f"nav.{name}"), url_path=name, default=name == MAP_PAGE)
        for name in PAGES
    }
    visit.pages = pages
    opened = st.navigation(list(pages.values()), position="hidden")
    current = next(name for name, each in pages.items() if each == opened)
    switch_if_requested(visit, current)
    st.set_page_config(
        page_title=f"{bare(opened.title)} · {t.for_files.text(page.catalogue.atlas.title)}", layout="wide"
    )
    with st.container(key="page", gap=None):  # all that is shown of Streamlit: frontend/src/page/page.css
        with st.container(key="broken"):  # always there, so that what follows keeps its place and is not built anew
            if snapshot.problems and is_editors():
                broken(snapshot.problems, t)
        opened.run()
        show_line(visit, path_of(opened), snapshot, t, whole=True)


@st.fragment
@RUNS.measured
def body(name: str) -> None:
    """Draw everything below the header. A click inside reruns this fragment alone."""
    snapshot = live().get()
    visit = current_visit(snapshot.catalogue)
    page = page_of(snapshot, visit.reconcile(snapshot.catalogue))
    switch_if_requested(visit, name)
    try:
        PAGES[name](page)
    except Exception:  # whatever it is: the line below must stand, or no click would reach Python any more
        LOG.exception("The page %s could not be drawn", name)
        show_failure(page.t)
    show_line(visit, path_of(visit.pages[name]), snapshot, page.t, whole=False)


def path_of(page: StreamlitPage) -> str:
    """Path of a page relative to any other page; "./" for the first page."""
    return page.url_path or "./"


def switch_if_requested(visit: Visit, current: str) -> None:
    """Switch to the page of the visit if it is another one; this ends the run."""
    if visit.page not in visit.pages:
        visit.page = current
    elif visit.page != current:
        st.switch_page(visit.pages[visit.page])


main()
