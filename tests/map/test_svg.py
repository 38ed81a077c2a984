"""The static map against the table: every unit and pair is drawn, and names are only ever text."""

from xml.etree.ElementTree import fromstring

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.loading import CONFIG, load_all
from dashboard.map.options import MapOptions, Sheet
from dashboard.map.svg import map_svg
from geodata.layout import LAYOUTS

LOADED = load_all(CONFIG)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", LAYOUTS)
def test_everything_is_drawn_once(name: str) -> None:
    view = select(LOADED.catalogue, Filter())
    picture = fromstring(map_svg(view, MapOptions(Sheet(LAYOUTS[name]())), LOADED.translators["ru"]))
    labels = [text.text for text in picture.iter(f"{SVG}text")]
    assert {"Брестская область", "Чунцин"} <= set(labels)
    arcs = [path for path in picture.iter(f"{SVG}path") if path.get("fill") == "none"]
    assert len(arcs) == len(view.regional())
    outlines = [path for path in picture.iter(f"{SVG}path") if path.find(f"{SVG}title") is not None]
    assert len(outlines) == len(arcs) + 41  # 7 units of Belarus, 34 of China


def test_what_the_filter_excludes_is_dimmed() -> None:
    view = select(LOADED.catalogue, Filter(sectors=frozenset({"medicine"})))
    picture = fromstring(map_svg(view, MapOptions(Sheet(LAYOUTS["facing"]())), LOADED.translators["en"]))
    arcs = [path for path in picture.iter(f"{SVG}path") if path.get("fill") == "none"]
    assert sum(path.get("opacity") == "1" for path in arcs) == len(view.regional())
