"""One record in the text of a YAML file: written anew with as few changed lines as can be, so that all else stays.

Comments, order, quotes and line breaks of the file are those of its editors. So a text is never dumped as a whole: what
differs is cut out and replaced, and the result is read again, to be sure that it says what it should and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from dashboard.catalogue.canonical import formatted
from dashboard.catalogue.schema import RECORD_KINDS
from dashboard.catalogue.yamlfile import parse

WIDTH = 118
"""Columns after which a long text is continued on the next line."""

BOM = "\ufeff"
"""The mark with which some programs begin a text; it stays."""

Path = tuple[str, ...]
"""The way to a record in its file: (list, id) in the file of a pair, (key,) in a table such as that of the sources."""

Raw = dict[str, Any]
Cut = tuple[int, int, str]
"""The two ends of a part of a text, and the text that takes its place."""


class Lossy(Exception):  # noqa: N818 - reads well in "raises Lossy"
    """Raised where a record cannot be written without changing something else, such as in a file that is no YAML."""


def found(content: Mapping[str, Any], path: Path) -> Raw | None:
    """The record at a path in the content of a file; None if there is none."""
    if len(path) == 1:
        entry = content.get(path[0])
        return entry if isinstance(entry, dict) else None
    return next((each for each in records(content, path[0]) if each.get("id") == path[1]), None)


def records(content: Mapping[str, Any], name: str) -> list[Raw]:
    """The records of a list in the content of a file, which may be empty or broken."""
    listed = content.get(name)
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def spliced(text: str, path: Path, record: Raw) -> str:
    """The text of a file with a record changed or added; raises Lossy."""
    mark = BOM if text.startswith(BOM) else ""
    text = text.removeprefix(BOM)
    before = parse(text, "")
    if before.problems:
        raise Lossy(before.problems[0].message)
    if found(before.content, path) == record:
        return mark + text
    wanted = _with(before.content, path, record)
    for whole in (False, True):
        after = _applied(text, [*_cuts(text, path, found(before.content, path), record, whole=whole)])
        read = parse(after, "")
        if not read.problems and read.content == wanted:
            return mark + (formatted(after) if formatted(text) == text else after)
    raise Lossy("this record cannot be written without changing another one; edit the file by hand")


def _with(content: Raw, path: Path, record: Raw) -> Raw:
    """The content with a record changed or added."""
    if len(path) == 1:
        return content | {path[0]: record}
    known = records(content, path[0])
    changed = [record if each.get("id") == path[1] else each for each in known]
    return content | {path[0]: changed if found(content, path) else [*known, record]}


def _applied(text: str, cuts: list[Cut]) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    parts, done = [], 0
    for start, stop, new in sorted(cuts, key=lambda cut: cut[:2]):
        parts += [text[done:start], new.replace("\n", end)]
        done = stop
    return "".join([*parts, text[done:]])


def _cuts(text: str, path: Path, before: Raw | None, record: Raw, *, whole: bool) -> Iterator[Cut]:
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    pairs = {key.value: (key, value) for key, value in root.value} if root else {}
    if len(path) == 2 and path[0] in pairs:
        items = pairs[path[0]][1]
        item = next((each for each in items.value if before and _value(each, "id") == path[1]), None)
        if item is None:
            yield _added_item(text, items, pairs[path[0]][0], record)
        elif whole or item.flow_style:
            column = item.start_mark.column
            yield item.start_mark.index, _end(text, item), _written(record, column).lstrip()
        else:
            yield from _changes(text, item, before or {}, record)
    elif len(path) == 2:
        at, lead, tail = _place_of_list(text, path[0], pairs)
        yield at, at, f"{lead}{path[0]}:\n{_item(record, 2)}{tail}"
    elif before is None:
        at = len(text.rstrip())
        yield at, at, f"{chr(10) * 2 if at else ''}{_written({path[0]: record}, 0)}" + ("" if text[at:] else "\n")
    else:
        key, value = pairs[path[0]]
        if whole or value.flow_style:
            yield key.start_mark.index, _end(text, value), _written({path[0]: record}, 0)
        else:
            yield from _changes(text, value, before, record)


def _value(node: yaml.MappingNode, name: str) -> str | None:
    return next((value.value for key, value in node.value if key.value == name), None)


def _changes(text: str, node: yaml.MappingNode, before: Raw, record: Raw) -> Iterator[Cut]:
    """Cuts in the block of a mapping for fields that differ, go or come, those after their forerunners."""
    column, ends = node.start_mark.column, {}
    for key, value in node.value:
        name, start, end = key.value, key.start_mark.index, _end(text, value, key)
        ends[name] = _end_of_line(text, end)
        if name not in record:
            line = start - key.start_mark.column
            yield (line, min(ends[name] + 1, len(text)), "") if not text[line:start].strip() else (start, end, "")
        elif before[name] == record[name]:
            continue
        elif isinstance(value, yaml.MappingNode) and isinstance(record[name], dict) and not value.flow_style:
            yield from _changes(text, value, before[name], record[name])
        else:
            flow = isinstance(value, yaml.MappingNode) and bool(value.flow_style)
            yield start, end, _written({name: _Flow(record[name]) if flow else record[name]}, column).lstrip()
    names = list(record)
    for at, name in enumerate(names):
        if name not in before:
            after = next((other for other in reversed(names[:at]) if other in ends), list(ends)[-1])
            ends[name] = ends[after]
            yield ends[after], ends[after], "\n" + _written({name: record[name]}, column)


def _added_item(text: str, items: yaml.CollectionNode, key: yaml.Node, record: Raw) -> Cut:
    """A record after the last one of its list, apart from it as those are from each other."""
    if not items.value:  # `agreements: []`, or nothing after the colon
        end = max(items.end_mark.index, key.end_mark.index + 1) if items.flow_style else key.end_mark.index + 1
        return key.end_mark.index, end, f":\n{_item(record, 2)}"
    at = _end_of_line(text, _end(text, items))
    column = items.value[0].start_mark.column - 2
    return at, at, f"\n\n{_item(record, column)}"


def _place_of_list(text: str, name: str, pairs: Mapping[str, tuple[yaml.Node, yaml.Node]]) -> tuple[int, str, str]:
    """Place for a list of records that a file lacks, with the empty lines around it: lists have an order."""
    order = list(RECORD_KINDS)
    earlier = [pairs[each] for each in order[: order.index(name)] if each in pairs]
    later = [pairs[each][0] for each in order[order.index(name) + 1 :] if each in pairs]
    if earlier or not later:
        at = max((_end_of_line(text, _end(text, value, key)) for key, value in earlier), default=len(text.rstrip()))
        return at, "\n\n" if at else "", "" if text[at:] else "\n"
    return min(key.start_mark.index for key in later), "", "\n\n"


def _end(text: str, node: yaml.Node, key: yaml.Node | None = None) -> int:
    """Index after the last character of a node: that of a block ends where the next thing begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1], last[0]) if isinstance(last, tuple) else _end(text, last)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return len(text[: node.end_mark.index].rstrip())
    if isinstance(node, yaml.ScalarNode) and not node.value and not node.style and key:
        return int(key.end_mark.index) + 1  # nothing after the colon
    return int(node.end_mark.index)


def _end_of_line(text: str, at: int) -> int:
    found = re.compile(r"\r?\n|$").search(text, at)
    return found.start() if found else len(text)


class _Flow(dict[str, Any]):
    """A mapping that is written on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes as the editors of the table do: lists of names on one line, dates in quotes, lists indented."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - PyYAML's signature
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


def _list(dumper: _Dumper, data: list[Any]) -> yaml.Node:
    plain = not any(isinstance(each, dict | list) for each in data)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=plain)


def _text(dumper: _Dumper, data: str) -> yaml.Node:
    dated = re.match(r"[\d.]", data) and not re.search(r"[a-zA-Z]", data)
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style="'" if dated else None)


_Dumper.add_representer(list, _list)
_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Flow, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data, True))


def _written(content: Raw, column: int) -> str:
    """YAML of a mapping, from a column on, without the end of its last line."""
    text = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH - column)
    return "\n".join(f"{' ' * column}{line}" if line else line for line in text.rstrip("\n").split("\n"))


def _item(record: Raw, column: int) -> str:
    return f"{' ' * column}- {_written(record, column + 2).lstrip()}"
