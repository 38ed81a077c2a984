"""Edits of config/ while the atlas runs: a broken one keeps the last good state, a corrected one appears."""

import gc
import os
import shutil
import tempfile
import threading
import weakref
from pathlib import Path

import pytest

from dashboard import loading as module
from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.problems import BrokenTable
from dashboard.catalogue.quality import as_of
from dashboard.exports.readable import named
from dashboard.loading import LOOK, Live, keep, load_all
from dashboard.published import store
from dashboard.published.files import late_file, late_url
from tests.asgi import run_beside
from tests.conftest import TINY

TWINNED = "relations/XA-N_XB-E.yaml"


def join_looks():
    for thread in threading.enumerate():
        if thread.name == LOOK:
            thread.join(10)
            assert not thread.is_alive()


@pytest.fixture
def clock(monkeypatch):
    """Seconds on the clock of the atlas, as a list of one number that tests can change."""
    passed = [0.0]
    monkeypatch.setattr(module, "monotonic", lambda: passed[0])
    return passed


@pytest.fixture
def later(clock):
    """Return the snapshot two seconds later, when the look that this triggers has ended."""

    def ask(live):
        clock[0] += 2
        live.get()
        join_looks()
        return live.get()

    return ask


def title(snapshot):
    return snapshot.catalogue.pairs["XA-N_XB-E"].projects[0].title["en"]


def told(snapshot):
    return [str(problem) for problem in snapshot.problems]


def test_an_edit_appears_after_a_second(config, edit, clock, later):
    live = Live(config)
    first = live.get()
    edit(TWINNED, "A clinic", "A hospital")
    clock[0] += 0.9
    live.get()
    join_looks()
    assert live.get() is first
    second = later(live)
    assert (title(first), title(second)) == ("A clinic", "A hospital")
    assert second.version != first.version


def test_without_an_edit_the_snapshot_is_the_same_object(config, later):
    live = Live(config)
    before = live.get()
    assert later(live) is before


def test_a_broken_edit_keeps_the_last_good_state_until_it_is_mended(config, edit, later):
    live = Live(config)
    good = live.get()
    edit(TWINNED, "{en: A clinic, fr: Une clinique}", "{en: A hospital}")
    edit("i18n/fr.yaml", "title: Atlas\n", "")
    broken = later(live)
    assert broken.catalogue is good.catalogue
    assert broken.translators is good.translators
    assert told(broken) == [
        "i18n/fr.yaml:2: no text for 'title', which i18n/en.yaml has",
        f"{TWINNED}:34: projects.clinic.title: no text in language 'fr'",
    ]
    edit(TWINNED, "{en: A hospital}", "{en: A hospital, fr: Un hôpital}")
    still_broken = later(live)
    assert still_broken.catalogue is good.catalogue
    assert told(still_broken) == ["i18n/fr.yaml:2: no text for 'title', which i18n/en.yaml has"]
    edit("i18n/fr.yaml", "locale: fr\n", "locale: fr\ntitle: Atlas\n")
    mended = later(live)
    assert title(mended) == "A hospital"
    assert mended.problems == ()
    assert len({good.version, broken.version, still_broken.version, mended.version}) == 4


def test_nobody_waits_for_a_reload(config, edit, clock, monkeypatch):
    live = Live(config)
    before = live.get()
    reading, go_on = threading.Event(), threading.Event()

    def slow(folder):
        reading.set()
        assert go_on.wait(10)
        return load_all(folder)

    monkeypatch.setattr(module, "load_all", slow)
    edit(TWINNED, "A clinic", "A hospital")
    clock[0] += 2
    assert live.get() is before
    assert reading.wait(10)
    clock[0] += 2
    assert live.get() is before
    assert sum(thread.name == LOOK for thread in threading.enumerate()) == 1
    go_on.set()
    join_looks()
    assert title(live.get()) == "A hospital"


@pytest.mark.parametrize(("held", "shown"), [(10, "A hospital"), (0.1, "A clinic")])
def test_the_question_of_an_open_page_is_held_until_an_edit_is_loaded_but_not_for_ever(
    config, edit, clock, monkeypatch, held, shown
):
    live, go_on = Live(config), threading.Event()
    monkeypatch.setattr(module, "HELD", held)
    monkeypatch.setattr(module, "load_all", lambda folder: go_on.wait(10) and load_all(folder))
    edit(TWINNED, "A clinic", "A hospital")
    clock[0] += 2
    if held > 1:
        threading.Timer(0.5, go_on.set).start()
    assert title(run_beside(live.settled())) == shown
    go_on.set()
    join_looks()


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), ValueError("Permission denied")])
def test_an_unforeseen_error_keeps_the_last_good_state(config, edit, later, monkeypatch, error):
    live = Live(config)
    before = live.get()

    def fail(_):
        raise error

    monkeypatch.setattr(module, "load_all", fail)
    edit(TWINNED, "A clinic", "A hospital")
    after = later(live)
    assert after.catalogue is before.catalogue
    assert [problem.message for problem in after.problems] == [f"this folder cannot be read: {error}"]


def test_a_folder_that_vanishes_keeps_the_last_good_state(config, later):
    live = Live(config)
    before = live.get()
    config.rename(config.with_name("away"))
    after = later(live)
    assert after.catalogue is before.catalogue
    assert ".:1: this folder cannot be read: No such file or directory" in told(after)
    config.with_name("away").rename(config)
    assert later(live).problems == ()


def test_lock_files_of_editors_change_nothing(config, later):
    live = Live(config)
    before = live.get()
    (config / "relations/.#XA-N_XB-E.yaml").symlink_to("editor@host.1234")
    (config / "relations/._XA-N_XB-E.yaml").write_bytes(b"\0\5\26\7")
    (config / "relations/.XA-N_XB-E.yaml.swp").write_bytes(b"b0VIM 9.0\0")
    assert later(live) is before


def test_each_good_state_is_acted_on(config, edit, later):
    live = Live(config)
    seen = []
    live.on_load(lambda snapshot: seen.append(title(snapshot)))
    join_looks()
    edit(TWINNED, "A clinic", "A hospital")
    later(live)
    edit(TWINNED, "status: operating", "status: operates")
    later(live)
    assert seen == ["A clinic", "A hospital"]


def test_old_catalogues_are_freed(config, edit, later, tmp_path, monkeypatch):
    monkeypatch.setattr(store, "FOLDERS", [tmp_path / "layers"])
    live = Live(config)
    catalogues, translators = weakref.WeakSet(), weakref.WeakSet()
    for number in range(20):
        snapshot = later(live)
        catalogue, t = snapshot.catalogue, snapshot.translators["en"]
        catalogues.add(catalogue)
        translators.add(t)
        view = select(catalogue, Filter(text="clinic"))
        named(view, "places")
        as_of(catalogue)
        late_file(catalogue, snapshot.translators, late_url(catalogue, "search").rpartition("/")[2])
        t("title")
        edit(TWINNED, "A clinic" + " again" * number, "A clinic" + " again" * (number + 1))
    assert title(later(live)) == "A clinic" + " again" * 20
    del snapshot, catalogue, t, view
    gc.collect()
    assert len(catalogues) <= 1
    assert len(translators) <= 1


def test_a_file_that_is_rewritten_without_end_never_breaks_the_page(config, clock, monkeypatch):
    """As some editors and a checkout do: emptied, half written, whole, gone and there again, while looks go on."""
    live, file = Live(config), config / TWINNED
    whole = file.read_text(encoding="utf-8")
    states, ended, crashed = ["", whole[: len(whole) // 2], None, whole], threading.Event(), []
    monkeypatch.setattr(threading, "excepthook", crashed.append)

    def rewrite():
        while not ended.is_set():
            for text in states:
                file.unlink() if text is None else file.write_text(text, encoding="utf-8")

    editor = threading.Thread(target=rewrite)
    editor.start()
    try:
        for _ in range(60):
            clock[0] += 2
            assert title(live.get()) == "A clinic"
            assert all(problem.message for problem in live.get().problems)
    finally:
        ended.set()
        editor.join()
    join_looks()
    assert crashed == []
    clock[0] += 2
    live.get()
    join_looks()
    assert live.get().problems == ()


@pytest.fixture
def of_another():
    """A copy of the tiny atlas that this process may read and not write, as on a read-only mount of another owner."""
    folder = Path(tempfile.mkdtemp())
    config = Path(shutil.copytree(TINY, folder / "config"))
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path == folder else 0o555 if path.is_dir() else 0o444)
    mine = os.geteuid()
    if not mine:
        os.seteuid(65534)
    yield config
    os.seteuid(mine)
    for path in (config, *config.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_that_may_only_be_read_is_served_and_nothing_written_in_it(of_another, later):
    with pytest.raises(PermissionError):
        (of_another / "new.yaml").touch()
    before = {path: path.stat().st_mtime_ns for path in of_another.rglob("*")}
    live = Live(of_another)
    assert title(live.get()) == "A clinic"
    keep(of_another, live.get())
    assert later(live).problems == ()
    assert {path: path.stat().st_mtime_ns for path in of_another.rglob("*")} == before


def test_a_broken_table_does_not_start(config, edit):
    edit(TWINNED, "status: operating", "status: operates")
    with pytest.raises(BrokenTable, match="unknown status 'operates'"):
        Live(config)


def test_the_environment_names_the_folder(config, monkeypatch):
    monkeypatch.setenv("TWINNED_CONFIG", str(config))
    assert Live().config == config


def test_a_place_moved_out_of_its_unit_is_broken_too(config, edit, later):
    live = Live(config)
    before = live.get()
    edit("places.yaml", "lat: 15\n", "lat: 5\n")
    after = later(live)
    assert after.catalogue is before.catalogue
    assert told(after) == ["places.yaml:2: northport: lies in XA-S, not in XA-N"]
