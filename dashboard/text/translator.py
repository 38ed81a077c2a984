"""Phrases, numbers and dates in the language of the visitor; the words stand in config/i18n/."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from dashboard.catalogue import dates, schema
from dashboard.catalogue.kept import kept
from dashboard.catalogue.yamlfile import YamlFile

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


@dataclass(frozen=True, eq=False)
class Translator:
    """`t("key", n=3)` is a sentence of the interface; `t.name(entry)` a name from the table."""

    language: str
    words: Mapping[str, Any]

    @kept(on="self", most=4096)
    def __call__(self, key: str, **values: str | int) -> str:
        """The text of a dotted key; with `n`, in the plural form that the language asks for."""
        text: Any = self.words
        for step in key.split("."):
            text = text[step]
        if isinstance(text, dict):
            text = text.get(self.locale.plural_form(int(values["n"]))) or text["other"]
        shown = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return str(text).format(**shown) if shown else str(text)

    @cached_property
    def locale(self) -> Locale:
        """The babel locale of the language."""
        return Locale.parse(self.words["locale"])

    def text(self, texts: Mapping[str, str] | None) -> str:
        """The text of this language, or nothing."""
        return texts[self.language] if texts else ""

    def name(self, entry: schema.Named) -> str:
        """The name of an entry; the short one where a unit has one."""
        short = getattr(entry, "short", None)
        return self.text(short or entry.names)

    def number(self, value: float) -> str:
        """A number with the separators of the language."""
        return format_decimal(value, locale=self.locale)

    def percent(self, share: float) -> str:
        """A share as a whole percentage."""
        return format_percent(share, locale=self.locale)

    def listed(self, texts: Sequence[str]) -> str:
        """Several texts as the language lists them: "A, B and C"."""
        return format_list(list(texts), locale=self.locale)

    def money(self, value: float, currency: str) -> str:
        """A sum with its currency, shortened from a million on: "$2 billion", "2 млрд $", "20亿美元"."""
        amount = self.number(value)
        if abs(value) >= 1_000_000:
            whole = int(value) if value == int(value) else value  # 280.0 would take another plural form than 280
            width: Literal["long", "short"] = "long" if "long" in self.locale.compact_decimal_formats else "short"
            amount = format_compact_decimal(whole, format_type=width, locale=self.locale, fraction_digits=2)
        template = self.words["currencies"].get(currency, f"{{n}} {currency}")
        return str(template).format(n=amount)

    def date(self, text: str | None) -> str:
        """An EDTF date in words, as precise as it is: "March 2017", "summer 2024", "2023–2025"."""
        if not text:
            return self("date.undated")
        if "/" in text:
            start, end = text.split("/")
            if ".." in (start, end):
                return self(
                    "date.since" if end == ".." else "date.until", date=self._date(start if end == ".." else end)
                )
            return f"{self._date(start)}–{self._date(end)}"
        return self._date(text)

    def _date(self, text: str) -> str:
        parts = text.rstrip("~?%").split("-")
        start = dates.span(text)[0] or date.min
        if len(parts) == 1:
            return self("date.year", year=parts[0])
        if len(parts) == 2 and parts[1] in SEASONS:
            return self(f"date.{SEASONS[parts[1]]}", year=parts[0])
        if len(parts) == 2:
            return format_skeleton("yMMMM", start, locale=self.locale)
        return format_date(start, format="long", locale=self.locale)


def translators(files: Mapping[str, YamlFile]) -> dict[str, Translator]:
    """A translator for each language, by its file of words."""
    return {code: Translator(code, file.content) for code, file in files.items()}
