"""Columns of a table of others: matched by name, by heading in any language of the atlas, or by a mapping."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard.catalogue.folding import fold
from dashboard.catalogue.pair import RECORD_TYPES
from dashboard.catalogue.problems import nearest
from dashboard.catalogue.validate import KEY
from dashboard.catalogue.yamlfile import read
from dashboard.exports.cells import CODE
from dashboard.exports.readable import COLUMNS
from dashboard.exports.tables import AMOUNTS, CODED, MORE, TEXTS, heading
from dashboard.reading.files import Sheet, Unreadable
from dashboard.text.terms import name_of
from dashboard.text.translator import Translator

DERIVED = ("pairs", "vocabulary", "columns", "about")
"""Tables of an export that say nothing that its other tables do not."""

TABLES = (*RECORD_TYPES, "amounts", "places", "organisations", "sources")
OWN = ("a_lon", "a_lat", "b_lon", "b_lat", "place_kind")
"""Columns that only tables of others have: where the two ends of a tie lie, and the kind of a place that is new."""

ENDS = (("a", "b"), ("side_a", "side_b"), ("a_code", "b_code"), ("side_a_code", "side_b_code"))
"""Columns of which one pair is needed to know the parties of a tie."""

KEYS = ("records", "language", "columns", "values", "source")


@dataclass(frozen=True)
class Mapped:
    """A mapping as an editor wrote it.

    records   the table of the atlas that the rows belong to; "" if the file name says it, or they are ties
    language  language of the texts whose column names none
    columns   heading of each column of the atlas, where it is another one
    values    what every row says where its cell is empty
    source    key of the source of every row that names none, or the source itself with its `id`
    """

    records: str = ""
    language: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    source: str | Mapping[str, Any] = ""


def read_mapping(path: Path | None) -> Mapped:
    """Return what a mapping says; raises Unreadable."""
    if not path:
        return Mapped()
    file = read(path, path.name)
    problems = [str(problem) for problem in file.problems]
    problems += [f"{path.name}: unknown field '{key}'{nearest(key, KEYS)}" for key in file.content if key not in KEYS]
    for key in ("columns", "values"):
        if not isinstance(file.content.get(key, {}), dict):
            problems.append(f"{path.name}: '{key}' must map a column of the atlas to a text")
    if file.content.get("records", TABLES[0]) not in TABLES:
        problems.append(f"{path.name}: '{file.content['records']}' is no table; write one of {', '.join(TABLES)}")
    source = file.content.get("source", "")
    for key, kinds in (("language", str), ("source", str | dict)):
        if not isinstance(file.content.get(key, ""), kinds):
            problems.append(f"{path.name}: '{key}' must be a text; put it in quotes")
    if isinstance(source, dict) and not KEY.fullmatch(str(source.get("id", ""))):
        problems.append(f"{path.name}: the source needs an 'id', such as list-of-2024")
    if problems:
        raise Unreadable("\n".join(problems))
    content = dict(file.content)
    for key in ("columns", "values"):
        content[key] = {name: str(value) for name, value in content.get(key, {}).items()}
    return Mapped(**content)


@dataclass(frozen=True)
class Matched:
    """A table whose columns are known.

    table     table of the atlas to which its rows belong; "ties" if only their ends say it
    columns   for each cell of a row, its column in the atlas; "" for one that is not used
    language  language of the texts whose column names none
    """

    table: str
    columns: tuple[str, ...]
    language: str


def match(
    sheet: Sheet, mapping: Mapped, translators: Mapping[str, Translator], languages: Mapping[str, str]
) -> Matched | None:
    """Match the columns of a table; None for a table that is derived from others. Raises Unreadable.

    `languages` are those of the atlas, with their names.
    """
    table = mapping.records or _table(sheet.name, translators)
    if table in DERIVED:
        return None
    if mapping.language not in ("", *languages):
        near = nearest(mapping.language, languages)
        raise Unreadable(f"the mapping names the language '{mapping.language}', which the atlas lacks{near}")
    known = _known(table, translators, languages)
    for told in mapping.columns.values():
        if told not in sheet.columns:
            near = nearest(told, sheet.columns)
            raise Unreadable(f"the mapping names a column '{told}', which the table lacks{near}")
    for column in (*mapping.columns, *mapping.values):
        if column not in known.values():
            raise Unreadable(f"the mapping names '{column}', which is no column{nearest(column, known.values())}")
    meant = {told: column for column, told in mapping.columns.items()}
    columns: list[str] = []
    for told in sheet.columns:
        column = meant.get(told) or known.get(fold(told), "")
        columns.append("" if column in columns or (told not in meant and column in meant.values()) else column)
    if table == "ties" and not any({*both} <= {*columns, *mapping.values} for both in ENDS):
        found = ", ".join(f"'{told}'" for told in sheet.columns if told)
        which = "say in a mapping which of its columns are 'a' and 'b'"
        raise Unreadable(f"'{sheet.name}' has no columns for the two parties; {which}: {found}")
    return Matched(table, tuple(columns), mapping.language or _language(columns, list(languages)))


def _table(name: str, translators: Mapping[str, Translator]) -> str:
    """Table of the atlas that a file or sheet is named after, in any language."""
    for table in (*TABLES, *DERIVED):
        titles = (name_of(table, "data.tables", t) for t in translators.values())
        if fold(name) in map(fold, (table, *titles)):
            return table
    return "ties"


def _known(table: str, translators: Mapping[str, Translator], languages: Mapping[str, str]) -> dict[str, str]:
    """Every column of a table of the atlas by its folded name and by its headings."""
    tables = ("agreements", "links") if table == "ties" else (table,)
    plain = {"id", "year", *(AMOUNTS if table == "amounts" else ())}
    plain |= {column for each in tables for column in (*COLUMNS.get(each, ()), *MORE.get(each, ()))}
    texts = {text for each in tables for text in TEXTS.get(each, ())}
    columns = [*plain, *(f"{column}{CODE}" for column in plain & CODED)]
    columns += [f"{text}_{language}" for text in texts for language in languages]
    known = {fold(column): column for column in (*columns, *OWN)}
    for t in translators.values():
        for column in columns:
            known.setdefault(fold(heading(column, t, languages)), column)
    return known


def _language(columns: Iterable[str], languages: list[str]) -> str:
    """The one language that no column is named after, if all others are; else the first of the atlas."""
    named = {column.rpartition("_")[2] for column in columns}
    others = [language for language in languages if language not in named]
    return others[0] if others else languages[0]


def unused(sheet: Sheet, matched: Matched) -> list[str]:
    """Headings of the columns that say nothing to the atlas."""
    return [told for told, column in zip(sheet.columns, matched.columns, strict=True) if told and not column]
