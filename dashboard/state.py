"""The state of a visit and its address: language, layout, filter and selection, in one value."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard.catalogue.comparison import candidates
from dashboard.catalogue.filtering import DIMENSIONS, Filter
from dashboard.catalogue.model import Catalogue
from dashboard.exports.readable import COLUMNS

LAYOUTS = ("facing", "geographic")
COLOURINGS = ("closeness", "sectors")
TABLES = tuple(COLUMNS)
EXTENTS = ("filtered", "whole")
Query = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class State:
    """Everything that a copied link reopens.

    `selected` is the key of a pair, unit or place; `side` the country by whose units the insights count;
    `compare` two units or two pairs; `table` one of the data page, `extent` how much of it is shown.
    """

    language: str
    layout: str = LAYOUTS[0]
    colouring: str = COLOURINGS[0]
    selected: str | None = None
    side: str | None = None
    compare: tuple[str, str] | None = None
    table: str = TABLES[0]
    extent: str = EXTENTS[0]
    filter: Filter = field(default_factory=Filter)


def to_query(state: State, usual: State) -> dict[str, list[str]]:
    """The address of a state; what is as usual is left out, but for the language."""
    query = {"lang": [state.language]}
    for name in ("layout", "colouring", "selected", "side", "table", "extent"):
        value = getattr(state, name)
        if value and value != getattr(usual, name):
            query[name] = [value]
    for name in DIMENSIONS:
        if chosen := getattr(state.filter, name):
            query[name] = sorted(chosen)
    if state.compare:
        query["compare"] = list(state.compare)
    if state.filter.years:
        query["years"] = ["-".join(map(str, state.filter.years))]
    if state.filter.text:
        query["text"] = [state.filter.text]
    return query


def from_query(query: Query, usual: State, catalogue: Catalogue) -> State:
    """The state of an address; what it names and the catalogue does not know is passed over."""

    def one(name: str, known: Container[str], otherwise: Any) -> Any:
        value = next(iter(query.get(name, ())), None)
        return value if value in known else otherwise

    kinds = catalogue.kinds
    known: dict[str, Container[str]] = {
        "sectors": catalogue.sectors,
        "closeness": kinds.closeness,
        "stages": kinds.stages,
        "kinds": {**kinds.agreements, **kinds.links},
        "levels": kinds.levels,
    }
    chosen: dict[str, Any] = {
        name: frozenset(value for value in query.get(name, ()) if value in known[name]) for name in DIMENSIONS
    }
    return State(
        language=one("lang", catalogue.atlas.languages, usual.language),
        layout=one("layout", LAYOUTS, usual.layout),
        colouring=one("colouring", COLOURINGS, usual.colouring),
        selected=one("selected", catalogue.keys, None),
        side=one("side", catalogue.atlas.countries, None),
        compare=_compare(query, catalogue),
        table=one("table", TABLES, usual.table),
        extent=one("extent", EXTENTS, usual.extent),
        filter=Filter(**chosen, years=_years(query), text=next(iter(query.get("text", ())), "")),
    )


def current(catalogue: Catalogue) -> State:
    """The state of this visit, read from the address when it was opened or changed from outside."""
    usual = State(_visitors_language(catalogue))
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    # Another page of the same visit is opened without a query: the state goes along.
    # A click wins over the address that comes with it, which may not know of the last click yet.
    clicked = st.session_state.pop("clicked", False)
    if "state" not in st.session_state or (query and query != st.session_state["published"] and not clicked):
        st.session_state["state"] = from_query(query, usual, catalogue)
    state: State = st.session_state["state"]
    wanted = to_query(state, usual)
    if wanted != query or (clicked and wanted != st.session_state["published"]):
        st.query_params.from_dict(wanted)
    st.session_state["published"] = wanted
    return state


def address(catalogue: Catalogue, state: State) -> dict[str, list[str]]:
    """The address of a state, as links to other pages carry it."""
    return to_query(state, State(_visitors_language(catalogue)))


def link(page: str, catalogue: Catalogue, state: State) -> str:
    """The address of a page with a state, relative to any other page of the app."""
    return f"{page}?{urlencode(address(catalogue, state), doseq=True)}"


def change(**values: Any) -> None:
    """Changes parts of the state; meant for callbacks, which run before the page does."""
    st.session_state["state"] = replace(st.session_state["state"], **values)
    st.session_state["clicked"] = True


def change_filter(**values: Any) -> None:
    """Changes parts of the filter; meant for callbacks."""
    change(filter=replace(st.session_state["state"].filter, **values))


def _years(query: Query) -> tuple[int, int] | None:
    found = re.fullmatch(r"([1-9]\d{3})-([1-9]\d{3})", next(iter(query.get("years", ())), ""), re.ASCII)
    years = (int(found[1]), int(found[2])) if found else None
    return years if years and years[0] <= years[1] else None


def _compare(query: Query, catalogue: Catalogue) -> tuple[str, str] | None:
    """Two different units or two different pairs."""
    keys = set(query.get("compare", ()))
    if len(keys) == 2 and any(keys <= set(candidates(catalogue, kind)) for kind in ("unit", "pair")):
        first, second = query["compare"]
        return first, second
    return None


def _visitors_language(catalogue: Catalogue) -> str:
    """The first of the atlas's languages that the browser asks for, else the first of the atlas."""
    languages = list(catalogue.atlas.languages)
    asked = (st.context.locale or "").split("-")[0].lower()
    return asked if asked in languages else languages[0]
