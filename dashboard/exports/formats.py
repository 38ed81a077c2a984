"""The formats in which the atlas can be downloaded."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from dashboard.catalogue.model import Catalogue
from dashboard.exports.bibliography import bibtex_files, csl_files
from dashboard.exports.geojson import geojson_files
from dashboard.exports.tables import csv_files, json_files
from dashboard.exports.xlsx import xlsx_files

FORMATS: Mapping[str, Callable[[Catalogue], dict[str, bytes]]] = {  # each gives its files, by file name
    "csv": csv_files,
    "xlsx": xlsx_files,
    "geojson": geojson_files,
    "json": json_files,
    "bibtex": bibtex_files,
    "csl": csl_files,
}


def write_export(catalogue: Catalogue, name: str, folder: Path) -> None:
    """Write the files of a format into a folder, which is made if it does not exist."""
    files = FORMATS[name](catalogue)
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        (folder / file).write_bytes(content)


def packed(catalogue: Catalogue, name: str) -> bytes:
    """A format as one file: the only file it has, or a ZIP of all of them. The same table gives the same bytes."""
    files = FORMATS[name](catalogue)
    if len(files) == 1:
        return next(iter(files.values()))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packing:
        for file, content in files.items():
            packing.writestr(zipfile.ZipInfo(file), content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()
