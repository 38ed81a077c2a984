"""The catalogue as flat tables, one for each kind of record and entry, and as CSV and JSON files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, get_type_hints

from dashboard.catalogue import schema
from dashboard.catalogue.dates import written
from dashboard.catalogue.load import ENTRY_FILES
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import RECORD_TYPES, Pair
from dashboard.exports.about import about, about_lines

Cell = str | int | float | None
SIDES = ("side_a", "side_b")
ENTRY_KINDS: Mapping[str, type[schema.Model]] = {"units": schema.Unit, **ENTRY_FILES}
FORMULA_SIGNS = tuple("=+-@\t\r＝＋－＠")
"""A cell that begins with one of these is a formula to a spreadsheet."""


@dataclass(frozen=True)
class Table:
    """Rows of plain cells under named columns. None is an empty cell."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(catalogue: Catalogue) -> dict[str, Table]:
    """Every table by name. For a filtered view, pass `replace(catalogue, pairs=view.pairs)`."""
    languages = tuple(catalogue.atlas.languages)
    result = {"pairs": _pairs(catalogue)}
    for name in RECORD_TYPES:
        records = [(row.pair.sides, row.record) for row in catalogue.rows if row.record_type == name]
        result[name] = _table(SIDES, schema.RECORD_KINDS.get(name, schema.Agreement), records, languages)
    amounts = [
        ((*pair.sides, project.id), amount)
        for pair in catalogue.pairs.values()
        for project in pair.projects
        for amount in project.amounts
    ]
    result["amounts"] = _table((*SIDES, "project"), schema.ProjectAmount, amounts, languages)
    for name, kind in ENTRY_KINDS.items():
        entries = [((key,), entry) for key, entry in getattr(catalogue, name).items()]
        result[name] = _table(("id",), kind, entries, languages)
    return result


def csv_files(catalogue: Catalogue) -> dict[str, bytes]:
    """A CSV file for each table, in UTF-8 with a byte order mark for spreadsheets, and a text about them."""
    files = {f"{name}.csv": csv_text(table).encode("utf-8-sig") for name, table in tables(catalogue).items()}
    return files | {"about.txt": "\n".join((*about_lines(catalogue), "")).encode()}


def json_files(catalogue: Catalogue) -> dict[str, bytes]:
    """The whole catalogue in one JSON file."""
    return {"atlas.json": json_text(catalogue).encode()}


def csv_text(table: Table) -> str:
    """A table as CSV. Text that a spreadsheet would run as a formula gets a leading apostrophe."""
    text = io.StringIO()
    csv.writer(text).writerows([table.columns, *(map(_without_formula, row) for row in table.rows)])
    return text.getvalue()


def json_text(catalogue: Catalogue) -> str:
    """The whole catalogue as JSON in the shape of config/, but with contacts apart from agreements."""
    everything: dict[str, Any] = {"about": about(catalogue), "atlas": schema.as_written(catalogue.atlas)}
    everything["kinds"] = catalogue.kinds.model_dump(exclude_none=True)
    for name in ENTRY_KINDS:
        everything[name] = {key: schema.as_written(entry) for key, entry in getattr(catalogue, name).items()}
    everything["pairs"] = {key: _pair(pair, catalogue) for key, pair in catalogue.pairs.items()}
    return json.dumps(everything, ensure_ascii=False, indent=1) + "\n"


def _table(
    keys: Sequence[str],
    model: type[schema.Model],
    entries: Iterable[tuple[Sequence[str], schema.Model]],
    languages: Sequence[str],
) -> Table:
    """A table with a row for each entry: its keys, then its fields."""
    rows = [(*key, *_cells(model, entry.model_dump(by_alias=True), languages).values()) for key, entry in entries]
    return Table((*keys, *_cells(model, {}, languages)), tuple(rows))


def _cells(model: type[schema.Model], values: Mapping[str, Any], languages: Sequence[str]) -> dict[str, Cell]:
    """Cells of an entry by column. The columns of `inferred` and `note` come last."""
    types = _types(model)
    cells: dict[str, Cell] = {}
    for name in sorted(model.model_fields, key=schema.Reasoned.model_fields.__contains__):
        column = model.model_fields[name].alias or name
        value = values.get(column)
        if name == "inferred":
            cells[name] = "yes" if value else "no"
        if types[name] in (dict[str, str], dict[str, str] | None):
            cells |= {f"{name}_{code}": (value or {}).get(code) for code in languages}
        elif types[name] == list[dict[str, str]]:
            cells |= {f"{name}_{code}": "; ".join(text[code] for text in value or []) for code in languages}
        elif isinstance(types[name], type) and issubclass(types[name], schema.Model):
            cells |= {f"{name}_{part}": (value or {}).get(part) for part in types[name].model_fields}
        elif name == "amounts":
            cells[name] = ";".join(map(_amount, value or []))
        else:
            cells[column] = ";".join(value) if isinstance(value, list) else value
    return cells


_types = cache(get_type_hints)


def _amount(amount: Mapping[str, Any]) -> str:
    """An amount in one cell: "more_than 31000000 USD/month"."""
    parts = (amount["qualifier"], amount["value"], amount["currency"] or amount["unit"])
    rate = f"/{amount['period']}" if amount["period"] else ""
    return " ".join(str(part) for part in parts if part is not None) + rate


def _pairs(catalogue: Catalogue) -> Table:
    languages = tuple(catalogue.atlas.languages)
    names = [f"{side}_{code}" for side in SIDES for code in languages]
    rows = [
        (
            *pair.sides,
            *(catalogue.names(side)[code] for side in pair.sides for code in languages),
            pair.closeness,
            written(pair.bond.since),
            *(catalogue.counts[pair.key][name] for name in RECORD_TYPES),
        )
        for pair in catalogue.pairs.values()
    ]
    return Table((*SIDES, *names, "closeness", "since", *RECORD_TYPES), tuple(rows))


def _pair(pair: Pair, catalogue: Catalogue) -> dict[str, Any]:
    derived = {"closeness": pair.closeness, "since": written(pair.bond.since)}
    rows = [row for row in catalogue.rows if row.pair.key == pair.key]
    records = {
        name: [schema.as_written(row.record) for row in rows if row.record_type == name] for name in RECORD_TYPES
    }
    return dict(zip(SIDES, pair.sides, strict=True)) | derived | records


def _without_formula(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS) else cell
