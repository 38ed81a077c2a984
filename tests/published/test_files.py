"""What browsers fetch by URL, and what becomes of it where nothing can be written."""

from pathlib import Path

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.components.map import UI_KEYS, payload
from dashboard.loading import CONFIG, load_all
from dashboard.map.deck import MapOptions, map_deck
from dashboard.published import files as files

LOADED = load_all(CONFIG)


def test_a_published_value_is_a_url_below_static(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LAYERS", tmp_path / "layers")
    url = files.publish("rows", [1, 2])
    assert url.startswith("app/static/layers/rows-")
    assert (tmp_path / "layers" / url.rpartition("/")[2]).read_text() == "[1,2]"


def test_on_a_read_only_file_system_the_map_carries_it_all_inline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LAYERS", Path("/proc/nothing/can/be/written/here"))
    t = LOADED.translators["en"]
    files._shapes.cache_clear()
    drawn = files.map_files.__wrapped__(LOADED.catalogue, "geographic", t)
    files._shapes.cache_clear()
    view = select(LOADED.catalogue, Filter())
    deck = map_deck(view, MapOptions(drawn.layout, drawn.urls), t)
    message = payload(deck, key="map", ui=dict.fromkeys(UI_KEYS, "-"), bounds=drawn.layout.bounds)
    tables = message["tables"]
    assert len(tables["regions"]["data"]["features"]) == 41  # 7 units of Belarus, 34 of China
    assert {row["id"] for row in tables["arcs"]["data"]} == set(tables["arcs"]["styles"])
