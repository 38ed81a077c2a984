"""The tiny atlas with the words of the shipped one, so that the columns of its exports have headings."""

from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.loading import CONFIG


@pytest.fixture
def atlas(config: Path) -> Path:
    words = (CONFIG / "i18n/en.yaml").read_text(encoding="utf-8")
    (config / "i18n/en.yaml").write_text(words, encoding="utf-8")
    (config / "i18n/fr.yaml").write_text(words.replace("locale: en_GB", "locale: fr"), encoding="utf-8")
    return config


@pytest.fixture
def bring(atlas: Path, tmp_path: Path):
    """Import a table into a new folder, or into `into`; return the exit code, that folder and the report."""

    def run(table: str | bytes, mapping: str = "", name: str = "twins.csv", into: Path | None = None):
        path, asked = tmp_path / name, []
        path.write_bytes(table if isinstance(table, bytes) else table.encode())
        if mapping:
            (tmp_path / "mapping.yaml").write_text(mapping, encoding="utf-8")
            asked = ["--mapping", str(tmp_path / "mapping.yaml")]
        folder = into or tmp_path / "new"
        code = main(["import", str(path), "--into", str(folder), "--config", str(atlas), *asked])
        report = tmp_path / f"{name}.report.txt"
        return code, folder, report.read_text(encoding="utf-8").splitlines() if report.is_file() else []

    return run
