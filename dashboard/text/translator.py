"""Texts, numbers and dates in the visitor's language; the texts are in config/i18n/."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from dashboard.catalogue import schema
from dashboard.catalogue.borrowed import bare, borrowed, isolated, lender
from dashboard.catalogue.dates import Edtf, Moment
from dashboard.catalogue.kept import kept
from dashboard.catalogue.languages import is_mirrored
from dashboard.catalogue.yamlfile import YamlFile

UNBORROWED = ("locale", "numbers", "figures")
"""Sections of texts that a draft does without rather than take them from another language."""

PATTERNS = frozenset(
    ("date", *of, name)
    for name in ("year", "month", "day")
    for of in (("inflected",), *(("range", shared) for shared in ("year", "month", "day")))
) | frozenset(("date", "range", shared, end) for shared in ("year", "month", "day") for end in ("first", "last"))
"""Texts that are CLDR patterns, filled with words of the language that borrows them."""

MOST_DECIMALS = 4
"""Decimals of an abbreviated number: "1.27亿". A number that needs more is written out, so that none is rounded."""


@dataclass(frozen=True, eq=False)
class Translator(string.Formatter):
    """Translator into one language: `t("key", n=3)` is a text of the interface, `t.name(entry)` a name from the table.

    In a text, `{n}` formats a number with the separators of the language, `{year:d}` without, and `{n:spelt}` in words
    as far as the language spells it out. What a draft borrows is marked (`catalogue/borrowed.py`) unless it is `plain`;
    one without any text for dates borrows them whole from `dates`.
    """

    language: str
    words: Mapping[str, Any]
    plain: bool = False
    dates: Translator | None = None

    @kept(on="self", most=4096)
    def __call__(self, key: str, **values: str | int) -> str:
        """Return the text with a dotted key, in the form for `n` if it has forms; KeyError if there is none."""
        text = self.find(key)
        if text is None:
            raise KeyError(key)
        if isinstance(text, dict):
            text = self._form(text, int(values["n"]))
        return self._said(self.vformat(text, (), values) if values else str(text))

    def _said(self, text: str) -> str:
        return bare(text) if self.plain else text

    @cached_property
    def for_files(self) -> Translator:
        """The same without marks, for hand-outs and exports."""
        return replace(self, plain=True)

    def find(self, key: str) -> Any:
        """Return what the language has under a dotted key: a text, its forms, a group of texts, or None."""
        found: Any = self.words
        for step in key.split("."):
            found = found.get(step) if isinstance(found, dict) else None
        return found

    def _form(self, forms: Mapping[str, str], n: float) -> str:
        """Return the form for a number: that for exactly this number ("=2") before the plural form."""
        lent = lender(forms["other"])
        rule = Locale.parse(lent).plural_form if lent else self.locale.plural_form
        return forms.get(f"={n}") or forms.get(rule(n)) or forms["other"]

    def format_field(self, value: Any, format_spec: str) -> Any:
        """Format one value within a text."""
        if format_spec == "spelt":
            spelt = str(self.find("numbers.spelt") or "").split()
            return spelt[value - 1] if 0 < value <= len(spelt) else self.number(value)
        if isinstance(value, int) and not format_spec:
            return self.number(value)
        return isolated(value) if isinstance(value, str) and self.direction == "rtl" else format(value, format_spec)

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Direction in which the language is written."""
        return "rtl" if is_mirrored(self.language) else "ltr"

    @cached_property
    def locale(self) -> Locale:
        """Babel locale of the language."""
        return Locale.parse(self.words["locale"])

    def text(self, texts: Mapping[str, str] | None) -> str:
        """Return the text in this language, "" for a missing text."""
        return self._said(texts[self.language]) if texts else ""

    def name(self, entry: schema.Named) -> str:
        """Return the name of an entry; the short one if it has one."""
        short = getattr(entry, "short", None)
        return self.text(short or entry.names)

    def number(self, value: float) -> str:
        """Return a number in the digits and separators of the language."""
        return format_decimal(value, format=self.find("numbers.plain"), locale=self.locale)

    def formed(self, forms: Mapping[str, str], n: int) -> str:
        """Fill a number into its form."""
        return self._said(self.vformat(self._form(forms, n), (), {"n": n}))

    def percent(self, share: float) -> str:
        """Return a share as a whole percentage."""
        return format_percent(share, locale=self.locale)

    def measured(self, pattern: str | Mapping[str, str], value: float) -> str:
        """Fill a number into a pattern or its form for the number, a large one abbreviated: "2 million", "2万"."""
        n = int(value) if value == int(value) else value
        written = self.number(n)
        if abs(n) >= int(self.find("numbers.from") or 10**6) and (short := self._abbreviated(n)):
            written, n = short, 10**6  # words agree with "million": "2 млн юаней", not "2 юаня"
        return self._said((pattern if isinstance(pattern, str) else self._form(pattern, n)).format(n=written))

    def _abbreviated(self, n: float) -> str | None:
        width: Any = self.find("numbers.large") or "long"
        exact, rounded = (
            format_compact_decimal(n, format_type=width, locale=self.locale, fraction_digits=digits)
            for digits in (2 * MOST_DECIMALS, MOST_DECIMALS)
        )
        return rounded if rounded == exact else None

    def listed(self, texts: Sequence[str], group: str = "items") -> str:
        """Return an enumeration in the style of the language: "A, B and C", "A, and B and C"; `clauses` for clauses."""
        *others, end = texts
        last = self(f"list.{group}.last")
        if any(last in text for text in texts):
            last = self(f"list.{group}.compound")
        return self(f"list.{group}.between").join(others) + last + end if others else end

    def quoted(self, text: str) -> str:
        """Return a text in the quotation marks of the language, with inner marks for those that it contains."""
        left, right, inner_left, inner_right = tuple(self("quotes"))
        return f"{left}{text.replace(left, inner_left).replace(right, inner_right)}{right}"

    def date(self, when: Edtf | None) -> str:
        """Return a date in words, at its own precision: "March 2017", "about 2017", "January–June 2023"."""
        said = borrowed(self.dates.date(when), self.dates.language) if self.dates else self._date(when)
        if self.direction == "rtl" and not any(map(str.isalpha, said)):
            said = isolated(said)  # of two years, the first stays on the left
        return self._said(said)

    def _date(self, when: Edtf | None) -> str:
        if when is None:
            return self("date.undated")
        if when.end is None and when.start:
            return self("date.since", date=self.inflected(when.start))
        if when.start is None and when.end:
            return self("date.until", date=self._moment(when.end))
        if len(when.moments) == 1:
            return self._moment(when.moments[0])
        first, last = when.moments
        if shared := _shared(first, last):
            ends = (("first", first), ("last", last))
            return "".join(self._pattern(moment, f"date.range.{shared}.{end}") for end, moment in ends)
        return self("date.span", first=self._moment(first), last=self._moment(last))

    def inflected(self, moment: Moment) -> str:
        """Return one end of a date in the form that follows "since": "March 2017", "марта 2017 г."."""
        if self.dates:
            return self._said(borrowed(self.dates.inflected(moment), self.dates.language))
        return self._marked("date.inflected", moment, self._inflected(moment))

    def _moment(self, moment: Moment) -> str:
        match moment.precision:
            case "day":
                plain = format_date(moment.first, format="long", locale=self.locale)
            case "month":
                plain = format_skeleton("yMMMM", moment.first, locale=self.locale)
            case year_or_season:
                plain = self(f"date.{year_or_season}", year=moment.year)
        plain = plain.replace("\u202f", "\u00a0")  # the fonts draw CLDR's narrow space as if there were none
        return self._marked("date", moment, self._inflected(moment) if moment.approximate else plain)

    def _inflected(self, moment: Moment) -> str:
        pattern = f"date.inflected.{moment.precision}"
        if moment.precision in ("year", "month", "day"):
            return self._pattern(moment, pattern)
        return self(pattern, year=moment.year)

    def _pattern(self, moment: Moment, key: str) -> str:
        return format_date(moment.first, self(key), locale=self.locale)

    def _marked(self, group: str, moment: Moment, text: str) -> str:
        """Return a date with the doubts of its source: "about 2017", "2017 (uncertain)"."""
        if moment.approximate:
            text = self(f"{group}.about", date=text)
        return self(f"{group}.uncertain", date=text) if moment.uncertain else text


def _shared(first: Moment, last: Moment) -> str | None:
    """Return the group of patterns for two ends that share what is written once; None if each is written in full."""
    if first.precision != last.precision or any(end.approximate or end.uncertain for end in (first, last)):
        return None
    match first.precision:
        case "year":
            return "year"
        case "month" if first.year == last.year:
            return "month"
        case "day" if (first.year, first.first.month) == (last.year, last.first.month):
            return "day"
    return None


def translators(files: Mapping[str, YamlFile], drafts: Mapping[str, str]) -> dict[str, Translator]:
    """Return a translator for each language, from its file of texts; drafts borrow what theirs lacks."""
    made = {code: Translator(code, file.content) for code, file in files.items()}
    for code, lent in drafts.items():
        own, lender_ = files[code].content, made[lent]
        lendable = {section: texts for section, texts in lender_.words.items() if section not in UNBORROWED}
        made[code] = Translator(code, _completed(own, lendable, lent), dates=None if "date" in own else lender_)
    return made


def _completed(texts: Any, lent: Any, language: str, at: tuple[str, ...] = ()) -> Any:
    """Complete the texts of a draft, in groups, by those of another language; a plural is one text."""
    if isinstance(lent, dict) and (texts is None or (isinstance(texts, dict) and "other" not in texts)):
        own = texts or {}
        made = {key: _completed(own.get(key), value, language, (*at, str(key))) for key, value in lent.items()}
        return made | {key: text for key, text in own.items() if key not in made}
    if texts is None and isinstance(lent, str) and at not in PATTERNS:
        return borrowed(lent, language)
    return lent if texts is None else texts
