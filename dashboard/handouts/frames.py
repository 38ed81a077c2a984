"""Native tables, which a presenter can edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Pt

from dashboard.handouts import fit
from dashboard.handouts.deck import Deck, Paragraph, Run, describe, text_of
from dashboard.handouts.master import Box, element

TABLE_SIZES = (16, 14, 13, 12)
PAD_X, PAD_Y = 6, 4
"""Room round the text of a cell, in points."""

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style of tables without fills and lines."""

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
