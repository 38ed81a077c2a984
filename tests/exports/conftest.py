"""The tiny atlas as an extract in English, made on a fixed day."""

from collections.abc import Callable
from datetime import date

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.yamlfile import read
from dashboard.exports.extract import Extract
from dashboard.loading import CONFIG
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

DAY = date(2026, 11, 26)


@pytest.fixture(scope="session")
def english() -> Translator:
    return Translator("en", read(CONFIG / "i18n/en.yaml", "i18n/en.yaml").content)


@pytest.fixture
def extract(tiny: Catalogue, english: Translator) -> Callable[..., Extract]:
    """Of all of the tiny atlas, or of what passes a filter; of all tables or of one."""

    def make(table: str = "", catalogue: Catalogue = tiny, **conditions: object) -> Extract:
        return Extract(select(catalogue, Filter(**conditions)), Phrases(catalogue, english), table, DAY)

    return make
