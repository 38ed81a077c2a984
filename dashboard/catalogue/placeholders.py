"""Placeholders of texts, such as `{n}`, and checks that a text can be filled in."""

from __future__ import annotations

from string import Formatter


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
