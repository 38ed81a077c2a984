"""The state of a visit as pure functions: to and from its address, and after an event."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, get_args
from urllib.parse import parse_qs, urlencode

from dashboard.catalogue.comparison import candidates
from dashboard.catalogue.dates import is_day
from dashboard.catalogue.dossier import DOSSIER_PARTS
from dashboard.catalogue.filtering import DIMENSIONS, HIDE, YEARS_BY, Filter, vocabularies
from dashboard.catalogue.metrics import year_range
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.schema import Colouring, Layout
from dashboard.catalogue.sector import SECTOR_PARTS
from dashboard.exports.readable import COLUMNS

LAYOUTS: tuple[str, ...] = get_args(Layout)
COLOURINGS: tuple[str, ...] = get_args(Colouring)
TABLES = tuple(COLUMNS)
EXTENTS = FILTERED, WHOLE = ("filtered", "whole")
PARTS = ("", *dict.fromkeys((*DOSSIER_PARTS, *SECTOR_PARTS)))
CHOSEN = (*DIMENSIONS, "undated")
"""Fields of the filter that hold chosen options and have the same name in the address."""

Query = Mapping[str, Sequence[str]]
LONGEST_ADDRESS = 4000
"""Number of characters of an address that are read; the rest is ignored."""

STRAY = re.compile(r"^[^A-Za-z0-9]+|[^\w-]+$", re.ASCII)
"""Signs around a value that belong to no key, code or number."""

FIELDS = ("layout", "colouring", "selected", "side", "table", "extent", "whole", "since", "story", "step", "kiosk")
"""Fields of the state that hold one word and have the same name in the address."""

LEFT = ("whole", "story", "step", "kiosk")
"""Those that end where a visitor opens a page."""


@dataclass(frozen=True)
class State:
    """Everything that a copied link restores.

    selected  key of a pair, unit or place
    side      country whose units the Insights page counts
    compare   keys of two units or two pairs
    table     table of the Data page
    extent    that table under the filter, or all of it
    whole     part of a long dossier of which all entries are shown, "" for none
    since     day after which what is new is marked
    story     id of the guided story that is told
    step      number of its step, from 1; None without a story
    kiosk     seconds after which the story goes on by itself, on a screen that nobody operates
    """

    language: str
    layout: str = LAYOUTS[0]
    colouring: str = COLOURINGS[0]
    selected: str | None = None
    side: str | None = None
    compare: tuple[str, str] | None = None
    table: str = TABLES[0]
    extent: str = FILTERED
    whole: str = ""
    since: str | None = None
    story: str | None = None
    step: str | None = None
    kiosk: str | None = None
    filter: Filter = field(default_factory=Filter)


DEFAULT = State(language="")


def to_query(state: State) -> dict[str, list[str]]:
    """Query of a state: always the language, everything else only if it differs from the default."""
    query = {"lang": [state.language]}
    for name in FIELDS:
        value = getattr(state, name)
        if value and value != getattr(DEFAULT, name):
            query[name] = [value]
    for name in CHOSEN:
        if chosen := getattr(state.filter, name):
            query[name] = sorted(chosen)
    if state.compare:
        query["compare"] = list(state.compare)
    if state.filter.years:
        query["years"] = ["-".join(map(str, state.filter.years))]
    if state.filter.years_by != YEARS_BY[0]:
        query["years_by"] = [state.filter.years_by]
    if state.filter.text:
        query["text"] = [state.filter.text]
    return query


def from_query(query: Query, language: str, catalogue: Catalogue) -> State:
    """State of an address, in `language` unless it names another. Unknown names and keys are ignored."""
    query = _mended(query)

    def one(name: str, known: Container[str], otherwise: Any = None) -> Any:
        value = next(iter(query.get(name, ())), None)
        return value if value in known else otherwise

    chosen: dict[str, Any] = {
        name: frozenset(value for value in query.get(name, ()) if value in known)
        for name, known in chosen_from(catalogue).items()
    }
    story = one("story", catalogue.stories)
    return State(
        language=_language(query, catalogue) or language,
        layout=one("layout", LAYOUTS, DEFAULT.layout),
        colouring=one("colouring", COLOURINGS, DEFAULT.colouring),
        selected=one("selected", catalogue.keys),
        side=one("side", catalogue.atlas.countries),
        compare=_compare(query, catalogue),
        table=one("table", TABLES, DEFAULT.table),
        extent=one("extent", EXTENTS, DEFAULT.extent),
        whole=one("whole", PARTS, DEFAULT.whole),
        since=_since(query),
        story=story,
        step=_step(query) if story else None,
        kiosk=_kiosk(query) if story else None,
        filter=Filter(
            **chosen,
            years=_years(query, catalogue),
            years_by=one("years_by", YEARS_BY, YEARS_BY[0]),
            text=next(iter(query.get("text", ())), "").strip(),
        ),
    )


def understood(query: Query, language: str, catalogue: Catalogue) -> State | None:
    """State of an address as `from_query` reads it; None unless all of it is known: half understood, it would mislead.

    Language and step may be left out.
    """
    state = from_query(query, language, catalogue)
    known = {name: sorted(values) for name, values in to_query(state).items()}
    assumed = {name: known[name] for name in ("lang", "step") if name in known}
    asked = {name: sorted(values) for name, values in query.items()}
    return state if known == assumed | asked else None


def chosen_from(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Options of each field in CHOSEN."""
    return {**{name: tuple(entries) for name, entries in vocabularies(catalogue).items()}, "undated": (HIDE,)}


def after(state: State, event: Mapping[str, Any], catalogue: Catalogue) -> State:
    """State after an event. Unknown names and keys are ignored.

    The event changes the address, and the state is read back from it, so that links and clicks obey the same rules.
    """
    return from_query(_changed(to_query(state), event), state.language, catalogue)


def link(page: str, state: State) -> str:
    """Address of a page with a state, relative to any other page of the app."""
    return f"{page}?{urlencode(to_query(state), doseq=True)}"


def dossier_link(state: State, key: str) -> str:
    """Address of the dossier of a pair, unit or place."""
    return link("dossier", replace(state, selected=key))


def sector_link(state: State, key: str) -> str:
    """Address of the page of a sector."""
    return link("sectors", replace(state, selected=None, filter=replace(state.filter, sectors=frozenset({key}))))


def _changed(query: dict[str, list[str]], event: Mapping[str, Any]) -> Query:
    match event:
        case {"do": "choose", "dimension": str(name), "option": str(option), "on": bool(on)} if name in CHOSEN:
            others = [value for value in query.get(name, ()) if value != option]
            return query | {name: [*others, *([option] if on else [])]}
        case {"do": "set", "name": "years", "value": [int(first), int(last)]}:
            return query | {"years": [f"{first}-{last}"]}
        case {"do": "set", "name": "compare", "value": [str(first), str(second)]}:
            return query | {"compare": [first, second]}
        case {"do": "set", "name": str(name), "value": None}:
            return {key: values for key, values in query.items() if key != name}
        case {"do": "set", "name": "language", "value": str(code)}:
            return query | {"lang": [code]}
        case {"do": "set", "name": str(name), "value": str(value)} if name in (*FIELDS, "text", "years_by"):
            return query | {name: [value]}
        case {"do": "open"}:
            left = {name: values for name, values in query.items() if name not in LEFT}
            return left | _asked(event, selected="selected", sector="sectors")
        case {"do": "address", "query": str(text)}:
            return parse_qs(text[:LONGEST_ADDRESS])
        case {"do": "reset"}:
            left = {name: values for name, values in query.items() if name not in (*CHOSEN, "years", "text")}
            return left | _asked(event, sector="sectors")
    return query


def _asked(event: Mapping[str, Any], **parameters: str) -> dict[str, list[str]]:
    """Values of some fields of an event, each under its parameter of the address."""
    return {name: [event[given]] for given, name in parameters.items() if isinstance(event.get(given), str)}


def _mended(query: Query) -> Query:
    """A query without what mail programs put around a link: blanks, dots, brackets, and the "amp;" of HTML."""
    return {
        name.removeprefix("amp;"): values if name == "text" else [STRAY.sub("", value) for value in values]
        for name, values in query.items()
    }


def _language(query: Query, catalogue: Catalogue) -> str | None:
    """Language of an address, with or without a region and in any case; None if the atlas has no such language."""
    code = re.split("[-_]", next(iter(query.get("lang", ())), "").strip().lower())[0]
    return code if code in catalogue.atlas.languages else None


def _years(query: Query, catalogue: Catalogue) -> tuple[int, int] | None:
    """Years to filter by; None if they are malformed or cover the whole table."""
    found = re.fullmatch(r"([1-9]\d{3})-([1-9]\d{3})", next(iter(query.get("years", ())), ""), re.ASCII)
    years = (int(found[1]), int(found[2])) if found else None
    return years if years and years[0] <= years[1] and years != year_range(catalogue) else None


def _since(query: Query) -> str | None:
    """Day after which what is new is marked; None if it is no day."""
    found = next(iter(query.get("since", ())), "")
    return found if is_day(found) else None


def _step(query: Query) -> str:
    """Number of a step, which may be beyond the last one; the first if it is malformed."""
    found = next(iter(query.get("step", ())), "")
    return found if re.fullmatch(r"[1-9]\d?", found, re.ASCII) else "1"


def _kiosk(query: Query) -> str | None:
    """Seconds for each step of a kiosk; None if they are malformed."""
    found = next(iter(query.get("kiosk", ())), "")
    return found if re.fullmatch(r"[1-9]\d{0,3}", found, re.ASCII) else None


def _compare(query: Query, catalogue: Catalogue) -> tuple[str, str] | None:
    """Keys of two different units or two different pairs; None for anything else."""
    match query.get("compare"):
        case [first, second] if first != second and any(
            {first, second} <= set(candidates(catalogue, subject)) for subject in ("unit", "pair")
        ):
            return first, second
    return None
