"""Message to the grid: tables that the browser sorts, searches and pages through."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class GridLink(TypedDict):
    """A link to another site; without `href`, a text in its place."""

    text: str
    href: NotRequired[str]


class GridCell(TypedDict):
    """A cell that is more than a text.

    text   as shown
    sort   value by which its column sorts, if that is not the text
    code   code shown quietly after the text
    links  shown instead of the text
    """

    text: str
    sort: NotRequired[str | float]
    code: NotRequired[str]
    links: NotRequired[list[GridLink]]


class GridColumn(TypedDict):
    """A column; `says` explains it. Numbers stand at the right; numbers and dates are never broken or cut."""

    key: str
    name: str
    says: str
    kind: Literal["text", "date", "number"]


class GridRow(TypedDict):
    """A row; the first cell is its head. With `key`, that is a link to the record `part` in the dossier of `key`."""

    cells: list[str | GridCell]
    key: NotRequired[str]
    part: NotRequired[str]


class GridTable(TypedDict):
    """A table; `name` is that of its tab, and `hint` a sentence below it."""

    key: str
    name: str
    columns: list[GridColumn]
    rows: list[GridRow]
    hint: NotRequired[str]


class GridWords(TypedDict):
    """Texts of the grid; {n}, {all}, {first} and {last} are numbers of rows."""

    search: str
    rows: str
    found: str
    none: str
    more: str
    less: str
    sideways: str
    page: str
    previous: str
    next: str


class GridData(TypedDict):
    """One table, or several as tabs."""

    language: str
    tables: list[GridTable]
    ui: GridWords
