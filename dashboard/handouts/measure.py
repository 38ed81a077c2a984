"""Width of text in the fonts of the atlas."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.catalogue.borrowed import bare
from dashboard.text.glyphs import is_chinese

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FONTS = Path(__file__).with_name("fonts")
WEIGHTS = (400, 600)
_EM = 1000


def text_width(text: str, size: float, weight: int = WEIGHTS[0]) -> float:
    """Width of a line of text in the unit of its size, Chinese in Noto Sans SC and everything else in Inter."""
    runs = groupby(bare(text), is_chinese)
    return sum(_font(weight, chinese=chinese).getlength("".join(run)) for chinese, run in runs) * size / _EM


@cache
def _font(weight: int, *, chinese: bool) -> FreeTypeFont:
    from PIL import ImageFont  # late: only hand-outs need it

    return ImageFont.truetype(FONTS / f"{'NotoSansSC' if chinese else 'Inter'}-{weight}.ttf", _EM)
