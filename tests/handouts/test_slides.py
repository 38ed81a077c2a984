"""Slides: read back by the library and as XML. What they say is compared with the table and with hand-counted facts."""

import io
import re
import zipfile
from itertools import chain
from types import SimpleNamespace

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.catalogue.dates import Edtf
from dashboard.handouts import slides as module
from dashboard.handouts.content import Request, content_of
from dashboard.handouts.deck import plain
from dashboard.handouts.frames import Column, add_table
from dashboard.handouts.master import BOTTOM, MARGIN, WIDTH
from dashboard.handouts.measure import text_width
from dashboard.handouts.slides import slides
from dashboard.state import State
from tests.handouts.decks import (
    ADDRESS,
    CATALOGUE,
    DECKS,
    LANGUAGES,
    LOADED,
    SUBJECTS,
    A,
    P,
    asked,
    empty,
    made,
    needed,
    parts,
    sizes_of,
    tables,
)


@pytest.fixture(params=DECKS, ids=lambda each: " ".join(each))
def deck(request):
    name, language = request.param
    file = made(name, language)
    return SimpleNamespace(name=name, language=language, file=file, show=Presentation(io.BytesIO(file)))


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
                    if not (sizes := sizes_of(cell.text_frame)):
                        continue  # an empty cell
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_slide_is_empty_below_its_title(language, monkeypatch):
    """Of every ninth pair, region and sector, others in each language, and without their maps, which take long."""
    monkeypatch.setattr(module, "add_map", lambda *_: None)
    keys = [*CATALOGUE.pairs, *CATALOGUE.units, *CATALOGUE.sectors]
    for key in keys[list(LANGUAGES).index(language) :: 9]:
        sector = key if key in CATALOGUE.sectors else None
        request = Request(LOADED, State(language, selected=None if sector else key), sector, ADDRESS)
        for slide in Presentation(io.BytesIO(slides(request))).slides:
            title, *others = slide.placeholders
            assert title.text_frame.text.strip(), key
            assert all(place.text_frame.text.strip() for place in others), key
            assert len(slide.shapes) > 1, key
            for shape in slide.shapes:
                assert not shape.has_table or len(shape.table.rows) > 1, key
                assert not shape.has_chart or any(any(each.values) for each in shape.chart.plots[0].series), key


def test_a_region_without_records_has_no_slide_of_sources():
    """Gansu has none; the code and the terms stand beside what is said of it."""
    request = Request(LOADED, State("en", selected="CN-GS"), None, ADDRESS)
    _, summary = Presentation(io.BytesIO(slides(request))).slides
    texts = "\n".join(shape.text_frame.text for shape in summary.shapes if shape.has_text_frame)
    assert "CC BY 4.0" in texts


def test_an_empty_cell_is_no_higher_than_the_others_of_its_row() -> None:
    deck = empty()
    slide = deck.slide("data", "Ties", (), ())
    add_table(deck, slide, (40, 100), [Column("A", 200), Column("B", 200)], [((plain("a"),), (plain(""),))], 12, "Ties")
    [frame] = [shape for shape in slide.shapes if shape.has_table]
    [paragraph] = frame.table.cell(1, 1).text_frame.paragraphs
    assert paragraph._p.find(qn("a:endParaRPr")).get("sz") == "1200"
