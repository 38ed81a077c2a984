"""Placeholders of texts, such as `{n}`, and checks that a text can be filled in."""

from __future__ import annotations

from functools import cache
from string import Formatter

from babel import Locale

COUNTS = range(201)
"""Counts that reveal every plural form a language needs: below a million, CLDR's rules repeat after a hundred."""

FORMS = ("zero", "one", "two", "few", "many", "other")
"""Plural forms of CLDR in their order."""


@cache
def plural_forms(language: str) -> tuple[str, ...]:
    """Plural forms that whole numbers take in a language, such as "one" and "other" in English."""
    rule = Locale.parse(language).plural_form
    return tuple(sorted({rule(count) for count in COUNTS}, key=FORMS.index))


def placeholders(text: str) -> frozenset[str]:
    """Return the placeholders of a text: "{n}", "{year:d}"; "{n:spelt}" is a "{n}" that only some languages spell out.

    Raises ValueError, with a message for editors, if a brace is unmatched or a placeholder is not a plain name.
    """
    found = set()
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        raise ValueError(f"'{text}' has an unmatched brace; write '{{{{' or '}}}}' for a plain one") from None
    for _, name, spec, conversion in parts:
        if name is None:
            continue
        if not name.isidentifier() or conversion or spec not in ("", "d", "spelt"):
            raise ValueError(f"'{text}' has a placeholder that is not a plain name such as '{{n}}'")
        found.add(f"{{{name}:{spec}}}" if spec == "d" else f"{{{name}}}")
    return frozenset(found)


def holds_one_number(text: str) -> None:
    """Raise ValueError, with a message for editors, unless a text has '{n}' exactly once and no other placeholder."""
    if placeholders(text) != {"{n}"} or text.count("{n}") != 1:
        raise ValueError(f"'{text}' needs '{{n}}' exactly once, and no other placeholder")
