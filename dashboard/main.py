"""The atlas as a Streamlit app; started by `twinned serve`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard.catalogue.filtering import select
from dashboard.loading import Loaded, live
from dashboard.state import current
from dashboard.text.phrases import Phrases
from dashboard.views.compare import show_compare_page
from dashboard.views.data import show_data_page
from dashboard.views.dossier import show_dossier_page
from dashboard.views.explore import show_explore_page
from dashboard.views.insights import show_insights_page
from dashboard.views.parts.context import Page
from dashboard.views.parts.header import header
from dashboard.views.parts.status import broken, watch

# Every page by its name in the address and in the words. (A comment: Streamlit would show a text here on the page.)
PAGES = {
    "explore": show_explore_page,
    "insights": show_insights_page,
    "compare": show_compare_page,
    "dossier": show_dossier_page,
    "data": show_data_page,
}


def main() -> None:
    """One run of a page for one visit."""
    loaded = live().get()
    links: dict[str, StreamlitPage] = {}
    page = page_of(loaded, links)
    links |= {
        name: st.Page(
            partial(body, loaded, links, name),
            title=page.t(f"nav.{name}"),
            url_path=name,
            default=draw is show_explore_page,
        )
        for name, draw in PAGES.items()
    }
    opened = st.navigation(list(links.values()), position="hidden")
    st.set_page_config(page_title=f"{opened.title} · {page.t.text(page.catalogue.atlas.title)}", layout="wide")
    header(page, with_map=opened == links["explore"])
    broken(live().problems, page.t)
    opened.run()
    watch(live())


@st.fragment
def body(loaded: Loaded, links: Mapping[str, StreamlitPage], name: str) -> None:
    """All below the head: what a click there draws anew, and nothing else."""
    PAGES[name](page_of(loaded, links))


def page_of(loaded: Loaded, links: Mapping[str, StreamlitPage]) -> Page:
    """What the state of this visit makes of the table."""
    catalogue = loaded.catalogue
    state = current(catalogue)
    return Page(
        view=select(catalogue, state.filter),
        state=state,
        words=Phrases(catalogue, loaded.translators[state.language]),
        theme="dark" if st.context.theme.type == "dark" else "light",
        links=links,
    )


main()
