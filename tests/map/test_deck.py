"""The message to the map: layers as described by pydeck, with rows and styles beside them."""

import json
from dataclasses import replace

import pydeck
import pytest
from pydantic import TypeAdapter

from dashboard.catalogue.filtering import Filter, select
from dashboard.components.mount import encode
from dashboard.contract.map import MapLayer, MapMessage, MapUi
from dashboard.loading import CONFIG, load_all
from dashboard.map.deck import map_deck, map_message
from dashboard.map.layouts import layouts
from dashboard.map.options import MapOptions, Sheet
from dashboard.map.rows import fixed_rows, route_rows
from dashboard.state import LAYOUTS

LOADED = load_all(CONFIG)
EN = LOADED.translators["en"]
UI: MapUi = dict.fromkeys(MapUi.__annotations__, "word")
URLS = {"regions": "app/r.json", "arcs": "app/a.json"}
SHEETS = {name: tuple(Sheet(layout, URLS) for layout in layouts(LOADED.catalogue, name)) for name in LAYOUTS}


def message(layout="facing", catalogue=LOADED.catalogue, t=EN, asked=None, **options) -> MapMessage:
    view = select(catalogue, asked or Filter())
    return map_message(view, MapOptions(SHEETS[layout], **options), t, ui=UI, summary="Summary")


def test_a_layer_has_colours_alone():
    places = {"@@type": "PlaceLayer", "id": "places", "getFillColor": [0x5D, 0x68, 0x73, 255]}
    borders = {"@@type": "BorderLayer", "id": "borders", "getLineColor": [0xFB, 0xFA, 0xF7, 255], "lineWidth": 0.8}
    land = {"@@type": "LandLayer", "id": "land", "getFillColor": [0xF3, 0xF1, 0xEC, 255]}
    facing = [
        {"@@type": "RegionLayer", "id": "regions"},
        borders,
        {"@@type": "LineLayer", "id": "ties"},
        {"@@type": "LineLayer", "id": "arcs"},
        places,
        {"@@type": "LabelLayer", "id": "labels"},
    ]
    assert message()["layers"] == facing
    assert message("geographic")["layers"] == [land, *facing]


def test_the_deck_is_a_plane():
    (view,) = map_deck(MapOptions(SHEETS["facing"])).views
    assert json.loads(view.to_json()) == {"@@type": "OrthographicView"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("selected", [None, "BY-MI_CN-CQ", "BY-VI", "qingdao", "BY_CN"])
def test_a_message_keeps_the_contract(layout, selected):
    sent = encode(message(layout, selected=selected))
    TypeAdapter(MapMessage).validate_json(sent)
    assert json.loads(sent).keys() <= MapMessage.__annotations__.keys()
    assert all(layer.keys() <= MapLayer.__annotations__.keys() for layer in json.loads(sent)["layers"])


def test_nothing_empty_and_nothing_of_pydecks_is_sent():
    text = encode(message(t=LOADED.translators["ru"])).decode()
    assert not any(word in text for word in ("null", "mapProvider", "kwargs", "OrthographicView", '": '))
    assert "Минская область" in text, "letters are sent as they are, not escaped"
    assert len(text) < 15_000


@pytest.mark.parametrize("text", ["@@=alert(1)", "@@#GL.LINES", "@@type", "</script>", "\u2028", "'quoted'"])
def test_text_arrives_as_it_is_and_outside_of_the_layers(text):
    catalogue = LOADED.catalogue
    unit = catalogue.units["BY-VI"].model_copy(update={"names": {"en": text}, "short": None})
    nasty = replace(catalogue, units={**catalogue.units, "BY-VI": unit})
    sent = json.loads(encode(message(catalogue=nasty)))
    assert sent["styles"]["regions"]["BY-VI"]["name"] == text
    assert sent["layers"] == json.loads(encode(message()))["layers"]
    rows = json.loads(encode(fixed_rows(nasty, SHEETS["facing"][0].layout, EN)))
    assert {row["name"] for row in rows["arcs"] if row["id"] == "BY-VI_CN-SD"} == {f"{text} – Shandong"}


def test_positions_are_cut_to_a_tenth():
    layout = SHEETS["facing"][0].layout
    rows, routes = fixed_rows(LOADED.catalogue, layout, EN), route_rows(LOADED.catalogue, layout)
    points = [row["position"] for row in [*rows["labels"], *rows["places"]]] + routes["nodes"]
    numbers = [number for point in points for number in point]
    assert len(numbers) > 2 * 41
    assert all(number == round(number, 1) for number in numbers)


def test_every_sheet_of_the_layout_is_sent_with_its_bounds_bars_and_rows():
    facing, geographic = message()["sheets"], message("geographic")["sheets"]
    assert [(*sheet["bounds"][:3], len(sheet["scale_bars"])) for sheet in facing] == [(0, 0, 1000, 2)] * 3
    assert [sheet["bounds"][3] for sheet in facing] == [666.67, 892.86, 1250]  # 1.5, 1.12 and 0.8
    assert [len(sheet["scale_bars"]) for sheet in geographic] == [1]
    assert all(sheet["urls"] == URLS for sheet in [*facing, *geographic])


@pytest.mark.parametrize(
    ("key", "kind"), [("BY-MI_CN-CQ", "pair"), ("BY-VI", "unit"), ("qingdao", "place"), ("BY_CN", "pair")]
)
def test_the_selection_says_of_what_kind_it_is(key, kind):
    assert message(selected=key)["selected"] == {"kind": kind, "id": key}
    assert "selected" not in message()


def test_the_same_view_makes_the_same_message():
    assert encode(message()) == encode(message())
    assert encode(message()) != encode(message(selected="BY-VI"))


def test_rows_of_layers_without_a_file_go_inline():
    sheet = replace(SHEETS["facing"][0], rows={"labels": []})
    view = select(LOADED.catalogue, Filter())
    (sent,) = map_message(view, MapOptions((sheet,)), EN, ui=UI, summary="")["sheets"]
    assert sent["rows"] == {"labels": []}


def test_pydeck_takes_text_for_code():
    """The reason to keep texts out of its layers."""
    assert json.loads(pydeck.Layer("PlaceLayer", id="places", note="text").to_json())["note"] == "@@=text"
