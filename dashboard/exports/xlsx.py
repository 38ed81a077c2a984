"""The catalogue as an Excel workbook: a sheet about it, then one for each table."""

from __future__ import annotations

import io
from datetime import date, datetime, time

import xlsxwriter

from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.quality import as_of
from dashboard.exports.about import about_lines
from dashboard.exports.tables import tables

# Text stays text: without these, Excel would take "=1+1" for a formula.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
MAX_COLUMN_WIDTH = 420  # pixels


def xlsx_files(catalogue: Catalogue) -> dict[str, bytes]:
    """The workbook. The same table gives the same bytes."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, OPTIONS) as book:
        newest = as_of(catalogue)
        day = newest.first if newest else None
        book.set_properties({"created": datetime.combine(day or date(2000, 1, 1), time.min)})
        head = book.add_format({"bold": True, "bottom": 1})
        about = book.add_worksheet("about")
        about.write_column(0, 0, about_lines(catalogue))
        for name, table in tables(catalogue).items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, table.columns, head)
            for number, row in enumerate(table.rows, start=1):
                sheet.write_row(number, 0, row)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
            sheet.autofit(MAX_COLUMN_WIDTH)
    return {"atlas.xlsx": content.getvalue()}
