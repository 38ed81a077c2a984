"""The search box at the top of the sidebar; a hit that is picked becomes the selection."""

from __future__ import annotations

from dashboard.components.mount import mount
from dashboard.contract.search import SearchData, SearchWords
from dashboard.published.files import search_index
from dashboard.views.parts.context import Page, ui_words


def search_box(page: Page) -> None:
    """Draw the search box over the published index."""
    t = page.t
    data: SearchData = {
        "source": search_index(page.catalogue),
        "language": t.language,
        "label": t("filters.search"),
        "placeholder": t("filters.placeholder"),
        "ui": ui_words(t, "finder", SearchWords),
    }
    mount("search", data, key="search")
