"""Text as it is compared when people search: one definition for Python and for the search box in the browser.

`frontend/src/shared/fold.js` says the same in JavaScript; both are tested with `tests/cases/fold.json`:
Unicode is normalised (NFKD) and lower-cased; marks, modifier letters, invisible format characters and apostrophes are
dropped, so that ё is е and Xi'an is xian; ł is l; every Chinese character is a word; all else that is neither a letter
nor a number parts words. Each word has a space before it.
"""

from __future__ import annotations

import re
import unicodedata

DROPPED = frozenset(("Mn", "Mc", "Me", "Lm", "Cf"))
APOSTROPHES = "'’‘`"
CHINESE = re.compile("[\u2e80-\u2fdf\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")


def fold(text: str) -> str:
    """Return a text as it is compared: "Grodno region: Great-Stone" is " grodno region great stone"."""
    return "".join(f" {word}" for word in CHINESE.sub(r" \g<0> ", _plain(text)).split())


def fold_words(text: str) -> list[str]:
    """Return the words of a text, each folded; adjacent Chinese characters are one: "中医 чай" is " 中 医", " чай"."""
    return list(map(fold, _plain(text).split()))


class _Compared(dict[int, str]):
    """By code point, what is compared of a character; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        category = unicodedata.category(letter)
        if category in DROPPED or letter in APOSTROPHES:
            self[code] = ""
        else:
            self[code] = letter if category[0] in "LN" else " "
        return self[code]


_COMPARED = _Compared({ord("ł"): "l"})


def _plain(text: str) -> str:
    """A text with nothing left but letters, numbers and spaces."""
    return unicodedata.normalize("NFKD", text).lower().translate(_COMPARED)
