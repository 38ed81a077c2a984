"""Room that text takes on a slide, by the widths of the fonts, so that none leaves its place."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from math import ceil

from dashboard.handouts.measure import text_width
from dashboard.handouts.svg import broken
from dashboard.text.glyphs import is_chinese

SAFETY = 1.03
"""Inter is wider than the fonts of the slides in plain type and as wide in bold; the rest is for other fonts."""

NARROW = 0.25
"""Least mean width of the characters of a text, by the size of its type."""

LEADING, CHINESE_LEADING = 1.2, 1.3
"""Height of a line by the size of its type."""


def has_chinese(text: str) -> bool:
    """Tell whether a text has Chinese characters, whose fonts make higher lines."""
    return any(map(is_chinese, text))


@lru_cache(maxsize=65536)
def lines_of(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Number of lines of a text that is broken to a width; a word longer than a line is broken anywhere."""
    room, weight = width / SAFETY, 600 if bold else 400
    lines = broken(text, size, room, weight) or [""]
    return sum(max(1, ceil(text_width(line, size, weight) / room)) for line in lines)


def height_of(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """Height of a text that is broken to a width, in the unit of both."""
    return lines_of(text, width, size, bold=bold) * size * (CHINESE_LEADING if has_chinese(text) else LEADING)


def shortened(text: str, most: int, width: float, size: float, *, bold: bool = False) -> str:
    """A text of at most some lines: as it is, or as far as a word, with an ellipsis."""
    longest = int(most * width / size / NARROW)
    if len(text) <= longest and lines_of(text, width, size, bold=bold) <= most:
        return text
    text = text[: longest + 1]
    ends = [at for at, character in enumerate(text) if character == " " or is_chinese(character)] or [len(text) // 2]
    fits = bisect_right(ends, most, key=lambda end: lines_of(_cut(text, end), width, size, bold=bold))
    return _cut(text, ends[max(fits - 1, 0)])


def _cut(text: str, end: int) -> str:
    return text[:end].rstrip(" ,.;:–—-·，。、；：") + "…"
