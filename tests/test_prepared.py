"""A table that was found valid is not checked again; one that has changed, or a file that is not ours or whole, is."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import loading, prepared
from dashboard.catalogue.folder import fingerprint
from dashboard.loading import Live, keep, load_all, restored
from dashboard.published.fingerprint import fingerprint as table_of

PAIR = "relations/XA-N_XB-E.yaml"


@pytest.fixture
def file(config, monkeypatch, tmp_path) -> Path:
    """The file of the tiny atlas, which was found valid."""
    monkeypatch.setattr(prepared, "FOLDERS", [tmp_path / "prepared"])
    keep(config, load_all(config))
    [file] = (tmp_path / "prepared").iterdir()
    return file


@pytest.fixture
def checked(monkeypatch) -> list[Path]:
    """The folders that were checked."""
    folders: list[Path] = []
    monkeypatch.setattr(loading, "load_all", lambda config: folders.append(config) or load_all(config))
    return folders


@pytest.mark.usefixtures("file")
def test_a_table_found_valid_is_the_same_without_a_check(config, checked):
    started, loaded = Live(config).get(), load_all(config)
    assert not checked
    assert started.version == loaded.version == fingerprint(config)
    tables = {table_of(each.catalogue, tuple(each.translators.values())) for each in (started, loaded)}
    assert len(tables) == 1
    assert list(started.catalogue.pairs) == list(loaded.catalogue.pairs)


def tampered(path: Path) -> None:
    """Tamper with the table, and leave the rest as it is."""
    whole = path.read_bytes()
    assert b"operating" in whole
    path.write_bytes(whole.replace(b"operating", b"completed", 1))


def older(path: Path) -> None:
    """Another form of the file, which another version of the program wrote."""
    path.write_bytes(path.read_bytes().replace(prepared.FORM.encode(), b"twinned-table-0", 1))


HARM: dict[str, Callable[[Path], object]] = {
    "tampered": tampered,
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "empty": lambda path: path.write_bytes(b""),
    "of another version": older,
    "to be written by anyone": lambda path: path.chmod(0o666),
    "gone": Path.unlink,
}


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_a_file_that_is_not_as_it_was_is_made_anew(config, file, checked, harm):
    whole = file.read_bytes()
    harm(file)
    assert restored(config) is None
    started = Live(config)
    assert checked == [config]
    keep(config, started.get())
    assert file.read_bytes() == whole
    assert restored(config)


def test_an_edit_makes_it_stale_even_if_size_and_time_stay_the_same(config, edit, file, checked):
    before, state = file.read_bytes(), (config / PAIR).stat()
    edit(PAIR, "value: 31000000", "value: 32000000")
    os.utime(config / PAIR, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert restored(config) is None
    keep(config, Live(config).get())
    assert checked == [config]
    assert file.read_bytes() != before
    assert json.loads(file.read_bytes().partition(b"\n")[2])[PAIR]["projects"][0]["amounts"][0]["value"] == 32_000_000


@pytest.mark.usefixtures("file")
def test_another_program_checks_again(config, monkeypatch):
    assert restored(config)
    monkeypatch.setattr(prepared, "program", lambda *_: "another")
    assert restored(config) is None


def test_an_edit_made_while_a_table_was_read_is_not_kept(config, edit, file):
    file.unlink()
    read = load_all(config)
    edit(PAIR, "value: 31000000", "value: 32000000")
    keep(config, read)
    assert not file.exists()


def test_a_folder_that_cannot_be_written_does_no_harm(config, monkeypatch, tmp_path):
    (tmp_path / "taken").write_text("")
    monkeypatch.setattr(prepared, "FOLDERS", [tmp_path / "taken"])
    keep(config, load_all(config))
    assert restored(config) is None


def test_only_the_newest_few_are_kept(config, monkeypatch, tmp_path):
    monkeypatch.setattr(prepared, "FOLDERS", [tmp_path / "prepared"])
    monkeypatch.setattr(prepared, "MOST", 2)
    for number in range(4):
        monkeypatch.setattr(prepared, "_name", lambda _, number=number: f"{number}.json")
        prepared.keep(config, fingerprint(config), {})
        os.utime(tmp_path / "prepared" / f"{number}.json", (number, number))
    assert {path.name for path in (tmp_path / "prepared").iterdir()} == {"2.json", "3.json"}


def test_a_file_of_an_atlas_keeps_its_rights_and_a_link_stays_a_link(tmp_path):
    there, link = tmp_path / "there.yaml", tmp_path / "link.yaml"
    there.write_text("a: 1\n")
    there.chmod(0o664)
    link.symlink_to(there)
    prepared.write_text(link, "a: 2\n")
    assert link.is_symlink()
    assert (there.read_text(), there.stat().st_mode & 0o777) == ("a: 2\n", 0o664)
