"""Facts about languages: direction, script, and which of those of the atlas are drafts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global


@cache
def is_mirrored(language: str) -> bool:
    """Tell whether a language is written from right to left."""
    try:
        return Locale.parse(language).character_order == "right-to-left"
    except (ValueError, UnknownLocaleError):
        return False


@cache
def script_of(language: str) -> str:
    """Script in which a language is usually written, such as "Latn" or "Arab"; "" if it is not known."""
    parts = str(get_global("likely_subtags").get(language, "")).split("_")
    return next((part for part in parts if len(part) == 4), "")


def drafts_in(atlas: Mapping[str, Any]) -> dict[str, str]:
    """Drafts among the languages of atlas.yaml, as read, each with the language that lends it what it lacks."""
    languages, drafts = (
        found if isinstance(found := atlas.get(name), dict) else {} for name in ("languages", "drafts")
    )
    whole = [code for code in languages if code not in drafts]
    return {code: lent if lent in whole else whole[0] for code, lent in drafts.items() if whole and code in languages}
