"""Files of config/ that are skipped or reported, changes of the fingerprint, and hostile disks."""

import errno
import os
from pathlib import Path

import pytest

from dashboard.catalogue import folder
from dashboard.catalogue.folder import fingerprint
from dashboard.catalogue.load import examine, load
from dashboard.catalogue.problems import BrokenTable

TWINNED = "relations/XA-N_XB-E.yaml"

NEVER_READ = {
    "places.yml": "this file is never read; did you mean 'places.yaml'?",
    "relations/XA-S_XB-E.yml": "this file is never read; did you mean 'XA-S_XB-E.yaml'?",
    "i18n/fr.yml": "this file is never read; did you mean 'fr.yaml'?",
    "sources/more.yml": "this file is never read; did you mean 'more.yaml'?",
    "stories/first.yml": "this file is never read; did you mean 'first.yaml'?",
    "relations/XA-S_XB-E.YAML": "this file is never read; did you mean 'XA-S_XB-E.yaml'?",
    "XA-S_XB-E.yaml": "this file is never read; the files of pairs belong in relations/",
    "units/XA-S_XB-E.yaml": "this file is never read; the files of pairs belong in relations/",
    "relations/north/XA-S_XB-E.yaml": "this file is never read; move it up into relations/",
    "place.yaml": "this file is never read; did you mean 'places'?",
    "todo.yaml": "this file is never read",
    "relation/XA-S_XB-E.yaml": "this file is never read; the files of pairs belong in relations/",
    "unit/XC.yaml": "this file is never read: nothing reads unit/; did you mean 'units'?",
    "units/XC.yaml": "this file is never read: atlas.yaml names no country 'XC'",
    "i18n/frr.yaml": "this file is never read: atlas.yaml names no language 'frr'; did you mean 'fr'?",
}

HIDDEN = [".#places.yaml", "relations/._XA_XB.yaml", "relations/.XA_XB.yaml", ".git/x.yaml", "templates/.x.yaml"]
NOT_YAML = ["places.yaml~", "places.yaml.bak", "relations/.XA_XB.yaml.swp", "README.md", "schema/places.json"]


def problems(config):
    with pytest.raises(BrokenTable) as broken:
        load(config)
    return [str(problem) for problem in broken.value.problems]


def put(config, name, text="x: 1\n"):
    (config / name).parent.mkdir(exist_ok=True)
    (config / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("name", "message"), NEVER_READ.items())
def test_a_file_that_nothing_reads_is_a_problem(config, name, message):
    put(config, name)
    assert problems(config) == [f"{name}:1: {message}"]


@pytest.mark.parametrize("name", [*HIDDEN, *NOT_YAML])
def test_hidden_files_and_other_kinds_of_file_are_skipped(config, name):
    before = fingerprint(config)
    put(config, name, "]")
    load(config)
    assert fingerprint(config) == before


def test_the_lock_of_an_editor_is_a_dangling_link(config):
    (config / "relations/.#XA_XB.yaml").symlink_to("editor@host.1234")
    load(config)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.mkdir(), "this is a folder or a device, not a file"),
        (os.mkfifo, "this is a folder or a device, not a file"),
        (lambda path: path.symlink_to(path), "this file cannot be read: Too many levels of symbolic links"),
        (lambda path: path.symlink_to("nowhere.yaml"), "this file is missing"),
    ],
    ids=["folder", "pipe", "loop", "dangling link"],
)
def test_what_is_no_file_is_named(config, make, message):
    make(config / "relations/XA-S_XB-E.yaml")
    assert problems(config) == [f"relations/XA-S_XB-E.yaml:1: {message}"]
    assert fingerprint(config)


def test_a_file_that_must_not_be_read_is_named(config, monkeypatch):
    def refuse(self, *args, **kwargs):
        if self.name == Path(TWINNED).name:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return io_open(self, *args, **kwargs)

    io_open = Path.open
    monkeypatch.setattr(Path, "open", refuse)
    assert f"{TWINNED}:1: this file cannot be read: Permission denied" in problems(config)


def test_a_file_that_vanishes_before_it_is_read_is_named(config, monkeypatch):
    listed = folder.listing(config)
    (config / TWINNED).unlink()
    monkeypatch.setattr("dashboard.catalogue.load.listing", lambda _: listed)
    assert f"{TWINNED}:1: this file is missing" in problems(config)


def test_a_folder_that_cannot_be_entered_is_named(config, monkeypatch):
    def refuse(path):
        if Path(path).name == "relations":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", refuse)
    assert problems(config) == ["relations:1: this folder cannot be read: Permission denied"]
    assert fingerprint(config)


def test_no_folder_at_all(tmp_path):
    found = problems(tmp_path / "nowhere")
    assert found[0] == ".:1: this folder cannot be read: No such file or directory"
    assert "atlas.yaml:1: this file is missing" in found


def test_a_loop_of_links_ends(config):
    (config / "loop").symlink_to(config)
    (config / "relations/loop").symlink_to(config / "relations")
    (config / "a").symlink_to(config / "b")
    (config / "b").symlink_to(config / "a")
    load(config)


def test_folders_and_files_may_be_links(config, tmp_path):
    (config / "relations").rename(tmp_path / "elsewhere")
    (config / "relations").symlink_to(tmp_path / "elsewhere")
    (config / "places.yaml").rename(tmp_path / "p.yaml")
    (config / "places.yaml").symlink_to(tmp_path / "p.yaml")
    assert len(load(config).pairs) == len(list((tmp_path / "elsewhere").iterdir()))
    before = fingerprint(config)
    put(tmp_path, "p.yaml", "# shorter\n")
    assert fingerprint(config) != before


def test_a_name_that_cannot_be_shown_is_a_problem(config):
    Path(os.fsdecode(os.fsencode(config) + b"/relations/\xff.yaml")).write_text("x: 1\n")
    assert problems(config) == ["'\\udcff.yaml':1: the name of this file cannot be shown; rename it"]


def test_a_config_that_must_not_be_written_is_watched_too(config):
    before = fingerprint(config)
    (config / "places.yaml").chmod(0o444)
    config.chmod(0o555)
    read_only = fingerprint(config)
    assert len({before, read_only}) == 2
    config.chmod(0o755)


def test_an_edit_of_the_same_size_and_time_changes_the_fingerprint(config):
    path = config / TWINNED
    before, stat = fingerprint(config), path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("A clinic", "A school"), encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert path.stat().st_size == stat.st_size
    assert fingerprint(config) != before


def test_an_empty_file_is_named_where_others_miss_what_was_in_it(config):
    put(config, "organisations.yaml", "# nothing\n")
    found = problems(config)
    assert "organisations.yaml:1: this file is empty" in found
    assert len(found) > 1


def test_an_empty_file_that_nobody_misses_is_fine(config):
    put(config, "relations/XA-S_XB-E.yaml", "# nothing yet\n")
    load(config)


def test_a_long_table_may_lie_in_several_files(config):
    whole = load(config).places
    text = (config / "places.yaml").read_text(encoding="utf-8")
    (config / "places").mkdir()
    (config / "places.yaml").rename(config / "places" / "all.yaml")
    assert load(config).places == whole
    (config / "places" / "more.yaml").write_text(text, encoding="utf-8")
    _, problems = examine(config)
    first = next(iter(whole))
    assert f"places/more.yaml: {first}: this key occurs in places/all.yaml too" in {
        f"{problem.file}: {problem.field}: {problem.message}" for problem in problems
    }
