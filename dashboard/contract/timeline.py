"""Message to the timeline, and the published titles that it fetches."""

from __future__ import annotations

from typing_extensions import TypedDict


class TimelineKind(TypedDict):
    """A type of record that is counted per year; `colour` is a CSS colour, `says` its definition."""

    name: str
    colour: str
    says: str


class TimelineMark(TypedDict):
    """A record on a row. Years are decimal: 2001.5 is the middle of 2001.

    record  index in `TimelineTitles`
    end     null if it is still in force
    """

    record: int
    start: float
    end: float | None


class TimelineRow(TypedDict):
    """Records of the selection, ordered by start; `colour` is a CSS colour.

    kinds  names of the kinds of record in the row; empty if its name tells
    """

    name: str
    kinds: list[str]
    colour: str
    marks: list[TimelineMark]


class TimelineTitle(TypedDict):
    """Description of a record; `pair` is the key of its pair, `pair_title` the name."""

    title: str
    kind: str
    date: str
    pair: str
    pair_title: str


TimelineTitles = list[TimelineTitle]
"""The published descriptions of all records that the timeline can show."""


TimelineWords = TypedDict(
    "TimelineWords",
    {
        "title": str,
        "hint": str,
        "play": str,
        "pause": str,
        "all": str,
        "from": str,
        "to": str,
        "undated_title": str,
    },
)
TimelineWords.__doc__ = "Texts of the timeline's own controls."


class TimelineChart(TypedDict):
    """Bars, rows and undated records.

    first         first year drawn
    counts        for each year from `first` on, the number of records that begin, or are in force, in it, by kind
    measure       in words, which of both it is
    most          largest total of a year, formatted for display
    says          the bars as a sentence for screen readers
    rows          rows of the selection
    undated       indexes in the titles of the undated records to list
    undated_says  number of undated records in words, "" for none
    undated_more  number of those not listed in words, "" for none
    """

    first: int
    counts: list[list[int]]
    measure: str
    most: str
    kinds: list[TimelineKind]
    says: str
    rows: list[TimelineRow]
    undated: list[int]
    undated_says: str
    undated_more: str


class TimelineData(TimelineChart):
    """Message to the timeline component, which sends Set for `years` and `selected`.

    years   the chosen [first, last], null for all; may lie outside the years drawn, since it can come from an address
    titles  URL of the published titles, or the titles themselves if their file could not be written
    """

    language: str
    years: tuple[int, int] | None
    titles: str | TimelineTitles
    ui: TimelineWords
