"""The search box's Python side: what is sent to the browser, and what is believed of its answers."""

import json

import pytest
import streamlit as st

from dashboard import sheets
from dashboard.components import finder as package
from dashboard.components.finder import UI_KEYS
from dashboard.searchfile import search_file


@pytest.fixture
def sent(monkeypatch):
    """What the box is mounted with, and a way to answer as a browser would."""
    mounted = {}
    monkeypatch.setattr(package, "_component", lambda: lambda **values: mounted.update(values))
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


@pytest.fixture
def layers(monkeypatch, tmp_path):
    """The folder that is published to, with nothing published yet."""
    monkeypatch.setattr(sheets, "LAYERS", tmp_path / "layers")
    search_file.cache_clear()
    yield tmp_path / "layers"
    search_file.cache_clear()


def test_the_index_is_published_once_for_a_catalogue(tiny, layers):
    found = search_file(tiny)
    assert search_file(tiny) is found
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
    assert list(search_file(tiny).source) == ["units", "pairs", "places", "organisations", "projects"]
