"""`twinned changes` on a repository of the tiny atlas: its revisions, and changes.yaml as it is written."""

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dashboard.catalogue.load import load
from dashboard.catalogue.schema import as_written
from dashboard.cli import main
from dashboard.loading import CONFIG

WHO = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
TWINNED = "relations/XA-N_XB-E.yaml"


@pytest.fixture
def repository(config: Path) -> Callable[[str], str]:
    """Commit the copy of the tiny atlas on a day; returns the revision."""
    english = (CONFIG / "i18n/en.yaml").read_text("utf-8")
    (config / "i18n/en.yaml").write_text(english, "utf-8")
    (config / "i18n/fr.yaml").write_text(english.replace("locale: en_GB", "locale: fr"), "utf-8")

    def git(*words: str, **env: str) -> str:
        done = subprocess.run(("git", "-C", config, *WHO, *words), check=True, capture_output=True, text=True, env=env)
        return done.stdout.strip()

    def commit(day: str) -> str:
        when = f"{day}T12:00:00Z"
        git("add", "-A")
        git("commit", "-qm", day, GIT_COMMITTER_DATE=when, GIT_AUTHOR_DATE=when)
        return git("rev-parse", "HEAD")

    git("init", "-q")
    return commit


def test_revisions_are_told_by_the_day_of_the_later_one(
    config: Path, edit: Callable, repository: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    first = repository("2026-01-10")
    edit(TWINNED, "date: '2021-06'", "date: '2021-07'")
    second = repository("2026-02-20")
    assert main(["changes", first, second, "--config", str(config), "--write"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 record was changed.",
        "  XA-N_XB-E/clinic: A clinic · Changed: dates.",
    ]
    (config / "empty").mkdir()
    assert main(["changes", str(config / "empty"), first, "--config", str(config), "--write"]) == 0
    written = {day: as_written(changes) for day, changes in load(config).changes.items()}
    assert list(written) == ["2026-01-10", "2026-02-20"]
    assert written["2026-01-10"] == {"opened": len(load(config).rows)}
    assert written["2026-02-20"] == {"changed": {"XA-N_XB-E/clinic": ["dates"]}}
    assert main(["check", "--config", str(config)]) == 0


def test_a_link_out_of_the_folder_is_passed_over(
    config: Path, edit: Callable, repository: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    (config / "i18n/xx.txt").symlink_to("../../elsewhere.yaml")
    first = repository("2026-01-10")
    edit(TWINNED, "date: '2021-06'", "date: '2021-07'")
    assert main(["changes", first, repository("2026-02-20"), "--config", str(config)]) == 0
    assert capsys.readouterr().out.startswith("1 record was changed.")


def test_a_folder_is_of_today(config: Path, edit: Callable, repository: Callable[[str], str]) -> None:
    first = repository("2026-01-10")
    edit(TWINNED, "date: '2021-06'", "date: '2021-07'")
    assert main(["changes", first, str(config), "--config", str(config), "--write"]) == 0
    assert list(load(config).changes) == [date.today().isoformat()]


def test_what_is_neither_a_folder_nor_a_revision_is_refused(
    config: Path, repository: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    repository("2026-01-10")
    for name in ("yesterday-or-so", "--output=x"):
        assert main(["changes", "--config", str(config), "--", name, "HEAD"]) == 1
        assert capsys.readouterr().out == f"'{name}' is neither a folder nor a revision of {config}\n"
    assert not [*config.glob("changes.yaml"), *config.glob("x")]
