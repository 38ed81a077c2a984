"""Native charts of slides, compared with hand-counted facts."""

import io

import openpyxl
from pptx import Presentation

from dashboard.handouts.content import Request
from dashboard.handouts.master import Box
from dashboard.handouts.series import Chart, Series
from dashboard.handouts.slidecharts import add_chart
from dashboard.handouts.slides import slides
from dashboard.state import State
from tests.handouts.decks import (
    ADDRESS,
    LOADED,
    empty,
    made,
)


def charts_of(show, title: str) -> list:
    found = [slide for slide in show.slides if slide.shapes.title.text.startswith(title)]
    return [shape.chart for slide in found for shape in slide.shapes if shape.has_chart]


def test_figures_over_time_are_native_charts():
    """Belarus and China: of nine series four have room, each with its two figures in words."""
    request = Request(LOADED, State("en", selected="BY_CN"), None, ADDRESS)
    charts = charts_of(Presentation(io.BytesIO(slides(request))), "Figures over time")
    assert len(charts) == 4
    (deals,) = (each.plots[0] for each in charts if list(each.plots[0].series[0].values) == [30_400_000, 80_600_000])
    assert list(deals.categories) == ["2022", "2023"]
    labels = [deals.series[0].points[at].data_label.text_frame.text for at in range(2)]
    assert labels == ["$30.4 million", "$80.6 million"]


def test_records_by_sector_and_year_are_native_charts():
    """Minsk Region and Chongqing: agreements of 2002, 2017, 2023 and 2024, events of 2023 (two) and 2024 (four)."""
    sectors, years = charts_of(Presentation(io.BytesIO(made("pair", "en"))), "By sector and year")
    assert sectors.plots[0].categories[0] == "Motor vehicles"
    signed = [
        {year: n for year, n in zip(years.plots[0].categories, each.values, strict=True) if n} for each in years.series
    ]
    assert signed == [{"2002": 1, "2017": 1, "2023": 1, "2024": 1}, {"2023": 2, "2024": 4}]
    assert [series.name for series in years.series] == ["Agreements", "Events"]


def test_no_text_of_a_chart_becomes_a_formula():
    deck = empty()
    slide = deck.slide("data", "Title")
    names, labels = ("=1+1", "@SUM(A1)", "https://example.org"), ("=2", "x", "y")
    bars = Series('=HYPERLINK("http://example.org")', (1.0, 2.0, 3.0), labels, ("#1d4f7c",))
    add_chart(deck, slide, Box(0, 0, 300, 200), Chart("key", "=1", names, (bars,)))
    show = Presentation(io.BytesIO(deck.saved("Title")))
    (chart,) = (shape.chart for shape in show.slides[0].shapes if shape.has_chart)
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    assert sheet["A2"].value == "=1+1"
