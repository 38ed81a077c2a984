"""What the timeline is sent, and the published titles that it fetches."""

from __future__ import annotations

from typing_extensions import TypedDict


class TimelineKind(TypedDict):
    """A list of records that is counted per year; `colour` is a CSS colour."""

    name: str
    colour: str


class TimelineMark(TypedDict):
    """A record on a row. Years are decimal: 2001.5 is the middle of 2001.

    record  its place in `TimelineTitles`
    end     null where it lasts
    """

    record: int
    start: float
    end: float | None


class TimelineRow(TypedDict):
    """Records of one kind of what is selected, by their start; `colour` is a CSS colour."""

    name: str
    colour: str
    marks: list[TimelineMark]


class TimelineTitle(TypedDict):
    """What is shown of a record, in the visitor's language; `pair` is a key, `pair_title` its name."""

    title: str
    kind: str
    date: str
    pair: str
    pair_title: str


TimelineTitles = list[TimelineTitle]
"""The published titles of all records that may stand on the timeline."""


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
TimelineWords.__doc__ = "What the timeline says itself, in the visitor's language."


class TimelineChart(TypedDict):
    """All that is drawn.

    first         the first year that is drawn
    counts        for each year from `first` on, the number of records that begin in it, by kind
    most          the largest sum of a year, written for people
    says          the bars as a sentence for screen readers
    rows          of what is selected
    undated       the records without a date, by their place in the titles; no more than are listed
    undated_says  how many there are, "" for none
    undated_more  how many are not listed, "" for none
    """

    first: int
    counts: list[list[int]]
    most: str
    kinds: list[TimelineKind]
    says: str
    rows: list[TimelineRow]
    undated: list[int]
    undated_says: str
    undated_more: str


class TimelineData(TimelineChart):
    """The message of the timeline component. Told is Set of `years` and of `selected`.

    years   the chosen [first, last], null for all; an address may ask for years that are not drawn
    titles  the URL of the published titles, or the titles themselves where Python could write no file
    """

    language: str
    years: tuple[int, int] | None
    titles: str | TimelineTitles
    ui: TimelineWords
