"""Folding of text for searching.

`frontend/src/search/fold.js` does the same in JavaScript; both are tested with `tests/cases/fold.json`. The text is
normalised (NFKD) and lower-cased. Marks, modifier letters, invisible format characters and apostrophes are dropped, so
that ё becomes е and Xi'an becomes xian; й stays, since stemming needs it. э becomes е, ł becomes l, and traditional
characters become simplified ones. Every Chinese character is a word of its own; anything else that is neither a letter
nor a number separates words. Each word has a space before it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

TRADITIONAL = Path(__file__).with_name("traditional.json")
DROPPED = frozenset(("Mn", "Mc", "Me", "Lm", "Cf"))
APOSTROPHES = "'’‘`′"
IDEOGRAPH = "[\u2e80-\u2fdf\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]"
CHINESE = re.compile(IDEOGRAPH)
WORD = re.compile(f"{IDEOGRAPH}+|(?:(?!{IDEOGRAPH})\\S)+")
LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,." + '~{}:"<>'
RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю" + "ёхъжэбю"
KEYBOARDS = str.maketrans(LATIN_KEYS + RUSSIAN_KEYS, RUSSIAN_KEYS + LATIN_KEYS)


def fold(text: str) -> str:
    """Fold a text: "Grodno region: Great-Stone" becomes " grodno region great stone"."""
    return "".join(f" {word}" for word in CHINESE.sub(r" \g<0> ", _plain(text)).split())


def typed_words(text: str) -> list[str]:
    """Split a typed text into words; Chinese characters in a row are one: "中医 TCM" gives "中医" and "tcm"."""
    return WORD.findall(_plain(text))


def on_other_keyboard(text: str) -> str:
    """Replace each letter by that of the same key on the other keyboard, Latin or Russian: "vbycr" becomes "минск"."""
    return text.lower().translate(KEYBOARDS)


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


_FORMS = json.loads(TRADITIONAL.read_text(encoding="utf-8"))
_FOLDED = _Folded(zip(map(ord, "łэ" + _FORMS["traditional"]), "lе" + _FORMS["simplified"], strict=True))


def _plain(text: str) -> str:
    """Reduce a text to letters, numbers and spaces."""
    return unicodedata.normalize("NFKD", text).lower().replace("и\u0306", "й").translate(_FOLDED)
