"""The source of the templates: short lines, and macros that use only their arguments."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, meta

from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import RECORD_TYPES
from dashboard.html import render
from dashboard.html.context import DossierContext
from dashboard.loading import CONFIG, load_all
from dashboard.text.phrases import Phrases

TEMPLATES = sorted((Path(render.__file__).parent / "templates").glob("*.html"))
MACRO_FILES = ("charts.html", "common.html", "full.html", "outcomes.html", "parts.html", "records.html")
MACROS = dict(zip(RECORD_TYPES, ("agreement", "agreement", "tie", "project", "indicator", "event"), strict=True))


@pytest.fixture(scope="module")
def bare() -> Environment:
    """The Jinja environment of the app, without Jinja's own globals."""
    environment = render.environment().overlay()
    environment.globals = {}
    return environment


@pytest.fixture(scope="module")
def words(tiny: Catalogue) -> Phrases:
    return Phrases(tiny, load_all(CONFIG).translators["en"])


def context(words: Phrases, key: str, *, full: bool) -> DossierContext:
    found = dossier_of(select(words.catalogue, Filter(text="zeppelin")), key)
    levels = render.PAGE_LEVELS if full else render.PANEL_LEVELS
    link = str if full else None
    return DossierContext(words=words, link=link, dossier=found, full=full, levels=levels)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_lines_fit_on_a_screen(path: Path) -> None:
    assert max(map(len, path.read_text(encoding="utf-8").splitlines())) <= 120


@pytest.mark.parametrize("name", MACRO_FILES)
def test_macros_use_no_name_but_their_arguments(bare: Environment, name: str) -> None:
    source = bare.loader.get_source(bare, name)[0]
    assert meta.find_undeclared_variables(bare.parse(source)) == set()
    assert "with context" not in source


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("key", ["XA-N_XB-E", "XA-N", "northport"])
def test_macros_render_with_their_arguments_alone(bare: Environment, words: Phrases, key: str, full: bool) -> None:
    ctx = context(words, key, full=full)
    records, parts = (bare.get_template(name).module for name in ("records.html", "parts.html"))
    for row in words.catalogue.rows:
        html = getattr(records, MACROS[row.record_type])(ctx, row)
        assert row.record.title["en"] in html
        assert (f'id="{row.key}"' in html) == full
    for macro in (parts.badges, parts.partners, parts.hidden):
        assert "<" in macro(ctx)
    assert re.findall(r'<li id="s(\d)"', parts.sources(ctx, ["gazette-1", "gazette-2"])) == ["1", "2"]
