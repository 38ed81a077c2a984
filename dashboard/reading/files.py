"""Files of others: CSV in any usual encoding, Excel workbooks, texts and web pages."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from dashboard.catalogue.yamlfile import CONTROL

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
PAGES = (".html", ".htm")
UNSEEN = frozenset(("script", "style", "template", "head"))
MOST_CELL = 10_000_000
"""Characters of a cell: more is a quote that is never closed."""

COMMON = range(0xB0, 0xD8)
"""First bytes of the common characters in GB 18030. In Windows-1251 they are capital letters and signs."""


class Unreadable(Exception):  # noqa: N818 - the name reads well in "raises Unreadable"
    """Raised with a sentence when a file cannot be read at all."""


@dataclass(frozen=True)
class Sheet:
    """A table as it came. Rows have the number that a spreadsheet shows; `told` says how the file was read."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[int, tuple[str, ...]]]
    told: str


def read_sheets(path: Path) -> list[Sheet]:
    """Return the tables of a file that have a row; raises Unreadable."""
    try:
        if path.suffix.lower() in WORKBOOKS:
            return list(_workbook(path))
        text, encoding = decoded(path.read_bytes())
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}") from None
    csv.field_size_limit(MOST_CELL)
    try:
        separator = max(SEPARATORS, key=lambda each: len(next(csv.reader(io.StringIO(text, ""), delimiter=each), ())))
        rows = list(csv.reader(io.StringIO(text, ""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise Unreadable(f"{path} is not a table in CSV: {error}") from None
    return list(_sheet(path.stem, rows, f"Read as {encoding}, with {SEPARATORS[separator]} between the cells."))


def read_text(path: Path) -> list[str]:
    """Return the lines of a text or web page; raises Unreadable."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}") from None
    if content.startswith(b"%PDF"):
        raise Unreadable(f"{path} is a PDF; save it as text first")
    text = decoded(content)[0]
    if path.suffix.lower() in PAGES:
        page = _Page()
        page.feed(text)
        text = "".join(page.seen)
    return text.splitlines()


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text of a file, and the name of the encoding that it is most likely in."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), "UTF-16"
    try:
        return content.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    letters = "".join(re.findall(r"[^\x00-\x7f]", text)).encode("gb18030")
    if text and sum(byte in COMMON for byte in letters[::2]) * 2 > len(letters[::2]):
        return text, "GB 18030"
    return content.decode("cp1251", errors="replace"), "Windows-1251"


def _workbook(path: Path) -> Iterator[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook  # late: only workbooks need it

    try:
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            yield from _sheet(name, (list(map(_cell, row)) for row in rows), f"Read from the sheet '{name}'.")
    except CalamineError as error:
        raise Unreadable(f"{path} is not a workbook: {error}") from None


def _cell(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _sheet(name: str, rows: Iterable[Sequence[str]], told: str) -> Iterator[Sheet]:
    """Yield the table of some rows, whose first one that is not empty has its columns; none if no row follows."""
    clean = (tuple(CONTROL.sub("", cell).strip() for cell in row) for row in rows)
    filled = [(number, row) for number, row in enumerate(clean, start=1) if any(row)]
    if len(filled) > 1:
        yield Sheet(name, filled[0][1], filled[1:], told)


class _Page(HTMLParser):
    """Collects what a reader sees of a web page; every element but those within a line ends one."""

    within = frozenset(("a", "b", "i", "em", "strong", "span", "sub", "sup", "small", "abbr", "time", "mark"))

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002 - the parser's signature
        self.hidden = 0 if tag == "body" else self.hidden + (tag in UNSEEN)  # the end of the head may be left out
        self._end_line(tag)

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in UNSEEN
        self._end_line(tag)

    def handle_data(self, data: str) -> None:
        if self.hidden <= 0:
            self.seen.append(re.sub(r"\s+", " ", data))

    def _end_line(self, tag: str) -> None:
        if tag not in self.within:
            self.seen.append("\n")
