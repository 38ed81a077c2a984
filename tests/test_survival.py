"""Every page and export survives whatever the check accepts: random mutants of the tiny atlas."""

import json
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard import loading
from dashboard.catalogue import comparison
from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import Filter, View, select
from dashboard.catalogue.problems import BrokenTable
from dashboard.catalogue.search import index
from dashboard.catalogue.sector import sector_of
from dashboard.contract.map import MapUi
from dashboard.exports import formats, readable, schema_json, stats
from dashboard.exports.extract import whole
from dashboard.html import figures, render
from dashboard.loading import Snapshot, load_all
from dashboard.map.deck import map_message
from dashboard.map.layouts import layouts
from dashboard.map.options import MapOptions, Sheet
from dashboard.map.rows import fixed_rows
from dashboard.published.columns import columns
from dashboard.published.panels import panels
from dashboard.published.words import words as texts_of
from dashboard.state import LAYOUTS
from dashboard.text.phrases import Phrases
from dashboard.views.insights import csv_address
from dashboard.views.parts.grid import grid_table
from tests.hostile import HOSTILE, complete, poison
from tests.mutants import Mutant, mutants, planted

SEED, DRAWN, ENOUGH = 20261126, 900, 100

UI: MapUi = dict.fromkeys(MapUi.__annotations__, "word")  # type: ignore[assignment]


@pytest.fixture
def atlas(config: Path) -> Path:
    """The tiny atlas with every text of the interface; its French is English."""
    complete(config)
    return config


def accepted(atlas: Path, source: Path) -> Iterator[tuple[Mutant, Snapshot]]:
    """Every mutant that passes the check, loaded."""
    for mutant in mutants(source, SEED, DRAWN):
        with planted(mutant, atlas):
            try:
                snapshot = load_all(atlas)
            except BrokenTable:
                continue
            yield mutant, snapshot


def test_whatever_the_check_accepts_is_shown_and_exported(atlas: Path, tmp_path: Path) -> None:
    source = Path(shutil.copytree(atlas, tmp_path / "source"))
    survived = 0
    for mutant, snapshot in islice(accepted(atlas, source), ENOUGH):
        try:
            show(snapshot)
            export(snapshot)
        except Exception as error:
            raise AssertionError(str(mutant)) from error
        survived += 1
    assert survived == ENOUGH


def export(snapshot: Snapshot) -> None:
    """Export every format of the command line and of the data page."""
    for form in formats.FORMATS:
        assert formats.packed(whole(snapshot.catalogue, snapshot.translators["en"]), form)
    assert schema_json.schema_texts(snapshot.catalogue)
    assert stats.stats_text(snapshot.catalogue)


def show(snapshot: Snapshot) -> None:
    """Make everything on every page: in one language without a filter, in the other with one."""
    catalogue = snapshot.catalogue
    index(catalogue)
    filters = {"en": Filter(), "fr": Filter(text="a", years=(2016, 2022))}
    for language, t in snapshot.translators.items():
        words = Phrases(catalogue, t)
        json.dumps([columns(catalogue), texts_of(catalogue, t), panels(catalogue, t)], allow_nan=False)
        view = select(catalogue, filters.get(language, Filter()))
        show_dossiers(view, words)
        show_map(view, words)
        show_charts(view, words)
        for name in readable.COLUMNS:
            assert grid_table(view, name, words)["key"] == name


def show_dossiers(view: View, words: Phrases) -> None:
    link: Callable[[str], str] = "dossier?selected={}".format
    render.choose_html(view, words, link)
    for key in view.catalogue.keys:
        found = dossier_of(view, key)
        render.dossier_page_html(view, found, words, link, link)
    for key in view.catalogue.sectors:
        render.sector_page_html(sector_of(view, key), words, link, link)
    render.sectors_html(view, words, link)
    render.about_html(view.catalogue, words)


def show_map(view: View, words: Phrases) -> None:
    t, catalogue = words.t, view.catalogue
    for name in LAYOUTS:
        laid_out = layouts(catalogue, name)[0]
        sheet = Sheet(laid_out, {}, fixed_rows(catalogue, laid_out, t))
        for colouring, selected in (("closeness", None), ("sectors", next(iter(catalogue.pairs), None))):
            options = MapOptions((sheet,), "light", colouring, selected)
            message = map_message(view, options, t, ui=UI, summary="")
            assert json.loads(json.dumps(message, allow_nan=False))


def show_charts(view: View, words: Phrases) -> None:
    for country in view.catalogue.atlas.countries:
        figures.insights_html(view, country, words, here="", dossier=str, download=partial(csv_address, terms=""))
    for subject in figures.SUBJECTS:
        match comparison.candidates(view.catalogue, subject):
            case (first, second, *_):
                found = comparison.comparison_of(view, (first, second))
                figures.compare_html(found, (first, second), subject, words)
            case _:
                figures.compare_html(None, None, subject, words)


@pytest.fixture
def hostile(atlas: Path) -> Snapshot:
    """Markup, Markdown, formulas and templates in every text of the table."""
    (atlas / "changes.yaml").write_text("'2026-11-22': {added: [XA-N_XB-E/clinic]}\n", "utf-8")
    poison(atlas)
    snapshot = load_all(atlas)
    assert HOSTILE in snapshot.catalogue.pairs["XA-N_XB-E"].projects[0].title["en"]
    return snapshot


@pytest.mark.parametrize("page", ["explore", "insights", "compare", "dossier", "sectors", "data", "changes", "about"])
def test_hostile_texts_are_shown_as_texts(hostile: Snapshot, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "live", lambda: SimpleNamespace(get=lambda: hostile))
    app = AppTest.from_file(str(Path(loading.__file__).parent / "main.py"), default_timeout=60)
    app._page_hash = calc_hash(page)
    app.query_params["selected"] = "XA-N_XB-E"
    app.run()
    assert not app.exception
    sent = [each.proto.bytes.decode() for each in app.get("bidi_component")]
    shown = any("alert(name)" in each for each in sent)
    assert shown == (page != "explore"), "the page to explore is drawn in the browser"
    export(hostile)
