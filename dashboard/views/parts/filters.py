"""The filters: options with counts for every dimension, years and text."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.catalogue.filtering import HIDE, YEARS_BY, vocabularies
from dashboard.catalogue.metrics import year_range
from dashboard.catalogue.schema import Closeness, Named, Sector
from dashboard.charts.palette import shade
from dashboard.components.mount import mount
from dashboard.contract.filters import FilterGroup, FilterMark, FilterOption, FiltersData
from dashboard.map.options import lines_of
from dashboard.views.parts.context import Page
from dashboard.views.parts.status import status

COUNTED = {"closeness": "pairs", "stages": "projects", "kinds": "instruments"}
"""Things that the numbers of a group count; those of other groups count records of any type."""

FOLDED = frozenset({"kinds", "levels"})
"""Groups that start closed, being long or rarely needed; one is open while an option in it is chosen."""


def filters_data(page: Page) -> FiltersData:
    """Every filter, each option with the number of records that it would show."""
    t, chosen = page.t, page.state.filter
    first, last = year_range(page.catalogue)
    groups = [_group(page, dimension, vocabulary) for dimension, vocabulary in vocabularies(page.catalogue).items()]
    groups.append(_undated(page))
    ways: dict[str, str] = {name: t(f"terms.years.{name}") for name in YEARS_BY}
    groups.append(_one("years_by", t("terms.years.title"), ways, chosen.years_by))
    return {
        "language": t.language,
        "groups": groups,
        "years": {
            "title": t("filters.years"),
            "from": t("filters.from"),
            "to": t("filters.to"),
            "first": first,
            "last": last,
            "chosen": chosen.years,
        },
        "text": {
            "title": t("filters.text"),
            "placeholder": t("filters.text_placeholder"),
            "value": chosen.text,
        },
    }


def filter_bar(page: Page) -> None:
    """Draw the filters in a popover, with the status line beside it, for pages without a sidebar."""
    with st.container(key="filter_bar", horizontal=True, vertical_alignment="center"):
        with st.popover(page.t("insights.filters"), icon=":material/filter_list:"):
            mount("filters", filters_data(page), key="filters")
        with st.container(width="stretch"):
            status(page)


def _one(key: str, title: str, names: Mapping[str, str], chosen: str) -> FilterGroup:
    """A group of which exactly one option is chosen."""
    options: list[FilterOption] = [
        {"id": name, "name": label, "count": "", "chosen": name == chosen} for name, label in names.items()
    ]
    return {"key": key, "title": title, "one": True, "options": options}


def _undated(page: Page) -> FilterGroup:
    """The switch that hides the records without a date."""
    t, on = page.t, page.state.filter.dated
    return {
        "key": "undated",
        "title": t("terms.undated.title"),
        "says": t("terms.undated.says"),
        "options": [{"id": HIDE, "name": t("terms.undated.hide"), "count": "", "chosen": on}],
    }


def _group(page: Page, dimension: str, vocabulary: Mapping[str, Named]) -> FilterGroup:
    t, counts, chosen = page.t, page.view.facets[dimension], getattr(page.state.filter, dimension)
    ever = {key: entry for key, entry in vocabulary.items() if page.whole.facets[dimension].get(key)}
    group: FilterGroup = {
        "key": dimension,
        "title": t(f"filters.{dimension}"),
        "says": t(f"terms.counts.{COUNTED.get(dimension, 'records')}"),
        "options": [
            {"id": key, "name": t.name(entry), "count": t.number(counts.get(key, 0)), "chosen": key in chosen}
            for key, entry in ever.items()
        ],
    }
    if dimension == lines_of(page.state.colouring):
        group["marks"] = {key: _mark(page, entry) for key, entry in ever.items()}
    if dimension in FOLDED:
        group["folded"] = True
    return group


def _mark(page: Page, entry: Named) -> FilterMark:
    """Sample of the arcs that an option colours."""
    assert isinstance(entry, Closeness | Sector)  # noqa: S101 - the two dimensions that colour arcs
    dashed = isinstance(entry, Closeness) and entry.dashed
    return {"colour": shade(entry.colour, page.theme), "dashed": dashed}
