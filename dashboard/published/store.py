"""The folders of published files: found in any of them, written in the first that can be written, removed when old."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Any

from dashboard.prepared import write_whole

SHIPPED = Path(__file__).parents[1] / "static" / "layers"
CACHE = Path(os.environ.get("HOME") or tempfile.gettempdir()) / ".cache" / "twinned"
FOLDERS = [SHIPPED, CACHE]
"""The first one travels with the program, so that an image brings its files along; it may be read-only."""

URL = "app/static/layers"
"""Beginning of the URL of each file, relative to the page."""

IN_USE = 3600.0
"""Seconds for which a file that another server may have written is kept."""

_written: set[str] = set()
"""Names of the files that this process has written."""


@dataclass(frozen=True)
class PublishedFile:
    """A value as compact JSON, under a name with a hash of its content."""

    name: str
    content: bytes
    value: Any

    def source(self) -> Any:
        """Write the file unless it exists; return its URL relative to the page, or the value if it cannot be written.

        Call it for each use: another server may have removed the file as a leftover.
        """
        there = found(self.name, len(self.content)) or _write(self.name, self.content)
        return f"{URL}/{self.name}" if there else self.value


def hashed(stem: str, value: Any) -> PublishedFile:
    """Return the file of a value, without writing it."""
    content = packed(value)
    return PublishedFile(f"{stem}-{_digest(content)[:12].decode()}.json", content, value)


def packed(value: Any) -> bytes:
    """A value as compact JSON."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def found(name: str, size: int | None = None) -> Path | None:
    """Path of a file, which is in use from now on; None if no folder has it whole: a disk that failed may cut it."""
    for path in (folder / name for folder in FOLDERS if "/" not in name):  # an address may ask for any name
        with suppress(OSError, ValueError):  # also for one that no file can have
            state = path.stat()
            if size not in (None, state.st_size):
                continue
            if time() - state.st_mtime > IN_USE / 2:
                with suppress(OSError):  # read-only: then nobody removes it either
                    os.utime(path)
            return path
    return None


def seal(name: str, content: bytes) -> None:
    """Write a file whose name does not follow from its content, after a line with the digest of that."""
    _write(name, _digest(content) + b"\n" + content)


def sealed(name: str) -> bytes | None:
    """Content of a file that `seal` has written; None if it is not there, or cut or changed since."""
    with suppress(OSError):
        if path := found(name):
            head, _, content = path.read_bytes().partition(b"\n")
            return content if head == _digest(content) else None
    return None


def is_as_named(name: str) -> bool:
    """Tell whether a file that `hashed` has named has the content of which its name has the digest."""
    with suppress(OSError):
        if path := found(name):
            return _digest(path.read_bytes())[:12].decode() == path.stem.rpartition("-")[2]
    return False


def remove(name: str) -> None:
    """Remove a file, where that is possible."""
    for folder in FOLDERS:
        with suppress(OSError):
            (folder / name).unlink()


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


def _write(name: str, content: bytes) -> bool:
    """Write a file atomically in the first folder that takes it; return False if none does."""
    for folder in FOLDERS:
        with suppress(OSError):
            write_whole(folder, name, content)
            _written.add(name)
            return True
    return False


def remove_leftovers(keep: Collection[str]) -> None:
    """Remove published files not in `keep`; those of other processes only after IN_USE seconds without use."""
    for path in (path for folder in FOLDERS for kind in ("*.json", "*.part") for path in folder.glob(kind)):
        with suppress(OSError):  # read-only, or just removed by another server
            if path.name not in keep and (path.name in _written or time() - path.stat().st_mtime > IN_USE):
                path.unlink()
                _written.discard(path.name)
