"""Names of languages and countries, from CLDR."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError


class Refused(Exception):  # noqa: N818 - the name reads well in "raises Refused"
    """Raised with a sentence when an atlas cannot be founded as asked."""


def locale_of(language: str) -> Locale:
    """Return what CLDR knows of a language; raises Refused if that is nothing."""
    try:
        return Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        raise Refused(
            f"there is no language '{language}'; write codes with commas between them, such as en,fr"
        ) from None


def country_name(country: str, language: str) -> str:
    """Return the name of a country in a language, else in English."""
    return str(locale_of(language).territories.get(country) or locale_of("en").territories.get(country, country))


def own_name(language: str) -> str:
    """Return the name of a language in itself."""
    name = str(locale_of(language).display_name)
    return name[:1].upper() + name[1:]
