"""Random mutants: copies of a file of config/ with one mistake each, to test what the checks let through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

HOSTILE = {
    "nothing": "",
    "null": "null",
    "a truth value": "true",
    "a number": "7",
    "a negative number": "-7",
    "a fraction": "0.5",
    "a text": "words",
    "an empty text": "''",
    "a list": "[1, two]",
    "an empty list": "[]",
    "a mapping": "{a: 1}",
    "an empty mapping": "{}",
    "texts of other languages": "{en: a, ru: b, zh: c}",
    "30 digits": "9" * 30,
    "5,000 digits": "9" * 5000,
    "an infinite number": "1" + "0" * 400 + ".5",
    "an exponent": "1e400",
    "infinity": ".inf",
    "a placeholder": "'{x}'",
    "a position": "'{0}'",
    "a lone brace": "'{'",
    "a date that is none": "'2017-13'",
    "year 9999": "'9999'",
    "year 0000": "'0000'",
    "an open date": "'../2017'",
    "an escaped NUL": '"a\\0b"',
    "an escaped bell": '"a\\u0007b"',
    "a raw NUL": "a\0b",
    "HTML": "'<script>alert(1)</script>'",
    "Markdown": "'[a](javascript:alert(1)) **b** $x$'",
    "a formula": "'=1+1'",
    "combining marks": "a" + "\u0301" * 300,
    "right to left": "'\u202etxet'",
    "an emoji": "'\U0001f9ed'",
    "10,000 characters": "x" * 10_000,
    "an alias": "*a",
    "an anchor": "&a words",
    "a tag": "!!binary aGk=",
    "5,000 levels": "[" * 5000,
    "100,000 levels": "[" * 100_000,
    "50,000 levels of mappings": "{a: " * 50_000,
    "a single quote": "'",
    "a locale that is none": "qq",
    "a colour": "'#ff0000'",
}
"""Wrong values by description."""

LINES = ["\t- x", "---", "...", "%YAML 2.0", "? [a, b]", "<<: {a: 1}", "- x", "x", "x: 1", "  x: 1", "\ufeff", "\a"]

VALUE = re.compile(r"(?P<head>\s*(?:- )?(?P<key>[\w-]+):)(?P<value> .+)?")
"""A line with a key and an optional value."""


@dataclass(frozen=True)
class Mutant:
    """New content of a file, its name relative to config/, and a description of the change."""

    file: str
    change: str
    content: bytes

    def __str__(self) -> str:
        return f"{self.file}: {self.change}"


def mutants(config: Path, seed: int, count: int) -> Iterator[Mutant]:
    """Yield `count` mutants of a config/ folder: half in relations/, half in all other files."""
    draw = Random(seed)  # noqa: S311 - reproducible by its seed
    texts = {
        path.relative_to(config).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(config.rglob("*.yaml"))
        if path.parent.name != "templates"
    }
    groups = [[name for name in texts if name.startswith("relations/") == related] for related in (True, False)]
    for _ in range(count):
        name = draw.choice(draw.choice(groups))
        change, lines = draw.choice(CHANGES)(texts[name].splitlines(), draw)
        yield Mutant(name, change, ("\n".join(lines) + "\n").encode())


@contextmanager
def planted(mutant: Mutant, config: Path) -> Iterator[None]:
    """Put a mutant into a copy of its folder; restore the old text afterwards."""
    path = config / mutant.file
    content = path.read_bytes()
    path.write_bytes(mutant.content)
    try:
        yield
    finally:
        path.write_bytes(content)


def _delete_line(lines: list[str], draw: Random) -> tuple[str, list[str]]:
    at = draw.randrange(len(lines))
    return f"line {at + 1} deleted", lines[:at] + lines[at + 1 :]


def _delete_block(lines: list[str], draw: Random) -> tuple[str, list[str]]:
    first, end = _block(lines, draw)
    return f"lines {first + 1} to {end} deleted", lines[:first] + lines[end:]


def _duplicate_block(lines: list[str], draw: Random) -> tuple[str, list[str]]:
    first, end = _block(lines, draw)
    return f"lines {first + 1} to {end} duplicated", lines[:end] + lines[first:end] + lines[end:]


def _swap_values(lines: list[str], draw: Random) -> tuple[str, list[str]]:
    a, b = draw.choice(_values(lines)), draw.choice(_values(lines))
    return f"values of lines {a + 1} and {b + 1} swapped", _with(lines, {a: _value(lines[b]), b: _value(lines[a])})


def _swap_values_of_one_key(lines: list[str], draw: Random) -> tuple[str, list[str]]:
    a = draw.choice(_values(lines))
    b = draw.choice([at for at in _values(lines) if _key(lines[at]) == _key(lines[a])])
    return f"values of lines {a + 1} and {b + 1} swapped", _with(lines, {a: _value(lines[b]), b: _value(lines[a])})


def _put_hostile_value(lines: list[str], draw: Random) -> tuple[str, list[str]]:
    at, (what, value) = draw.choice(_values(lines)), draw.choice(list(HOSTILE.items()))
    return f"line {at + 1} has {what}", _with(lines, {at: f" {value}"})


def _add_digits(lines: list[str], draw: Random) -> tuple[str, list[str]]:
    numbers = [at for at in _values(lines) if re.fullmatch(r" -?[\d.]+", _value(lines[at]))]
    if not numbers:
        return _put_hostile_value(lines, draw)
    at, digits = draw.choice(numbers), draw.choice(["0", "000000", "9" * 20])
    return f"the number on line {at + 1} has {len(digits)} more digits", _with(lines, {at: _value(lines[at]) + digits})


def _misspell(lines: list[str], draw: Random) -> tuple[str, list[str]]:
    at = draw.choice([at for at, line in enumerate(lines) if line.strip()])
    drop = draw.randrange(len(lines[at]))
    return f"line {at + 1} lost character {drop + 1}", [
        *lines[:at],
        lines[at][:drop] + lines[at][drop + 1 :],
        *lines[at + 1 :],
    ]


def _indent(lines: list[str], draw: Random) -> tuple[str, list[str]]:
    at = draw.randrange(len(lines))
    return f"line {at + 1} indented", [*lines[:at], "  " + lines[at], *lines[at + 1 :]]


def _insert_line(lines: list[str], draw: Random) -> tuple[str, list[str]]:
    at, line = draw.randrange(len(lines) + 1), draw.choice(LINES)
    return f"{line!r} before line {at + 1}", [*lines[:at], line, *lines[at:]]


def _cut(lines: list[str], draw: Random) -> tuple[str, list[str]]:
    at = draw.choice([0, draw.randrange(len(lines))])
    return f"cut off after line {at}", lines[:at]


CHANGES = [
    _delete_line,
    _delete_block,
    _duplicate_block,
    _swap_values,
    _swap_values_of_one_key,
    _put_hostile_value,
    _put_hostile_value,
    _put_hostile_value,
    _add_digits,
    _misspell,
    _indent,
    _insert_line,
    _cut,
]


def _block(lines: list[str], draw: Random) -> tuple[int, int]:
    """Return the range of a line and everything indented below it."""
    first = draw.randrange(len(lines))
    depth = len(lines[first]) - len(lines[first].lstrip())
    end = first + 1
    while end < len(lines) and lines[end].startswith(" " * (depth + 1)):
        end += 1
    return first, end


def _values(lines: list[str]) -> list[int]:
    """Return the indices of the lines with a key and a value."""
    return [at for at, line in enumerate(lines) if (found := VALUE.fullmatch(line)) and found["value"]]


def _key(line: str) -> str:
    return VALUE.fullmatch(line)["key"]  # type: ignore[index]


def _value(line: str) -> str:
    return VALUE.fullmatch(line)["value"]  # type: ignore[index]


def _with(lines: list[str], values: dict[int, str]) -> list[str]:
    """Return the lines, some of them with a new value."""
    return [
        VALUE.fullmatch(line)["head"] + values[at] if at in values else line  # type: ignore[index]
        for at, line in enumerate(lines)
    ]
