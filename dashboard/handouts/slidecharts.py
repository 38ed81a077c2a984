"""Native charts, which a presenter can edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import IO, Any

from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Pt
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.exports.xlsx import OPTIONS
from dashboard.handouts.deck import Deck, Run, describe, plain
from dashboard.handouts.master import ACCENTS, GAP, Box, printable
from dashboard.handouts.series import Chart

LABEL_SIZE, STACK_SIZE, HEAD_SIZES, SAYS_SIZES = 14, 12, (16, 14, 12), (12,)

HEAD, SAYS = 44, 34
"""Heights of the title above a chart and of what is said below it, in points."""

SHOWN = "0;;;"
"""Format of a number that is not shown if it is zero."""

DARK = 3 * 128
"""Sum of the parts of a colour below which dark text on it cannot be read."""


def add_titled(deck: Deck, slide: Slide, box: Box, chart: Chart, says: str) -> None:
    """Add a chart with its title above it, and below it what else has to be said."""
    deck.text(slide, Box(box.x, box.y, box.width, HEAD), [(Run(chart.title, bold=True),)], HEAD_SIZES)
    add_chart(deck, slide, Box(box.x, box.y + HEAD, box.width, box.height - HEAD - SAYS), chart)
    if says:
        below = Box(box.x, box.y + box.height - SAYS + GAP, box.width, SAYS - GAP)
        deck.text(slide, below, [(Run(says, quiet=True),)], SAYS_SIZES)


def add_chart(deck: Deck, slide: Slide, box: Box, chart: Chart) -> None:
    """Add a chart: bars with their labels, or, if there are several series, stacks with a legend."""
    stacked = len(chart.series) > 1
    names = {(True, True): "COLUMN_STACKED", (True, False): "COLUMN_CLUSTERED", (False, True): "BAR_STACKED"}
    kind = getattr(XL_CHART_TYPE, names.get((chart.in_time, stacked), "BAR_CLUSTERED"))
    shapes: Any = slide.shapes  # the library says that it returns a chart, which is only what the frame holds
    frame: GraphicFrame = shapes.add_chart(kind, *box.emus, PlainData(chart))
    describe(frame, chart.title, f"{chart.title}: {'; '.join(_told(chart))}")
    native = frame.chart
    _calm(native, chart.in_time)
    for drawn, series in zip(native.plots[0].series, chart.series, strict=True):
        for each, tone in zip([drawn] if len(series.tones) == 1 else drawn.points, series.tones, strict=True):
            _tint(each.format.fill, tone)
        if stacked:
            _number(drawn, series.tones[0])
        else:
            _label(deck, drawn, series.labels)
    if stacked:
        _explain(native)
    for each in native._chartSpace.iter(qn("a:defRPr"), qn("a:endParaRPr")):
        each.set("lang", deck.language)


class PlainData(CategoryChartData):
    """Data of a chart, whose workbook takes no text for a formula."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self.categories = [printable(category) for category in chart.categories]
        for series in chart.series:
            super().add_series(printable(series.name), series.values)

    @property
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return _PlainWriter(self)


class _PlainWriter(CategoryWorkbookWriter):
    @contextmanager
    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Iterator[tuple[Workbook, Worksheet]]:
        with Workbook(xlsx_file, OPTIONS) as book:
            book.set_properties({"created": datetime(2000, 1, 1)})  # no clock, so that two saves are alike
            yield book, book.add_worksheet()


def _label(deck: Deck, series: BarSeries, labels: Sequence[str]) -> None:
    """Write its words beside each bar."""
    for point, label in zip(series.points, labels, strict=True):
        deck.write(point.data_label.text_frame, [plain(label)], LABEL_SIZE)
        point.data_label.position = XL_LABEL_POSITION.OUTSIDE_END


def _told(chart: Chart) -> Iterator[str]:
    """Yield the numbers of a chart in words, of several series those that are not zero, each with its name."""
    for number, category in enumerate(chart.categories):
        if len(chart.series) == 1:
            yield f"{category}: {chart.series[0].labels[number]}"
        else:
            told = (f"{each.name} {each.labels[number]}" for each in chart.series if each.values[number])
            yield f"{category}: {', '.join(told)}"


def _number(series: BarSeries, tone: str) -> None:
    """Write its numbers into the parts of a stack, in what can be read on their colour."""
    labels = series.data_labels
    labels.show_value, labels.number_format, labels.number_format_is_linked = True, SHOWN, False
    labels.font.size = Pt(STACK_SIZE)
    dark = sum(bytes.fromhex(tone[1:])) < DARK
    labels.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1 if dark else MSO_THEME_COLOR.TEXT_1


def _explain(chart: NativeChart) -> None:
    """Add the legend of a chart, above it."""
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.legend.font.size = Pt(STACK_SIZE)
    chart.plots[0].overlap = 100


def _calm(chart: NativeChart, upright: bool) -> None:
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


def _tint(fill: FillFormat, tone: str) -> None:
    """Fill with a colour: with that of the theme, which a presenter changes once for all, if it has it."""
    fill.solid()
    if tone in ACCENTS:
        fill.fore_color.theme_color = getattr(MSO_THEME_COLOR, f"ACCENT_{ACCENTS.index(tone) + 1}")
    else:
        fill.fore_color.rgb = RGBColor.from_string(tone[1:])
