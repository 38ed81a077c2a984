"""Check that every language has every text of the interface, and that every text can be filled in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers
from babel.numbers import is_currency

from dashboard.catalogue.placeholders import COUNTS, FORMS, holds_one_number, placeholders
from dashboard.catalogue.problems import Problem, nearest
from dashboard.catalogue.validate import shown
from dashboard.catalogue.yamlfile import Location, YamlFile

NAMED = 3
"""Number of missing texts of one section that a message names; the others are only counted."""

EXACT = re.compile(r"=\d+")
"""Form for exactly one number, such as "=2" for "both"."""

FIELDS = {"year": "y", "month": "yM", "day": "yMd"}
"""Fields of a CLDR date pattern for each precision."""

DATES: tuple[tuple[str, tuple[Location, ...]], ...] = (
    *((letters, (("date", "inflected", name),)) for name, letters in FIELDS.items()),
    *((letters, tuple(("date", "range", name, end) for end in ("first", "last"))) for name, letters in FIELDS.items()),
)
"""Texts that are CLDR date patterns, with the fields that each, or both ends of a range together, must have."""

OWN = "figures"
"""The section of words that a language declines; a language without such words leaves it out."""


@dataclass(frozen=True)
class Words:
    """The texts of one language, as read from its file."""

    code: str
    file: YamlFile

    @cached_property
    def texts(self) -> dict[Location, Any]:
        """Every text by location; a plural is one text, the mapping of its forms."""
        return dict(_texts(self.file.content, ())) if self.file.content else {}

    @cached_property
    def locale(self) -> Locale | None:
        """Babel locale; None if it is missing or invalid."""
        try:
            return Locale.parse(self.file.content["locale"])
        except (KeyError, TypeError, ValueError, UnknownLocaleError):
            return None

    @cached_property
    def needed_forms(self) -> dict[str, int]:
        """Every plural form that this language uses, with the first count that takes it."""
        return {self.locale.plural_form(count): count for count in reversed(COUNTS)} if self.locale else {}

    def forms(self, location: Location) -> dict[Location, str]:
        """Return a text, or each form of a plural, by location; values that are not text are left out."""
        value = self.texts[location]
        forms = {(*location, form): text for form, text in value.items()} if isinstance(value, dict) else None
        return {here: text for here, text in (forms or {location: value}).items() if isinstance(text, str)}


def check_words(files: Mapping[str, YamlFile], drafts: Container[str] = ()) -> list[Problem]:
    """Return the problems of the texts of all languages: missing texts, and texts that cannot be filled in.

    Drafts may lack texts, but those that they have are checked as all others.
    """
    every = [Words(code, file) for code, file in files.items()]
    problems = [problem for words in every for problem in words.file.problems]
    read_ones = [words for words in every if words.file.content or not words.file.problems]
    for words in read_ones:
        missing = () if words.code in drafts else _missing(words, read_ones)
        found = (*_locale(words), *missing, *_kinds(words), *_patterns(words))
        problems += [words.file.problem(location, message) for location, message in found]
    return problems + _placeholders(read_ones)


def _texts(value: Any, location: Location) -> Iterator[tuple[Location, Any]]:
    if not isinstance(value, dict) or (location and _is_text(value)):
        yield location, value
        return
    for key, inner in value.items():
        yield from _texts(inner, (*location, key))


def _is_text(value: dict[str, Any]) -> bool:
    """Tell whether a mapping is the forms of one text, or empty, rather than a section of texts."""
    return not value or "other" in value or value.keys() <= set(FORMS)


def _locale(words: Words) -> Iterator[tuple[Location, str]]:
    name = words.file.content.get("locale")
    if words.locale is None:
        hint = nearest(str(name), locale_identifiers())
        yield ("locale",), f"expected a locale such as '{words.code}', found {shown(name)}{hint}"
    elif words.locale.language != words.code:
        yield ("locale",), f"'{name}' is not a locale of the language '{words.code}'"


def _missing(words: Words, every: list[Words]) -> Iterator[tuple[Location, str]]:
    """Texts that another language has and this one lacks, reported by section."""
    missing = {
        location: other
        for other in reversed(every)
        for location in other.texts.keys() - words.texts.keys()
        if location[0] != OWN
    }
    sections: dict[Any, list[Location]] = defaultdict(list)
    for location in missing:
        sections[location[0]].append(location)
    for section, locations in sections.items():
        other = missing[locations[0]]
        names = [".".join(map(str, location)) for location in locations]
        own = [".".join(map(str, location)) for location in words.texts.keys() - other.texts.keys()]
        if len(names) == 1:
            hint = nearest(names[0], own)
            yield locations[0][:-1], f"no text for '{names[0]}', which {other.file.name} has{hint}"
        else:
            named = ", ".join(sorted(names)[:NAMED]) + (", …" if len(names) > NAMED else "")
            yield (section,), f"{len(names)} texts are missing that {other.file.name} has: {named}"


def _kinds(words: Words) -> Iterator[tuple[Location, str]]:
    """Values that are not text, and plurals with a form missing or a form that the language does not have."""
    for location, value in words.texts.items():
        forms = value if isinstance(value, dict) and value else {"": value}
        for form, text in forms.items():
            if not isinstance(text, str):
                yield (*location, form) if form else location, f"expected a text, found {shown(text)}"
        if "" in forms or words.locale is None:
            continue
        needed = words.needed_forms
        for form in {form for form in forms if not EXACT.fullmatch(form)} - words.locale.plural_form.tags - {"other"}:
            yield (*location, form), f"'{words.code}' has no plural form '{form}'{nearest(form, needed)}"
        for form in sorted({*needed, "other"} - forms.keys(), key=FORMS.index):
            why = f"which '{words.code}' uses for {needed[form]}" if form in needed else "which covers all other counts"
            yield location, f"the plural form '{form}' is missing, {why}"


def _patterns(words: Words) -> Iterator[tuple[Location, str]]:
    """Malformed texts of currencies, figures, numbers and quotes, and malformed date patterns."""
    for location in words.texts:
        if location[0] == "currencies":
            if len(location) == 1 or not is_currency(str(location[1])):
                yield location, f"'{location[-1]}' is not an ISO 4217 currency code, such as USD"
        elif location[0] != OWN or location[1:2] == ("takes",):
            continue
        for here, text in words.forms(location).items():
            try:
                if not EXACT.fullmatch(str(here[-1])):
                    holds_one_number(text)
            except ValueError as error:
                yield here, str(error)
    for letters, locations in DATES:
        texts = [text for location in locations if location in words.texts for text in words.forms(location).values()]
        found = set(re.findall("[A-Za-z]", "".join(re.sub("'[^']*'", "", text) for text in texts).replace("L", "M")))
        if texts and (found != set(letters) or any(text.count("'") % 2 for text in texts)):
            shown_texts = " and ".join(f"'{text}'" for text in texts)
            yield locations[-1], f"{shown_texts} is not a date pattern with {', '.join(letters)}; put 'words' in quotes"
    yield from _settings(words)


def _settings(words: Words) -> Iterator[tuple[Location, str]]:
    """Settings of numbers, quotes and qualifiers that the translator cannot use."""
    allowed: dict[Location, tuple[str, str]] = {
        ("numbers", "large"): ("long|short", "long or short"),
        ("numbers", "from"): (r"[1-9]\d*", "a whole number"),
        ("numbers", "plain"): (r"[#,]*0(\.#+)?", "a CLDR number pattern, such as '#,##0.###'"),
        ("quotes",): (".{4}", "four marks: outer left and right, inner left and right"),
    }
    for location, (pattern, wanted) in allowed.items():
        for here, text in words.forms(location).items() if location in words.texts else ():
            if not re.fullmatch(pattern, text):
                yield here, f"expected {wanted}, found '{text}'"
    groups = {str(location[1]) for location in words.texts if location[0] == OWN and len(location) > 2}
    for location, group in words.texts.items():
        if location[:2] == (OWN, "takes") and len(location) == 3 and group not in groups:
            yield location, f"'{group}' is no group of words in '{OWN}'{nearest(str(group), groups)}"


def _placeholders(every: list[Words]) -> list[Problem]:
    """Malformed placeholders, and placeholders that differ between languages or between plural forms."""
    problems = []
    for location in dict.fromkeys(location for words in every for location in words.texts):
        held: dict[str, frozenset[str]] = {}
        for words in (words for words in every if location in words.texts):
            forms = {}
            for here, text in words.forms(location).items():
                try:
                    forms[here] = placeholders(text)
                except ValueError as error:
                    problems.append(words.file.problem(here, str(error)))
            held[words.code] = frozenset().union(*forms.values())
            for here, found in forms.items():
                if lacking := held[words.code] - found - {"{n}"}:
                    message = f"this form lacks {_listed(lacking)}, which another form has"
                    problems.append(words.file.problem(here, message))
        ranked = Counter(held[code] for code in sorted(held)).most_common()
        for words in (words for words in every if len(ranked) > 1 and held.get(words.code) != ranked[0][0]):
            if words.code in held:
                problems.append(words.file.problem(location, _difference(held[words.code], ranked[0][0])))
    return problems


def _difference(found: frozenset[str], usual: frozenset[str]) -> str:
    extra, lacking = found - usual, usual - found
    hint = nearest(min(extra), lacking) if extra else ""
    parts = [f"lacks {_listed(lacking)}, which the other languages have"] if lacking else []
    parts += [f"has {_listed(extra)}, which no other language has{hint}"] if extra else []
    return "this text " + " and ".join(parts)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
