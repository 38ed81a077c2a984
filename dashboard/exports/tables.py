"""The sheets of an export: readable tables with codes beside the names, the vocabulary, and what each column holds."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dashboard.catalogue import schema
from dashboard.catalogue.borrowed import bare, lender, unborrowed
from dashboard.catalogue.dates import written
from dashboard.catalogue.load import ENTRY_FILES
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import RECORD_TYPES, Pair
from dashboard.exports.about import about
from dashboard.exports.cells import CODE, Cell, Cells, amount_cells
from dashboard.exports.extract import Extract
from dashboard.exports.readable import COLUMNS, Table, row_cells, table_of
from dashboard.text.terms import meaning_of, name_of
from dashboard.text.translator import Translator

ENTRY_KINDS: Mapping[str, type[schema.Model]] = {"units": schema.Unit, **ENTRY_FILES}
CODED = frozenset(
    (
        *("side_a", "side_b", "a", "b", "of", "with", "organisations", "participants", "places", "place", "signed_in"),
        *("unit", "seat", "kind", "status", "measure", "quantity", "qualifier", "rate", "closeness", "sectors"),
        *("agreement", "signed_there", "sources", "language", "vocabulary"),
    )
)
"""Columns with a column of codes beside them."""

MORE: Mapping[str, tuple[str, ...]] = {
    "indicators": ("currency", "quantity", "qualifier", "series"),
    **dict.fromkeys(("pairs", "places", "organisations"), ("sources",)),
    "sources": ("kind", "city", "book", "footnote", "accessed", "inferred", "uncited"),
}
"""Columns that only exports have, besides `id` and `year`."""

TEXTS: Mapping[str, tuple[str, ...]] = {
    "pairs": ("title",),
    **dict.fromkeys(RECORD_TYPES, ("title", "summary", "aliases", "inferred", "note")),
    **dict.fromkeys(("places", "organisations"), ("name", "inferred", "note")),
    "sources": ("about", "publisher", "city", "author", "inferred", "note", "uncited"),
}
"""Columns of a table that come in every language."""

AMOUNTS = ("title", "side_a", "side_b", "value", "currency", "quantity", "qualifier", "rate", "sources")
COUNTS = frozenset(("year", "number", "footnote", "records", "pairs", *RECORD_TYPES))
MEASURES = frozenset(("value", "lon", "lat"))
FORMULA = re.compile(r"""^(?=[\t\r\n])|(^|[,;\t\r\n]["']*)(?=[=+\-@＝＋－＠])""")
"""Places before a sign by which a spreadsheet knows a formula: the beginning of a cell, and what follows a comma, a
semicolon, a tab or the end of a line, which a program that takes it for the separator reads as another cell."""


def sheets(extract: Extract) -> dict[str, Table]:
    """Every sheet by name: the tables, the vocabulary and the columns."""
    tables = {name: _readable(extract, name) for name in ([extract.table] if extract.table else COLUMNS)}
    if "projects" in tables:
        tables["amounts"] = table_of(_with_codes(("id", *AMOUNTS)), _amounts(extract))
    tables["vocabulary"] = _vocabulary(extract)
    return tables | {"columns": _columns(tables, extract)}


def csv_text(table: Table, separator: str = ",") -> str:
    """A table as CSV. Where a spreadsheet would see a formula in a text, an apostrophe is put before it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerows([table.columns, *(map(_without_formula, row) for row in table.rows)])
    return text.getvalue()


def json_files(extract: Extract) -> dict[str, bytes]:
    """The records and entries in one JSON file, in the shape of config/, but with contacts apart from agreements."""
    catalogue = extract.catalogue
    everything: dict[str, Any] = {"about": about(extract), "atlas": schema.as_written(catalogue.atlas)}
    everything["kinds"] = unborrowed(catalogue.kinds.model_dump(exclude_none=True))
    for name in ENTRY_KINDS:
        everything[name] = {key: schema.as_written(entry) for key, entry in extract.entries(name).items()}
    everything["pairs"] = {key: _pair(pair, catalogue) for key, pair in extract.view.pairs.items()}
    return {f"{extract.stem}.json": (json.dumps(everything, ensure_ascii=False, indent=1) + "\n").encode()}


def heading(column: str, t: Translator, languages: Mapping[str, str]) -> str:
    """Name of a column for readers."""
    if column.endswith(CODE):
        return t("data.code_of", name=heading(column.removesuffix(CODE), t, languages))
    base, _, language = column.rpartition("_")
    if base and language in languages:
        return t("data.in_language", name=heading(base, t, languages), language=languages[language])
    return name_of(column, "data.columns", t)


def explained(column: str, t: Translator) -> str:
    """Description of what a column holds; "" for a column of another language."""
    if column.endswith(CODE):
        return t("data.explained.codes")
    return bare(t.find(f"data.explained.{column}") or meaning_of(column, t) or "")


def type_of(column: str) -> str:
    """Type of a column: integer, number or string. Dates are strings, since EDTF knows more than days."""
    return "integer" if column in COUNTS else "number" if column in MEASURES else "string"


def _readable(extract: Extract, name: str) -> Table:
    """A table of the page with every code beside its name, the year as a number, ids, and the other languages."""
    own = extract.words.t.language
    languages = [language for language in extract.catalogue.atlas.languages if language != own]
    others = tuple(f"{text}_{language}" for text in TEXTS[name] for language in languages)
    years = ("year",) if name in (*RECORD_TYPES, "sources") else ()
    columns = _with_codes((*COLUMNS[name], *MORE.get(name, ()), *years, "id", *others))
    return table_of(columns, row_cells(extract.view, name, extract.words))


def _with_codes(columns: Iterable[str]) -> tuple[str, ...]:
    """Columns, each followed by that of its codes."""
    return tuple(each for column in columns for each in ((column, column + CODE) if column in CODED else (column,)))


def _amounts(extract: Extract) -> Iterator[Cells]:
    """A row for each amount of a project."""
    t, kinds = extract.words.t, extract.catalogue.kinds
    projects = row_cells(extract.view, "projects", extract.words)
    records = [row.record for row in extract.view.rows if row.record_type == "projects"]
    for cells, project in zip(projects, records, strict=True):
        for amount in project.amounts if isinstance(project, schema.Project) else ():
            rate = _plain(t.name(kinds.rates[amount.period])) if amount.period else None
            yield cells | amount_cells(amount, extract.words) | {"rate": rate, f"rate{CODE}": amount.period}


def _vocabulary(extract: Extract) -> Table:
    """Every code of the vocabularies, sectors, regions and countries, with its names."""
    catalogue, t = extract.catalogue, extract.words.t
    groups: dict[str, Mapping[str, schema.Named]] = {
        **{name: getattr(catalogue.kinds, name) for name in schema.Vocabulary.model_fields},
        "sectors": catalogue.sectors,
        "units": catalogue.units,
        "countries": catalogue.atlas.countries,
    }
    others = [language for language in catalogue.atlas.languages if language != t.language]

    def own(entry: schema.Named, language: str) -> str:
        name = entry.names[language]
        return t.text(entry.names) if language == t.language else "" if lender(name) else name

    rows = [
        (t(f"data.vocabularies.{name}"), name, key, *(_plain(own(entry, each)) for each in (t.language, *others)))
        for name, entries in groups.items()
        for key, entry in entries.items()
    ]
    columns = ("vocabulary", f"vocabulary{CODE}", "code", "name", *(f"name_{language}" for language in others))
    return Table(columns, tuple(rows))


def _plain(name: str) -> str:
    """A name with an ellipsis for its number: "… t"."""
    return name.replace("{n}", "…")


def _columns(tables: Mapping[str, Table], extract: Extract) -> Table:
    """A row for each column of each table: its heading, its name in CSV files, and what it holds."""
    t, languages = extract.words.t, extract.catalogue.atlas.languages
    rows: list[tuple[Cell, ...]] = [
        (name_of(name, "data.tables", t), heading(column, t, languages), column, explained(column, t))
        for name, table in tables.items()
        for column in table.columns
    ]
    return Table(("table", "heading", "column", "meaning"), tuple(rows))


def _pair(pair: Pair, catalogue: Catalogue) -> dict[str, Any]:
    derived = {"closeness": pair.closeness, "since": written(pair.bond.since)}
    apart: dict[str, list[schema.Record]] = {"agreements": [], "contacts": []}
    for each in pair.agreements:
        apart["agreements" if catalogue.kinds.is_agreement(each.kind) else "contacts"].append(each)
    lists = {name: apart[name] if name in apart else getattr(pair, name) for name in RECORD_TYPES}
    records = {name: list(map(schema.as_written, found)) for name, found in lists.items()}
    return dict(zip(("side_a", "side_b"), pair.sides, strict=True)) | derived | records


def _without_formula(cell: Cell) -> Cell:
    return FORMULA.sub(r"\1'", cell) if isinstance(cell, str) else cell
