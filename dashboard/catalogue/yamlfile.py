"""Reads one YAML file strictly: no surprising types, no duplicate keys, every value with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from dashboard.catalogue.problems import Problem

Location = tuple[str | int, ...]


class _Loader(yaml.CSafeLoader):
    """YAML 1.2's idea of plain values: `NO`, `12:30`, `0123` and bare dates stay what was typed."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as the base class has it


for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", ["n", "~", ""]),
    ("float", r"-?(0|[1-9][0-9]*)\.[0-9]+", "-0123456789"),
    ("int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), list(_first))


@dataclass(frozen=True)
class YamlFile:
    """A file's content, the line of every value in it, and what could not be read."""

    name: str
    content: dict[str, Any]
    lines: dict[Location, int]
    problems: tuple[Problem, ...] = ()

    def line(self, location: Location) -> int:
        """The line of a value, or of the nearest thing around it that stands in the file."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def problem(self, location: Location, message: str) -> Problem:
        """A problem with the value at `location`."""
        return Problem(self.name, self.line(location), self.field(location), message)

    def field(self, location: Location) -> str:
        """The name of a value; list items are named by their id."""
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


def read(path: Path, name: str) -> YamlFile:
    """Reads a mapping from `path`; whatever is wrong is in `.problems`, nothing is raised."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return _unread(name, line, f"this is not YAML: {', '.join(filter(None, (error.context, error.problem)))}")
    except (yaml.reader.ReaderError, UnicodeDecodeError) as error:
        return _unread(name, 1, f"this is not UTF-8 text: {error.reason}")
    if node is None:
        return YamlFile(name, {}, {})
    if not isinstance(node, yaml.MappingNode):
        return _unread(name, node.start_mark.line + 1, "expected a mapping of names to values at the top of the file")
    reader = _Reader()
    file = YamlFile(name, reader.value(node, ()), reader.lines)
    problems = (Problem(name, line, file.field(location), message) for line, location, message in reader.faults)
    return replace(file, problems=tuple(problems))


def _unread(name: str, line: int, message: str) -> YamlFile:
    return YamlFile(name, {}, {}, (Problem(name, line, "", message),))


class _Reader:
    """Turns nodes into plain values and keeps the line of each."""

    def __init__(self) -> None:
        self.lines: dict[Location, int] = {}
        self.faults: list[tuple[int, Location, str]] = []
        self.scalars = _Loader("")
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, location: Location) -> Any:
        self.lines.setdefault(location, node.start_mark.line + 1)
        if id(node) in self.seen:
            self.complain(node, location, "anchors and aliases are not used here; write the value out")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*location, index)) for index, item in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode) and node.tag == self.implied_tag(node):
            return self.scalars.construct_object(node)
        self.complain(node, location, f"the tag {node.tag} is not used here")
        return None

    def implied_tag(self, node: yaml.ScalarNode) -> str:
        plain = not node.style
        tag: str = self.scalars.resolve(yaml.ScalarNode, node.value, (plain, not plain))  # type: ignore[no-untyped-call]
        return tag

    def mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            here = (*location, key)
            if key in result:
                first = self.lines[here]
                self.complain(key_node, here, f"this key stands twice; the first is on line {first}")
                continue
            self.lines[here] = key_node.start_mark.line + 1
            result[key] = self.value(value_node, here)
        return result

    def complain(self, node: yaml.Node, location: Location, message: str) -> None:
        self.faults.append((node.start_mark.line + 1, location, message))
