"""Stills of the map: the figures and names of the page, on a picture of any size."""

import re
from xml.etree import ElementTree

import pytest
from shapely.geometry import Point, Polygon

from dashboard.catalogue.filtering import select
from dashboard.handouts.measure import text_width
from dashboard.handouts.still import Still, still
from dashboard.handouts.svg import Frame, broken, picture
from dashboard.loading import CONFIG, load_all
from dashboard.state import from_query

SNAPSHOT = load_all(CONFIG)
RED = [179, 38, 30]


def drawn(size: tuple[float, float] = (1100, 560), **query: str) -> Still:
    state = from_query({name: [value] for name, value in query.items()}, "en", SNAPSHOT.catalogue)
    return still(SNAPSHOT, state, select(SNAPSHOT.catalogue, state.filter), size)


def figures(of: Still, drawing: str):
    return next(each["objects"] for each in of.drawings if each["id"] == drawing)


def unit(of: Still, code: str) -> list[Polygon]:
    return [Polygon(each["rings"][0], each["rings"][1:]) for each in figures(of, "regions") if each["of"] == code]


@pytest.mark.parametrize("lang", ["en", "ru", "zh"])
@pytest.mark.parametrize("layout", ["facing", "ranked"])
def test_every_unit_has_its_name_within_the_picture(lang, layout):
    found = drawn(lang=lang, layout=layout)
    names = [name for name in found.names if name["kind"] == "unit"]
    assert len(names) == 41
    assert all(name["x"] >= 0 and name["x"] + name["w"] <= 1100 and name["y"] >= 0 for name in names)
    assert all(name["y"] + name["h"] <= 560 for name in names)


def test_a_selected_line_is_red_and_ends_in_its_two_units():
    found = drawn(selected="BY-MI_CN-CQ")
    _, line = figures(found, "arcs-lit")  # the first is its halo
    assert line["of"] == "BY-MI_CN-CQ"
    assert [round(part) for part in line["colour"][:3]] == RED
    assert line["width"] >= 4
    (path,) = line["paths"]
    assert any(area.contains(Point(path[0])) for area in unit(found, "BY-MI"))
    assert any(area.contains(Point(path[-1])) for area in unit(found, "CN-CQ"))
    assert {name["key"] for name in found.names if name["strong"]} == {"unit:BY-MI", "unit:CN-CQ"}


def test_a_filter_fades_the_lines_that_it_excludes():
    found = drawn(sectors="medicine")
    alpha = {line["of"]: line["colour"][3] for line in figures(found, "arcs")}
    assert alpha["BY-MI_CN-CQ"] == 255, "a hospital of Chongqing works with Minsk Region"
    assert alpha["BY-VI_CN-HL"] < 128, "no record of the pair is about medicine"


def test_the_picture_is_well_formed_and_text_is_text_of_named_fonts():
    frame = Frame("A <title> & more", "lead", ("Source",))
    root = ElementTree.fromstring(picture(drawn(lang="zh", selected="BY-MI_CN-CQ"), frame))
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"A <title> & more", "重庆", "明斯克州", "Source"} <= set(texts)
    assert root.get("font-family") == "Inter, 'Noto Sans SC', sans-serif"
    assert root[0].text == "A <title> & more"


def test_scale_bars_measure_what_they_say():
    first, second = drawn().bars
    assert (first.text, second.text) == ("100 km", "500 km")
    assert first.length > second.length / 5, "Belarus is drawn larger"


def test_a_text_is_broken_where_its_language_allows_it():
    lines = broken("two words here", 12, text_width("two words", 12) + 1)
    assert lines == ["two words", "here"]
    chinese = "明斯克州与重庆的合作，包括医疗。"
    lines = broken(chinese, 12, 12 * 7.5)
    assert "".join(lines) == chinese
    assert all(text_width(line, 12) <= 12 * 8.6 for line in lines)
    assert not any(re.match("[，。、；：）》]", line) for line in lines)
