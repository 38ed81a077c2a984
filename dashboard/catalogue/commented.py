"""A YAML file as it is written: its values with their lines, and its comments, which are no part of what is loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

Event = Any  # an event of PyYAML, whose types do not tell which events have which fields
COMMENT = re.compile(r"#.*")


@dataclass(frozen=True)
class Comment:
    """A comment, from its '#' on; `alone` if nothing else stands on its line."""

    line: int
    column: int
    text: str
    alone: bool


@dataclass
class Node:
    """A value or key with the lines, counted from 0, and the column that it takes up."""

    first: int
    last: int
    column: int


@dataclass
class Scalar(Node):
    """A text, number or truth value; `source` is how it was written, `plain` if without quotes."""

    text: str
    plain: bool
    source: str


@dataclass
class Block(Node):
    """A list or a mapping; `flow` if it is written between brackets."""

    flow: bool


@dataclass
class Items(Block):
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass
class Fields(Block):
    """A mapping."""

    fields: list[tuple[Scalar, Node]] = field(default_factory=list)

    def get(self, key: str) -> tuple[Scalar, Node] | None:
        """A key and its value."""
        return next((pair for pair in self.fields if pair[0].text == key), None)


@dataclass(frozen=True)
class Document:
    """The mapping that a file holds, None if it is empty, with its comments by line and the lines that are blank."""

    content: Node | None
    comments: tuple[Comment, ...]
    blank: frozenset[int]


def parsed(text: str) -> Document:
    """Parse the text of a file that `yamlfile.read` accepts."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    spans: list[tuple[int, int]] = []
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    content = None
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            content = _node(event, events, text, spans)
    lines = text.split("\n")
    comments = tuple(_comments(text, spans, lines))
    blank = frozenset(number for number, line in enumerate(lines) if not line.strip())
    return Document(content, comments, blank)


def _node(event: Event, events: Iterator[Event], text: str, spans: list[tuple[int, int]]) -> Node:
    mark, end = event.start_mark, event.end_mark.index
    if isinstance(event, yaml.ScalarEvent):
        source = text[mark.index : end]
        head = source.find("\n") if event.style in ("|", ">") else 0  # a comment may follow the sign
        spans.append((mark.index + head, end))
        last = mark.line + source.rstrip().count("\n")
        return Scalar(mark.line, last, mark.column, event.value, event.implicit[0], source.rstrip())
    place = mark.line, mark.line, mark.column, bool(event.flow_style)
    node: Items | Fields = Items(*place) if isinstance(event, yaml.SequenceStartEvent) else Fields(*place)
    while not isinstance(inner := next(events), yaml.CollectionEndEvent):
        child = _node(inner, events, text, spans)
        if isinstance(node, Items):
            node.items.append(child)
        elif isinstance(child, Scalar):
            node.fields.append((child, _node(next(events), events, text, spans)))
            child = node.fields[-1][1]
        node.last = max(node.last, child.last)
    closing: Event = inner
    if node.flow:
        node.last = closing.start_mark.line
    return node


def _comments(text: str, spans: list[tuple[int, int]], lines: list[str]) -> Iterator[Comment]:
    """Comments: whatever follows a '#' outside of the values."""
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(text)]
    line, counted = 0, 0
    for start, end in zip(starts, ends, strict=True):
        for found in COMMENT.finditer(text, start, end):
            line += text.count("\n", counted, found.start())
            counted = found.start()
            column = found.start() - (text.rfind("\n", 0, found.start()) + 1)
            yield Comment(line, column, found[0].rstrip(), alone=not lines[line][:column].strip())
