"""What browsers fetch by URL, and what becomes of it where nothing can be written."""

from pathlib import Path

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.loading import CONFIG, load_all
from dashboard.map.options import MapOptions
from dashboard.map.rows import arc_styles
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
    assert (drawn.urls, drawn.rows.keys()) == ({}, {"land", "regions", "borders", "arcs", "places", "labels"})
    assert len(drawn.rows["regions"]["features"]) == 41  # 7 units of Belarus, 34 of China
    assert {row["id"] for row in drawn.rows["arcs"]} == arc_styles(view, MapOptions(drawn), t).keys()
