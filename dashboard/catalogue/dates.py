"""EDTF dates: as precise as the source, with the first and the last day that they may mean."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

# The part of EDTF that the screen can put into words: year, month, day or season, perhaps uncertain.
SHAPE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?[?~%]?")
SEASONS = ("21", "22", "23", "24")


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
    if not SHAPE.fullmatch(part) or part[5:7] > SEASONS[-1]:
        raise ValueError(_sentence(text))
    try:
        parsed: Any = parse_edtf(part)
        day = parsed.upper_strict() if last else parsed.lower_strict()
        return date(*day[:3])
    except (EDTFParseException, ValueError, TypeError, AttributeError):
        raise ValueError(_sentence(text)) from None


def _sentence(text: str) -> str:
    return (
        f"'{text}' is not an EDTF date; write '2017', '2017-03', '2017-03-21', '2024-22' (summer 2024) or '2023/2025'"
    )
