"""What the browser tells Python: events, and the message that carries them.

A browser may be forged: Python looks up every name and key that it is told, and passes over what it does not know.
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class Choose(TypedDict):
    """An option of a filter is chosen, or no longer is; absolute, so that telling it twice does no harm."""

    do: Literal["choose"]
    dimension: str
    option: str
    on: bool


class Set(TypedDict):
    """A field of the state gets a value; null clears it. `years` takes [first, last], `compare` two keys."""

    do: Literal["set"]
    name: Literal["layout", "colouring", "language", "side", "table", "extent", "selected", "text", "years", "compare"]
    value: str | list[int] | list[str] | None


class Reset(TypedDict):
    """All filters are taken away."""

    do: Literal["reset"]


class Open(TypedDict):
    """Another page is opened, with something else selected if it says so, at a part or record if it says so.

    A `selected` of "" takes the selection away.
    """

    do: Literal["open"]
    page: str
    selected: NotRequired[str]
    part: NotRequired[str]


class Address(TypedDict):
    """The visitor has gone back or forward, to the page at this path ("" is the first) and the state of this query."""

    do: Literal["address"]
    path: str
    query: str


class Flat(TypedDict):
    """The browser has no WebGL: the map is wanted as a picture."""

    do: Literal["flat"]


Event = Choose | Set | Reset | Open | Address | Flat


class Told(TypedDict):
    """The trigger "told" of the reload component: every event that Python has not confirmed yet, in order.

    tab    names this load of the page
    first  the number of the first event; the numbers of a tab begin at 1 and leave none out
    events may be empty: then the run itself is what is wanted
    """

    tab: str
    first: int
    events: list[Event]
