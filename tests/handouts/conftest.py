"""The tiny atlas as a hand-out asks for it: with the words of each shipped language, its own titles in English."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.catalogue.filtering import Filter
from dashboard.catalogue.load import load
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.yamlfile import read
from dashboard.handouts.content import Request
from dashboard.loading import CONFIG, Snapshot
from dashboard.state import State
from dashboard.text.translator import Translator

LANGUAGES = ("en", "ru", "zh")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def ask(tiny: Catalogue, language: str) -> Callable[..., Request]:
    """Ask for a hand-out of a key, of a sector or of the whole tiny atlas, under a filter; or of a changed copy."""
    texts = read(CONFIG / f"i18n/{language}.yaml", f"i18n/{language}.yaml").content

    def make(
        selected: str | None = None,
        sector: str | None = None,
        *,
        titles: str = "en",
        folder: Path | None = None,
        **conditions: Any,
    ) -> Request:
        snapshot = Snapshot(load(folder) if folder else tiny, {titles: Translator(titles, texts)}, "1")
        state = State(titles, selected=selected, filter=Filter(**conditions))
        return Request(snapshot, state, sector, "https://atlas.example/?lang=en")

    return make
