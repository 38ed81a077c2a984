"""An export as an Excel workbook in one language: a sheet about it, then one for each table."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from dashboard.catalogue.quality import as_of
from dashboard.exports.about import about_lines
from dashboard.exports.cells import Cell
from dashboard.exports.extract import Extract
from dashboard.exports.readable import Table
from dashboard.exports.tables import heading, sheets
from dashboard.text.terms import name_of
from dashboard.text.translator import Translator

# Text stays text: without these, Excel would take "=1+1" for a formula.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
MAX_COLUMN_WIDTH = 420  # pixels
MOST_TEXT = 32_767
"""Characters that a cell of a workbook can hold."""

LONGEST_NAME = 31
"""Characters that the name of a sheet can have."""


def xlsx_files(extract: Extract) -> dict[str, bytes]:
    """The workbook. The same extract gives the same bytes."""
    content = io.BytesIO()
    t, languages = extract.words.t, extract.catalogue.atlas.languages
    with xlsxwriter.Workbook(content, OPTIONS) as book:
        newest = as_of(extract.catalogue)
        day = newest.first if newest else None
        book.set_properties({"created": datetime.combine(day or date(2000, 1, 1), time.min)})
        head = book.add_format({"bold": True, "bottom": 1})
        about = book.add_worksheet(_sheet_name(t("data.tables.about")))
        shortened: list[str] = []
        for name, table in sheets(extract).items():
            title = _sheet_name(name_of(name, "data.tables", t))
            sheet = book.add_worksheet(title)
            sheet.write_row(0, 0, [heading(column, t, languages) for column in table.columns], head)
            for number, row in enumerate(table.rows, start=1):
                sheet.write_row(number, 0, [fitting(cell, t) for cell in row])
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
            sheet.autofit(MAX_COLUMN_WIDTH)
            shortened += [f"{title}!{cell}" for cell in _too_long(table)]
        notes = ["", t("data.about.shortened", cells=t("list.titles").join(shortened))] if shortened else []
        about.write_column(0, 0, [fitting(line, t) for line in [*about_lines(extract), *notes]])
    return {f"{extract.stem}.xlsx": content.getvalue()}


def fitting(cell: Cell, t: Translator) -> Cell:
    """A cell as long as a workbook can hold; of a longer text, its beginning and how much was left out."""
    if not isinstance(cell, str) or len(cell) <= MOST_TEXT:
        return cell
    rest = len(cell) - MOST_TEXT
    while len(kept := cell[: len(cell) - rest] + t("data.about.cut", n=rest)) > MOST_TEXT:
        rest += len(kept) - MOST_TEXT
    return kept


def _too_long(table: Table) -> list[str]:
    """Addresses of the cells whose text a workbook cannot hold."""
    return [
        xl_rowcol_to_cell(number, at)
        for number, row in enumerate(table.rows, start=1)
        for at, cell in enumerate(row)
        if isinstance(cell, str) and len(cell) > MOST_TEXT
    ]


def _sheet_name(name: str) -> str:
    """A name without the signs that Excel forbids in the names of sheets."""
    return re.sub(r"[\[\]:*?/\\]", " ", name)[:LONGEST_NAME]
