"""The search box at the top of the rail: what is picked in it gets selected."""

from __future__ import annotations

from dashboard.components.search import UI_KEYS
from dashboard.components.search import finder as show_finder
from dashboard.published.files import search_index
from dashboard.state import change
from dashboard.views.parts.context import Page


def finder(page: Page) -> None:
    """Draws the box; a key that the index does not know is passed over."""
    t, found = page.t, search_index(page.catalogue)

    def picked(key: str) -> None:
        if entry := found.entries.get(key):
            change(selected=entry.select)

    show_finder(
        found.source,
        key="finder",
        language=t.language,
        label=t("filters.search"),
        placeholder=t("filters.placeholder"),
        ui={word: t(f"finder.{word}") for word in UI_KEYS},
        on_pick=picked,
    )
