"""EDTF dates: as precise as the source, with the first and last day that they can mean."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import total_ordering
from typing import Any, Literal, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

Precision = Literal["year", "month", "day", "spring", "summer", "autumn", "winter"]

# The part of EDTF that the atlas can put into words: year, month, day or season, with a mark of uncertainty. A library
# for all of EDTF took three quarters of the start-up time.
SHAPE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)", re.ASCII)
DOTTED = re.compile(r"(?:(0?[1-9]|[12]\d|3[01])\.)?(0?[1-9]|1[0-2])\.(\d{4})", re.ASCII)
"""A date as people write it."""

SEASONS: dict[str, tuple[Precision, int, int]] = {
    "21": ("spring", 3, 5),
    "22": ("summer", 6, 8),
    "23": ("autumn", 9, 11),
    "24": ("winter", 12, 12),
}
"""Season, first month and last month by EDTF code."""


@dataclass(frozen=True)
class Moment:
    """One end of a date: its first and last possible day, and the source's doubts about it."""

    first: date
    last: date
    precision: Precision
    approximate: bool = False
    uncertain: bool = False

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.first.year


@total_ordering
@dataclass(frozen=True)
class Edtf:
    """An EDTF date or interval. `text` is as written in the table; `start` or `end` is None if that end is open.

    A single date starts and ends with the same moment. Dates are ordered by their first day.
    """

    text: str
    start: Moment | None = field(compare=False, repr=False)
    end: Moment | None = field(compare=False, repr=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the date that a text states.

        Raises ValueError, with a message for editors, if the text is not EDTF or ends before it starts.
        """
        parts = text.split("/")
        if len(parts) > 2 or text in ("..", "../.."):
            raise ValueError(_sentence(text))
        found = cls(text, _moment(parts[0], text), _moment(parts[-1], text))
        if found.first and found.last and found.last < found.first:
            raise ValueError(f"'{text}' ends before it starts")
        return found

    @property
    def first(self) -> date | None:
        """First day that the date can mean; None if its start is open."""
        return self.start.first if self.start else None

    @property
    def last(self) -> date | None:
        """Last day that the date can mean; None if its end is open."""
        return self.end.last if self.end else None

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The known ends, the earlier first; only one if both are the same."""
        return tuple(dict.fromkeys(moment for moment in (self.start, self.end) if moment))

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: Edtf) -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[date, date, str]:
        return self.first or date.min, self.last or date.max, self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls._validated,
            core_schema.str_schema(strict=True),
            serialization=core_schema.to_string_ser_schema(when_used="unless-none"),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls,
        core: core_schema.CoreSchema,
        handler: GetJsonSchemaHandler,
    ) -> dict[str, Any]:
        """Describe a date to those who know no more of it than its form."""
        return {"type": "string", "format": "edtf"}

    @classmethod
    def _validated(cls, text: str) -> Self:
        try:
            return cls.parse(text)
        except ValueError as error:
            raise PydanticCustomError("atlas", "{message}", {"message": str(error)}) from None


def written(when: Edtf | None) -> str | None:
    """Return the text of a date for tables and files; None for a missing date."""
    return when.text if when else None


def _moment(part: str, text: str) -> Moment | None:
    """One part of an interval; None if it is open."""
    if part == "..":
        return None
    found = SHAPE.fullmatch(part)
    if not found:
        raise ValueError(_sentence(text))
    year, month, day, mark = found.groups()
    precision, first, last = _months(month, day)
    try:
        start = date(int(year), first, int(day or 1))
        end = date(int(year), last, int(day or monthrange(int(year), last)[1]))
    except ValueError:
        raise ValueError(_sentence(text)) from None
    return Moment(start, end, precision, approximate=mark in ("~", "%"), uncertain=mark in ("?", "%"))


def _months(month: str | None, day: str | None) -> tuple[Precision, int, int]:
    """Precision of a date, and its first and last month, which are 1 to 12 if the date exists."""
    if month is None:
        return "year", 1, 12
    if day is None and month in SEASONS:
        return SEASONS[month]
    return "day" if day else "month", int(month), int(month)


def _sentence(text: str) -> str:
    if found := DOTTED.fullmatch(text):
        meant = "-".join(part.zfill(2) for part in reversed(found.groups()) if part)
        return f"'{text}' is not an EDTF date; write '{meant}'"
    return (
        f"'{text}' is not an EDTF date; write '2017', '2017-03', '2017-03-21', '2024-22' (summer 2024) or '2023/2025'"
    )


def is_day(text: str) -> bool:
    """Tell whether a text is a day of the calendar, such as "2026-11-22"."""
    try:
        return bool(re.fullmatch(r"[1-9]\d{3}-\d\d-\d\d", text, re.ASCII) and date.fromisoformat(text))
    except ValueError:
        return False
