"""Find the characters of config/ that the served fonts cannot draw."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.catalogue.folder import listing
from dashboard.catalogue.languages import script_of
from dashboard.catalogue.problems import Problem
from dashboard.catalogue.yamlfile import Location, read

COVERAGE = Path(__file__).parents[1] / "static" / "fonts" / "coverage.txt"
"""List of every character that the fonts can draw, except spaces; written by `python -m tools.fonts`."""

NOT_DRAWN = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))
"""Unicode categories that need no glyph: line breaks, soft hyphens, spaces."""


SCRIPTS = frozenset(("Latn", "Cyrl", "Hans", "Hant"))
"""Scripts that the fonts of the atlas have. A language in another one is shown in fonts of the visitor's system."""


def has_fonts(language: str) -> bool:
    """Tell whether the fonts of the atlas draw a language, so that it can be printed."""
    return script_of(language) in SCRIPTS


def check_glyphs(config: Path) -> tuple[list[Problem], list[Problem]]:
    """Return a problem for each character of a file that no font has, where it first occurs; the Chinese ones apart.

    Skips templates/, and what is written in languages without fonts.
    """
    problems: list[Problem] = []
    chinese: list[Problem] = []
    languages = read(config / "atlas.yaml", "atlas.yaml").content.get("languages")
    foreign = {code for code in languages if not has_fonts(code)} if isinstance(languages, dict) else set()
    for name in listing(config).names:
        if name.startswith("templates/"):
            continue
        file = read(config / name, name)
        found: dict[str, Location] = {}
        for location, text in _texts(file.content, ()):
            if foreign & {Path(name).stem, *location}:
                continue
            for character in set(unicodedata.normalize("NFC", text)) - _drawn():
                if unicodedata.category(character) not in NOT_DRAWN:
                    found.setdefault(character, location)
        for character, location in found.items():
            kept = chinese if is_chinese(character) else problems
            kept.append(file.problem(location, _message(character)))
    return problems, chinese


@cache
def _drawn() -> frozenset[str]:
    return frozenset(COVERAGE.read_text(encoding="utf-8"))


def _texts(value: Any, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    for step, inner in (
        value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
    ):
        yield from _texts(inner, (*location, step))


def _message(character: str) -> str:
    name = f"'{character}' (U+{ord(character):04X})"
    if is_chinese(character):
        return f"the fonts lack the character {name}; write another, or run `TWINNED_CONFIG=<this folder> make fonts`"
    return f"the fonts have no character {name}; write it with Latin, Cyrillic or Chinese characters"


def is_chinese(character: str) -> bool:
    """Tell whether a character is drawn with the Chinese font: ideographs, their punctuation, full-width forms."""
    return any(first <= character <= last for first, last in ("\u3000\u303f", "\u4e00\u9fff", "\uff00\uffef"))
