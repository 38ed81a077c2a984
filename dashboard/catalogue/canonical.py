"""The one form in which a YAML file of the table is written: its indents, quotes, folds and comments.

The order of what it holds, its blank lines, and what stands between brackets are left to the editor.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from dashboard.catalogue.commented import Block, Comment, Document, Fields, Items, Node, Scalar, parsed
from dashboard.catalogue.folder import listing
from dashboard.catalogue.problems import BrokenTable, Problem
from dashboard.catalogue.yamlfile import NUMBER, WORDS, parse, read_in

WIDTH = 120
"""Column after which a line ends, at its next space."""

ASIDE = 36
"""Column of a comment beside a value, if there is room."""

CODE = re.compile(r"^[\d./~?%:X-]+$|^=")
"""Dates, numbers and formulas. As texts they stand in quotes, so that nobody takes them for anything else."""

BREAK = re.compile(r"(?<=[^ ]) (?=[^ ])")
"""A space at which a text may go on in the next line."""

_dumper = yaml.Dumper(io.StringIO(), allow_unicode=True)


def formatted(text: str) -> str:
    """The text of a file that `yamlfile.read` finds no fault with, in its one form."""
    return _Writer(parsed(text)).written()


def dumped(content: Mapping[str, Any]) -> str:
    """Content as YAML, which `formatted` gives its one form."""
    return yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False, width=WIDTH)


def loose_files(config: Path) -> dict[str, str]:
    """Files of a folder that are not in their one form, by name, with their text in it.

    Raises BrokenTable if a file cannot be read, or would not say the same.
    """
    files = [read_in(config, name) for name in listing(config).names]
    problems = [problem for file in files for problem in file.problems]
    loose = {}
    for file in (file for file in files if not file.problems):
        content = (config / file.name).read_bytes()
        text = formatted(content.decode("utf-8-sig"))
        if text.encode() != content:
            loose[file.name] = text
        if repr(parse(text, file.name).content) != repr(file.content):
            problems.append(Problem(file.name, 1, "", "its one form would not say the same; please report this"))
    if problems:
        raise BrokenTable(problems)
    return loose


class _Writer:
    """Writes the values of a document in order, and before and beside each of them its comments."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.comments = list(document.comments)
        self.lines: list[str] = []
        self.line = 0
        """The first line of the source that has not been written."""
        self.opened = True
        """True after a line that opens a list or mapping, below which no blank line stands."""
        self.levels: list[tuple[int, int]] = []
        """Columns of what is around the last value, in the source and as written."""

    def written(self) -> str:
        content = self.document.content
        if isinstance(content, Block) and not content.flow:
            self.block(content, 0)
        elif isinstance(content, Block):
            self.put([line.removeprefix(" ") for line in _fill("", content, 0)], content)
        if self.comments:
            self.above(self.comments[-1].line + 1, -1, 0)
        return "".join(f"{line}\n" for line in self.lines)

    def block(self, node: Block, indent: int, head: str = "") -> None:
        """Write a list or mapping of several lines, the first of them after `head`."""
        if isinstance(node, Items):
            for item in node.items:
                self.start(item, node.column, indent)
                dash = f"{head or ' ' * indent}-"
                if isinstance(item, Block) and not item.flow:
                    self.block(item, indent + 2, f"{dash} ")
                else:
                    self.put(_fill(dash, item, indent), item)
                head = ""
        elif isinstance(node, Fields):
            for key, value in node.fields:
                self.start(key, key.column, indent)
                name = f"{head or ' ' * indent}{word(key, flow=False)}:"
                if isinstance(value, Block) and not value.flow:
                    self.put([name], key)
                    self.opened = True
                    self.block(value, indent + 2)
                else:
                    self.put(_fill(name, value, indent), key, value)
                head = ""

    def start(self, node: Node, column: int, indent: int) -> None:
        """Write what stands above a value."""
        self.above(node.first, column, indent)
        self.levels = [*((source, at) for source, at in self.levels if at < indent), (column, indent)]

    def above(self, line: int, column: int, indent: int) -> None:
        """Write the comments that stand before a line, and one blank line where there are any."""
        while self.comments and self.comments[0].line < line:
            comment = self.comments.pop(0)
            self.space(comment.line)
            inner = [at for source, at in self.levels if column < source <= comment.column]
            self.lines.append(" " * max(indent, *inner, 0) + comment.text)
            self.line, self.opened = comment.line + 1, False
        self.space(line)

    def space(self, line: int) -> None:
        """Write a blank line if there are any before a line of the source."""
        if self.lines and not self.opened and not self.document.blank.isdisjoint(range(self.line, line)):
            self.lines.append("")
        self.line = max(self.line, line)

    def put(self, lines: Sequence[str], key: Node, value: Node | None = None) -> None:
        """Write lines with the comments beside them; those within a value go above it."""
        last = max(key.last, value.last if value else 0)
        within = [comment for comment in self.comments if comment.line <= last]
        del self.comments[: len(within)]
        beside = within.pop() if within and within[-1].line == last and not within[-1].alone else None
        indent = len(lines[0]) - len(lines[0].lstrip())
        self.lines += [" " * indent + comment.text for comment in within]
        self.lines += lines
        self.line, self.opened = last + 1, False
        if beside:
            self.beside(beside)

    def beside(self, comment: Comment) -> None:
        """Write a comment after the last line, and below it the comments that go on in the same column."""
        line = f"{self.lines[-1]:<{ASIDE - 1}} "
        self.lines[-1] = line + comment.text
        while self.comments and self.comments[0] == replace(
            comment, line=self.line, text=self.comments[0].text, alone=True
        ):
            self.lines.append(" " * len(line) + self.comments.pop(0).text)
            self.line += 1


def _fill(head: str, node: Node, indent: int) -> list[str]:
    """A value after its key or dash, in as many lines as it needs."""
    if isinstance(node, Scalar):
        return _text(head, node, indent)
    words = _pieces(node) if isinstance(node, Items) else [word(node)]
    return _folded(head, words, indent)


def _text(head: str, node: Scalar, indent: int) -> list[str]:
    if node.plain and node.text in WORDS and WORDS[node.text] is None:
        return [head if head.endswith(":") else f"{head} null"]
    if (lines := _literal(node.text)) and not (node.plain and "\n" not in node.text):
        sign = "|" if node.text.endswith("\n") else "|-"
        return [f"{head} {sign}", *(f"{' ' * (indent + 2)}{line}".rstrip() for line in lines)]
    written = word(node, flow=False)
    return _folded(head, [written] if written.startswith('"') else BREAK.split(written), indent)


def _literal(text: str) -> list[str]:
    """Lines of a text of several; none if it has but one, or lines that would not be read back as they are."""
    lines = text.removesuffix("\n").split("\n")
    fine = all(line.isprintable() and line == line.rstrip() for line in lines)
    return lines if len(lines) > 1 and fine and lines[-1] and lines[0][:1] not in ("", " ") else []


def _folded(head: str, words: Sequence[str], indent: int) -> list[str]:
    lines = [head]
    for word in words:
        if len(lines[-1]) > WIDTH and lines != [head]:
            lines.append(" " * (indent + 1))
        lines[-1] += f" {word}"
    return lines


def _pieces(node: Items) -> list[str]:
    """A list between brackets, as words that may stand in several lines."""
    words = [f"{word(item)}," for item in node.items]
    if not words:
        return ["[]"]
    return [f"[{words[0]}", *words[1:-1], f"{words[-1][:-1]}]"] if len(words) > 1 else [f"[{words[0][:-1]}]"]


def word(node: Node, *, flow: bool = True) -> str:
    """A value on one line."""
    if isinstance(node, Items):
        return " ".join(_pieces(node))
    if isinstance(node, Fields):
        return f"{{{', '.join(f'{word(key)}: {word(value)}' for key, value in node.fields)}}}"
    if not isinstance(node, Scalar):
        raise TypeError(f"a {type(node).__name__} is not written")
    if node.plain and (node.text in WORDS or NUMBER.fullmatch(node.text)):
        return node.text or "null"
    return _quoted(node.text, flow=flow)


def _quoted(text: str, *, flow: bool) -> str:
    """A text, in quotes only if other readers, or people, would take it for something else without them."""
    found = _dumper.analyze_scalar(text)
    plain = found.allow_flow_plain if flow else found.allow_block_plain
    if plain and text not in WORDS and not CODE.search(text) and _is_text(text) and text.isprintable():
        return text
    if found.allow_single_quoted and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _is_text(text: str) -> bool:
    tag = _dumper.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return bool(tag == "tag:yaml.org,2002:str")


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    short = {"\n": "\\n", "\t": "\\t"}.get(sign)
    return short or (f"\\u{ord(sign):04X}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08X}")
