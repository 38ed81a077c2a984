"""The atlas as a Streamlit app; started by `twinned serve`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.catalogue.queries import select
from dashboard.live import Live
from dashboard.state import current
from dashboard.views.explore import explore
from dashboard.views.header import header
from dashboard.views.page import Page
from dashboard.views.status import broken, watch
from dashboard.words import Words


@st.cache_resource(show_spinner=False)
def live() -> Live:
    """The table, shared by all visits."""
    return Live()


def main() -> None:
    """One run of the page for one visit."""
    loaded = live().get()
    catalogue = loaded.catalogue
    st.set_page_config(page_title=next(iter(catalogue.atlas.title.values())), layout="wide")
    state = current(catalogue)
    t = loaded.translators[state.language]
    page = Page(
        view=select(catalogue, state.filter),
        state=state,
        words=Words(catalogue, t),
        theme="dark" if st.context.theme.type == "dark" else "light",
    )
    st.html(Path(__file__).parent / "static" / "page.css")
    header(page)
    broken(live().problems, t)
    explore(page)
    watch(live())


main()
