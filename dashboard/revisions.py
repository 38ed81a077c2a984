"""Tell the changes between two folders or revisions of an atlas, and write them into its changes.yaml."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.catalogue.canonical import dumped, formatted
from dashboard.catalogue.changes import FILE, both
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.schema import Changes, as_written
from dashboard.prepared import write_text

HEAD = """\
# What was added, changed and taken out, by day; the page "What is new" tells it. `twinned changes OLD NEW --write`
# adds to it. A record that was taken out is known by its title alone. Texts that were only worded anew are not listed.
"""


class Unknown(Exception):  # noqa: N818 - reads well in "raises Unknown"
    """Neither a folder nor a revision; the message says so."""


@contextmanager
def opened(name: str, config: Path) -> Iterator[tuple[Path, str]]:
    """A folder of an atlas, or what `config` was at a revision; with the day on which it was as it is."""
    if Path(name).is_dir():
        yield Path(name), date.today().isoformat()
        return
    try:
        commit = _git(config, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}").strip()
        day, packed = _git(config, "log", "-1", "--format=%cs", commit), _git(config, "archive", commit)
    except (OSError, subprocess.CalledProcessError):
        raise Unknown(f"'{name}' is neither a folder nor a revision of {config}") from None
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            files = [each for each in archive if not each.issym()]  # the words of another atlas may be linked to
            archive.extractall(folder, files, filter="data")
        yield Path(folder), day.decode().strip()


def _git(config: Path, *words: str | bytes) -> bytes:
    return subprocess.run(("git", "-C", config, *words), check=True, capture_output=True).stdout


def write_changes(config: Path, catalogue: Catalogue, day: str, changes: Changes) -> None:
    """Add the changes of a day to changes.yaml, to those of the same day if it has any."""
    days = dict(catalogue.changes)
    known = days.pop(day, None)
    if whole := both(known, changes) if known else changes:
        days[day] = whole
    content = {each: as_written(days[each]) for each in sorted(days)}
    write_text(config / FILE, formatted(f"{HEAD}\n{dumped(content)}"))
