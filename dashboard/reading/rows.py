"""A row of a table as it stands in YAML: texts by language, codes found by name, dates as EDTF, numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.catalogue.yamlfile import MOST_CHARACTERS
from dashboard.exports.cells import BETWEEN, CODE
from dashboard.reading.columns import Matched
from dashboard.reading.facts import Reader, as_number
from dashboard.reading.names import PARTIES, Names

FORMULA = re.compile(r"""^'(?=[\t\r\n=+\-@＝＋－＠])|([,;\t\r\n]["']*)'(?=[=+\-@＝＋－＠])""")
"""An apostrophe that an export has put before a sign by which a spreadsheet knows a formula."""

SEVERAL = re.compile(r" \| | · |[;；、|]")
"""Signs between the names of one cell. A comma is none: it is part of many names."""

Field = tuple[str, ...]
"""A field of YAML, the column that holds it, how it is read, and the groups in which its names are found."""

NAMED = (("names", "name", "text"),)
REASONS = (("inferred", "inferred", "text"), ("note", "note", "text"))
RECORD = (("id", "id", "plain"), ("title", "title", "text"), ("aliases", "aliases", "texts"))
ENDING = (("summary", "summary", "text"), ("sectors", "sectors", "keys", "sectors"), *REASONS)
SIGNED = (("signed", "signed", "date"), ("signed_in", "signed_in", "key", "places"), ("valid", "valid", "date"))
AMOUNT = (
    ("value", "value", "number"),
    ("currency", "currency", "plain"),
    ("unit", "quantity", "key", "quantities"),
    ("qualifier", "qualifier", "key", "qualifiers"),
)
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "agreements": (*RECORD, ("kind", "kind", "key", "agreements"), *SIGNED, *ENDING),
    "links": (
        *RECORD,
        ("kind", "kind", "key", "agreements", "links"),
        ("with", "with", "keys", "organisations"),
        *SIGNED,
        *ENDING,
    ),
    "projects": (
        *RECORD,
        ("status", "status", "key", "statuses"),
        ("date", "date", "date"),
        ("period", "period", "date"),
        ("agreement", "agreement_code", "plain"),
        ("organisations", "organisations", "keys", "organisations"),
        ("places", "places", "keys", "places"),
        *ENDING,
    ),
    "indicators": (
        *RECORD,
        ("measure", "measure", "key", "measures"),
        ("series", "series", "plain"),
        ("period", "period", "date"),
        *AMOUNT,
        ("of", "of", "key", *PARTIES),
        ("with", "with", "key", *PARTIES),
        *ENDING,
    ),
    "events": (
        *RECORD,
        ("date", "date", "date"),
        ("place", "place", "key", "places"),
        ("participants", "participants", "keys", *PARTIES),
        ("signed", "signed_there_code", "plains"),
        *ENDING,
    ),
    "amounts": (*AMOUNT, ("period", "rate", "key", "rates")),
    "places": (
        ("kind", "kind", "key", "place_kinds"),
        ("unit", "unit", "key", "units"),
        *NAMED,
        ("lon", "lon", "number"),
        ("lat", "lat", "number"),
        ("geonames", "geonames", "last_number"),
        ("aliases", "aliases", "plains"),
        *REASONS,
    ),
    "organisations": (
        ("kind", "kind", "key", "organisation_kinds"),
        ("seat", "seat", "key", "places", "units", "countries"),
        *NAMED,
        ("aliases", "aliases", "plains"),
        *REASONS,
    ),
    "sources": (
        ("kind", "kind", "key", "source_kinds"),
        ("title", "title", "plain"),
        ("book", "book", "plain"),
        ("author", "author", "text"),
        ("publisher", "publisher", "text"),
        ("city", "city", "text"),
        ("date", "date", "date"),
        ("url", "url", "plain"),
        ("accessed", "accessed", "date"),
        ("language", "language_code", "plain"),
        ("footnote", "footnote", "last_number"),
        ("pages", "pages", "plain"),
        ("about", "about", "text"),
        ("uncited", "uncited", "text"),
        *REASONS,
    ),
}
"""The fields of each table, in the order of the templates."""


class Listed(Exception):  # noqa: N818 - ends the reading of a row
    """Raised with the reason why a row cannot be placed."""


@dataclass(eq=False)
class Row:
    """A row of a table: its number in a spreadsheet, its cells by column, and why it is not placed, if it is not."""

    sheet: str
    number: int
    cells: Mapping[str, str]
    language: str
    reason: str = ""


def row_of(sheet: str, number: int, raw: tuple[str, ...], matched: Matched, values: Mapping[str, str]) -> Row:
    """The cells of a row by column, without the empty ones, over the values that every row has."""
    told = {
        column: FORMULA.sub(r"\1", cell) for column, cell in zip(matched.columns, raw, strict=False) if column and cell
    }
    row = Row(sheet, number, {**values, **told}, matched.language)
    if len(raw) > len(matched.columns) and any(raw[len(matched.columns) :]):
        row.reason = f"it has {len(raw)} cells, and the table {len(matched.columns)} columns"
    elif any(len(cell) > MOST_CHARACTERS for cell in raw):
        row.reason = f"a text may have at most {MOST_CHARACTERS:,} characters"
    return row


class Cells:
    """Reads the cells of a row, each in the way that its field needs; raises Listed."""

    def __init__(self, row: Row, names: Names, dates: Reader, languages: tuple[str, ...]) -> None:
        self.row, self.cells = row, row.cells
        self.names, self.dates, self.languages = names, dates, languages

    def fields(self, table: str) -> dict[str, Any]:
        """Return the fields of a row of a table; those without a cell are left out."""
        found = {}
        for field, column, how, *groups in FIELDS[table]:
            read: Callable[..., Any] = getattr(self, how)
            value = read(column, *groups)
            if value not in (None, [], {}):
                found[field] = value
        return found

    def text(self, column: str) -> dict[str, str]:
        """A text by language."""
        told = {language: self.cells.get(f"{column}_{language}", "") for language in self.languages}
        told[self.row.language] = told.get(self.row.language) or self.cells.get(column, "")
        return {language: text for language, text in told.items() if text}

    def texts(self, column: str) -> list[dict[str, str]]:
        """Several texts by language, in the same order in each."""
        parted = {language: text.split(BETWEEN) for language, text in self.text(column).items()}
        longest = max(map(len, parted.values()), default=0)
        each = [
            {code: texts[at] for code, texts in parted.items() if texts[at : at + 1] > [""]} for at in range(longest)
        ]
        return [alias for alias in each if alias]

    def plain(self, column: str) -> str | None:
        """A text as it stands."""
        return self.cells.get(column)

    def plains(self, column: str) -> list[str]:
        """Several texts as they stand."""
        return self.cells[column].split(BETWEEN) if column in self.cells else []

    def date(self, column: str) -> str | None:
        """A date as EDTF, or what stands there if it is none."""
        return self.dates.date(self.cells[column]) if column in self.cells else None

    def number(self, column: str) -> float | str | None:
        """A number, or what stands there if it is none."""
        told = self.cells.get(column, "")
        degrees = column.endswith(("lon", "lat"))  # of which there are no thousands
        return as_number(told.replace(",", ".") if degrees else told) if told else None

    def last_number(self, column: str) -> int | str | None:
        """The number at the end of a cell, such as that of an address at geonames.org."""
        told = self.cells.get(column, "")
        found = re.search(r"\d+$", told)
        return int(found[0]) if found else told or None

    def key(self, column: str, *groups: str) -> str | None:
        """The code of what a cell names; the cell with the code goes before that with the name."""
        told = self.cells.get(f"{column}{CODE}") or self.cells.get(column)
        return self.found(told, column, groups) if told else None

    def keys(self, column: str, *groups: str) -> list[str]:
        """The codes of all that a cell names."""
        if codes := self.cells.get(f"{column}{CODE}"):
            return [self.found(code, column, groups) for code in codes.split(BETWEEN)]
        told = self.cells.get(column, "")
        several = [told] if told and self.names.find(told, groups) else SEVERAL.split(told)
        return [self.found(name.strip(), column, groups) for name in several if name.strip()]

    def found(self, told: str, column: str, groups: tuple[str, ...]) -> str:
        """The code of the best match of a name; raises Listed if there is none or more than one."""
        matches = self.names.find(told, groups)
        best = [found.key for found in matches if found.rank == matches[0].rank]
        if not best:
            raise Listed(f"{column}: {self.missing(told, groups)}")
        if len(best) > 1:
            raise Listed(f"{column}: '{told}' may be {' or '.join(best)}; write the code")
        return best[0]

    def missing(self, told: str, groups: tuple[str, ...]) -> str:
        """Sentence about a name that nothing has."""
        *others, last = (re.sub("ie$", "y", each.removesuffix("s").replace("_", " ")) for each in groups)
        what = f"{', '.join(others)} or {last}" if others else last
        return f"no {what} found for '{told}'{self.names.nearest(told, groups)}"
