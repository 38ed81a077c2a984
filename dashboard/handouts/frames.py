"""Native tables and charts, which a presenter can edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import IO, Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Pt
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.exports.xlsx import OPTIONS
from dashboard.handouts import fit
from dashboard.handouts.deck import Deck, Paragraph, Run, describe, text_of
from dashboard.handouts.master import Box, element, printable

TABLE_SIZES = (16, 14, 13, 12)
PAD_X, PAD_Y = 6, 4
"""Room round the text of a cell, in points."""

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style of tables without fills and lines."""

LABEL_SIZE = 14

ACCENTS = tuple(getattr(MSO_THEME_COLOR, f"ACCENT_{number}") for number in range(1, 7))

MOST_LINES = 4
"""Lines of a paragraph in a cell; a longer one is shortened."""

Cell = Sequence[Paragraph]
Line = Sequence[Cell]


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, its width in points, and whether it is aligned to the right."""

    head: str
    width: float
    right: bool = False


@dataclass(frozen=True)
class Pages:
    """The lines of a table on as many slides as it may take, the size of their text, and how many are left out."""

    size: int
    pages: tuple[tuple[Line, ...], ...]
    left: int


def paged(columns: Sequence[Column], lines: Sequence[Line], heights: Sequence[float]) -> Pages:
    """Divide lines among slides on which a table has some heights: as few as will do, in text as large as can be."""
    tries = [(slides, size) for slides in range(1, len(heights) + 1) for size in TABLE_SIZES]
    for slides, size in tries:
        found = _divided(columns, lines, heights[:slides], size)
        if not found.left:
            break
    return found


def add_table(
    deck: Deck,
    slide: Slide,
    at: tuple[float, float],
    columns: Sequence[Column],
    lines: Sequence[Line],
    size: int,
    alt: str,
) -> None:
    """Add a table with its upper left corner at a point; each row as high as its text."""
    heights = [_head_height(columns, size), *(_height(columns, line, size) for line in lines)]
    width = sum(column.width for column in columns)
    frame = slide.shapes.add_table(len(heights), len(columns), *Box(*at, width, sum(heights)).emus)
    describe(frame, alt, alt)
    table = frame.table
    next(table._tbl.iter(qn("a:tableStyleId"))).text = NO_STYLE
    table.horz_banding = False
    for number, column in enumerate(columns):
        table.columns[number].width = Pt(column.width)
        _write(deck, table.cell(0, number), [(Run(column.head, bold=True, quiet=True),)], size, column, head=True)
    for number, line in enumerate(lines, start=1):
        for place, (column, cell) in enumerate(zip(columns, line, strict=True)):
            _write(deck, table.cell(number, place), cell, size, column)
    for number, height in enumerate(heights):
        table.rows[number].height = Pt(height)


def add_bars(
    deck: Deck,
    slide: Slide,
    box: Box,
    name: str,
    bars: Sequence[tuple[str, float, str]],
    accents: Sequence[int],
    alt: str,
    *,
    upright: bool = False,
) -> None:
    """Add a chart of bars, each as (category, value, label), in accents of the theme; lying, or upright for time."""
    data = PlainData(name, [(category, value) for category, value, _ in bars])
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if upright else XL_CHART_TYPE.BAR_CLUSTERED
    shapes: Any = slide.shapes  # the library says that it returns a chart, which is only what the frame holds
    frame: GraphicFrame = shapes.add_chart(kind, *box.emus, data)
    describe(frame, name, alt)
    chart = frame.chart
    _calm(chart, upright)
    series = chart.plots[0].series[0]
    for number, (_, _, label) in enumerate(bars):
        point = series.points[number]
        _tint(point.format.fill, accents[number % len(accents)])
        deck.write(point.data_label.text_frame, [(Run(label),)], LABEL_SIZE)
        point.data_label.position = XL_LABEL_POSITION.OUTSIDE_END
    for each in chart._chartSpace.iter(qn("a:defRPr"), qn("a:endParaRPr")):
        each.set("lang", deck.language)


class PlainData(CategoryChartData):
    """Data of a chart with one series, whose workbook takes no text for a formula."""

    def __init__(self, name: str, values: Sequence[tuple[str, float]]) -> None:
        super().__init__()
        self.categories = [printable(category) for category, _ in values]
        super().add_series(printable(name), [value for _, value in values])

    @property
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return _PlainWriter(self)


class _PlainWriter(CategoryWorkbookWriter):
    @contextmanager
    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Iterator[tuple[Workbook, Worksheet]]:
        with Workbook(xlsx_file, OPTIONS) as book:
            book.set_properties({"created": datetime(2000, 1, 1)})  # no clock, so that two saves are alike
            yield book, book.add_worksheet()


def _divided(columns: Sequence[Column], lines: Sequence[Line], heights: Sequence[float], size: int) -> Pages:
    """As many lines as fit on slides of some heights, in order."""
    pages: list[tuple[Line, ...]] = []
    rest = [_short(columns, line, size) for line in lines]
    for room in heights:
        left, page = room - _head_height(columns, size), []
        while rest and (height := _height(columns, rest[0], size)) <= left:
            page.append(rest.pop(0))
            left -= height
        pages.append(tuple(page))
    return Pages(size, tuple(pages), len(rest))


def _short(columns: Sequence[Column], line: Line, size: int) -> Line:
    """A line whose paragraphs are no longer than a cell may hold."""
    return tuple(
        tuple(
            (replace(first, text=fit.shortened(first.text, MOST_LINES, column.width - 2 * PAD_X, size)), *others)
            for first, *others in cell
        )
        for column, cell in zip(columns, line, strict=True)
    )


def _head_height(columns: Sequence[Column], size: int) -> float:
    return max(fit.height_of(column.head, column.width - 2 * PAD_X, size, bold=True) for column in columns) + 2 * PAD_Y


def _height(columns: Sequence[Column], line: Line, size: int) -> float:
    """Height of a row: that of its highest cell."""
    return 2 * PAD_Y + max(
        sum(fit.height_of(text_of(paragraph), column.width - 2 * PAD_X, size) for paragraph in cell)
        for column, cell in zip(columns, line, strict=True)
    )


def _write(deck: Deck, cell: _Cell, text: Cell, size: int, column: Column, *, head: bool = False) -> None:
    """Write into a cell, with a hairline below it."""
    cell.margin_left = cell.margin_right = Pt(PAD_X)
    cell.margin_top = cell.margin_bottom = Pt(PAD_Y)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.TOP
    deck.write(cell.text_frame, text, size)
    for paragraph in cell.text_frame.paragraphs:
        if column.right:
            paragraph.alignment = PP_ALIGN.RIGHT
    colour, width = ("tx2", 12700) if head else ("bg2", 6350)
    properties = cell._tc.get_or_add_tcPr()
    properties.insert(
        0,
        element(f'<a:lnB {nsdecls("a")} w="{width}"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:lnB>'),
    )


def _calm(chart: Chart, upright: bool) -> None:
    """Leave of a chart its bars, their names and their labels."""
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(LABEL_SIZE)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    plot, names, values = chart.plots[0], chart.category_axis, chart.value_axis
    plot.gap_width, plot.vary_by_categories = 45, False
    names.reverse_order = not upright
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.fill.solid()
    names.format.line.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    values.visible = values.has_major_gridlines = False
    values.minimum_scale = 0


def _tint(fill: FillFormat, accent: int) -> None:
    fill.solid()
    fill.fore_color.theme_color = ACCENTS[accent - 1]
