"""The tiny atlas of tests/tiny: loaded once, or as a copy that a test may break."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import prepared
from dashboard.catalogue.load import load
from dashboard.catalogue.model import Catalogue
from dashboard.published import store

TINY = Path(__file__).parent / "tiny"


@pytest.fixture(scope="session", autouse=True)
def published(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what is published here, where tests replace functions, apart from what the next server takes for its own."""
    store.FOLDERS[:] = [tmp_path_factory.mktemp("published")]
    prepared.FOLDERS[:] = [tmp_path_factory.mktemp("prepared")]


@pytest.fixture(scope="session")
def tiny() -> Catalogue:
    return load(TINY)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "config"))


@pytest.fixture
def edit(config: Path) -> Callable[[str, str, str], None]:
    """Replace a text that occurs exactly once in a file of the copy."""

    def replace(file: str, old: str, new: str) -> None:
        text = (config / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"'{old}' stands {text.count(old)} times in {file}"
        (config / file).write_text(text.replace(old, new), encoding="utf-8")

    return replace
