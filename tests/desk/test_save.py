"""Edits are written whole, one editor at a time, and taken back one by one."""

import threading

import pytest

from dashboard.desk import save
from dashboard.desk.save import Changed, Edit


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "config"
    made.mkdir()
    (made / "a.yaml").write_text("one\n")
    return made


def test_edits_are_written_and_taken_back(folder):
    save.write(folder, [Edit("a.yaml", "one\n", "two\n"), Edit("relations/b.yaml", None, "new\n")], "First")
    save.write(folder, [Edit("a.yaml", "two\n", "three\n")], "Second")
    assert [state.title for state in save.states(folder)] == ["Second", "First"]
    second, first = save.states(folder)
    assert not save.undo(folder, first)  # it is not the last one
    assert save.undo(folder, second)
    assert (folder / "a.yaml").read_text() == "two\n"
    assert not save.undo(folder, second)
    assert save.undo(folder, first)
    assert (folder / "a.yaml").read_text() == "one\n"
    assert not (folder / "relations/b.yaml").exists()
    assert not save.undo(folder, first)


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(folder):
    (folder / "a.yaml").write_text("theirs\n")
    with pytest.raises(Changed) as refused:
        save.write(folder, [Edit("b.yaml", None, "new\n"), Edit("a.yaml", "one\n", "mine\n")], "Mine")
    assert refused.value.edits[1] == Edit("a.yaml", "theirs\n", "mine\n")
    assert (folder / "a.yaml").read_text() == "theirs\n"
    assert not (folder / "b.yaml").exists()
    assert save.states(folder) == []


def test_an_edit_is_not_taken_back_over_a_later_one_by_hand(folder):
    save.write(folder, [Edit("a.yaml", "one\n", "two\n")], "Mine")
    (folder / "a.yaml").write_text("by hand\n")
    with pytest.raises(Changed):
        save.undo(folder, save.states(folder)[0])
    assert (folder / "a.yaml").read_text() == "by hand\n"
    assert len(save.states(folder)) == 1


def test_twenty_states_are_kept(folder):
    for n in range(25):
        save.write(folder, [Edit("n.yaml", None if n == 0 else str(n - 1), str(n))], str(n))
    assert [state.title for state in save.states(folder)] == [str(n) for n in range(24, 4, -1)]


def test_of_editors_at_the_same_time_one_writes_and_the_others_are_told(folder):
    told = []

    def write(n):
        try:
            save.write(folder, [Edit("a.yaml", "one\n", f"{n}\n")], str(n))
        except Changed:
            told.append(n)

    editors = [threading.Thread(target=write, args=(n,)) for n in range(8)]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join()
    assert len(told) == 7
    assert len(save.states(folder)) == 1


def test_a_failed_write_leaves_the_files_as_they_were(folder):
    (folder / "no-folder").write_text("")
    with pytest.raises(OSError):  # noqa: PT011 - any
        save.write(folder, [Edit("a.yaml", "one\n", "two\n"), Edit("no-folder/b.yaml", None, "new\n")], "Mine")
    assert (folder / "a.yaml").read_text() == "one\n"


def test_what_cannot_be_remembered_is_not_written(folder, monkeypatch):
    save.write(folder, [Edit("a.yaml", "one\n", "two\n")], "First")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(save, "_remember", full)
    with pytest.raises(OSError, match="No space"):
        save.write(folder, [Edit("a.yaml", "two\n", "three\n"), Edit("b.yaml", None, "new\n")], "Second")
    with pytest.raises(OSError, match="No space"):
        save.undo(folder, save.states(folder)[0])
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("a.yaml", "two\n")]


def test_a_diff_has_the_lines_that_change():
    assert Edit("a.yaml", "a\nb\nc\n", "a\nx\nc\n").diff == ["@@ -1,3 +1,3 @@", " a", "-b", "+x", " c"]
