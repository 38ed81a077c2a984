"""Tables that are drawn in the browser: those of the data page, and figures about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal
from urllib.parse import urlsplit

from dashboard.catalogue.changes import newness
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.filtering import View
from dashboard.catalogue.pair import RECORD_TYPES
from dashboard.components.mount import mount
from dashboard.contract.grid import GridCell, GridColumn, GridData, GridLink, GridRow, GridTable, GridWords
from dashboard.exports.cells import BETWEEN, CODE, Cells
from dashboard.exports.readable import COLUMNS, DATES, LINKS, dossier_links, row_cells
from dashboard.exports.tables import explained
from dashboard.text.phrases import Phrases
from dashboard.text.terms import name_of
from dashboard.views.parts.context import Page, ui_words

NUMBERS = frozenset((*RECORD_TYPES, "records", "number", "value", "lon", "lat"))
"""Columns of numbers."""

MOST = 2000
"""Rows of a table that are sent to the browser, which sorts and searches them: some 4 MB, 300 kB compressed."""

REGIONS = ("side_a", "side_b", "unit")
"""Columns that show the code of a region beside its name."""


def show_grid(page: Page, tables: Sequence[GridTable], *, key: str) -> None:
    """Show tables; several of them as tabs."""
    data: GridData = {
        "language": page.t.language,
        "tables": list(tables),
        "ui": ui_words(page.t, "data.ui", GridWords),
    }
    mount("grid", data, key=key)


def grid_table(view: View, name: str, words: Phrases, since: str | None = None) -> GridTable:
    """A table of the first MOST records that pass a filter, without the columns in which nothing stands.

    Records newer than the day `since` are marked.
    """
    found, targets = row_cells(view, name, words, MOST), dossier_links(view, name)[:MOST]
    columns = [column for column in COLUMNS[name] if column != "url" and any(cells.get(column) for cells in found)]
    return {
        "key": name,
        "name": name_of(name, "data.tables", words.t),
        "columns": [_column(column, words) for column in columns],
        "rows": [
            _row([_marked(_cell(column, cells, words), column, mark) for column in columns], *target)
            for cells, target in zip(found, targets, strict=True)
            for mark in [_mark(view, target[1], words, since)]
        ],
    }


def _column(name: str, words: Phrases) -> GridColumn:
    kind: Literal["text", "date", "number"] = "date" if name in DATES else "number" if name in NUMBERS else "text"
    label = name_of(name, "data.columns", words.t)
    return {"key": name, "name": label, "says": explained(name, words.t), "kind": kind}


def _row(cells: list[str | GridCell], key: str, part: str) -> GridRow:
    return {"cells": cells, "key": key, "part": part} if key else {"cells": cells}


def _cell(column: str, cells: Cells, words: Phrases) -> str | GridCell:
    """A cell in words; dates and numbers keep the value by which they sort."""
    value = cells.get(column)
    if value is None or value == "":
        return ""
    if column in DATES:
        return {"text": words.t.date(Edtf.parse(str(value))), "sort": str(value)}
    if column in NUMBERS and isinstance(value, int | float):
        return {"text": words.t.number(value), "sort": value}
    if column in REGIONS:
        return {"text": str(value), "code": str(cells[f"{column}{CODE}"])}
    if column in LINKS:
        return {"text": str(value), "links": [_link(urlsplit(str(value)).path.strip("/"), str(value))]}
    if column == "about":
        return {"text": str(value), "links": [_link(str(value), cells["url"])]}
    if column == "sources":
        keys = str(cells[f"{column}{CODE}"]).split(BETWEEN)
        return {"text": str(value), "links": [_link(words.cite(key), words.catalogue.sources[key].url) for key in keys]}
    return str(value)


def _mark(view: View, record: str, words: Phrases, since: str | None) -> str:
    """Word for a record that is newer than a day; "" for any other row."""
    found = newness(view.catalogue, record, since)
    return words.t(f"since.{found}") if found else ""


def _marked(cell: str | GridCell, column: str, mark: str) -> str | GridCell:
    return {"text": cell, "code": mark} if mark and column == "title" and isinstance(cell, str) else cell


def _link(text: str, href: object) -> GridLink:
    return {"text": text, "href": str(href)} if href else {"text": text}
