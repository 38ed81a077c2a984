"""Dates and amounts as people write them: "24 апреля 2024", "2024年4月24日", "$1.2 billion", "12 млн"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from babel import Locale
from babel.dates import get_month_names

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.folding import fold
from dashboard.catalogue.vocabulary import stemmer
from dashboard.catalogue.yamlfile import MOST_DIGITS

ISO = r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)(?:-(?P<d>\d\d))?"
DOTS = r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d\d)"
CHINESE = r"(?P<y>(?:19|20)\d\d)\s?年(?:\s?(?P<m>\d{1,2})\s?月(?:\s?(?P<d>\d{1,2})\s?日)?)?"
WORDS = (
    r"(?:(?P<d>\d{1,2})\.?\s+)?(?P<w>[^\W\d_]{3,})\.?,?\s+(?:(?P<e>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<y>(?:19|20)\d\d)"
)
YEAR = r"(?P<y>(?:19|20)\d\d)"
SHAPES = tuple(re.compile(rf"(?<![\d.,]){shape}(?!\d|[.,]\d)") for shape in (ISO, DOTS, CHINESE, WORDS, YEAR))
"""Forms of dates, the most precise ones first."""

SCALES: Mapping[str, float] = {
    **dict.fromkeys(("thousand", "тыс", "тысяч", "千"), 1e3),
    "万": 1e4,
    **dict.fromkeys(("million", "mln", "млн", "миллион", "百万"), 1e6),
    "亿": 1e8,
    **dict.fromkeys(("billion", "bln", "bn", "млрд", "миллиард", "十亿"), 1e9),
}
"""Words and signs for large numbers, in the languages in which articles come."""

LARGE = "|".join(sorted(SCALES, key=len, reverse=True))
APART = r"(?<![^\W\u3400-\u9fff])(?<![.,])(?<![^\W\d_]-)"
"""Not before a number: a letter, but for a Chinese one, or part of a number."""

SIGN = r"US\$|[$€¥₽£]|Br|RMB|USD|EUR|BYN|CNY"
NUMBER = re.compile(
    rf"{APART}(?P<sign>{SIGN})?\s?(?P<number>\d{{1,3}}(?:[ \u00a0\u202f,]\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    rf"(?:\s?(?P<scale>{LARGE})[a-zа-яё]{{0,3}}\.?)?(?P<percent>\s?(?:%|percent|процент))?(?!\d)",
    re.IGNORECASE,
)


EITHER = re.compile(r"-?[1-9]\d{0,2},\d{3}")
"""A number that is read as thousands by some, and with a decimal comma by others."""


@dataclass(frozen=True)
class Fact:
    """A date or amount in a text: where it stands, its words, and its value: EDTF for a date."""

    start: int
    words: str
    value: str | float


class Reader:
    """Finds dates, with the names of months in some languages, and amounts."""

    def __init__(self, languages: Iterable[str]) -> None:
        self.languages = tuple(languages)

    @cached_property
    def _stem(self) -> Callable[[str], str]:
        return stemmer(self.languages)

    @cached_property
    def _months(self) -> dict[str, int]:
        """Number of each month by the stem of its name, in every form that the languages have."""
        return {
            self._stemmed(name): number
            for language in self.languages
            for context in ("format", "stand-alone")
            for number, name in get_month_names("wide", context, Locale.parse(language)).items()
        }

    def _stemmed(self, word: str) -> str:
        return self._stem(fold(word).strip())

    def dates(self, text: str) -> Iterator[Fact]:
        """Yield the dates of a text; those of the same words once, as precise as they are."""
        for shape in SHAPES:
            for found in shape.finditer(text):
                if edtf := self._edtf(found.groupdict()):
                    text = f"{text[: found.start()]}{' ' * len(found[0])}{text[found.end() :]}"
                    yield Fact(found.start(), found[0], edtf)

    def date(self, text: str) -> str:
        """Return the date that a text is, as EDTF; the text itself if it is none or EDTF already."""
        try:
            return Edtf.parse(text).text
        except ValueError:
            whole = [fact for fact in self.dates(text) if fact.words == text.rstrip(" .г")]
            return str(whole[0].value) if whole else text

    def amounts(self, text: str) -> Iterator[Fact]:
        """Yield the numbers of a text that no date takes, but for single digits that nothing follows."""
        for fact in self.dates(text):
            text = f"{text[: fact.start]}{' ' * len(fact.words)}{text[fact.start + len(fact.words) :]}"
        for found in NUMBER.finditer(text):
            value = _number(found["number"]) * SCALES.get((found["scale"] or "").lower(), 1)
            if value >= 10 or found["sign"] or found["percent"] or found["scale"]:
                yield Fact(found.start(), found[0].strip(), value)

    def _edtf(self, parts: Mapping[str, str | None]) -> str | None:
        """A date from the groups of a form; None if there is no such day or month."""
        month, day = parts.get("m"), parts.get("d") or parts.get("e")
        if word := parts.get("w"):
            month = str(self._months.get(self._stemmed(word), 13))
        try:
            return Edtf.parse("-".join([str(parts["y"]), *(f"{int(each):02}" for each in (month, day) if each)])).text
        except ValueError:
            return None


def as_number(text: str) -> float | str:
    """A number as typed in any language, with spaces between thousands or a comma before decimals.

    The text itself if it is none, or such as "1,500", which the check then refuses rather than guess what it means.
    """
    plain = re.sub(r"(?<=\d)[\s_'](?=\d)", "", text)
    if "." not in plain and not EITHER.fullmatch(plain):
        plain = plain.replace(",", ".")
    if not re.fullmatch(r"-?\d+(\.\d+)?", plain) or sum(map(str.isdigit, plain)) > MOST_DIGITS:
        return text
    return float(plain) if "." in plain else int(plain)


def _number(text: str) -> float:
    """Value of a number with spaces or commas between thousands, and a point or comma before decimals."""
    plain = re.sub(r"[ \u00a0\u202f]", "", text)
    return float(re.sub(r",(?=\d{3}\b)", "", plain).replace(",", "."))
