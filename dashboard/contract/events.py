"""Messages from the browser: events, and the message that carries them.

They may be forged, so Python looks up every name and key in them and ignores unknown ones.
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class Choose(TypedDict):
    """Turn an option of a filter on or off. Absolute rather than a toggle, so that a repeated event does no harm."""

    do: Literal["choose"]
    dimension: str
    option: str
    on: bool


class Set(TypedDict):
    """Set a field of the state; null clears it. `years` takes [first, last], `compare` two keys."""

    do: Literal["set"]
    name: Literal[
        "layout",
        "colouring",
        "language",
        "side",
        "table",
        "extent",
        "whole",
        "since",
        "selected",
        "text",
        "years",
        "years_by",
        "compare",
        "story",
        "step",
        "kiosk",
    ]
    value: str | list[int] | list[str] | None


class Reset(TypedDict):
    """Clear all filters, but filter by `sector` if it is given."""

    do: Literal["reset"]
    sector: NotRequired[str]


class Open(TypedDict):
    """Open a page, at the id of a part or record if `part` is given.

    `selected` is the key of a new selection, `sector` that of the only sector to filter by. "" clears either; without
    the field it does not change.
    """

    do: Literal["open"]
    page: str
    selected: NotRequired[str]
    sector: NotRequired[str]
    part: NotRequired[str]


class Address(TypedDict):
    """Open the page at `path` ("" for the first) with the state of a query string, after going back or forward."""

    do: Literal["address"]
    path: str
    query: str


Event = Choose | Set | Reset | Open | Address


class Told(TypedDict):
    """The trigger "told" of the reload component: every event that Python has not confirmed yet, in order.

    tab     id of this load of the page
    first   number of the first event; the events of a tab are numbered from 1 without gaps
    events  empty if only a new run is requested
    """

    tab: str
    first: int
    events: list[Event]
