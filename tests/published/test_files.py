"""Published files: written once, removed with their snapshot, and sent inline if they cannot be written."""

import json
import os
from dataclasses import replace
from itertools import islice
from pathlib import Path
from time import time

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.loading import CONFIG, load_all
from dashboard.map.options import MapOptions
from dashboard.map.rows import arc_styles
from dashboard.published import files, store
from dashboard.published.prepare import Publisher, publish_late
from dashboard.state import LAYOUTS

HOUR = 3600


@pytest.fixture
def layers(monkeypatch, tmp_path):
    """The folder for published files, which does not exist yet; this process has written nothing."""
    monkeypatch.setattr(store, "FOLDERS", [tmp_path / "layers"])
    monkeypatch.setattr(store, "_written", set())
    return tmp_path / "layers"


def snapshot(pairs=7):
    """The shipped table with the first of its pairs, loaded anew: nothing is kept of it."""
    loaded = load_all(CONFIG)
    first = dict(islice(loaded.catalogue.pairs.items(), pairs))
    return replace(loaded, catalogue=replace(loaded.catalogue, pairs=first))


def names(folder):
    return {path.name for path in folder.iterdir()}


def late(loaded, url):
    """What a browser receives under the address of a late file."""
    return json.loads(files.late_file(loaded.catalogue, loaded.translators, url.rpartition("/")[2]))


def test_a_late_file_is_made_when_it_is_asked_for(layers):
    loaded = snapshot()
    listed = files.published(loaded.catalogue, loaded.translators)["files"]
    [url] = listed["panels"]["ru"]
    name = url.rpartition("/")[2]
    assert not any(stem in each for stem in ("panels", "index", "search", "stories") for each in names(layers))
    assert late(loaded, url)["subjects"].keys() == loaded.catalogue.keys
    assert name in names(layers)
    before = (layers / name).stat().st_ino
    assert late(loaded, url)["subjects"]
    assert (layers / name).stat().st_ino == before  # it is not made again
    (layers / name).write_text("[]")
    assert late(loaded, url)["subjects"].keys() == loaded.catalogue.keys, "unless it was changed"
    assert files.late_file(loaded.catalogue, loaded.translators, "panels0-ru-000000000000.json") is None


@pytest.mark.usefixtures("layers")
def test_an_edit_of_the_table_gives_late_files_other_names():
    one, other = (files.published(each.catalogue, each.translators)["files"] for each in (snapshot(7), snapshot(8)))
    assert one["index"] != other["index"]
    assert one["panels"] == files.published(snapshot(7).catalogue, snapshot(7).translators)["files"]["panels"]


def age(path, seconds):
    os.utime(path, (time() - seconds,) * 2)


def test_a_published_value_is_a_url(layers):
    url = store.hashed("rows", [1, 2]).source()
    assert url.startswith("app/static/layers/rows-")
    [path] = layers.iterdir()
    assert path.name == url.rpartition("/")[2]
    assert path.read_text() == "[1,2]"
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_file_that_is_there_is_not_written_again(layers):
    file = store.hashed("rows", [1, 2])
    file.source()
    [path] = layers.iterdir()
    age(path, 60)
    before = path.stat().st_mtime
    assert store.hashed("rows", [1, 2]).source() == file.source()
    assert path.stat().st_mtime == before


def test_a_file_that_another_server_removed_is_written_again(layers):
    file = store.hashed("rows", [1, 2])
    url = file.source()
    [path] = layers.iterdir()
    path.unlink()
    assert file.source() == url
    assert path.read_text() == "[1,2]"


def test_a_file_in_use_is_dated_anew_before_another_server_takes_it_for_a_leftover(layers):
    file = store.hashed("rows", [1, 2])
    file.source()
    [path] = layers.iterdir()
    age(path, 0.9 * HOUR)
    file.source()
    assert time() - path.stat().st_mtime < 60


def test_leftovers_of_others_are_removed_after_an_hour(layers):
    layers.mkdir()
    for name, seconds in {"old": 1.1 * HOUR, "young": 0.9 * HOUR, "kept": 9 * HOUR}.items():
        (layers / f"{name}.json").write_text("[]")
        age(layers / f"{name}.json", seconds)
    (layers / "half.part").write_text("[")
    age(layers / "half.part", 2 * HOUR)
    (layers / "README.md").write_text("not ours")
    age(layers / "README.md", 9 * HOUR)
    store.remove_leftovers({"kept.json"})
    assert names(layers) == {"young.json", "kept.json", "README.md"}


def test_what_this_process_wrote_is_removed_at_once(layers):
    kept, old = store.hashed("a", [1]), store.hashed("a", [2])
    kept.source(), old.source()
    store.remove_leftovers({kept.name})
    assert names(layers) == {kept.name}


def test_a_file_that_was_cut_is_written_again(layers):
    file = store.hashed("rows", [1, 2])
    file.source()
    (layers / file.name).write_text("[1,")
    file.source()
    assert (layers / file.name).read_text() == "[1,2]"


def test_where_the_first_folder_is_read_only_the_next_is_written(layers, monkeypatch, tmp_path):
    layers.write_text("a file, where the folder should be")
    monkeypatch.setattr(store, "FOLDERS", [layers, tmp_path / "home/.cache"])
    assert store.hashed("rows", [1, 2]).source().startswith("app/static/layers/rows-")
    assert [path.read_text() for path in (tmp_path / "home/.cache").iterdir()] == ["[1,2]"]


def test_a_write_that_fails_leaves_nothing_behind(layers, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert store.hashed("rows", [1, 2]).source() == [1, 2]
    assert names(layers) == set()


def test_the_files_of_the_last_two_snapshots_are_kept(layers):
    publisher = Publisher()
    published = []
    for pairs in (7, 8, 9):
        loaded = snapshot(pairs)
        publisher.publish(loaded)
        publish_late(loaded)
        published.append(files.file_names(loaded.catalogue, loaded.translators))
        assert names(layers) == published[-1] | (published[-2] if len(published) > 1 else set())
    assert published[0] - published[1] - published[2], "the first snapshot had files of its own"


def test_what_was_prepared_for_the_current_table_is_kept_at_the_start(layers, monkeypatch):
    Publisher().publish(snapshot())
    prepared = {path.name: path.stat().st_ino for path in layers.iterdir()}
    (layers / "facing-arcs-en-000000000000.json").write_text("[]")
    for path in layers.iterdir():
        age(path, 9 * HOUR)
    monkeypatch.setattr(store, "_written", set())  # as if by another process
    Publisher().publish(snapshot())
    assert {path.name: path.stat().st_ino for path in layers.iterdir()} == prepared


def test_all_is_published_before_a_browser_asks(layers):
    loaded = snapshot()
    Publisher().publish(loaded)
    publish_late(loaded)
    before = names(layers)
    for t in loaded.translators.values():
        sources = [files.late_url(loaded.catalogue, "search"), files.late_url(loaded.catalogue, "citations", t)]
        for layout in LAYOUTS:
            sources += [url for sheet in files.map_files(loaded.catalogue, layout, t) for url in sheet.urls.values()]
        assert {source.rpartition("/")[2] for source in sources} <= before
    assert names(layers) == before


def test_on_a_read_only_file_system_values_travel_inline(layers):
    layers.write_text("a file, where the folder should be")
    loaded = snapshot()
    Publisher().publish(loaded)
    t = loaded.translators["en"]
    (drawn,) = files.map_files(loaded.catalogue, "geographic", t)
    view = select(loaded.catalogue, Filter())
    assert (drawn.urls, drawn.rows.keys()) == (
        {},
        {"land", "regions", "borders", "routes", "arcs", "places", "labels"},
    )
    assert len(drawn.rows["regions"]["features"]) == 41  # 7 units of Belarus, 34 of China
    assert {row["id"] for row in drawn.rows["arcs"]} == arc_styles(view, MapOptions((drawn,)), t).keys()
    assert set(late(loaded, files.late_url(loaded.catalogue, "search"))["groups"]) == {
        "units",
        "pairs",
        "places",
        "sectors",
        "organisations",
        "projects",
    }
    assert isinstance(late(loaded, files.late_url(loaded.catalogue, "citations", t)), list)


def test_what_was_prepared_is_served_from_a_read_only_file_system(layers, monkeypatch):
    Publisher().publish(snapshot())
    for path in layers.iterdir():
        age(path, 9 * HOUR)

    def refuse(*_, **__):
        raise OSError(30, "Read-only file system")

    for name in ("mkdir", "unlink", "replace", "chmod"):
        monkeypatch.setattr(Path, name, refuse)
    monkeypatch.setattr(os, "utime", refuse)
    loaded = snapshot()
    Publisher().publish(loaded)
    assert files.published(loaded.catalogue, loaded.translators)["list"].startswith("app/static/layers/atlas-")
