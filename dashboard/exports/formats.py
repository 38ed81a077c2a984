"""The formats in which the atlas can be downloaded."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from dashboard.exports.bibliography import bibtex_files, csl_files
from dashboard.exports.datapackage import csv_files
from dashboard.exports.extract import Extract
from dashboard.exports.geojson import geojson_files
from dashboard.exports.tables import json_files


def _xlsx_files(extract: Extract) -> dict[str, bytes]:
    from dashboard.exports.xlsx import xlsx_files  # late: a server may never be asked for a workbook

    return xlsx_files(extract)


def _geopackage_files(extract: Extract) -> dict[str, bytes]:
    from dashboard.exports.geopackage import geopackage_files  # late, as above

    return geopackage_files(extract)


def _parquet_files(extract: Extract) -> dict[str, bytes]:
    from dashboard.exports.parquet import parquet_files  # late, as above

    return parquet_files(extract)


FORMATS: Mapping[str, Callable[[Extract], dict[str, bytes]]] = {  # each gives its files, by file name
    "xlsx": _xlsx_files,
    "csv": csv_files,
    "csv-semicolon": partial(csv_files, separator=";"),
    "geojson": geojson_files,
    "geopackage": _geopackage_files,
    **({"parquet": _parquet_files} if find_spec("pyarrow") else {}),  # the image goes without its 130 MB
    "json": json_files,
    "bibtex": bibtex_files,
    "csl": csl_files,
}

TABULAR = ("xlsx", "csv", "csv-semicolon")
"""Formats that can hold a single table."""


def write_export(extract: Extract, name: str, folder: Path) -> None:
    """Write the files of a format into a folder, which is made if it does not exist."""
    files = FORMATS[name](extract)
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        (folder / file).write_bytes(content)


def packed(extract: Extract, name: str) -> tuple[str, bytes]:
    """A format as one file, with its name: the only file it has, or a ZIP of all. The same extract, the same bytes."""
    files = FORMATS[name](extract)
    if len(files) == 1:
        return next(iter(files.items()))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packing:
        for file, content in files.items():
            packing.writestr(zipfile.ZipInfo(file), content, zipfile.ZIP_DEFLATED)
    return f"{extract.stem}.zip", archive.getvalue()
