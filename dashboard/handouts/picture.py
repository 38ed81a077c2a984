"""Pictures of the map, for a slide, a page or a poster: PNG, SVG with text, and SVG in outlines."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from dashboard.catalogue.borrowed import bare
from dashboard.catalogue.filtering import select
from dashboard.catalogue.pair import RECORD_TYPES
from dashboard.handouts.content import Request, content_of
from dashboard.handouts.outlined import outlined
from dashboard.handouts.still import still
from dashboard.handouts.svg import Frame, framed
from dashboard.handouts.typeset import typeset

INCH = 25.4  # mm
CSS = 96  # px of the screen to the inch
POINT = 72 / CSS  # pt, a px
PAPER = (297 / INCH * CSS, 210 / INCH * CSS)  # A4 across, px; larger paper shows the same, larger
SCREEN = (1280.0, 720.0)  # px


@dataclass(frozen=True)
class Format:
    """Size of a picture in px of the page, px of the file for each, and what a printer takes for an inch."""

    size: tuple[float, float]
    scale: float
    dpi: int


FORMATS = {
    "1920": Format(SCREEN, 1.5, 144),
    "3840": Format(SCREEN, 3.0, 288),
    "a4": Format(PAPER, 300 / CSS, 300),
    "a3": Format(PAPER, 300 / CSS * 2**0.5, 300),
}

SHEET = """#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#image(bytes(json(bytes(sys.inputs.data)).svg), format: "svg", width: 100%)
"""


def svg(request: Request) -> bytes:
    """Return a picture whose text is text, in named fonts."""
    return _drawn(request, SCREEN).encode()


def outlines(request: Request) -> bytes:
    """Return a picture as SVG that needs no font."""
    return outlined(_drawn(request, SCREEN))


def png(request: Request, form: str) -> bytes:
    """Return a picture of one of FORMATS, in which its dpi is written."""
    asked = FORMATS[form]
    width, height = (px * POINT for px in asked.size)
    drawn = {"svg": _drawn(request, asked.size)}
    made = typeset(SHEET.format(width=width, height=height), drawn, "png", ppi=CSS * asked.scale)
    return with_dpi(made, asked.dpi)


def _drawn(request: Request, size: tuple[float, float]) -> str:
    """Return the map in a frame of a size in px: title, filter, legend, source, date and address."""
    head = content_of(request, dict.fromkeys(RECORD_TYPES, 0))
    source = " · ".join(filter(None, (head.atlas, head.as_of, head.licence.name)))
    frame = Frame(head.title, " · ".join((*head.badges, *head.conditions)), tuple(filter(None, (source, head.address))))
    view = select(request.snapshot.catalogue, request.state.filter)
    return bare(framed(lambda room: still(request.snapshot, request.state, view, room), frame, size))


def with_dpi(png_file: bytes, dpi: int) -> bytes:
    """Return a PNG that tells its dots per inch, in a chunk after its header."""
    per_metre = round(dpi / INCH * 1000)
    chunk = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    whole = struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk))
    header = 8 + 25  # signature, IHDR
    return png_file[:header] + whole + png_file[header:]
