"""The filters at the left: options with counts for every dimension, words, years."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.catalogue.schema import Named
from dashboard.charts.palette import shade
from dashboard.charts.timeline import year_range
from dashboard.components.filters import facets
from dashboard.state import COLOURINGS, change, change_filter
from dashboard.views.parts.context import Page
from dashboard.views.parts.status import status

FOLDED = frozenset({"kinds"})
"""The long list that few need; it opens by its title, and by itself once something in it is chosen."""


def filters(page: Page, *, colouring: bool = False) -> None:
    """Draws every filter, each option with how many records it would show; with the colours of the arcs if asked."""
    t, chosen = page.t, page.state.filter
    first, last = year_range(page.catalogue)
    groups = [_group(page, dimension, vocabulary) for dimension, vocabulary in _vocabularies(page).items()]
    if colouring:
        names = [[name, t(f"filters.by_{name}"), 0, name == page.state.colouring] for name in COLOURINGS]
        groups.insert(0, {"key": "colouring", "title": t("filters.colouring"), "one": True, "options": names})
    facets(
        groups,
        key="filters",
        language=t.language,
        years={
            "title": t("filters.years"),
            "from": t("filters.from"),
            "to": t("filters.to"),
            "first": first,
            "last": last,
            "chosen": chosen.years or (first, last),
        },
        text={"title": t("filters.text"), "placeholder": t("filters.text_placeholder"), "value": chosen.text},
        on_change=lambda name, value: _changed(page, name, value),
    )


def filter_bar(page: Page) -> None:
    """What a page without a rail has instead: how much is shown, and the filters folded away beside it."""
    with st.container(key="filter_bar", horizontal=True, vertical_alignment="center"):
        with st.popover(page.t("insights.filters"), icon=":material/filter_list:"):
            filters(page)
        with st.container(width="stretch"):
            status(page)


def _vocabularies(page: Page) -> dict[str, Mapping[str, Named]]:
    kinds = page.catalogue.kinds
    return {
        "sectors": page.catalogue.sectors,
        "closeness": kinds.closeness,
        "stages": kinds.stages,
        "levels": kinds.levels,
        "kinds": {**kinds.agreements, **kinds.links},
    }


def _group(page: Page, dimension: str, vocabulary: Mapping[str, Named]) -> dict[str, Any]:
    counts, chosen = page.view.facets[dimension], getattr(page.state.filter, dimension)
    ever = page.whole.facets[dimension]
    options = [
        [key, page.t.name(entry), page.t.number(counts.get(key, 0)), key in chosen]
        for key, entry in vocabulary.items()
        if ever.get(key)
    ]
    group: dict[str, Any] = {"key": dimension, "title": page.t(f"filters.{dimension}"), "options": options}
    if dimension == page.state.colouring:
        group["marks"] = {key: _mark(page, entry) for key, entry in vocabulary.items() if ever.get(key)}
    return group | ({"folded": True} if dimension in FOLDED else {})


def _mark(page: Page, entry: Any) -> dict[str, Any]:
    """The line of the map's arcs beside what it stands for."""
    return {"line": shade(entry.colour, page.theme)} | ({"dash": True} if getattr(entry, "dashed", False) else {})


def _changed(page: Page, name: str, value: object) -> None:
    """Takes what the browser reports, if it is one of the things that were offered."""
    match name, value:
        case "text", str(words):
            change_filter(text=words.strip())
        case "years", [int(first), int(last)]:
            whole = year_range(page.catalogue)
            if whole[0] <= first <= last <= whole[1]:
                change_filter(years=None if (first, last) == whole else (first, last))
        case "colouring", str(colouring) if colouring in COLOURINGS:
            change(colouring=colouring)
        case _:
            toggle(page, name, value)


def toggle(page: Page, dimension: str, option: object) -> None:
    """Takes an option of a dimension into the filter, or out of it; passes over what there is not."""
    if isinstance(option, str) and option in _vocabularies(page).get(dimension, ()):
        change_filter(**{dimension: getattr(page.state.filter, dimension) ^ {option}})
