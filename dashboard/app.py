"""The atlas as a Streamlit app; started by `twinned serve`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard.catalogue.queries import select
from dashboard.live import Live
from dashboard.state import current
from dashboard.views.compare import compare
from dashboard.views.data import data
from dashboard.views.dossier import dossier
from dashboard.views.explore import explore
from dashboard.views.header import header
from dashboard.views.insights import insights
from dashboard.views.page import Page
from dashboard.views.status import broken, watch
from dashboard.words import Words

# Every page by its name in the address and in the words. (A comment: Streamlit would show a text here on the page.)
PAGES = {"explore": explore, "insights": insights, "compare": compare, "dossier": dossier, "data": data}


@st.cache_resource(show_spinner=False)
def live() -> Live:
    """The table, shared by all visits."""
    return Live()


def main() -> None:
    """One run of a page for one visit."""
    loaded = live().get()
    catalogue = loaded.catalogue
    state = current(catalogue)
    t = loaded.translators[state.language]
    links: dict[str, StreamlitPage] = {}
    page = Page(
        view=select(catalogue, state.filter),
        state=state,
        words=Words(catalogue, t),
        theme="dark" if st.context.theme.type == "dark" else "light",
        links=links,
    )
    links |= {
        name: st.Page(partial(draw, page), title=t(f"nav.{name}"), url_path=name, default=draw is explore)
        for name, draw in PAGES.items()
    }
    opened = st.navigation(list(links.values()), position="hidden")
    st.set_page_config(page_title=f"{opened.title} · {t.text(catalogue.atlas.title)}", layout="wide")
    st.html(Path(__file__).parent / "static" / "page.css")
    header(page, with_map=opened == links["explore"])
    broken(live().problems, t)
    opened.run()
    watch(live())


main()
