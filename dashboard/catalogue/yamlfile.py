"""Strict reader of YAML files: no surprising types, no duplicate keys, a line number for every value."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from dashboard.catalogue.problems import Problem
from dashboard.catalogue.slips import encoding_slip, slip

Location = tuple[str | int, ...]

MOST_BYTES = 2_000_000
MOST_VALUES = 100_000
DEEPEST = 20
"""Levels of nested mappings and lists."""
MOST_CHARACTERS = 10_000
"""Limit per text, since messages to editors quote it."""
MOST_DIGITS = 15
"""Digits of a decimal number that a float keeps exactly."""

# Plain values as in YAML 1.2: `NO`, `12:30`, `0123`, `1e6` and bare dates remain text.
WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
DIRECTIVE = re.compile(r"^%", re.MULTILINE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
Event = Any  # an event of PyYAML, whose types do not tell which events have an anchor or a tag


@dataclass(frozen=True)
class YamlFile:
    """The content of a file, the line of every value, and the problems found while reading."""

    name: str
    content: dict[str, Any]
    lines: dict[Location, int]
    problems: tuple[Problem, ...] = ()

    @property
    def parts(self) -> tuple[YamlFile, ...]:
        """The files that it was joined from; itself if it is one file."""
        return (self,)

    def line(self, location: Location) -> int:
        """Line of a value, or of the nearest enclosing value that is in the file."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def problem(self, location: Location, message: str) -> Problem:
        """Problem with the value at `location`."""
        return Problem(self.name, self.line(location), self.field(location), message)

    def field(self, location: Location) -> str:
        """Dotted name of a value; list items are named by their id."""
        return ".".join(self._names(location))

    def _names(self, location: Location) -> Iterator[str]:
        value: Any = self.content
        for step in location:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                value = None
            named = isinstance(step, int) and isinstance(value, dict) and isinstance(value.get("id"), str)
            yield value["id"] if named else str(step)


@dataclass(frozen=True)
class Joined(YamlFile):
    """Several files that hold one mapping together, each problem in the file that has its key."""

    holders: Mapping[str, YamlFile] = field(default_factory=dict)
    files: tuple[YamlFile, ...] = ()

    @property
    def parts(self) -> tuple[YamlFile, ...]:
        """The files that it was joined from."""
        return self.files

    def problem(self, location: Location, message: str) -> Problem:
        """Problem with the value at `location`."""
        return self.holders[str(location[0])].problem(location, message)


def joined(name: str, files: Sequence[YamlFile]) -> YamlFile:
    """Join files of one mapping; a key that occurs in two of them is a problem of the second."""
    if len(files) == 1:
        return files[0]
    holders: dict[str, YamlFile] = {}
    problems = [problem for file in files for problem in file.problems]
    for file in files:
        for key in file.content:
            if key in holders:
                problems.append(file.problem((key,), f"this key occurs in {holders[key].name} too"))
            holders.setdefault(key, file)
    content = {key: file.content[key] for key, file in holders.items()}
    return Joined(name, content, {}, tuple(problems), holders, tuple(files))


_newest: dict[str, tuple[bytes, YamlFile]] = {}
"""Hash of the last content of each file, and what was read, by name: an edit makes one file of many be parsed again."""


def read(path: Path, name: str) -> YamlFile:
    """Read a mapping from `path`. Never raises: faults are in `.problems`. The result is shared; do not change it."""
    try:
        content = _content(path)
        digest = hashlib.sha256(content).digest()
        last = _newest.get(name)
        if not last or last[0] != digest:
            last = _newest[name] = digest, parse(_text(content), name)
        return last[1]
    except FileNotFoundError:
        return _unread(name, 1, "this file is missing")
    except OSError as error:
        return _unread(name, 1, f"this file cannot be read: {error.strerror}")
    except _Refused as refused:
        return _unread(name, refused.line, refused.message)


def read_in(config: Path, name: str) -> YamlFile:
    """Read a file of config/, as `read` does."""
    return read(config / name, name)


def parse(text: str, name: str) -> YamlFile:
    """Read a mapping from the text of a file, as `read` does."""
    try:
        reader = _Reader(text)
        content = reader.document()
    except _Refused as refused:
        return _unread(name, refused.line, refused.message)
    except yaml.MarkedYAMLError as error:
        told = ", ".join(filter(None, (error.context, error.problem)))
        return _unread(name, *(slip(error, text) or (_line_of(error, text), f"this is not YAML: {told}")))
    file = YamlFile(name, content, reader.lines)
    problems = tuple(Problem(name, line, file.field(location), message) for line, location, message in reader.faults)
    return YamlFile(name, content, reader.lines, problems)


def _unread(name: str, line: int, message: str) -> YamlFile:
    return YamlFile(name, {}, {}, (Problem(name, line, "", message),))


def _line_of(error: yaml.MarkedYAMLError, text: str) -> int:
    """Line of an error; if that is the end of the text, line of the construct that is never closed, such as a quote."""
    marks = (error.problem_mark, error.context_mark)
    lines = len(text.rstrip("\n").split("\n"))
    return next((mark.line + 1 for mark in marks if mark and mark.line < lines), lines)


class _Refused(Exception):  # noqa: N818 - ends the reading of a file; never leaves this module
    def __init__(self, line: int, message: str) -> None:
        self.line, self.message = line, message


def _content(path: Path) -> bytes:
    """Content of a file; raises OSError, or _Refused if it is too long."""
    if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would block for ever
        raise _Refused(1, "this is a folder or a device, not a file")
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise _Refused(1, f"this file has more than {MOST_BYTES:,} bytes; is it a table?")
    return content


def _text(content: bytes) -> str:
    """Text of a file; raises _Refused if it is not plain UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        looks = encoding_slip(content, error.start)
        told = f"this is not UTF-8 text but {looks}" if looks else f"this is not UTF-8 text: {error.reason}"
        raise _Refused(line, told) from None
    if found := DIRECTIVE.search(text):  # libyaml takes seconds over many of them
        line = text.count("\n", 0, found.start()) + 1
        raise _Refused(line, "a line must not begin with '%'")
    if found := CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise _Refused(line, str(_wrong(found[0])))
    return text


def _wrong(text: str) -> str | None:
    """Message about an invalid text or key; None if it is valid."""
    if len(text) > MOST_CHARACTERS:
        return f"a text may have at most {MOST_CHARACTERS:,} characters, this one has {len(text):,}"
    found = CONTROL.search(text)
    return f"the control character U+{ord(found[0]):04X} is not allowed; delete it" if found else None


class _Reader:
    """Turns the events of a YAML text into plain values, and records the line of each.

    It reads events rather than PyYAML's nodes, so that it can stop before a hostile file takes memory or time.
    """

    def __init__(self, text: str) -> None:
        self.events: Iterator[Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.lines: dict[Location, int] = {}
        self.faults: list[tuple[int, Location, str]] = []
        self.left = MOST_VALUES
        self.depth = 0

    def document(self) -> dict[str, Any]:
        """Return the mapping that a file holds, empty for an empty file; raises _Refused and yaml.MarkedYAMLError."""
        next(self.events)  # the start of the stream
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return {}
        event = next(self.events)
        content = self.value(event, ())
        next(self.events)  # the end of the document
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            message = "expected a single document in the stream, but found another document"
            raise _Refused(_line(after), f"this is not YAML: {message}")
        if content is None and isinstance(event, yaml.ScalarEvent):
            return {}
        if not isinstance(content, dict):
            raise _Refused(_line(event), "expected a mapping of names to values at the top of the file")
        return content

    def value(self, event: Event, location: Location) -> Any:
        self.lines.setdefault(location, _line(event))
        self.left -= 1
        if not self.left:
            raise _Refused(_line(event), f"this file holds more than {MOST_VALUES:,} values; is it a table?")
        if event.anchor:
            self.complain(event, location, "anchors and aliases are not allowed; write the value out")
        if isinstance(event, yaml.AliasEvent):
            return None
        if event.tag:
            self.complain(event, location, f"the tag {event.tag[:80]} is not allowed; remove it")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, location)
        if isinstance(event, yaml.SequenceStartEvent):
            return [self.value(item, (*location, index)) for index, item in enumerate(self.within(event))]
        return self.mapping(event, location)

    def within(self, start: Event) -> Iterator[Event]:
        """Yield the event that starts each item of a list or each key of a mapping; the caller consumes the rest."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise _Refused(_line(start), f"lists and mappings are nested more than {DEEPEST} deep")
        while not isinstance(event := next(self.events), yaml.CollectionEndEvent):
            yield event
        self.depth -= 1

    def mapping(self, start: Event, location: Location) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for event in self.within(start):
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused(_line(event), "a key must be plain text, not a list, a mapping or an alias")
            key: str = event.value
            here = (*location, key)
            if key in result:
                self.complain(event, here, f"this key occurs twice; the first is on line {self.lines[here]}")
                self.value(next(self.events), here)
            elif wrong := _wrong(key):
                self.complain(event, location, wrong)
                self.value(next(self.events), location)
            else:
                self.lines[here] = _line(event)
                result[key] = self.value(next(self.events), here)
        return result

    def scalar(self, event: Event, location: Location) -> Any:
        text: str = event.value
        if wrong := _wrong(text):
            self.complain(event, location, wrong)
            return text[:MOST_CHARACTERS]
        if not event.implicit[0]:  # in quotes
            return text
        if text in WORDS:
            return WORDS[text]
        if not NUMBER.fullmatch(text):
            return text
        if sum(map(str.isdigit, text)) > MOST_DIGITS:
            message = f"a number may have at most {MOST_DIGITS} digits; put it in quotes if it is a text"
            self.complain(event, location, message)
            return 0  # a number, so that the fault is reported only once
        return float(text) if "." in text else int(text)

    def complain(self, event: Event, location: Location, message: str) -> None:
        self.faults.append((_line(event), location, message))


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1
