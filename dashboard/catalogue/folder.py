"""The files of a config/ folder: their names, those that are never read, and a fingerprint of them all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dashboard.catalogue.problems import Problem, nearest
from geodata import FILES, FOLDER

CONFIG = Path(__file__).parents[2] / "config"

PAIRS = "relations"
STORIES = "stories"
SPLIT = ("places", "organisations", "sources")
"""Tables that may lie in several files, when one would be too long: places.yaml, and any file of places/."""

FOLDERS = (PAIRS, STORIES, "units", "i18n", "templates", *SPLIT)
"""Folders whose files are read. Symbolic links to these folders are followed, others are not."""


def config_folder() -> Path:
    """Folder named by the environment variable TWINNED_CONFIG, else config/ of this repository."""
    return Path(os.environ.get("TWINNED_CONFIG", CONFIG))


@dataclass(frozen=True)
class Listing:
    """YAML files under a folder, as sorted relative names, and a problem for each folder that cannot be read."""

    names: tuple[str, ...]
    problems: tuple[Problem, ...]

    def within(self, folder: str) -> list[str]:
        """Names of the .yaml files directly in a folder."""
        return [name for name in self.names if PurePosixPath(name).match(f"{folder}/*.yaml") and name.count("/") == 1]


def listing(config: Path) -> Listing:
    """List every YAML file except hidden ones, such as the lock and swap files of editors; never raises."""
    names: list[str] = []
    problems: list[Problem] = []

    def unreadable(error: OSError) -> None:
        name = os.path.relpath(error.filename, config)
        problems.append(Problem(name, 1, "", f"this folder cannot be read: {error.strerror}"))

    for folder, inner, files in os.walk(config, onerror=unreadable, followlinks=True):
        under = Path(folder).relative_to(config)
        for name in (*inner, *files):  # folders too: one named x.yaml is reported when it is read
            if name.startswith(".") or not name.lower().endswith((".yaml", ".yml")):
                continue
            if name.isprintable():
                names.append((under / name).as_posix())
            else:  # perhaps not UTF-8; no message could show it
                problems.append(Problem(ascii(name), 1, "", "the name of this file cannot be shown; rename it"))
        inner[:] = [
            name
            for name in inner
            if not name.startswith(".")
            and ((under == Path() and name in FOLDERS) or not (Path(folder) / name).is_symlink())
        ]
    return Listing(tuple(sorted(names)), tuple(problems))


def fingerprint(config: Path) -> str:
    """Short hash of the names and states of all YAML files and layers in config/; changes with every edit."""
    found = listing(config)
    digest = hashlib.sha256(repr(found).encode())
    for name in (*found.names, *(f"{FOLDER}/{layer}" for layer in FILES)):
        digest.update(_state(config / name).encode())
    return digest.hexdigest()[:16]


def _state(path: Path) -> str:
    """Everything that changes when a file is written, so that a coarse clock of the disk hides no edit."""
    try:
        found = path.stat()
    except OSError as error:
        return f"{error.errno}\n"
    return f"{found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_mode}\n"


def never_read(names: Collection[str], known: Mapping[str, Collection[str]]) -> list[Problem]:
    """Return a problem for each file that is never read.

    `known` maps a folder ("" for config/ itself) to the stems of the files that are read in it. In a folder of FOLDERS
    that is not in `known`, every file is read.
    """
    return [
        Problem(name, 1, "", f"this file is never read{why}")
        for name in names
        if (why := _why_unread(PurePosixPath(name), known)) is not None
    ]


def _why_unread(path: PurePosixPath, known: Mapping[str, Collection[str]]) -> str | None:
    """End of the message about a file; None if the file is read."""
    folder = "" if path.parent == PurePosixPath() else path.parent.as_posix()
    is_read = path.stem in known[folder] if folder in known else folder in FOLDERS
    if path.suffix != ".yaml":
        return f"; did you mean '{path.stem}.yaml'?"
    if is_read:
        return None
    if path.parts[0] in FOLDERS and len(path.parts) > 2:
        return f"; move it up into {path.parts[0]}/"
    if "_" in path.stem and folder != "i18n":
        return f"; the files of pairs belong in {PAIRS}/"
    if folder in FOLDERS:
        group = "country" if folder == "units" else "language"
        return f": atlas.yaml names no {group} '{path.stem}'{nearest(path.stem, known[folder])}"
    if folder:
        return f": nothing reads {folder}/{nearest(folder, FOLDERS)}"
    return nearest(path.stem, known[""])
