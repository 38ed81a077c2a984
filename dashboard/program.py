"""Hash of this program: of its files, and of the versions of the packages that it runs on."""

from __future__ import annotations

import hashlib
import os
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAM = (ROOT / "dashboard", ROOT / "geodata")
UNUSED = {"static", "__pycache__"}
"""Folders of the program from which nothing follows that is made of a table."""

PACKAGES = Path(sysconfig.get_path("purelib"))


@cache
def program(folders: tuple[Path, ...], packages: Path) -> str:
    """Hash of all files in some folders, but for those that are UNUSED, and of the versions of the packages."""
    digest = hashlib.sha256(repr(sorted(path.name for path in packages.glob("*.dist-info"))).encode())
    for folder in folders:
        update_by_files(digest, folder)
    return digest.hexdigest()


def update_by_files(digest: hashlib._Hash, folder: Path) -> None:
    """Feed a hash with the names and contents of all files below a folder that are neither hidden nor UNUSED."""
    for path in sorted(_files(folder)):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode())
        digest.update(content)


def _files(folder: Path) -> Iterator[Path]:
    for inside, folders, names in os.walk(folder, followlinks=True):
        folders[:] = [name for name in folders if name not in UNUSED and not name.startswith(".")]
        yield from (Path(inside, name) for name in names if not name.startswith("."))
