"""The tiny atlas of tests/tiny: loaded once, or as a copy that a test may break."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import shapely

from dashboard.catalogue.load import load
from dashboard.catalogue.model import Catalogue
from dashboard.published import store
from geodata import layers

TINY = Path(__file__).parent / "tiny"
BOXES = {"XA-N": (0, 10, 10, 20), "XA-S": (0, 0, 10, 10), "XB-W": (20, 0, 30, 20), "XB-E": (30, 0, 40, 20)}


@pytest.fixture(scope="session", autouse=True)
def published(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what is published here, where tests replace functions, apart from what the next server takes for its own."""
    store.FOLDERS[:] = [tmp_path_factory.mktemp("published")]


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


@pytest.fixture
def shapes(monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, shapely.Polygon]]:
    """The units of the tiny atlas as boxes, instead of the committed layers."""
    units: dict[str, dict[str, shapely.Polygon]] = {"XA": {}, "XB": {}}
    for code, box in BOXES.items():
        units[code[:2]][code] = shapely.box(*box)
    monkeypatch.setattr(layers, "units", lambda _detail="overview": units)
    monkeypatch.setattr(layers, "_closeup", cache(layers._closeup.__wrapped__))
    return units
