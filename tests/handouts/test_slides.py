"""Slides: read back by the library and as XML. What they say is compared with the table and with hand-counted facts."""

import io
import random
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import chain
from math import ceil
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Pt

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.filtering import Filter
from dashboard.handouts.content import Request, content_of
from dashboard.handouts.deck import Deck, plain
from dashboard.handouts.frames import Column, paged
from dashboard.handouts.master import BOTTOM, MARGIN, WIDTH, Box
from dashboard.handouts.measure import text_width
from dashboard.handouts.series import Chart, Series
from dashboard.handouts.shapes import Drawing
from dashboard.handouts.slidecharts import add_chart
from dashboard.handouts.slides import slides
from dashboard.handouts.storyslides import story_slides
from dashboard.loading import CONFIG, load_all
from dashboard.state import State
from dashboard.stories.render import rendered
from dashboard.text.phrases import Phrases

ADDRESS = "https://atlas.example/explore?lang=en"
LANGUAGES = {"en": "en-GB", "ru": "ru-RU", "zh": "zh-CN"}
LOADED = load_all(CONFIG)
CATALOGUE = LOADED.catalogue
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

PAIR = "BY-MI_CN-CQ"
OTHERS = random.Random(7)  # noqa: S311 - the same few in every run
SUBJECTS = {
    "pair": (PAIR, None),
    "any pair": (OTHERS.choice([key for key in CATALOGUE.pairs if key != PAIR]), None),
    "unit": (OTHERS.choice([unit for unit in CATALOGUE.units if CATALOGUE.country_of(unit) == "BY"]), None),
    "place": (OTHERS.choice(list(CATALOGUE.places)), None),
    "sector": (None, OTHERS.choice(list(CATALOGUE.sectors))),
    "whole": (None, None),
}
DECKS = [(name, language) for name in ("pair", "unit", "sector") for language in LANGUAGES]
DECKS += [(name, OTHERS.choice(list(LANGUAGES))) for name in SUBJECTS if (name, "en") not in DECKS]


def asked(name: str, language: str, **conditions) -> Request:
    selected, sector = SUBJECTS[name]
    return Request(LOADED, State(language, selected=selected, filter=Filter(**conditions)), sector, ADDRESS)


@cache
def made(name: str, language: str) -> bytes:
    return slides(asked(name, language))


@pytest.fixture(params=DECKS, ids=lambda each: " ".join(each))
def deck(request):
    name, language = request.param
    file = made(name, language)
    return SimpleNamespace(name=name, language=language, file=file, show=Presentation(io.BytesIO(file)))


def each_shape(shapes) -> Iterator:
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from each_shape(shape.shapes)


def parts(file: bytes, pattern: str) -> dict[str, ET.Element]:
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        return {name: ET.fromstring(packed.read(name)) for name in packed.namelist() if re.fullmatch(pattern, name)}


def tables(show) -> list[list[list[str]]]:
    found = [shape.table for slide in show.slides for shape in slide.shapes if shape.has_table]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in found]


def test_wide_slides_with_titles_numbers_and_the_date_at_the_foot(deck):
    day = LOADED.translators[deck.language].date(Edtf.parse("2025-06-03"))
    assert deck.show.slide_width / deck.show.slide_height == pytest.approx(16 / 9)
    titles = [slide.shapes.title.text for slide in deck.show.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    for slide in deck.show.slides:
        kinds = {place.placeholder_format.type.name: place for place in slide.placeholders}
        assert {"SLIDE_NUMBER", "FOOTER"} <= kinds.keys()
        assert day in kinds["FOOTER"].text


def test_notes_tell_of_the_records_on_their_slide(deck):
    found = 0
    for slide in deck.show.slides:
        shown = [
            cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells
        ]
        if shown and slide.has_notes_slide:
            titles = {re.split(r"\n| \(", text)[0] for text in shown if text}
            for note in slide.notes_slide.notes_text_frame.paragraphs:
                assert any(note.text.startswith(title) for title in titles), note.text
                found += 1
    assert found


def test_no_head_of_a_column_is_broken(deck):
    for slide in deck.show.slides:
        for table in (shape.table for shape in slide.shapes if shape.has_table):
            for cell, column in zip(table.rows[0].cells, table.columns, strict=True):
                size = sizes_of(cell.text_frame)[0]
                longest = max(cell.text.split(), key=len)
                assert text_width(longest, size, 600) < column.width.pt - 12, cell.text


def test_no_placeholder_is_left_empty(deck):
    for slide in deck.show.slides:
        assert all(place.text_frame.text for place in slide.placeholders)


def test_every_run_says_its_language(deck):
    texts = parts(deck.file, r"ppt/(slides|notesSlides|charts|slideLayouts|slideMasters)/[^/]*\.xml")
    runs = [run for root in texts.values() for run in chain(root.iter(f"{A}r"), root.iter(f"{A}fld"))]
    assert len(runs) > 50
    spoken = {run.find(f"{A}rPr").get("lang") for run in runs}
    assert spoken == {LANGUAGES[deck.language]}
    charts = [each.get("lang") for name, root in texts.items() if "charts" in name for each in root.iter(f"{A}defRPr")]
    assert set(charts) <= {LANGUAGES[deck.language]}


def test_the_theme_names_fonts_for_both_scripts(deck):
    for root in parts(deck.file, r"ppt/theme/[^/]*\.xml").values():
        for font in chain(root.iter(f"{A}majorFont"), root.iter(f"{A}minorFont")):
            assert font.find(f"{A}latin").get("typeface") == "Arial"
            assert font.find(f"{A}ea").get("typeface") == "Microsoft YaHei"
    assert not parts(deck.file, r"ppt/fonts/.*")


def test_everything_that_is_no_text_is_described(deck):
    for slide in deck.show.slides:
        for shape in slide.shapes:
            if shape.shape_type in (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.GROUP) or shape.has_chart or shape.has_table:
                assert shape._element._nvXxPr.cNvPr.get("descr"), shape.name


def test_every_shape_of_a_slide_has_its_own_number(deck):
    for root in parts(deck.file, r"ppt/slides/[^/]*\.xml").values():
        numbers = [each.get("id") for each in root.iter(f"{P}cNvPr")]
        assert len(set(numbers)) == len(numbers)


def needed(frame, width: float, size: float) -> float:
    """Height that a text takes at least, counted without its words."""
    lines = [
        ceil(text_width(text, size) * 0.92 / width) or 1  # Arial is that much narrower
        for text in (paragraph.text for paragraph in frame.paragraphs)
    ]
    return sum(lines) * size * 1.15


def sizes_of(frame) -> list[float]:
    return [run.font.size.pt for paragraph in frame.paragraphs for run in paragraph.runs if run.font.size]


def test_texts_fit_their_boxes(deck):
    for number, slide in enumerate(deck.show.slides, start=1):
        for shape in slide.shapes:
            if shape.has_text_frame and (sizes := sizes_of(shape.text_frame)):
                assert min(sizes) >= 12
                height = needed(shape.text_frame, shape.width.pt, min(sizes))
                assert height <= shape.height.pt, (number, shape.text_frame.text)


def test_tables_end_above_the_foot_and_their_rows_hold_their_texts(deck):
    for number, slide in enumerate(deck.show.slides, start=1):
        for shape in slide.shapes:
            if not shape.has_table:
                continue
            table = shape.table
            assert shape.top.pt + sum(row.height.pt for row in table.rows) <= BOTTOM + 1, number
            assert sum(column.width.pt for column in table.columns) == WIDTH - 2 * MARGIN
            for row in table.rows:
                for cell, column in zip(row.cells, table.columns, strict=True):
                    sizes = sizes_of(cell.text_frame)
                    assert min(sizes) >= 12
                    height = needed(cell.text_frame, column.width.pt - 12, max(sizes)) + 8
                    assert height <= row.height.pt + 1, (number, cell.text_frame.text)


def test_nothing_lies_outside_the_slide(deck):
    for slide in deck.show.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.show.slide_width + Pt(24)
            assert shape.top >= 0
            assert shape.top + shape.height <= deck.show.slide_height


def test_the_map_is_a_group_of_named_shapes(deck):
    (group,) = (shape for shape in deck.show.slides[0].shapes if shape.name == words(deck)("handout.slides.shapes.map"))
    names = {shape.name for shape in group.shapes if "custGeom" in shape._element.xml}
    assert {CATALOGUE.title(unit)[deck.language] for unit in ("BY-BR", "BY-VI", "CN-XJ", "CN-SC")} <= names
    texts = [shape for shape in group.shapes if shape.has_text_frame and shape.text_frame.text]
    assert len(texts) > 20
    assert min(size for shape in texts for size in sizes_of(shape.text_frame)) >= 12


def words(deck):
    return LOADED.translators[deck.language]


def test_every_number_in_brackets_is_explained(deck):
    """The numbers in the last column of the tables are those of the list of sources, each with its address."""
    t = words(deck)
    column = t("handout.slides.columns.sources")
    cited = {
        int(number)
        for table in tables(deck.show)
        if table[0][-1] == column
        for row in table[1:]
        for number in re.findall(r"\d+", row[-1])
    }
    title = t("handout.slides.titles.sources")
    listed = {}
    for slide in deck.show.slides:
        if slide.shapes.title.text.startswith(title):
            for paragraph in slide.placeholders[1].text_frame.paragraphs:
                number = int(re.match(r"\[(\d+)\]", paragraph.text)[1])
                listed[number] = [run.hyperlink.address for run in paragraph.runs if run.hyperlink.address]
    assert cited
    assert cited <= listed.keys()
    known = {source.number: source.url for source in content_of(asked(deck.name, deck.language)).sources}
    assert all(addresses == ([known[number]] if known[number] else []) for number, addresses in listed.items())


def test_the_last_slide_has_the_code_of_the_view_and_the_licence(deck):
    last = deck.show.slides[-1]
    (picture,) = (shape for shape in last.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE)
    assert picture.click_action.hyperlink.address == ADDRESS
    text = "\n".join(shape.text_frame.text for shape in last.shapes if shape.has_text_frame)
    assert "CC BY 4.0" in text


def test_what_has_no_record_has_slides_that_say_so():
    bare = next(unit for unit in CATALOGUE.units if not any(unit in row.pair.sides for row in CATALOGUE.rows))
    show = Presentation(io.BytesIO(slides(Request(LOADED, State("en", selected=bare), None, ADDRESS))))
    said = [shape.text_frame.text for shape in show.slides[-1].placeholders]
    assert "There are no records here yet." in said


def test_two_saves_are_alike_and_hold_no_clock():
    first = made("pair", "ru")
    assert slides(asked("pair", "ru")) == first
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        books = [name for name in packed.namelist() if name.endswith(".xlsx")]
        assert books
        inner = [zipfile.ZipFile(io.BytesIO(packed.read(name))) for name in books]
        dates = {entry.date_time for each in (packed, *inner) for entry in each.infolist()}
        assert dates == {(1980, 1, 1, 0, 0, 0)}
        assert all("2000-01-01" in each.read("docProps/core.xml").decode() for each in inner)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_projects_of_a_pair_as_chart_and_table(language):
    """Minsk Region and Chongqing: 16 projects, 7 of them ideas or talks, 8 agreed, 1 in operation."""
    show = Presentation(io.BytesIO(made("pair", language)))
    charts = [shape.chart for slide in show.slides for shape in slide.shapes if shape.has_chart]
    stages = charts[0].plots[0]
    assert list(stages.series[0].values) == [7, 8, 1]
    names = {key: entry.names[language] for key, entry in CATALOGUE.kinds.stages.items()}
    assert list(stages.categories) == [names["intent"], names["agreed"], names["operation"]]
    book = openpyxl.load_workbook(io.BytesIO(charts[0].part.chart_workbook.xlsx_part.blob))
    assert [cell.value for cell in book.active["B"]][1:] == [7, 8, 1]
    column = LOADED.translators[language]("handout.slides.columns.project")
    assert sum(len(table) - 1 for table in tables(show) if table[0][0] == column) == 16


def test_the_agreements_of_a_pair_in_time_with_what_came_of_them():
    show = Presentation(io.BytesIO(made("pair", "en")))
    (table,) = (table for table in tables(show) if table[0][0] == "Date" and table[0][1] == "Agreement")
    assert [row[0] for row in table[1:]] == ["2002", "March 2017", "July 2023", "August 2024"]
    assert [row[2] for row in table[1:]] == ["No project under it is on record."] * 3 + ["Agreed: 7"]
    assert "(inferred)" in table[3][1]
    notes = show.slides[2].notes_slide.notes_text_frame.text
    assert "Inferred, not stated in the source." in notes


def test_a_region_names_partners_by_the_other_side():
    show = Presentation(io.BytesIO(made("unit", "en")))
    (table,) = (table for table in tables(show) if table[0][0] == "Partner")
    own = CATALOGUE.short(SUBJECTS["unit"][0])["en"]
    assert all(own not in row[0] for row in table)


def test_a_filtered_deck_says_so():
    show = Presentation(io.BytesIO(slides(asked("pair", "en", sectors=frozenset({"medicine"})))))
    cover = show.slides[0].placeholders[1].text_frame.text
    assert "Sector" in cover
    assert "records" in cover


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


def empty() -> Deck:
    return Deck(LOADED.translators["en"], "Atlas", Edtf.parse("2025"))


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


def test_what_is_too_long_is_shortened_with_an_ellipsis():
    deck = empty()
    slide = deck.slide("text", "word " * 80, [plain("word " * 1500)])
    title, body = slide.shapes.title.text_frame, slide.placeholders[1].text_frame
    for frame, height in ((title, 62), (body, 384)):
        assert frame.text.endswith("…")
        assert len(frame.text) > 100
        assert needed(frame, 864 if frame is title else 528, sizes_of(frame)[0]) <= height


def test_lines_go_on_on_the_next_slide_and_what_has_no_room_is_counted():
    columns = [Column("Name", 400)]
    lines = [((plain(f"Line {number}"),),) for number in range(40)]
    one = paged(columns, lines, [2000])
    assert (len(one.pages), one.size, one.left) == (1, 16, 0)
    two = paged(columns, lines, [600, 600, 600])  # a line of 12 points takes 12 * 1.2 + 8 = 22.4: 25 and the head
    assert (len(two.pages), two.left) == (2, 0)
    few = paged(columns, lines, [100])  # the head and three lines
    assert (len(few.pages[0]), few.size, few.left) == (3, 12, 37)
    endless = [((plain("word " * 5000),),)]
    assert len(paged(columns, endless, [200]).pages[0]) == 1


def test_control_characters_do_no_harm():
    deck = Deck(LOADED.translators["en"], "At\x0blas <&>", Edtf.parse("2025"))
    slide = deck.slide("text", "a\x0bb<&>\"'", [plain("<b>&amp;")])
    drawing = Drawing(deck, slide, (0, 0))
    drawing.text('A\x01 "<b>"', 10, 10, 12, (0, 0, 0, 255))
    drawing.close("map\x02", "alt\x03")
    bars = Series("Bars\x04", (1.0,), ("b\x06",), ("#1d4f7c",))
    add_chart(deck, slide, Box(0, 0, 9, 9), Chart("key", "Title\x08", ("a\x05",), (bars,)))
    show = Presentation(io.BytesIO(deck.saved("x\x07" * 300)))
    assert show.slides[0].placeholders[1].text_frame.text == "<b>&amp;"
    assert [shape.text_frame.text for shape in show.slides[0].shapes[-2].shapes] == ['A "<b>"']
    assert "Atlas <&>" in show.slides[0].placeholders[3].text_frame.text


@pytest.mark.parametrize(("key", "language"), list(zip(CATALOGUE.stories, [*LANGUAGES, "en"], strict=False)))
def test_a_story_has_a_slide_for_each_step_with_notes(key, language):
    story = CATALOGUE.stories[key]
    subject = PAIR if story.variable else None
    request = Request(LOADED, State(language, selected=subject), None, ADDRESS)
    steps = rendered(story, Phrases(CATALOGUE, LOADED.translators[language]), subject)
    opening, *told, last = Presentation(io.BytesIO(story_slides(request, key))).slides
    assert opening.shapes.title.text == story.title[language]
    assert [slide.shapes.title.text for slide in told] == [step.caption for step in steps]
    assert [slide.notes_slide.notes_text_frame.text for slide in told] == [step.notes for step in steps]
    for slide in (opening, *told):
        assert sum(shape.shape_type == MSO_SHAPE_TYPE.GROUP for shape in slide.shapes) == 2  # the map and its key
    sources = "\n".join(shape.text_frame.text for shape in last.shapes if shape.has_text_frame)
    assert all(step.quotation[1] in sources for step in steps if step.quotation)
