"""The tables as CSV files with a description for programs: a Data Package (Frictionless, version 1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dashboard.exports.about import about, about_lines
from dashboard.exports.cells import BETWEEN, CODE
from dashboard.exports.extract import Extract
from dashboard.exports.readable import LINKS, Table
from dashboard.exports.tables import csv_text, explained, heading, sheets, type_of
from dashboard.text.terms import name_of

ENCODING = "utf-8-sig"
"""UTF-8 with a byte order mark, without which spreadsheets take the letters for others."""

VOCABULARIES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("side_a", "side_b"), ("units", "countries")),
    "unit": ("units",),
    "kind": ("agreements", "links", "place_kinds", "organisation_kinds", "source_kinds"),
    "status": ("statuses",),
    "measure": ("measures",),
    "quantity": ("quantities",),
    "qualifier": ("qualifiers",),
    "rate": ("rates",),
    "closeness": ("closeness",),
    "sectors": ("sectors",),
}
"""Vocabularies whose codes stand in a column of codes."""

LISTS = ("sectors",)
"""Columns of codes of which a cell may hold several."""


def csv_files(extract: Extract, separator: str = ",") -> dict[str, bytes]:
    """A CSV file for each sheet, and two about them: about.txt for readers, datapackage.json for programs."""
    tables = sheets(extract)
    files = {f"{name}.csv": csv_text(table, separator).encode(ENCODING) for name, table in tables.items()}
    files["about.txt"] = "\n".join((*about_lines(extract), "")).encode(ENCODING)
    described = json.dumps(_package(tables, separator, extract), ensure_ascii=False, indent=1)
    return files | {"datapackage.json": f"{described}\n".encode()}


def _package(tables: Mapping[str, Table], separator: str, extract: Extract) -> dict[str, Any]:
    t, facts, licence = extract.words.t, about(extract), extract.catalogue.atlas.licence
    return {
        "profile": "tabular-data-package",
        "name": extract.stem.replace("_", "-"),
        "title": t.text(extract.catalogue.atlas.title),
        "created": f"{facts['made']}T00:00:00Z",
        "licenses": [{"name": licence.name, "path": licence.url}],
        "sources": [
            {"title": extract.words.cite(key)} | ({"path": source.url} if source.url else {})
            for key, source in extract.cited.items()
        ],
        "resources": [_resource(name, table, separator, extract) for name, table in tables.items()],
    }


def _resource(name: str, table: Table, separator: str, extract: Extract) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": name_of(name, "data.tables", extract.words.t),
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": ENCODING,
        "dialect": {"delimiter": separator, "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {"fields": [_field(column, extract) for column in table.columns], "missingValues": [""]},
    }


def _field(column: str, extract: Extract) -> dict[str, Any]:
    """A column: its type, what it holds, and which codes may stand in it."""
    t = extract.words.t
    field: dict[str, Any] = {
        "name": column,
        "type": type_of(column),
        "title": heading(column, t, extract.catalogue.atlas.languages),
        "description": explained(column, t),
    }
    if column in LINKS:
        field["format"] = "uri"
    base = column.removesuffix(CODE)
    if column.endswith(CODE) and base in VOCABULARIES:
        field["vocabulary"] = VOCABULARIES[base]
        if base in LISTS:
            field["separator"] = BETWEEN
        else:
            field["constraints"] = {"enum": _codes(VOCABULARIES[base], extract)}
    return {name: value for name, value in field.items() if value}


def _codes(vocabularies: tuple[str, ...], extract: Extract) -> list[str]:
    found = extract.catalogue
    groups = {"units": found.units, "countries": found.atlas.countries}
    entries = (groups.get(name) or getattr(found.kinds, name) for name in vocabularies)
    return list(dict.fromkeys(code for each in entries for code in each))
