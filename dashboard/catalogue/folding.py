"""Text as it is compared when people search: one definition for Python and for the browser.

`frontend/src/search/fold.js` says the same in JavaScript; both are tested with `tests/cases/fold.json`:
Unicode is normalised (NFKD) and lower-cased; marks, modifier letters, invisible format characters and apostrophes are
dropped, so that ё is е and Xi'an is xian, but й stays; э is е, ł is l; traditional characters are simplified; every Chinese
character is a word; all else that is neither a letter nor a number parts words. Each word has a space before it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

TRADITIONAL = Path(__file__).with_name("traditional.json")
DROPPED = frozenset(("Mn", "Mc", "Me", "Lm", "Cf"))
APOSTROPHES = "'’‘`′"
SAME = {"ł": "l", "э": "е"}
IDEOGRAPH = "[\u2e80-\u2fdf\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]"
CHINESE = re.compile(IDEOGRAPH)
WORD = re.compile(f"{IDEOGRAPH}+|(?:(?!{IDEOGRAPH})\\S)+")
LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,." + '~{}:"<>'
RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю" + "ёхъжэбю"
KEYBOARDS = str.maketrans(LATIN_KEYS + RUSSIAN_KEYS, RUSSIAN_KEYS + LATIN_KEYS)


def fold(text: str) -> str:
    """Return a text as it is compared: "Grodno region: Great-Stone" is " grodno region great stone"."""
    return "".join(f" {word}" for word in CHINESE.sub(r" \g<0> ", _plain(text)).split())


def typed_words(text: str) -> list[str]:
    """Return the words of what was typed; adjacent Chinese characters are one: "中医 Great-Stone" is 中医, great, stone."""
    return WORD.findall(_plain(text))


def on_other_keyboard(text: str) -> str:
    """Return what the same keys would have typed, Russian for Latin and the reverse: "vbycr" is "минск"."""
    return text.lower().translate(KEYBOARDS)


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


_FORMS = json.loads(TRADITIONAL.read_text(encoding="utf-8"))
_COMPARED = _Compared(str.maketrans(SAME) | str.maketrans(_FORMS["traditional"], _FORMS["simplified"]))


def _plain(text: str) -> str:
    """Return a text with nothing left but letters, numbers and spaces."""
    return unicodedata.normalize("NFKD", text).lower().replace("и\u0306", "й").translate(_COMPARED)
