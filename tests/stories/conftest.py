"""The tiny atlas in English words, and with a story."""

import pytest

from dashboard.catalogue.yamlfile import read
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator
from tests.conftest import TINY


@pytest.fixture
def words(tiny):
    return Phrases(tiny, Translator("en", read(TINY / "i18n/en.yaml", "i18n/en.yaml").content | {"locale": "en"}))
