"""Native shapes in one group on a slide, each of which can be moved, named and recoloured."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count

from pptx.oxml.ns import nsdecls
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.contract.map import Point, Rgba
from dashboard.handouts.deck import Deck, describe
from dashboard.handouts.master import clean, element
from dashboard.handouts.measure import text_width
from dashboard.text.glyphs import is_chinese

SLACK = 4
"""Room to the right of a line of text, in points, for a font that is wider."""

SCALE = 100
"""Parts of a point in which outlines are drawn."""

NARROW = 0.93
"""Width of Arial beside that of Inter, by which texts are measured: a plate ends with its text, and hides no more."""

PLATE = '<a:solidFill><a:schemeClr val="bg1"><a:alpha val="78000"/></a:schemeClr></a:solidFill>'
"""Ground that sets text off from the lines below it; LibreOffice draws no glow round letters."""

RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
OVAL = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
NO_LINE = "<a:ln><a:noFill/></a:ln>"


def filled(colour: Rgba) -> str:
    """The look of a shape with a fill and no line."""
    return _solid(colour) + NO_LINE


def lined(colour: Rgba, width: float, *, round_ends: bool = False, dash: bool = False) -> str:
    """The look of a shape with a line of a width in points and no fill."""
    cap, dashes = ' cap="rnd"' if round_ends else "", '<a:prstDash val="dash"/>' if dash else ""
    return f'<a:noFill/><a:ln w="{Pt(width)}"{cap}>{_solid(colour)}{dashes}<a:round/></a:ln>'


class Drawing:
    """A group of shapes in points from its corner, which lies at a point of the slide."""

    def __init__(self, deck: Deck, slide: Slide, at: tuple[float, float]) -> None:
        self._deck, self._at = deck, at
        self.group = slide.shapes.add_group_shape()
        self._ids = count(slide.shapes._next_shape_id)

    def figure(self, name: str, look: str, lines: Sequence[Sequence[Point]], *, closed: bool) -> None:
        """Draw an area or a line of several parts."""
        xs, ys = zip(*chain.from_iterable(lines), strict=True)
        x, y, width, height = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
        path = "".join(_path(line, x, y, closed=closed) for line in lines)
        extent = f'w="{max(1, round(width * SCALE))}" h="{max(1, round(height * SCALE))}"'
        extent += "" if closed else ' fill="none"'
        geometry = (
            '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f"<a:path {extent}>{path}</a:path></a:pathLst></a:custGeom>"
        )
        self._add(name, (x, y, width, height), geometry + look)

    def dot(self, name: str, look: str, centre: Point, radius: float) -> None:
        """Draw a dot or ring."""
        x, y = centre
        self._add(name, (x - radius, y - radius, 2 * radius, 2 * radius), OVAL + look)

    def text(
        self,
        text: str,
        x: float,
        middle: float,
        size: float,
        colour: Rgba,
        *,
        bold: bool = False,
        ends: bool = False,
        plate: bool = False,
    ) -> None:
        """Write a line of text that begins or ends at x, its middle at a height, on a plate if something lies below."""
        measured = text_width(text, size, 600 if bold else 400)
        narrow = plate and not any(map(is_chinese, text))
        width = measured * NARROW if narrow else measured + SLACK
        box = (x - width if ends else x, middle - size * 0.6, width, size * 1.2)
        wrap = "square" if ends else "none"  # without wrapping, no program aligns to the right
        self._add(
            text,
            box,
            RECTANGLE + (PLATE if plate else "<a:noFill/>"),
            f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>'
            f'<a:p><a:pPr algn="{"r" if ends else "l"}"/><a:r>'
            f'<a:rPr lang="{self._deck.language}" sz="{round(size * 100)}" b="{int(bold)}">{_solid(colour)}</a:rPr>'
            f"<a:t>{clean(text)}</a:t></a:r></a:p></p:txBody>",
        )

    def close(self, name: str, alt: str) -> None:
        """Fit the group round its shapes, and say what it shows."""
        self.group._element.recalculate_extents()
        describe(self.group, name, alt)

    def _add(self, name: str, box: tuple[float, float, float, float], look: str, text: str = "") -> None:
        x, y, width, height = box
        x, y = x + self._at[0], y + self._at[1]
        kind = ' txBox="1"' if text else ""
        self.group._element.append(
            element(
                f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{next(self._ids)}" name="{clean(name)}"/>'
                f"<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>"
                f'<a:off x="{Pt(x)}" y="{Pt(y)}"/><a:ext cx="{Pt(width)}" cy="{Pt(height)}"/></a:xfrm>{look}</p:spPr>'
                f"{text}</p:sp>"
            )
        )


def _path(points: Sequence[Point], x0: float, y0: float, *, closed: bool) -> str:
    first, *others = (f'<a:pt x="{round((x - x0) * SCALE)}" y="{round((y - y0) * SCALE)}"/>' for x, y in points)
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
    return f"<a:moveTo>{first}</a:moveTo>{lines}{'<a:close/>' if closed else ''}"


def _solid(colour: Rgba) -> str:
    *parts, alpha = (round(part) for part in colour)
    opacity = f'<a:alpha val="{round(alpha / 255 * 100)}000"/>' if alpha < 255 else ""
    return f'<a:solidFill><a:srgbClr val="{bytes(parts).hex()}">{opacity}</a:srgbClr></a:solidFill>'
