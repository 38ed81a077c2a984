"""The published stories in one language."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class StoryFigure(TypedDict):
    """A number or amount to show large, and what it is."""

    value: str
    label: str


class StoryQuotation(TypedDict):
    """Words of a source, in quotation marks, or a record as the atlas tells it; and the citation of the source."""

    text: str
    source: str


class StoryStep(TypedDict):
    """A step. The address of step n of a story is /?story=<id>&step=<n>&<query>&lang=<language>.

    text   more to read than the caption, "" for none
    notes  what a speaker may say, "" for none
    query  the view, as the query of an address without language
    chart  id of a chart on the Insights page, /insights?<query>#<chart>
    """

    caption: str
    text: str
    notes: str
    query: str
    figures: NotRequired[list[StoryFigure]]
    quotation: NotRequired[StoryQuotation]
    chart: NotRequired[str]


class Story(TypedDict):
    """A story. If it has a variable, its steps are in `subjects`, by key of the pair or unit, and `steps` is empty."""

    id: str
    title: str
    about: str
    variable: Literal["subject"] | None
    steps: list[StoryStep]
    subjects: NotRequired[dict[str, list[StoryStep]]]


class Stories(TypedDict):
    """The published file, in the order in which stories are listed."""

    stories: list[Story]
