"""Stills of the map as SVG: text stays text, in named fonts, with a halo that sets it off from lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import cast

from dashboard.catalogue.borrowed import bare
from dashboard.charts.palette import GROUNDS
from dashboard.contract.map import AreaKey, LineKey, Point
from dashboard.contract.still import StillDrawing, StillName, StillObject
from dashboard.handouts.measure import text_width
from dashboard.handouts.still import ASIDE, STRONG, TYPE, Bar, Still

FONTS = "Inter, 'Noto Sans SC', sans-serif"
HALO = 3.0  # px
SAMPLE = 22.0  # px, width of a sample of the legend
GAP = 12.0  # px between two entries of the legend
MARGIN = 28.0  # px
ROW = 18.0  # px, a line of the legend
MUTED = 0.72  # share of ink in quiet text, as on the page
BASELINE = 0.36  # of the size of type, from the middle of a line down to its baseline


@dataclass(frozen=True)
class Frame:
    """The frame of a picture: a title with a line below it, and lines at the foot, such as the source."""

    title: str
    lead: str = ""
    foot: tuple[str, ...] = ()


def picture(still: Still, frame: Frame | None = None, alt: str = "", margin: float = 0) -> str:
    """Return a picture of the map with its legend, in a frame if one is given; `alt` is told where it is not seen."""
    ground = GROUNDS[still.theme]
    head, key, foot = _around(still, frame)
    width, height = still.width + 2 * margin, head.height + still.height + key.height + foot.height + 2 * margin
    title = escape(bare(alt or (frame.title if frame else "")))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-margin:g} {-margin:g} {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" font-family="{FONTS}" font-size="{TYPE:g}" '
        f'fill="{ground.ink}" role="img">'
        + (f"<title>{title}</title>" if title else "")
        + f'<rect x="{-margin:g}" y="{-margin:g}" width="{width:g}" height="{height:g}" fill="{ground.border}"/>'
        + head.markup
        + f'<clipPath id="map"><rect width="{still.width:g}" height="{still.height:g}"/></clipPath>'
        + _moved(head.height, f'<g clip-path="url(#map)">{"".join(_map(still))}</g>')
        + _moved(head.height + still.height, key.markup)
        + _moved(head.height + still.height + key.height, foot.markup)
        + "</svg>"
    )


def framed(draw: Callable[[tuple[float, float]], Still], frame: Frame, size: tuple[float, float]) -> str:
    """Return a picture of exactly a size in px: `draw` makes the still of the size that its frame leaves."""
    width, height = (px - 2 * MARGIN for px in size)
    left = height - sum(part.height for part in _around(draw((width, height / 2)), frame))
    return picture(draw((width, left)), frame, margin=MARGIN)


def _around(still: Still, frame: Frame | None) -> tuple[_Part, _Part, _Part]:
    """Head, legend and foot of a picture."""
    nothing = _Part("", 0)
    return _head(frame, still) if frame else nothing, _legend(still), _foot(frame, still) if frame else nothing


@dataclass(frozen=True)
class _Part:
    """A part of a picture over its whole width, with its height in px."""

    markup: str
    height: float


def _moved(y: float, markup: str) -> str:
    return f'<g transform="translate(0 {y:g})">{markup}</g>' if y else markup


def _map(still: Still) -> Iterator[str]:
    for drawing in still.drawings:
        if drawing["objects"]:
            yield f"<g{_GROUPS[drawing['kind']]}>{''.join(_figures(drawing))}</g>"
    for bar in still.bars:
        yield _bar(bar, still)
    halo = (
        f'stroke="{GROUNDS[still.theme].border}" stroke-width="{HALO:g}" stroke-linejoin="round" paint-order="stroke"'
    )
    yield f"<g {halo}>{''.join(_name(name, still) for name in still.names)}</g>"


_GROUPS = {
    "areas": ' fill-rule="evenodd"',
    "strokes": ' fill="none" stroke-linejoin="round"',
    "dots": "",
    "rings": ' fill="none"',
}


def _figures(drawing: StillDrawing) -> Iterator[str]:
    paint = "fill" if drawing["kind"] in ("areas", "dots") else "stroke"
    for each in drawing["objects"]:
        colour = _colour(paint, each)
        if "rings" in each:
            yield f'<path d="{_path(each["rings"], closed=True)}" {colour}/>'
        elif "paths" in each:
            round_ends = ' stroke-linecap="round"' if each.get("round") else ""
            yield f'<path d="{_path(each["paths"])}" {colour} stroke-width="{each["width"]:g}"{round_ends}/>'
        else:
            x, y = each["position"]
            width = f' stroke-width="{each["width"]:g}"' if "width" in each else ""
            yield f'<circle cx="{x:g}" cy="{y:g}" r="{each["radius"]:g}" {colour}{width}/>'


def _colour(paint: str, figure: StillObject) -> str:
    *parts, alpha = (round(part) for part in figure["colour"])
    opacity = f' {paint}-opacity="{alpha / 255:.3g}"' if alpha < 255 else ""
    return f'{paint}="#{bytes(parts).hex()}"{opacity}'


def _path(lines: Iterable[list[Point]], *, closed: bool = False) -> str:
    end = "Z" if closed else ""
    return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in line) + end for line in lines)


def _bar(bar: Bar, still: Still) -> str:
    quiet, y = muted(still), bar.y + 3 + TYPE
    return (
        f'<path d="M{bar.x:.1f} {bar.y:.1f}h{bar.length:.1f}" stroke="{quiet}" stroke-width="2"/>'
        f'<text x="{bar.x:.1f}" y="{y:.1f}" fill="{quiet}">{escape(bar.text)}</text>'
    )


def name_size(name: StillName) -> float:
    """Size of a name's type, px."""
    strong = name["strong"] and name["kind"] == "unit" and "side" not in name
    return (STRONG if strong else TYPE) * name["size"]


def muted(still: Still) -> str:
    """Colour of quiet text, as #rrggbb."""
    ground = GROUNDS[still.theme]
    ink, paper = bytes.fromhex(ground.ink[1:]), bytes.fromhex(ground.border[1:])
    return "#" + bytes(round(MUTED * a + (1 - MUTED) * b) for a, b in zip(ink, paper, strict=True)).hex()


def _name(name: StillName, still: Still) -> str:
    size, quiet = name_size(name), muted(still)
    y = name["y"] + name["h"] / 2 + size * BASELINE
    left, right = name["x"] + ASIDE * name["size"], name["x"] + name["w"] - ASIDE * name["size"]
    style = f'font-size="{size:g}"' + (' font-weight="600"' if name["strong"] else "")
    faint = name["kind"] == "place" or name["dim"] or name.get("number") == 0
    if faint and not name["strong"]:
        style += f' fill="{quiet}"'
    text = escape(name["text"])
    if "side" in name:
        outer, inner, anchor = (left, right, "start") if name["side"] == "left" else (right, left, "end")
        other = "end" if anchor == "start" else "start"
        return (
            f'<text x="{outer:.1f}" y="{y:.1f}" text-anchor="{anchor}" {style}>{text}</text>'
            f'<text x="{inner:.1f}" y="{y:.1f}" text-anchor="{other}" font-size="{size:g}" fill="{quiet}">'
            f"{name.get('number', '')}</text>"
        )
    lead = ""
    if "line" in name:
        x0, y0, x1, y1 = name["line"]
        lead = (
            f'<path d="M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}" stroke="{quiet}" stroke-width="1" paint-order="normal"/>'
        )
    return f'{lead}<text x="{left:.1f}" y="{y:.1f}" {style}>{text}</text>'


def _legend(still: Still) -> _Part:
    """Return the groups of the legend, each on lines of its own, and the caption."""
    drawn, y = [], ROW
    for group in still.legend:
        drawn.append(f'<text x="0" y="{y:g}" font-weight="600">{escape(group["title"])}</text>')
        x = text_width(group["title"], TYPE, 600) + GAP
        for item in group["items"]:
            width = SAMPLE + 5 + text_width(item["label"], TYPE)
            if x + width > still.width:
                x, y = 0.0, y + ROW
            drawn.append(_sample(item, x, y - TYPE * BASELINE))
            drawn.append(f'<text x="{x + SAMPLE + 5:.1f}" y="{y:g}">{escape(item["label"])}</text>')
            x += width + GAP
        y += ROW
    if still.caption:
        drawn.append("".join(_lines(still.caption, TYPE, still.width, y)))
        y += ROW * len(broken(still.caption, TYPE, still.width))
    return _Part(f'<g fill="{muted(still)}">{"".join(drawn)}</g>', y - ROW / 2)


def _sample(item: AreaKey | LineKey, x: float, y: float) -> str:
    if "color" in item:
        item = cast(AreaKey, item)
        return f'<rect x="{x + 4:.1f}" y="{y - 5:.1f}" width="14" height="10" rx="2" fill="{item["color"]}"/>'
    if item.get("ring"):
        return f'<circle cx="{x + 11:.1f}" cy="{y:.1f}" r="5" fill="none" stroke="{item["line"]}" stroke-width="1.5"/>'
    dash = ' stroke-dasharray="5 3"' if item.get("dash") else ""
    return f'<path d="M{x:.1f} {y:.1f}h{SAMPLE:g}" stroke="{item["line"]}" stroke-width="{item["width"]:g}"{dash}/>'


def _head(frame: Frame, still: Still) -> _Part:
    title, lead = broken(frame.title, 20, still.width, 600), broken(frame.lead, 14, still.width)
    markup = "".join(_lines(frame.title, 20, still.width, 20, 600))
    y = 26.0 * len(title)
    if frame.lead:
        markup += f'<g fill="{muted(still)}">{"".join(_lines(frame.lead, 14, still.width, y + 14))}</g>'
        y += 20.0 * len(lead)
    return _Part(markup, y + 8)


def _foot(frame: Frame, still: Still) -> _Part:
    markup, y = "", 8.0
    for line in frame.foot:
        markup += "".join(_lines(line, TYPE, still.width, y + TYPE))
        y += ROW * len(broken(line, TYPE, still.width))
    return _Part(f'<g fill="{muted(still)}">{markup}</g>', y)


def _lines(text: str, size: float, width: float, y: float, weight: int = 400) -> Iterator[str]:
    for number, line in enumerate(broken(text, size, width, weight)):
        style = f'font-size="{size:g}"' + (f' font-weight="{weight}"' if weight != 400 else "")
        yield f'<text x="0" y="{y + number * size * 1.35:.1f}" {style}>{escape(line)}</text>'


def broken(text: str, size: float, width: float, weight: int = 400) -> list[str]:
    """Break a text into lines no wider than a width: between words, and between Chinese characters."""
    lines, line = [], ""
    for word in _words(text):
        if line and text_width((line + word).rstrip(), size, weight) > width:
            lines.append(line.rstrip())
            line = ""
        line += word.lstrip() if not line else word
    return [*lines, line.rstrip()] if line.strip() else lines


def _words(text: str) -> Iterator[str]:
    """Yield the parts between which a line may end; punctuation stays with what is before it."""
    part = ""
    for character in text:
        if part and (
            part[-1] == " " or (_is_ideograph(character) and part[-1] not in "《（“‘") or _ends(part, character)
        ):
            yield part
            part = ""
        part += character
    if part:
        yield part


def _is_ideograph(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _ends(part: str, following: str) -> bool:
    """Tell if a line may end between an ideograph, or what closes it, and a letter or an opening mark."""
    return (_is_ideograph(part[-1]) or part[-1] in "，。；：、》）”") and (following.isalnum() or following in "《（“")
