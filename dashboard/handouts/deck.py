"""A deck in the making: slides on the layouts of the master, text that fits its place, notes, and the file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from dashboard.catalogue.borrowed import bare, pieces
from dashboard.catalogue.dates import Edtf
from dashboard.handouts import fit
from dashboard.handouts.master import (
    BODY,
    FOOTER,
    GAP,
    LAYOUTS,
    NUMBER,
    Box,
    blank,
    clean,
    dress,
    element,
    printable,
    slide_number,
)
from dashboard.text.translator import Translator

NO_DAY = date(2000, 1, 1)
"""Date of a file whose table has none."""

LONGEST_PROPERTY = 255
"""Characters that the title and author of a file may have."""

CHINESE_SPACING = 0.9
"""Spacing of lines in Chinese, whose fonts bring more of it along."""


@dataclass(frozen=True)
class Run:
    """A piece of text in one style. `size` and `language` are its own if they are not those of its place and deck."""

    text: str
    bold: bool = False
    quiet: bool = False
    size: float = 0
    link: str = ""
    language: str = ""


Paragraph = tuple[Run, ...]


def plain(text: str) -> Paragraph:
    """A paragraph in the style of its place."""
    return (Run(text),)


def text_of(paragraph: Paragraph) -> str:
    """A paragraph as one text."""
    return "".join(run.text for run in paragraph)


class Deck:
    """Slides in one language, with the name of the atlas and the date of its table at the foot of each."""

    def __init__(self, t: Translator, atlas: str, as_of: Edtf | None) -> None:
        self.t, self._atlas, self._as_of = t, atlas, as_of
        self._foot = t("handout.slides.foot", atlas=atlas, day=t.date(as_of))
        self.language = "-".join(filter(None, (t.locale.language, t.locale.territory)))
        names = {name: bare(t(f"handout.slides.layouts.{name}")) for name in LAYOUTS}
        self._deck = blank(names, self.language)
        self._layouts = dict(zip(LAYOUTS, self._deck.slide_layouts, strict=True))

    def slide(self, layout: str, title: str, text: Sequence[Paragraph] = (), notes: Iterable[str] = ()) -> Slide:
        """Add a slide with a title and a text, both as large as their places allow; what does not fit is shortened."""
        slide: Slide = self._deck.slides.add_slide(self._layouts[layout])
        head, body = LAYOUTS[layout]
        places = {each.placeholder_format.idx: each for each in slide.placeholders}
        self._place(places[0], [plain(title)], head.sizes, head.box, bold=True)
        if text:
            self._place(places[BODY], text, body.sizes, body.box)
        else:
            slide.shapes._spTree.remove(places[BODY]._element)
        self._add_foot(slide)
        if said := list(notes):
            self._note(slide, said)
        return slide

    def text(self, slide: Slide, box: Box, text: Sequence[Paragraph], sizes: Sequence[int], gap: float = GAP) -> None:
        """Add a text in a box of its own, with a gap between its paragraphs."""
        shape = slide.shapes.add_textbox(*box.emus)
        frame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        self._place(shape, text, sizes, box)
        for paragraph in frame.paragraphs[1:]:
            paragraph.space_before = Pt(gap)

    def write(self, frame: TextFrame, text: Sequence[Paragraph], size: float | None = None) -> None:
        """Write paragraphs into a frame, each run with its language; at the size of the place if none is given."""
        for number, paragraph in enumerate(text):
            into = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            if fit.has_chinese(text_of(paragraph)):
                into.line_spacing = CHINESE_SPACING
            if size and not text_of(paragraph):  # an empty line is as high as the mark of its end, and has no run
                into._p.get_or_add_endParaRPr().set("sz", str(round(size * 100)))
                continue
            for run in paragraph:
                self._run(into, run, size)

    def tint(self, shape: Shape, colour: str) -> None:
        """Fill a shape with a colour, given as #rrggbb."""
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(colour[1:])
        shape.line.fill.background()
        shape._element.remove(shape._element.find(qn("p:style")))  # which has a shadow

    def part(self, title: str, number: int, of: int) -> str:
        """Title of one of several slides."""
        return self.t("handout.slides.part", title=title, n=number, all=of) if of > 1 else title

    def saved(self, title: str) -> bytes:
        """The file. The same slides give the same bytes, whenever they are saved."""
        about = self._deck.core_properties
        about.title, about.author = printable(title)[:LONGEST_PROPERTY], printable(self._atlas)[:LONGEST_PROPERTY]
        about.last_modified_by, about.language, about.comments = about.author, self.language, ""
        day = self._as_of.first if self._as_of else None
        about.created = about.modified = datetime.combine(day or NO_DAY, time.min)
        if any(slide.has_notes_slide for slide in self._deck.slides):
            dress(self._deck.notes_master.part.part_related_by(RT.THEME))
        file = io.BytesIO()
        self._deck.save(file)
        return _undated(file)

    def _place(
        self, shape: Shape, text: Sequence[Paragraph], sizes: Sequence[int], box: Box, *, bold: bool = False
    ) -> None:
        """Write a text at the largest of some sizes at which it fits; at the least, only as much as fits."""
        for size in sizes:
            if _height(text, box.width, size, bold=bold) <= box.height:
                break
        while len(text) > 1 and _height(text, box.width, size, bold=bold) > box.height:
            text = text[:-1]
        if len(text) == 1 and _height(text, box.width, size, bold=bold) > box.height:
            most = int(box.height / (size * fit.CHINESE_LEADING))
            text = [plain(fit.shortened(text_of(text[0]), most, box.width, size, bold=bold))]
        self.write(shape.text_frame, text, size)

    def _run(self, into: _Paragraph, run: Run, size: float | None) -> None:
        for text, borrowed_from in pieces(run.text) or [("", "")]:
            self._piece(into, replace(run, text=text, language=run.language or borrowed_from or self.language), size)

    def _piece(self, into: _Paragraph, run: Run, size: float | None) -> None:
        made = into.add_run()
        made.text = run.text
        made._r.get_or_add_rPr().set("lang", run.language)
        if height := run.size or size:
            made.font.size = Pt(height)
        if run.bold:
            made.font.bold = True
        if run.quiet:
            made.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
        if run.link:
            made.hyperlink.address = run.link

    def _add_foot(self, slide: Slide) -> None:
        """Give a slide its foot and its number, which the library leaves out."""
        text = f'<a:r><a:rPr lang="{self.language}"/><a:t>{clean(self._foot)}</a:t></a:r>'
        for place, content in ((FOOTER, text), (NUMBER, slide_number(self.language))):
            number = slide.shapes._next_shape_id
            side = "r" if place is NUMBER else "l"
            slide.shapes._spTree.append(
                element(f"""<p:sp {nsdecls("p", "a")}>
                  <p:nvSpPr><p:cNvPr id="{number}" name="{place.kind} {number}"/>
                    <p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
                    <p:nvPr><p:ph type="{place.kind}" idx="{place.number}"/></p:nvPr></p:nvSpPr>
                  <p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>
                    <a:p><a:pPr algn="{side}"/>{content}</a:p></p:txBody></p:sp>""")
            )

    def _note(self, slide: Slide, said: Sequence[str]) -> None:
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            self.write(frame, [plain(text) for text in said])


def _height(text: Sequence[Paragraph], width: float, size: float, *, bold: bool) -> float:
    """Height of a text with the gaps between its paragraphs; a paragraph is as high as its largest type."""
    heights = (
        fit.height_of(text_of(paragraph), width, max([size, *(run.size for run in paragraph)]), bold=bold)
        for paragraph in text
    )
    return sum(heights) + GAP * (len(text) - 1)


def describe(shape: BaseShape, name: str, alt: str) -> None:
    """Give a picture, group, chart or table its name and its alternative text."""
    shape.name = printable(name)
    shape._element._nvXxPr.cNvPr.set("descr", printable(alt))


def _undated(file: io.BytesIO) -> bytes:
    """A ZIP with the dates of its entries left out."""
    packed = io.BytesIO()
    with zipfile.ZipFile(file) as made, zipfile.ZipFile(packed, "w") as packing:
        for name in made.namelist():
            packing.writestr(zipfile.ZipInfo(name), made.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
