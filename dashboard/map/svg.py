"""The map as a static SVG drawn on the server, for browsers without WebGL."""

from __future__ import annotations

from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement, tostring

import shapely

from dashboard.catalogue.filtering import View
from dashboard.charts.palette import GROUNDS
from dashboard.contract.map import ArcRow, ArcStyle, Rgba
from dashboard.map.legend import scale_bars
from dashboard.map.options import MapOptions
from dashboard.map.rows import arc_styles, fixed_rows, region_styles
from dashboard.text.translator import Translator
from geodata.layout import Layout

DIMMED = "0.25"
LABEL_SIZE = 8


def map_svg(view: View, options: MapOptions, t: Translator) -> str:
    """The map of a view as an SVG document, in map units."""
    ground, layout = GROUNDS[options.theme], options.layout
    x0, y0, x1, y1 = layout.bounds
    picture = Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"{x0} {y0} {x1 - x0} {y1 - y0}")
    picture.set("fill-rule", "evenodd")
    if layout.land is not None:
        SubElement(picture, "path", d=_paths(layout)["land"], fill=ground.land)
    for code, region in region_styles(view, options.theme, t).items():
        edge = ground.accent if code == options.selected else ground.border
        path = SubElement(picture, "path", d=_paths(layout)[code], fill=_colour(region["fill"]), stroke=edge)
        SubElement(path, "title").text = f"{region['name']}: {region['hint']}"
    rows, styles = fixed_rows(view.catalogue, layout, t), arc_styles(view, options, t)
    for arc in rows["arcs"]:
        _arc(picture, arc, styles[arc["id"]])
    for label in rows["labels"]:
        if label["kind"] == "unit":
            x, y = label["position"]
            text = SubElement(picture, "text", {"x": str(x), "y": str(y), "text-anchor": "middle", "fill": ground.ink})
            text.set("font-size", str(LABEL_SIZE))
            text.text = label["text"]
    for bar in scale_bars(layout, t):
        x, y, length = bar["x"], bar["y"], bar["length"]
        SubElement(picture, "path", d=f"M{x:.1f} {y:.1f}h{length:.1f}", stroke=ground.quiet)
        text = SubElement(picture, "text", {"x": f"{x:.1f}", "y": f"{y + 10:.1f}", "fill": ground.quiet})
        text.set("font-size", str(LABEL_SIZE))
        text.text = bar["text"]
    return tostring(picture, encoding="unicode")


def _arc(picture: Element, arc: ArcRow, style: ArcStyle) -> None:
    a, b, c, d, e, f = arc["curve"]
    path = SubElement(picture, "path", d=f"M{a} {b}Q{c} {d} {e} {f}", fill="none", stroke=_colour(style["color"]))
    path.set("stroke-width", str(style["width"]))
    path.set("opacity", DIMMED if style.get("dim") else "1")
    if style.get("dash"):
        path.set("stroke-dasharray", "6 4")
    SubElement(path, "title").text = f"{arc['name']}: {style['hint']}"


@lru_cache(maxsize=4)
def _paths(layout: Layout) -> dict[str, str]:
    """Outlines of units and land as SVG path data, rounded to a tenth of a map unit."""
    shapes = dict(layout.units) | ({"land": layout.land} if layout.land is not None else {})
    return {name: "".join(map(_ring, shapely.get_rings(shapely.get_parts(shape)))) for name, shape in shapes.items()}


def _ring(ring: shapely.LinearRing) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring.coords) + "Z"


def _colour(rgba: Rgba) -> str:
    red, green, blue, _ = rgba
    return f"#{red:02x}{green:02x}{blue:02x}"
