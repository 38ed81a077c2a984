"""EDTF dates: as precise as the source, with the first and the last day that they may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

# The part of EDTF that the screen can put into words: year, month, day or season, perhaps uncertain. A library for
# all of EDTF took three quarters of the time to start.
SHAPE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?", re.ASCII)
# The first and the last month of each season.
SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 12)}


@lru_cache(maxsize=4096)
def span(text: str) -> tuple[date | None, date | None]:
    """First and last day of an EDTF date or interval; None is an open or unknown end.

    Raises ValueError with a sentence where the text is not EDTF or ends before it starts.
    """
    parts = text.split("/")
    if len(parts) > 2 or text in ("..", "../.."):
        raise ValueError(_sentence(text))
    start = _edge(parts[0], text, last=False)
    end = _edge(parts[-1], text, last=True)
    if start and end and end < start:
        raise ValueError(f"'{text}' ends before it starts")
    return start, end


def _edge(part: str, text: str, *, last: bool) -> date | None:
    if part == "..":
        return None
    found = SHAPE.fullmatch(part)
    if not found:
        raise ValueError(_sentence(text))
    year, month, day = found.groups()
    try:
        first, final = (1, 12) if not month else _months(month, day)
        number = final if last else first
        return date(int(year), number, int(day) if day else monthrange(int(year), number)[1] if last else 1)
    except ValueError:
        raise ValueError(_sentence(text)) from None


def _months(month: str, day: str | None) -> tuple[int, int]:
    return SEASONS[month] if month in SEASONS and not day else (int(month), int(month))


def _sentence(text: str) -> str:
    return (
        f"'{text}' is not an EDTF date; write '2017', '2017-03', '2017-03-21', '2024-22' (summer 2024) or '2023/2025'"
    )
