"""Texts, numbers and dates in the visitor's language; the texts are in config/i18n/."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from dashboard.catalogue import schema
from dashboard.catalogue.dates import Edtf, Moment
from dashboard.catalogue.kept import kept
from dashboard.catalogue.yamlfile import YamlFile


@dataclass(frozen=True, eq=False)
class Translator(string.Formatter):
    """Translator into one language: `t("key", n=3)` is a text of the interface, `t.name(entry)` a name from the table.

    In a text, `{n}` formats a number with the separators of the language, and `{year:d}` without.
    """

    language: str
    words: Mapping[str, Any]

    @kept(on="self", most=4096)
    def __call__(self, key: str, **values: str | int) -> str:
        """Return the text with a dotted key, in the plural form for `n` if it has forms; KeyError if there is none."""
        text: Any = self.words
        for step in key.split("."):
            text = text[step]
        if isinstance(text, dict):
            text = text.get(self.locale.plural_form(int(values["n"]))) or text["other"]
        return self.vformat(text, (), values) if values else str(text)

    def format_field(self, value: Any, format_spec: str) -> Any:
        """Format one value within a text."""
        return self.number(value) if isinstance(value, int) and not format_spec else format(value, format_spec)

    @cached_property
    def locale(self) -> Locale:
        """Babel locale of the language."""
        return Locale.parse(self.words["locale"])

    def text(self, texts: Mapping[str, str] | None) -> str:
        """Return the text in this language, "" for a missing text."""
        return texts[self.language] if texts else ""

    def name(self, entry: schema.Named) -> str:
        """Return the name of an entry; the short one if it has one."""
        short = getattr(entry, "short", None)
        return self.text(short or entry.names)

    def number(self, value: float) -> str:
        """Return a number with the separators of the language."""
        return format_decimal(value, locale=self.locale)

    def percent(self, share: float) -> str:
        """Return a share as a whole percentage."""
        return format_percent(share, locale=self.locale)

    def listed(self, texts: Sequence[str]) -> str:
        """Return an enumeration in the style of the language: "A, B and C"."""
        return format_list(list(texts), locale=self.locale)

    def money(self, value: float, currency: str) -> str:
        """Return a sum with its currency, abbreviated from a million: "$2 billion", "2 млрд $", "20亿美元"."""
        amount = self.number(value)
        if abs(value) >= 1_000_000:
            whole = int(value) if value == int(value) else value  # 280.0 takes another plural form than 280
            width: Literal["long", "short"] = "long" if "long" in self.locale.compact_decimal_formats else "short"
            amount = format_compact_decimal(whole, format_type=width, locale=self.locale, fraction_digits=2)
        template = self.words["currencies"].get(currency, f"{{n}} {currency}")
        return str(template).format(n=amount)

    def date(self, when: Edtf | None) -> str:
        """Return a date in words, at its own precision: "March 2017", "about 2017", "summer 2024", "2023–2025"."""
        if when is None:
            return self("date.undated")
        if when.end is None and when.start:
            return self("date.since", date=self.inflected(when.start))
        if when.start is None and when.end:
            return self("date.until", date=self._moment(when.end))
        marked = any(moment.approximate or moment.uncertain for moment in when.moments)
        return (" – " if marked else "–").join(map(self._moment, when.moments))

    def inflected(self, moment: Moment) -> str:
        """Return one end of a date in the form that follows "since": "March 2017", "марта 2017 года"."""
        return self._marked("date.inflected", moment, self._inflected(moment))

    def _moment(self, moment: Moment) -> str:
        match moment.precision:
            case "day":
                plain = format_date(moment.first, format="long", locale=self.locale)
            case "month":
                plain = format_skeleton("yMMMM", moment.first, locale=self.locale)
            case year_or_season:
                plain = self(f"date.{year_or_season}", year=moment.year)
        return self._marked("date", moment, self._inflected(moment) if moment.approximate else plain)

    def _inflected(self, moment: Moment) -> str:
        pattern = f"date.inflected.{moment.precision}"
        if moment.precision in ("year", "month", "day"):
            return format_date(moment.first, self(pattern), locale=self.locale)
        return self(pattern, year=moment.year)

    def _marked(self, group: str, moment: Moment, text: str) -> str:
        """Return a date with the doubts of its source: "about 2017", "2017 (uncertain)"."""
        if moment.approximate:
            text = self(f"{group}.about", date=text)
        return self(f"{group}.uncertain", date=text) if moment.uncertain else text


def translators(files: Mapping[str, YamlFile]) -> dict[str, Translator]:
    """Return a translator for each language, from its file of texts."""
    return {code: Translator(code, file.content) for code, file in files.items()}
