"""What was published is not made again, by this process or the next, until something that it follows from changes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.loading import CONFIG, Snapshot, load_all
from dashboard.program import PACKAGES, PROGRAM, program
from dashboard.published import files, store
from dashboard.published.words import words
from dashboard.text.translator import Translator


@pytest.fixture
def layers(monkeypatch, tmp_path):
    """The folder for published files."""
    monkeypatch.setattr(store, "FOLDERS", [tmp_path / "layers"])
    return tmp_path / "layers"


@pytest.fixture
def made(monkeypatch):
    """The language of each set of words that was made."""
    made: list[str] = []
    monkeypatch.setattr(files, "words", lambda catalogue, t: made.append(t.language) or words(catalogue, t))
    return made


def listed(snapshot: Snapshot):
    return files.published(snapshot.catalogue, snapshot.translators)["files"]


@pytest.mark.usefixtures("layers")
def test_a_restart_makes_nothing_again(made):
    first = listed(load_all(CONFIG))
    assert made == ["en", "ru", "zh"]
    assert listed(load_all(CONFIG)) == first
    assert made == ["en", "ru", "zh"]


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(path.read_bytes()[:-1])])
@pytest.mark.parametrize("stem", ["published", "facing-routes", "words-ru"])
def test_what_is_gone_or_cut_is_made_again(layers, made, harm, stem):
    first = listed(load_all(CONFIG))
    whole = {path.name: path.read_bytes() for path in layers.iterdir()}
    for path in layers.glob(f"{stem}-*"):
        harm(path)
    again = load_all(CONFIG)
    assert listed(again) == first
    assert {path.name: path.read_bytes() for path in layers.iterdir()} == whole
    assert len(made) == 6
    for path in layers.glob(f"{stem}-*"):
        harm(path)
    listed(again)
    assert {path.name: path.read_bytes() for path in layers.iterdir()} == whole


def test_another_entry_or_text_is_another_table(layers):
    loaded = load_all(CONFIG)
    listed(loaded)
    atlas = loaded.catalogue.atlas.model_copy(update={"title": dict.fromkeys(("en", "ru", "zh"), "Another")})
    title = replace(loaded, catalogue=replace(loaded.catalogue, atlas=atlas))
    words = json.loads(json.dumps(loaded.translators["ru"].words))
    words["nav"]["explore"] = "Обзор"
    text = replace(load_all(CONFIG), translators={**loaded.translators, "ru": Translator("ru", words)})
    read = lambda snapshot: json.loads((layers / listed(snapshot)["words"]["ru"].rpartition("/")[2]).read_text())  # noqa: E731
    assert read(loaded)["ui"]["nav"]["explore"] == "Карта"
    assert read(title)["title"] == "Another"
    assert read(text)["ui"]["nav"]["explore"] == "Обзор"


def test_the_program_is_its_files_but_for_what_is_built_or_published_from_it_and_the_versions_of_its_packages(tmp_path):
    packages = tmp_path / "site-packages"
    folders = (tmp_path / "dashboard", tmp_path / "geodata")
    for folder in (*folders, packages, packages / "jinja2-3.1.dist-info"):
        folder.mkdir()
    (folders[0] / "page.html").write_text("<h1>")
    (folders[1] / "land.geojson").write_bytes(b"1")

    def seen() -> str:
        program.cache_clear()
        return program(folders, packages)

    known = [seen()]
    for change in (
        lambda: (folders[0] / "page.html").write_text("<h2>"),
        lambda: (folders[1] / "land.geojson").write_bytes(b"2"),
        lambda: (folders[0] / "new.py").touch(),
        lambda: (packages / "jinja2-3.1.dist-info").rename(packages / "jinja2-3.2.dist-info"),
    ):
        change()
        assert seen() not in known
        known.append(seen())
    for unused in ("static/layers", "static/build", "html/__pycache__"):
        (folders[0] / unused).mkdir(parents=True)
        (folders[0] / unused / "file").touch()
    assert seen() == known[-1]


def test_the_program_that_runs_is_looked_at():
    names = {path.name for folder in PROGRAM for path in folder.rglob("*")}
    assert {"dossier.html", "panels.py", "layout.py", "traditional.json"} <= names
    assert any(path.name.startswith("jinja2-") for path in PACKAGES.glob("*.dist-info"))
