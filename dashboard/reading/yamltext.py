"""YAML as editors write it, and the insertion of entries into a file without touching what is there."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

PLAIN = re.compile(r"[^\W\d_](?:[^:#\n\r\t\x85\u2028\u2029\ufeff]|:(?=[^\s,]))*(?<! )")
"""Texts that need no quotes in YAML, but for those in a list of one line that have one of its signs."""

FLOW = re.compile(r"[,\[\]{}]")
BREAKS = re.compile("[\x85\u2028\u2029\ufeff]")
WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))
ITEM = "  "
"""Indentation of the items of a list below its name."""


def block(content: Mapping[str, Any], indent: str = "") -> str:
    """Return a mapping as lines of YAML."""
    return "".join(f"{indent}{line}\n" for line in _lines(content))


def items(records: list[dict[str, Any]]) -> str:
    """Return records as items of a list, with an empty line between them."""
    return "\n".join(f"{ITEM}- {block(record, f'{ITEM}  ')[len(ITEM) + 2 :]}" for record in records)


def with_items(text: str, name: str, added: str) -> str:
    """Return a file with items or entries added at the end of the block under a name, which is made if need be."""
    inside = re.compile(rf"^{name}:[ \t]*(?:#.*)?\n(?:(?:[ \t#-].*)?\n)*", re.MULTILINE)
    text = f"{text.rstrip()}\n" if text.strip() else ""
    text = re.sub(rf"^{name}: *(?:\[\]|\{{\}}) *\n", "", text, flags=re.MULTILINE)
    if not (found := inside.search(text)):
        return f"{text}\n{name}:\n{added}" if text else f"{name}:\n{added}"
    own = re.sub(r"(?:\n(?:#.*)?)*\n\Z", "\n", found[0])  # comments before the next block stay with it
    if re.search(r"^- ", own, re.MULTILINE):
        added = textwrap.dedent(added)
    gap = "\n" if added.lstrip().startswith("- ") else ""
    at = found.start() + len(own)
    return f"{text[:at]}{gap}{added}{text[at:]}"


def _lines(content: Mapping[str, Any]) -> Iterator[str]:
    for key, value in content.items():
        if isinstance(value, Mapping):
            yield f"{key}:"
            yield from (f"  {line}" for line in _lines(value))
        elif isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
            yield f"{key}:"
            for each in value:
                first, *others = _lines(each)
                yield f"  - {first}"
                yield from (f"    {line}" for line in others)
        elif isinstance(value, list):
            yield f"{key}: [{', '.join(_scalar(each, FLOW) for each in value)}]"
        else:
            yield f"{key}: {_scalar(value)}"


def _scalar(value: Any, special: re.Pattern[str] = BREAKS) -> str:
    """A value on one line; a text with a special sign stands in quotes."""
    if not isinstance(value, str):
        return json.dumps(value)
    if PLAIN.fullmatch(value) and value.lower() not in WORDS and not special.search(value):
        return value
    if re.search("[\n\r\t\x85\u2028\u2029\ufeff]", value):
        return BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
    return "'" + value.replace("'", "''") + "'"
