"""The sheets that a printer gets of a page, read from the PDF that Chromium writes."""

import re
import zlib
from typing import NamedTuple

from playwright.sync_api import Page

NUMBER = 12
"""Glyphs that the number of a sheet takes at most: 120 / 120."""


class Sheet(NamedTuple):
    """One side of paper: its width and height in points, and how many glyphs stand on it."""

    width: float
    height: float
    glyphs: int

    @property
    def blank(self) -> bool:
        """True if its number is all that it has."""
        return self.glyphs <= NUMBER


def printed(page: Page) -> tuple[list[Sheet], int]:
    """The sheets of a page, A4 upright unless it asks for another size, and how many of its things are pixels."""
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    objects = dict(re.findall(rb"\n(\d+) 0 obj\n(.*?)\nendobj", pdf, re.DOTALL))
    pages = [each for each in objects.values() if b"/Type /Page\n" in each]
    return [_sheet(each, objects) for each in pages], pdf.count(b"/Subtype /Image")


def _sheet(page: bytes, objects: dict[bytes, bytes]) -> Sheet:
    [(width, height)] = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page)
    [content] = re.findall(rb"/Contents (\d+) 0 R", page)
    drawing = zlib.decompress(objects[content].partition(b"stream\n")[2])
    return Sheet(float(width), float(height), drawing.count(b" Tj"))
