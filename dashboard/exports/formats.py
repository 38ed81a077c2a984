"""Every format that the atlas can be downloaded in, by name: the files of each, written or packed into one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from dashboard.catalogue.model import Catalogue
from dashboard.exports.geojson import geojson_files
from dashboard.exports.tables import csv_files, json_files
from dashboard.exports.xlsx import xlsx_files

FORMATS: Mapping[str, Callable[[Catalogue], dict[str, bytes]]] = {
    "csv": csv_files,
    "xlsx": xlsx_files,
    "geojson": geojson_files,
    "json": json_files,
}


def write(catalogue: Catalogue, form: str, folder: Path) -> None:
    """Writes the files of a format into a folder."""
    files = FORMATS[form](catalogue)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def packed(catalogue: Catalogue, form: str) -> bytes:
    """A format as one file: its only one, or a ZIP of all. The same table gives the same bytes."""
    files = FORMATS[form](catalogue)
    if len(files) == 1:
        return next(iter(files.values()))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packing:
        for name, content in files.items():
            packing.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()
