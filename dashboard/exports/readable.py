"""The tables as a reader sees them: in one language, with names for codes, and figures and citations in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from dashboard.catalogue.filtering import View
from dashboard.catalogue.kept import kept
from dashboard.catalogue.pair import RECORD_TYPES
from dashboard.exports.cells import Cell, Cells, entry_cells, pair_cells, record_cells, source_cells
from dashboard.text.phrases import Phrases

PAIR = ("title", "side_a", "side_b")
SIGNED = ("kind", "signed", "signed_in", "valid")
ENDING = ("sectors", "summary", "aliases", "sources", "url", "inferred", "note")
PRINTED = ("title", "author", "pages", "language")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "agreements": (*PAIR, *SIGNED, *ENDING),
    "contacts": (*PAIR, *SIGNED, *ENDING),
    "links": (*PAIR, "a", "b", "with", *SIGNED, *ENDING),
    "projects": (*PAIR, "status", "date", "period", "organisations", "places", "amounts", "agreement", *ENDING),
    "indicators": (*PAIR, "measure", "figure", "value", "period", "of", "with", *ENDING),
    "events": (*PAIR, "date", "place", "participants", "signed_there", *ENDING),
    "pairs": (*PAIR, "closeness", "since", *RECORD_TYPES),
    "places": ("name", "kind", "unit", "records", "lon", "lat", "geonames", "aliases", "inferred", "note"),
    "organisations": ("name", "kind", "seat", "records", "aliases", "inferred", "note"),
    "sources": ("about", "number", "publisher", "date", "records", *PRINTED, "url", "note"),
}
"""The columns of each table, in order. Dates stay EDTF, so that they sort; the page puts them into words."""

DATES = frozenset(("signed", "valid", "date", "period", "since"))
LINKS = frozenset(("url", "geonames"))


@dataclass(frozen=True)
class Table:
    """Rows of plain cells under named columns. None is an empty cell."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def readable(view: View, name: str, words: Phrases) -> Table:
    """A table of the records that pass a filter, in the columns of the page."""
    return table_of(COLUMNS[name], row_cells(view, name, words))


def table_of(columns: tuple[str, ...], rows: Iterable[Cells]) -> Table:
    """A table with some of the cells of its rows."""
    return Table(columns, tuple(tuple(cells.get(column) for column in columns) for cells in rows))


@kept(on="view")
def row_cells(view: View, name: str, words: Phrases, most: int | None = None) -> tuple[Cells, ...]:
    """Every cell of a table or its first rows, also with codes; kept, since the data page needs it on every run."""
    rows: Iterable[Cells]
    if name in RECORD_TYPES:
        rows = (record_cells(row, words) for row in view.rows if row.record_type == name)
    elif name == "pairs":
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for row in view.rows:
            counts[row.pair.key][row.record_type] += 1
        rows = (pair_cells(pair, counts[key], words) | _citing(view, key, words) for key, pair in view.pairs.items())
    else:
        rows = (
            entry_cells(name, key, count, words) | ({} if name == "sources" else _citing(view, key, words))
            for key, count in named(view, name).items()
        )
    return tuple(islice(rows, most))


def _citing(view: View, key: str, words: Phrases) -> Cells:
    """The cells with the sources for a pair, place or organisation."""
    return source_cells(sorted(_cited_for(view).get(key, ()), key=words.number_of), words)


def row_count(view: View, name: str) -> int:
    """Number of rows of a table."""
    if name in RECORD_TYPES:
        return view.count(name)
    return len(view.pairs if name == "pairs" else named(view, name))


def dossier_links(view: View, name: str) -> list[tuple[str, str]]:
    """(dossier key, record key) to which each row of a table links.

    The record key is "" for rows that are not records, both are "" for rows without a dossier.
    """
    if name in RECORD_TYPES:
        return [(row.pair.key, row.key) for row in view.rows if row.record_type == name]
    if name == "pairs":
        return [(key, "") for key in view.pairs]
    catalogue = view.catalogue
    seats = (catalogue.place_of(key) or catalogue.side_of(key) for key in named(view, name))
    return [(seat if seat in catalogue.keys else "", "") for seat in seats]


@kept(on="view")
def named(view: View, name: str) -> dict[str, int]:
    """Number of records per place, organisation or source.

    Under a filter, only those that its records use: also where something was signed, and seats of organisations.
    """
    counts: Counter[str] = Counter()
    used: set[str] = set()
    for row in view.rows:
        counts.update(row.record.sources if name == "sources" else row.parties)
        used.update(row.places, filter(None, [getattr(row.record, "signed_in", None)]))
    shown = used | counts.keys()
    return {key: counts[key] for key in getattr(view.catalogue, name) if key in shown or not view.filter.active}


@kept(on="view")
def _cited_for(view: View) -> Mapping[str, set[str]]:
    """Sources of the records of a pair, or of those that name a place or organisation, by its key."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in view.rows:
        for key in (row.pair.key, *row.parties):
            found[key].update(row.record.sources)
    return found
