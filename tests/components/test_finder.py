"""The search box's Python side: what is sent to the browser, and what is believed of its answers."""

import json
from types import SimpleNamespace

import pytest
import streamlit as st
from dashboard.components.search import UI_KEYS

from dashboard.components import search as package
from dashboard.published import files as files
from dashboard.published.files import search_index
from dashboard.text.translator import Translator
from dashboard.views.parts import search as view


@pytest.fixture
def sent(monkeypatch):
    """What the box is mounted with, and a way to answer as a browser would."""
    mounted = {}
    monkeypatch.setattr(package, "registered", lambda _: lambda **values: mounted.update(values))
    picked = []
    package.finder(
        "app/static/layers/search-1.json",
        key="finder",
        language="fr",
        label="Trouver",
        placeholder="…",
        ui=dict.fromkeys(UI_KEYS, "mot"),
        on_pick=picked.append,
    )

    def answer(value):
        monkeypatch.setattr(st, "session_state", {"finder": {"picked": value}})
        mounted["on_picked_change"]()
        return picked

    return mounted, answer


def test_the_index_goes_by_url(sent):
    mounted, _ = sent
    assert mounted["data"]["source"] == "app/static/layers/search-1.json"
    assert len(json.dumps(mounted["data"])) < 500


@pytest.mark.parametrize(("value", "picked"), [("XA-N", ["XA-N"]), (None, []), ({"key": "XA-N"}, []), (7, [])])
def test_only_a_text_is_taken_for_a_key(sent, value, picked):
    _, answer = sent
    assert answer(value) == picked


@pytest.mark.usefixtures("layers")
@pytest.mark.parametrize(("key", "selected"), [("organisation/east-works", "XB-E"), ("XB", None), ("<b>", None)])
def test_what_is_picked_is_looked_up(tiny, monkeypatch, key, selected):
    changed, mounted = {}, {}
    monkeypatch.setattr(view, "show_finder", lambda _, **values: mounted.update(values))
    monkeypatch.setattr(view, "change", lambda **values: changed.update(values))
    t = Translator("en", {"filters": {"search": "", "placeholder": ""}, "finder": dict.fromkeys(UI_KEYS, "")})
    view.finder(SimpleNamespace(t=t, catalogue=tiny))
    mounted["on_pick"](key)
    assert changed.get("selected") == selected


@pytest.fixture
def layers(monkeypatch, tmp_path):
    """The folder that is published to, with nothing published yet."""
    monkeypatch.setattr(files, "LAYERS", tmp_path / "layers")
    search_index.cache_clear()
    yield tmp_path / "layers"
    search_index.cache_clear()


def test_the_index_is_published_once_for_a_catalogue(tiny, layers):
    found = search_index(tiny)
    assert search_index(tiny) is found
    [file] = layers.iterdir()
    assert found.source == f"app/static/layers/{file.name}"
    groups = json.loads(file.read_text(encoding="utf-8"))
    assert [entry["key"] for group in groups.values() for entry in group] == list(found.entries)
    assert groups["places"][0] == {
        "key": "northport",
        "names": {"en": "Northport", "fr": "Portnord"},
        "aliases": ["Северпорт"],
        "where": {"en": "City · Northland", "fr": "Ville · Nordlande"},
    }


def test_where_nothing_can_be_written_the_index_itself_is_sent(tiny, layers):
    layers.write_text("a file, not a folder")
    assert list(search_index(tiny).source) == ["units", "pairs", "places", "organisations", "projects"]
