"""Message to the filters: every option with its count, the years and the search text."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class FilterOption(TypedDict):
    """An option; `count` is the number of records that it would show, formatted for display."""

    id: str
    name: str
    count: str
    chosen: bool


class FilterMark(TypedDict):
    """Sample of the arcs that an option colours on the map; `colour` is a CSS colour."""

    colour: str
    dashed: bool


class FilterGroup(TypedDict):
    """The options of one dimension, in order.

    key     dimension in `Choose`; for a group with `one`, name in `Set`
    says    what the numbers of the group count, shown as a tooltip of its title
    one     exactly one option is always chosen, and counts are not shown
    folded  closed until its title is clicked or an option in it is chosen
    marks   by option id
    """

    key: str
    title: str
    says: NotRequired[str]
    options: list[FilterOption]
    one: NotRequired[bool]
    folded: NotRequired[bool]
    marks: NotRequired[dict[str, FilterMark]]


# Functional syntax, since `from` is a keyword of Python.
_YearLabels = TypedDict("_YearLabels", {"from": str, "to": str})


class FilterYears(_YearLabels):
    """The range of years, both ends included; `chosen` is [first, last], or null for all years."""

    title: str
    first: int
    last: int
    chosen: tuple[int, int] | None


class FilterText(TypedDict):
    """The field for a text to search the records for."""

    title: str
    placeholder: str
    value: str


class FiltersData(TypedDict):
    """Message to the filters component, which sends Choose, and Set for groups with `one`, years and text."""

    language: str
    groups: list[FilterGroup]
    years: NotRequired[FilterYears]
    text: NotRequired[FilterText]
