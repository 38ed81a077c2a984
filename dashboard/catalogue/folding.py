"""Folding of text for searching.

`frontend/src/shared/fold.js` does the same in JavaScript; both are tested with `tests/cases/fold.json`. The text is
normalised (NFKD) and lower-cased. Marks, modifier letters, invisible format characters and apostrophes are dropped, so
that ё becomes е and Xi'an becomes xian; ł becomes l. Every Chinese character is a word of its own; anything else that
is neither a letter nor a number separates words. Each word has a space before it.
"""

from __future__ import annotations

import re
import unicodedata

DROPPED = frozenset(("Mn", "Mc", "Me", "Lm", "Cf"))
APOSTROPHES = "'’‘`"
CHINESE = re.compile("[\u2e80-\u2fdf\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")


def fold(text: str) -> str:
    """Fold a text: "Grodno region: Great-Stone" becomes " grodno region great stone"."""
    return "".join(f" {word}" for word in CHINESE.sub(r" \g<0> ", _plain(text)).split())


def fold_words(text: str) -> list[str]:
    """Fold each word of a text; Chinese characters in a row are one word: "中医 чай" becomes " 中 医", " чай"."""
    return list(map(fold, _plain(text).split()))


class _Folded(dict[int, str]):
    """Folded form of each character by code point, computed on first use."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        category = unicodedata.category(letter)
        if category in DROPPED or letter in APOSTROPHES:
            self[code] = ""
        else:
            self[code] = letter if category[0] in "LN" else " "
        return self[code]


_FOLDED = _Folded({ord("ł"): "l"})


def _plain(text: str) -> str:
    """Reduce a text to letters, numbers and spaces."""
    return unicodedata.normalize("NFKD", text).lower().translate(_FOLDED)
