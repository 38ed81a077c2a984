"""Components: one identity for all runs, and messages as compact JSON."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.built import built
from dashboard.components.mount import encode


def app():
    import streamlit as st

    from dashboard.components.mount import mount

    mount("panel", {"html": "<p>Минск</p>", "part": st.session_state.get("part", "")}, key="panel")


def test_a_component_keeps_its_identity():
    test = AppTest.from_function(app).run()
    assert not test.exception
    before = test.get("bidi_component")[0].proto
    assert before.js_source_path == f"../../../app/static/build/{built('panel', 'js')}"
    assert not before.js_content, "which browsers would have to run from blob:"
    assert json.loads(before.bytes)["html"] == "<p>Минск</p>"
    test.session_state["part"] = "sources"
    after = test.run().get("bidi_component")[0].proto
    assert after.id == before.id, "another id would build the component anew"
    assert json.loads(after.bytes)["part"] == "sources"


def test_letters_are_sent_as_they_are():
    assert encode({"a": "Минск", "b": [1, None]}) == '{"a":"Минск","b":[1,null]}'.encode()


@pytest.mark.parametrize(("wrong", "error"), [(float("nan"), ValueError), (float("inf"), ValueError), ({1}, TypeError)])
def test_what_json_does_not_have_is_refused(wrong, error):
    with pytest.raises(error):
        encode({"width": wrong})
