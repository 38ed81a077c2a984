"""What the filters are sent: every option with its count, the years and the words."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class FilterOption(TypedDict):
    """One option: its count is written for people and says how many records it would show."""

    id: str
    name: str
    count: str
    chosen: bool


class FilterMark(TypedDict):
    """The line of the map beside the option that it stands for; `colour` is a CSS colour."""

    colour: str
    dashed: bool


class FilterGroup(TypedDict):
    """The options of one dimension, in order.

    key     the dimension of `Choose`; of a group with `one`, the name of `Set`
    one     exactly one of them is chosen, always; their counts are not shown
    folded  closed until its title is clicked or something in it is chosen
    marks   by option
    """

    key: str
    title: str
    options: list[FilterOption]
    one: NotRequired[bool]
    folded: NotRequired[bool]
    marks: NotRequired[dict[str, FilterMark]]


# `from` is a keyword of Python.
_YearLabels = TypedDict("_YearLabels", {"from": str, "to": str})


class FilterYears(_YearLabels):
    """The years to choose from, both included; `chosen` is [first, last], null for all of them."""

    title: str
    first: int
    last: int
    chosen: tuple[int, int] | None


class FilterText(TypedDict):
    """The field for words in the records."""

    title: str
    placeholder: str
    value: str


class FiltersData(TypedDict):
    """The message of the filters component. Told are Choose, and Set of a group with `one`, of years and of text."""

    language: str
    groups: list[FilterGroup]
    years: NotRequired[FilterYears]
    text: NotRequired[FilterText]
