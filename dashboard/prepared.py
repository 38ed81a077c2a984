"""A table that this program has found valid, as plain data in a file, so that the next start need not check it again.

Nothing of the file is executed, and it is used only as long as neither the program nor config/ has changed, if it is
whole and nobody else could have written it. Otherwise the table is read and checked anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.catalogue.folder import fingerprint
from dashboard.program import PACKAGES, PROGRAM, ROOT, program, update_by_files

FORM = "twinned-table-1"
"""Name and version of the form of the file, whose first line has this, the seal and the digest of the rest."""

FOLDERS = [
    ROOT / "build" / "prepared",
    Path(os.environ.get("HOME") or tempfile.gettempdir()) / ".cache" / "twinned-prepared",
]
"""The first one travels with the program, so that an image brings its table along; it may be read-only."""

READABLE = 0o644
"""Rights of a file for all to read, since the server may run as another user."""

MOST = 3
"""Files kept in a folder: tables that were served lately."""


@dataclass(frozen=True)
class Prepared:
    """A valid table: its version as `Live` knows it, and the content of its YAML files by name, as JSON."""

    version: str
    body: bytes

    def contents(self) -> dict[str, Any]:
        """Content of each file, by its name."""
        found: dict[str, Any] = json.loads(self.body)
        return found


def find(config: Path) -> Prepared | None:
    """The table of a config folder, if this program has found it valid before."""
    version = fingerprint(config)  # before the files are read, so that an edit made meanwhile counts as another version
    with suppress(OSError):
        seal = _seal(config)
        for folder in FOLDERS:
            head, _, body = _read(folder / _name(config)).partition(b"\n")
            if head == _head(seal, body):
                return Prepared(version, body)
    return None


def keep(config: Path, version: str, contents: dict[str, Any]) -> None:
    """Write a valid table that was read at a version, unless it has changed since, or no folder can be written."""
    with suppress(OSError):
        seal, body = _seal(config), json.dumps(contents, ensure_ascii=False, separators=(",", ":")).encode()
        if fingerprint(config) != version:
            return
        for folder in FOLDERS:
            with suppress(OSError):
                _write(folder, _name(config), _head(seal, body) + b"\n" + body)
                return


def _name(config: Path) -> str:
    return f"{hashlib.sha256(os.fsencode(config.resolve())).hexdigest()[:12]}.json"


def _seal(config: Path) -> str:
    """Hash of all that a valid table follows from: every file in config/, this program and its packages."""
    digest = hashlib.sha256(program(PROGRAM, PACKAGES).encode())
    update_by_files(digest, config)
    return digest.hexdigest()


def _head(seal: str, body: bytes) -> bytes:
    return f"{FORM} {seal} {hashlib.sha256(body).hexdigest()}".encode()


def _read(path: Path) -> bytes:
    """Content of a file that only this user, or root, can have written; else nothing."""
    try:
        with path.open("rb") as file:
            state = os.fstat(file.fileno())
            safe = state.st_uid in (0, os.geteuid()) and not state.st_mode & 0o022
            return file.read() if safe else b""
    except OSError:
        return b""


def write_text(path: Path, text: str) -> None:
    """Write a file of an atlas whole, with the rights that it has; a link stays a link. Raises OSError."""
    path = path.resolve()
    rights = path.stat().st_mode & 0o777 if path.exists() else READABLE
    write_whole(path.parent, path.name, text.encode(), rights)


def write_whole(folder: Path, name: str, content: bytes, rights: int = READABLE) -> None:
    """Write a file so that nobody finds a part of it; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(content)
            file.flush()
            part.chmod(rights)
            part.replace(folder / name)
        except OSError:
            part.unlink(missing_ok=True)
            raise


def _write(folder: Path, name: str, content: bytes) -> None:
    write_whole(folder, name, content)
    for old in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)[:-MOST]:
        old.unlink()
