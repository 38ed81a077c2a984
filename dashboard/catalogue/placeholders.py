"""The `{n}` of texts: found, and refused where a text would not survive being filled in."""

from __future__ import annotations

from string import Formatter


def placeholders(text: str) -> frozenset[str]:
    """Return the placeholders of a text as they are written: "{n}", "{year:d}".

    Raises ValueError with a sentence where a brace stands alone or a placeholder is more than a name.
    """
    found = set()
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        raise ValueError(
            f"'{text}' has a brace without its other half; write '{{{{' or '}}}}' for a plain one"
        ) from None
    for _, name, spec, conversion in parts:
        if name is None:
            continue
        if not name.isidentifier() or conversion or spec not in ("", "d"):
            raise ValueError(f"'{text}' has a placeholder that is no plain name such as '{{n}}'")
        found.add(f"{{{name}:{spec}}}" if spec else f"{{{name}}}")
    return frozenset(found)


def holds_one_number(text: str) -> None:
    """Raise ValueError with a sentence unless a text has '{n}' exactly once and no other placeholder."""
    if placeholders(text) != {"{n}"} or text.count("{n}") != 1:
        raise ValueError(f"'{text}' needs '{{n}}' exactly once, and no other placeholder")
