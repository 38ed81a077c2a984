"""The master of a deck and its layouts: the look of the atlas on slides of 16:9, in PowerPoint's own terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part, XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation as Deck
from pptx.util import Length, Pt

from dashboard.catalogue.borrowed import bare
from dashboard.charts.palette import GROUNDS, STAGES
from dashboard.handouts.look import COLOURS

LATIN, EAST_ASIAN = "Arial", "Microsoft YaHei"
"""Fonts that come with Windows and with PowerPoint on a Mac. Arial has Cyrillic letters too."""

ACCENTS = (STAGES[2], STAGES[1], STAGES[0], STAGES[3], GROUNDS["light"].fills[-1], COLOURS["quiet"])
"""Accents of the theme."""

WIDTH, HEIGHT = 960, 540
"""Size of a slide in points."""

MARGIN = 48
GAP, GUTTER = 8, 24
"""Space before a paragraph and between two charts or maps, in points."""

FONT = '<a:latin typeface="+{0}-lt"/><a:ea typeface="+{0}-ea"/><a:cs typeface="+{0}-cs"/>'
BULLET = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
PRINTER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/printerSettings"

TOP, BOTTOM, FOOT = 108, 492, 500
"""Heights at which tables and charts begin, at which they end, and at which the foot begins."""


@dataclass(frozen=True)
class Box:
    """A rectangle on a slide, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def emus(self) -> tuple[Length, Length, Length, Length]:
        """The same in the unit of PowerPoint: left, top, width, height."""
        return Pt(self.x), Pt(self.y), Pt(self.width), Pt(self.height)

    def beside(self, number: int) -> list[Box]:
        """Divide it into boxes of one width, side by side."""
        width = (self.width - (number - 1) * GUTTER) / number
        return [Box(self.x + at * (width + GUTTER), self.y, width, self.height) for at in range(number)]


@dataclass(frozen=True)
class Placeholder:
    """A place for text, as a layout has it: its kind, number, box, and the sizes that its text may have."""

    kind: str
    number: int
    box: Box
    sizes: tuple[int, ...]
    anchor: str = "t"
    quiet: bool = False


TITLE = Placeholder("title", 0, Box(MARGIN, 30, WIDTH - 2 * MARGIN, 62), (28, 26, 24, 22, 20), "ctr")
FOOTER = Placeholder("ftr", 3, Box(MARGIN, FOOT + 6, 780, 20), (12,), "ctr", quiet=True)
NUMBER = Placeholder("sldNum", 4, Box(WIDTH - MARGIN - 60, FOOT + 6, 60, 20), (12,), "ctr", quiet=True)

BODY = 1
"""Number of the placeholder for the text of a slide."""

LEAD_SIZES, TEXT_SIZES = (18, 16, 14), (20, 18, 16, 14, 12)

COVER_TEXT = Box(MARGIN, 316, 312, 168)

LAYOUTS = {
    "cover": (
        Placeholder("title", 0, Box(MARGIN, 96, 312, 200), (40, 36, 32, 28, 24), "b"),
        Placeholder("body", BODY, COVER_TEXT, (20, 18, 16, 14), quiet=True),
    ),
    "text": (TITLE, Placeholder("body", BODY, Box(MARGIN, TOP, 528, BOTTOM - TOP), TEXT_SIZES)),
    "step": (TITLE, Placeholder("body", BODY, Box(MARGIN, TOP, 304, BOTTOM - TOP), TEXT_SIZES)),
    "wide": (TITLE, Placeholder("body", BODY, Box(MARGIN, TOP, WIDTH - 2 * MARGIN, BOTTOM - TOP), TEXT_SIZES)),
    "data": (TITLE, Placeholder("body", BODY, Box(MARGIN, 92, WIDTH - 2 * MARGIN, 26), LEAD_SIZES, quiet=True)),
    "sources": (TITLE, Placeholder("body", BODY, Box(MARGIN, TOP, 692, BOTTOM - TOP), (12,))),
}
"""Layouts by name; each has a title and a place for text. What else a slide shows has room beside or below it."""


def blank(names: Mapping[str, str], language: str) -> Deck:
    """A deck without slides, with the master and layouts of the atlas. `names` are those of the layouts."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    deck.part._element.sldSz.attrib.pop("type")  # that of the library is 4:3
    _drop(deck)
    master = deck.slide_master
    dress(next(rel.target_part for rel in master.part.rels.values() if rel.reltype == RT.THEME))
    _fill(master.shapes._spTree, [TITLE, LAYOUTS["wide"][1], FOOTER, NUMBER], names["wide"], language)
    master.shapes._spTree.append(_rule())
    _replace(master._element.find(qn("p:txStyles")), _styles())
    for name, layout in zip(LAYOUTS, list(deck.slide_layouts), strict=False):
        layout._element.attrib.pop("type", None)
        layout._element.find(qn("p:cSld")).set("name", names[name])
        _fill(layout.shapes._spTree, [*LAYOUTS[name], FOOTER, NUMBER], names[name], language)
    for layout in list(deck.slide_layouts)[len(LAYOUTS) :]:
        deck.slide_layouts.remove(layout)
    return deck


def dress(theme: Part) -> None:
    """Give a theme the colours and fonts of the atlas; the fonts for Chinese too, which charts and tables follow."""
    root = theme._element if isinstance(theme, XmlPart) else parse_xml(theme.blob)
    colours = {"dk1": COLOURS["ink"], "lt1": COLOURS["paper"], "dk2": COLOURS["quiet"], "lt2": COLOURS["line"]}
    colours |= {f"accent{number}": colour for number, colour in enumerate(ACCENTS, start=1)}
    colours |= {"hlink": COLOURS["link"], "folHlink": COLOURS["link"]}
    for name, colour in colours.items():
        entry = root.find(f".//{qn(f'a:{name}')}")
        entry[:] = [parse_xml(f'<a:srgbClr {nsdecls("a")} val="{colour[1:]}"/>')]
    for font in ("majorFont", "minorFont"):
        entry = root.find(f".//{qn(f'a:{font}')}")
        entry.find(qn("a:latin")).set("typeface", LATIN)
        entry.find(qn("a:ea")).set("typeface", EAST_ASIAN)
        for other in entry.findall(qn("a:font")):
            entry.remove(other)
    if not isinstance(theme, XmlPart):
        theme._blob = serialize_part_xml(root)


def printable(text: str) -> str:
    """A text without the control characters that XML cannot hold, and the marks of what a draft borrows."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", bare(text))


def clean(text: str) -> str:
    """A text as it is written in XML."""
    return escape(printable(text), {'"': "&quot;", "\n": "&#10;"})


def element(xml: str) -> BaseOxmlElement:
    """An element of a slide from its XML."""
    made: BaseOxmlElement = parse_xml(xml)
    return made


def _drop(deck: Deck) -> None:
    """Leave out what the blank deck of the library brings along: a picture of it, its printer, what it counts."""
    for part, kinds in ((deck.part.package, (RT.THUMBNAIL, RT.EXTENDED_PROPERTIES)), (deck.part, (PRINTER,))):
        for key in [key for key, rel in part._rels.items() if rel.reltype in kinds]:
            part._rels.pop(key)


def _fill(tree: BaseOxmlElement, places: Iterable[Placeholder], name: str, language: str) -> None:
    """Give a master or layout its placeholders instead of those that it has."""
    for shape in tree.findall(qn("p:sp")):
        tree.remove(shape)
    for number, place in enumerate(places, start=2):
        tree.append(_placeholder(place, number, name, language))


def _placeholder(place: Placeholder, number: int, name: str, language: str) -> BaseOxmlElement:
    x, y, width, height = place.box.emus
    colour = "tx2" if place.quiet else "tx1"
    aligned = "r" if place is NUMBER else "l"
    text = f'<a:r><a:rPr lang="{language}"/><a:t>{clean(name)}</a:t></a:r>'
    if place is NUMBER:
        text = slide_number(language)
    elif place is FOOTER:
        text = f'<a:endParaRPr lang="{language}"/>'
    index = f' idx="{place.number}"' if place.number else ""
    return element(f"""<p:sp {nsdecls("p", "a")}>
      <p:nvSpPr><p:cNvPr id="{number}" name="{place.kind} {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
        <p:nvPr><p:ph type="{place.kind}"{index}/></p:nvPr></p:nvSpPr>
      <p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>
      <p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{place.anchor}"><a:normAutofit/></a:bodyPr>
        <a:lstStyle><a:lvl1pPr algn="{aligned}"><a:defRPr sz="{place.sizes[0]}00"><a:solidFill>
          <a:schemeClr val="{colour}"/></a:solidFill>{FONT.format("mn")}</a:defRPr></a:lvl1pPr></a:lstStyle>
        <a:p>{text}</a:p></p:txBody></p:sp>""")


def slide_number(language: str) -> str:
    """The field that shows the number of a slide, as XML."""
    return (
        f'<a:fld id="{{C1FF6DA9-008F-4B48-92A6-B652298478BF}}" type="slidenum"><a:rPr lang="{language}"/>'
        "<a:t>‹#›</a:t></a:fld>"
    )


def _rule() -> BaseOxmlElement:
    """The hairline above the foot of a slide."""
    x, y, width = Pt(MARGIN), Pt(FOOT), Pt(WIDTH - 2 * MARGIN)
    return element(f"""<p:cxnSp {nsdecls("p", "a")}>
      <p:nvCxnSpPr><p:cNvPr id="9" name="rule"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>
      <p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="0"/></a:xfrm>
        <a:prstGeom prst="line"><a:avLst/></a:prstGeom>
        <a:ln w="6350"><a:solidFill><a:schemeClr val="bg2"/></a:solidFill></a:ln></p:spPr></p:cxnSp>""")


def _styles() -> BaseOxmlElement:
    """The styles of titles and of text: plain paragraphs at the first level, bullets below it."""
    ink = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    levels = "".join(
        f'<a:lvl{level}pPr marL="{Pt(18 * (level - 1))}" indent="{-Pt(18) if level > 1 else 0}" algn="l">'
        f'<a:spcBef><a:spcPts val="{GAP}00"/></a:spcBef>'
        f"{BULLET if level > 1 else '<a:buNone/>'}"
        f'<a:defRPr sz="{20 - 2 * level}00" kern="1200">{ink}{FONT.format("mn")}</a:defRPr></a:lvl{level}pPr>'
        for level in range(1, 5)
    )
    return element(f"""<p:txStyles {nsdecls("p", "a")}>
      <p:titleStyle><a:lvl1pPr algn="l"><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>
        <a:defRPr sz="2800" b="1" kern="1200">{ink}{FONT.format("mj")}</a:defRPr></a:lvl1pPr></p:titleStyle>
      <p:bodyStyle>{levels}</p:bodyStyle>
      <p:otherStyle><a:lvl1pPr algn="l"><a:defRPr sz="1400" kern="1200">{ink}{FONT.format("mn")}</a:defRPr>
        </a:lvl1pPr></p:otherStyle></p:txStyles>""")


def _replace(old: BaseOxmlElement, new: BaseOxmlElement) -> None:
    old.getparent().replace(old, new)
