"""Write edits to the files of the table, one editor at a time, and take the last ones back."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from difflib import unified_diff
from pathlib import Path

from dashboard.prepared import write_text, write_whole

MOST = 20
"""Saved states that can be given back."""


@dataclass(frozen=True)
class Edit:
    """A file before and after an edit; None where there is no file."""

    name: str
    before: str | None
    after: str | None

    @property
    def diff(self) -> list[str]:
        """Lines that differ, each with its sign, and two lines around them."""
        old, new = ((text or "").splitlines() for text in (self.before, self.after))
        return [*unified_diff(old, new, n=2, lineterm="")][2:]


@dataclass(frozen=True)
class State:
    """Edits that were saved at once, with their time and title."""

    time: str
    title: str
    edits: tuple[Edit, ...]

    @property
    def here(self) -> str:
        """The time by the clock of this machine."""
        return datetime.fromisoformat(self.time).astimezone().strftime("%Y-%m-%d %H:%M")


class Changed(Exception):  # noqa: N818 - reads well in "raises Changed"
    """Raised where a file is not as the editor has seen it. `edits` lead from what is there to what was wanted."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        super().__init__(", ".join(edit.name for edit in edits))
        self.edits = tuple(edits)


def text_of(config: Path, name: str) -> str | None:
    """Text of a file of the table; None if there is none."""
    try:
        return (config / name).read_bytes().decode()
    except FileNotFoundError:
        return None


def digest(edits: Sequence[Edit]) -> str:
    """Hash of edits, by which a form says that these, and no others, were shown."""
    return hashlib.sha256(json.dumps([asdict(edit) for edit in edits]).encode()).hexdigest()


def write(config: Path, edits: Sequence[Edit], title: str) -> None:
    """Write edits and remember them; raises Changed if a file is not as before them, and OSError."""
    with _locked(config) as folder:
        time = datetime.now(UTC).isoformat(timespec="seconds")
        _replace_and_remember(config, edits, folder, [*_states(folder), State(time, title, tuple(edits))])


def undo(config: Path, last: State) -> bool:
    """Take back what was saved last; False if something else was saved, or this was taken back, in the meantime.

    Raises Changed if the files were edited since, and OSError.
    """
    with _locked(config) as folder:
        states = _states(folder)
        if states[-1:] != [last]:
            return False
        _replace_and_remember(config, backwards(last.edits), folder, states[:-1])
        return True


def backwards(edits: Sequence[Edit]) -> list[Edit]:
    """Edits that take others back, the last one first."""
    return [Edit(edit.name, edit.after, edit.before) for edit in reversed(edits)]


def states(config: Path) -> list[State]:
    """All that was saved and can be taken back, the last first."""
    with _locked(config) as folder:
        return _states(folder)[::-1]


def _replace_and_remember(config: Path, edits: Sequence[Edit], folder: Path, states: Sequence[State]) -> None:
    """Both, or neither: an edit that is not remembered would be made a second time by who is told that it failed."""
    _replace(config, edits)
    try:
        _remember(folder, states)
    except OSError:
        _replace(config, backwards(edits))
        raise


def _replace(config: Path, edits: Sequence[Edit]) -> None:
    there = [text_of(config, edit.name) for edit in edits]
    if any(text != edit.before for text, edit in zip(there, edits, strict=True)):
        raise Changed([Edit(edit.name, text, edit.after) for text, edit in zip(there, edits, strict=True)])
    done: list[Edit] = []
    try:
        for edit in edits:
            _put(config, edit.name, edit.after)
            done.append(edit)
    except OSError:
        for edit in done:  # all or nothing
            _put(config, edit.name, edit.before)
        raise


def _put(config: Path, name: str, text: str | None) -> None:
    if text is None:
        (config / name).resolve().unlink()
    else:
        write_text(config / name, text)


@contextmanager
def _locked(config: Path) -> Iterator[Path]:
    """Folder of what was saved of a table, held alone by one program at a time."""
    home = Path(os.environ.get("HOME") or tempfile.gettempdir())
    folder = home / ".cache" / "twinned-desk" / hashlib.sha256(os.fsencode(config.resolve())).hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


def _states(folder: Path) -> list[State]:
    try:
        kept = json.loads((folder / "states.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    return [State(each["time"], each["title"], tuple(Edit(**edit) for edit in each["edits"])) for each in kept]


def _remember(folder: Path, states: Sequence[State]) -> None:
    kept = json.dumps([asdict(state) for state in states[-MOST:]], ensure_ascii=False)
    write_whole(folder, "states.json", kept.encode())
