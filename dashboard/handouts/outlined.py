"""A picture whose text is drawn as outlines, so that it needs no font: typst sets each line where it has its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from dashboard.handouts.measure import text_width
from dashboard.handouts.typeset import typeset

INHERITED = ("font-size", "font-weight", "fill", "stroke", "stroke-width")
TEXT = re.compile(r"<text [^>]*>[^<]*</text>")

# A line with a halo is set twice, since typst paints the stroke above the letters.
SHEET = """#let data = json(bytes(sys.inputs.data))
#let px = 1pt
#set page(width: data.width * px, height: data.height * px, margin: 0pt, fill: none)
#set text(font: ("Inter", "Noto Sans SC"), top-edge: "baseline", bottom-edge: "baseline")
#for line in data.lines {
  let set-line(..look) = place(top + left, dx: line.x * px, dy: line.y * px, box(width: 2 * data.width * px,
    text(size: line.size * px, weight: line.weight, fill: rgb(line.fill), ..look, line.text)))
  if line.halo != none {
    set-line(stroke: stroke(paint: rgb(line.halo), thickness: line.thick * px, join: "round"))
  }
  set-line()
}
"""


def outlined(drawn: str) -> bytes:
    """Return an SVG picture of ours with its lines of text as outlines, above everything else."""
    picture = ET.fromstring(drawn)  # noqa: S314 - our own
    left, top, width, height = map(float, picture.attrib["viewBox"].split())
    lines = [{**line, "x": line["x"] - left, "y": line["y"] - top} for line in _lines(picture, {}, 0)]
    letters = typeset(SHEET, {"width": width, "height": height, "lines": lines}, "svg").decode()
    placed = f'x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}"'
    letters = re.sub(r'width="[\d.]+pt" height="[\d.]+pt"', placed, letters, count=1)
    return f"{TEXT.sub('', drawn).removesuffix('</svg>')}{letters}</svg>".encode()


def _lines(element: ET.Element, inherited: Mapping[str, str], y: float) -> Iterator[dict[str, Any]]:
    """Yield each line of text with its place and look."""
    look = {**inherited, **{name: element.attrib[name] for name in INHERITED if name in element.attrib}}
    if moved := re.fullmatch(r"translate\(0 (.+)\)", element.get("transform", "")):
        y += float(moved[1])
    if element.tag.endswith("}text") and element.text:
        size, weight = float(look["font-size"]), int(look.get("font-weight", 400))
        width = text_width(element.text, size, weight) if element.get("text-anchor") == "end" else 0
        yield {
            "text": element.text,
            "x": float(element.attrib["x"]) - width,
            "y": y + float(element.attrib["y"]),
            "size": size,
            "weight": weight,
            "fill": look["fill"],
            "halo": look.get("stroke"),
            "thick": float(look.get("stroke-width", 0)),
        }
    for inner in element:
        yield from _lines(inner, look, y)
