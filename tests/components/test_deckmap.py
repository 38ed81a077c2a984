"""The map's Python side: what is sent to the browser, and what is believed of its answers."""

import json
import shutil
import subprocess
from pathlib import Path

import pydeck
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components import deckmap as package
from dashboard.components.map import UI_KEYS, Pick, payload, picks, plain, read_pick
from dashboard.components.mount import STATIC, encode

UI = dict.fromkeys(UI_KEYS, "word")
REGIONS = {"BY-MI": {"fill": [1, 2, 3, 255], "name": "Минская область", "hint": None, "dim": False}}
ARC = {"id": "a", "kind": "pair", "curve": [0, 0, 1, 1, 2.000004, 0], "ends": ["BY-MI", "CN-CQ"], "name": "x"}
PLACE = {"id": "p", "kind": "place", "position": (1.0, 2.0), "name": "y"}


def deck(**changes):
    layers = {
        "regions": pydeck.Layer("RegionLayer", data="/app/static/units.json", id="regions", regions=REGIONS),
        "borders": pydeck.Layer(
            "BorderLayer", data="/app/static/b.json", id="borders", get_line_color=[1, 2, 3], line_width=1
        ),
        "arcs": pydeck.Layer("CurveLayer", data=[ARC], id="arcs"),
        "places": pydeck.Layer("PlaceLayer", data=[PLACE], id="places"),
        "labels": pydeck.Layer(
            "LabelLayer", data=[{"id": "CN", "kind": "country", "text": "中国", "position": [0, 0]}], id="labels"
        ),
    } | changes
    return pydeck.Deck(layers=list(layers.values()), views=[pydeck.View("OrthographicView")], map_provider=None)


def message(the_deck=None, **more):
    return payload(the_deck or deck(), **{"key": "map", "ui": UI, "bounds": (0, 0, 1000, 500)} | more)


def test_layers_are_split_into_skeleton_and_tables():
    sent = message()
    borders = {"@@type": "BorderLayer", "id": "borders", "getLineColor": [1, 2, 3], "lineWidth": 1}
    assert borders in sent["deck"]["layers"]
    assert sent["tables"]["borders"] == {"data": "/app/static/b.json"}
    assert sent["tables"]["regions"]["regions"]["BY-MI"] == {
        "fill": [1, 2, 3, 255],
        "name": "Минская область",
        "dim": False,
    }
    assert sent["tables"]["places"]["data"][0]["position"] == [1, 2]


def test_nothing_empty_and_nothing_of_pydecks_is_sent():
    text = encode(message()).decode()
    assert "null" not in text
    assert "mapProvider" not in text
    assert "_kwargs" not in text
    assert ": " not in text
    assert "Минская область" in text, "letters are sent as they are, not escaped"
    assert len(text) < len(deck().to_json()) * 2


@pytest.mark.parametrize("text", ["@@=alert(1)", "@@#GL.LINES", "@@type", "</script>", "\u2028", "'quoted'", ""])
def test_text_in_data_arrives_as_it_is_and_outside_of_the_skeleton(text):
    regions = pydeck.Layer("RegionLayer", data="/u.json", id="regions", regions={"A": {"name": text, "@@type": text}})
    arcs = pydeck.Layer("CurveLayer", data=[ARC | {"name": text, "@@function": text}], id="arcs")
    sent = json.loads(encode(message(deck(regions=regions, arcs=arcs))))
    assert sent["tables"]["regions"]["regions"]["A"]["name"] == text
    assert sent["tables"]["arcs"]["data"][0]["name"] == text
    for layer in sent["deck"]["layers"]:
        assert all(not isinstance(value, str | dict) for name, value in layer.items() if name not in {"@@type", "id"})


def test_text_among_the_properties_of_a_layer_is_what_it_was_before_pydeck_made_it_a_function():
    layer = pydeck.Layer("PlaceLayer", data=[PLACE], id="places", note="text")
    assert layer.note == "@@=text"
    assert message(deck(places=layer))["tables"]["places"]["note"] == "text"


def test_numbers_are_cut_and_what_is_no_number_is_left_out():
    assert plain([1.23456, 2.0, float("nan"), (True, None)]) == [1.235, 2, None, [True, None]]
    assert plain({"a": float("inf"), 1: {2}}) == {"1": [2]}
    with pytest.raises(TypeError):
        plain(object())


def test_bounds_and_selection():
    sent = message(bounds=(10, 20, 0, 5), selected=("unit", "BY-MI"))
    assert sent["bounds"] == [0, 5, 10, 20]
    assert sent["selected"] == {"kind": "unit", "id": "BY-MI"}
    assert "selected" not in message()


def test_the_digest_follows_the_content():
    assert message() == message()
    assert message()["digest"] != message(selected=("unit", "BY-MI"))["digest"]


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"ui": {"map": "Map"}}, "words missing"),
        ({"bounds": (0, 0, float("nan"), 1)}, "not finite"),
        ({"the_deck": pydeck.Deck(layers=[], map_provider=None)}, "OrthographicView"),
        ({"the_deck": deck(extra=pydeck.Layer("ArcLayer", id="x"))}, "no ArcLayer"),
        ({"the_deck": deck(extra=pydeck.Layer("PlaceLayer", id="arcs"))}, "two layers"),
    ],
)
def test_mistakes_are_named(wrong, complaint):
    with pytest.raises(ValueError, match=complaint):
        message(**wrong)


def test_what_can_be_picked_is_what_is_shown():
    assert picks(message()) == {("unit", "BY-MI"), ("pair", "a"), ("place", "p")}


def test_rows_behind_a_url_are_picked_by_their_styles():
    arcs = pydeck.Layer("CurveLayer", data="app/static/arcs.json", id="arcs", kind="pair", styles={"b": {"width": 2}})
    sent = message(deck(arcs=arcs))
    assert sent["tables"]["arcs"] == {"data": "app/static/arcs.json", "kind": "pair", "styles": {"b": {"width": 2}}}
    assert ("pair", "b") in picks(sent)
    assert ("pair", "a") not in picks(sent)


def test_a_pick_is_read():
    known = picks(message())
    assert read_pick({"kind": "pair", "id": "a"}, known) == Pick("pair", "a")
    assert read_pick(None, known) is None


@pytest.mark.parametrize(
    "forged",
    [
        "pair", 1, [], {}, {"kind": "pair"}, {"kind": "pair", "id": "b"}, {"kind": "country", "id": "CN"},
        {"kind": ["pair"], "id": "a"}, {"kind": "pair", "id": {"a": 1}}, {"kind": "pair", "id": "a", "more": 1},
    ],
)  # fmt: skip
def test_nothing_else_is_believed(forged):
    with pytest.raises(ValueError, match="not a pick"):
        read_pick(forged, picks(message()))


def app():
    import pydeck
    import streamlit as st

    from dashboard.components.map import UI_KEYS, deckmap

    layer = pydeck.Layer("CurveLayer", data=[{"id": "a", "kind": "pair", "name": "Минск"}], id="arcs")
    deck = pydeck.Deck(layers=[layer], views=[pydeck.View("OrthographicView")], map_provider=None)
    ui = dict.fromkeys(UI_KEYS, "word")
    deckmap(deck, key="map", ui=ui, bounds=(0, 0, 1, 1), selected=st.session_state.get("selected"))


def test_the_component_mounts_and_keeps_its_identity():
    test = AppTest.from_function(app).run()
    assert not test.exception
    before = test.get("bidi_component")[0].proto
    assert "\n" in before.js_content
    assert "deckmap.mjs?v=" in before.js_content
    assert json.loads(before.bytes)["tables"]["arcs"]["data"][0]["name"] == "Минск"
    test.session_state["selected"] = ("pair", "a")
    after = test.run().get("bidi_component")[0].proto
    assert after.id == before.id, "another id would remount the map"
    assert json.loads(after.bytes)["selected"] == {"kind": "pair", "id": "a"}


def test_the_bundle_is_built_and_its_licences_lie_beside_it():
    assert 200_000 < (STATIC / "deckmap.mjs").stat().st_size < 1_100_000
    licences = (STATIC / "deckmap.LICENSES.txt").read_text("utf-8")
    assert all(name in licences for name in ("@deck.gl/core", "@luma.gl/core", "earcut", "mjolnir.js"))
    assert "resolved" not in (Path(package.__file__).parent / "frontend" / "package-lock.json").read_text("utf-8")


@pytest.mark.skipif(not shutil.which("node"), reason="needs Node")
def test_the_browser_side_passes_its_own_tests():
    frontend = Path(package.__file__).parent / "frontend"
    if not (frontend / "node_modules").exists():
        pytest.skip("needs `make component`")
    subprocess.run(["node", "--test", "test/"], cwd=frontend, check=True, capture_output=True)
