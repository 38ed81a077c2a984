"""The tables as a reader sees them: in one language, with names for keys and figures and citations in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dashboard.catalogue import schema
from dashboard.catalogue.dates import written
from dashboard.catalogue.filtering import View
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import LISTS, Pair, since
from dashboard.exports.tables import Cell, Table
from dashboard.text.phrases import Phrases

GEONAMES = "https://www.geonames.org/{}"

ENDING = ("sectors", "summary", "sources", "url", "inferred", "note")
PAIR = ("side_a", "side_b", "title")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "agreements": (*PAIR, "kind", "signed", "valid", *ENDING),
    "links": (*PAIR, "kind", "a", "b", "with", "signed", "valid", *ENDING),
    "projects": (*PAIR, "status", "date", "period", "organisations", "places", "amounts", "agreement", *ENDING),
    "indicators": (*PAIR, "measure", "figure", "value", "period", "of", "with", *ENDING),
    "events": (*PAIR, "date", "place", "participants", "signed_there", *ENDING),
    "pairs": ("side_a", "side_b", "closeness", "since", *LISTS),
    "places": ("name", "kind", "unit", "records", "lon", "lat", "geonames", "aliases", "inferred", "note"),
    "organisations": ("name", "kind", "seat", "records", "aliases", "inferred", "note"),
    "sources": ("number", "about", "publisher", "date", "url", "records", "title", "author", "language", "note"),
}
"""The columns of each table, in order. Dates stay EDTF, so that they sort; the page puts them into words."""

DATES = frozenset(("signed", "valid", "date", "period", "since"))
LINKS = frozenset(("url", "geonames"))


@kept(on="view")
def readable(view: View, name: str, words: Phrases) -> Table:
    """A table of what a filter leaves; kept, since it is asked for on each run of its page."""
    columns = COLUMNS[name]
    rows: Iterable[tuple[Cell, ...]]
    if name in LISTS:
        told = [(row.pair, row.record) for row in view.rows if row.record_type == name]
        rows = (tuple(RECORD[column](words, pair, record) for column in columns) for pair, record in told)
    elif name == "pairs":
        rows = (tuple(_of_pair(words, pair, column) for column in columns) for pair in view.pairs.values())
    else:
        rows = _entries(view, name, words)
    return Table(columns, tuple(rows))


def dossier_links(view: View, name: str) -> list[tuple[str, str]]:
    """For each row of such a table: whose dossier tells of it, and at which record; both "" where none does."""
    if name in LISTS:
        return [(row.pair.key, row.key) for row in view.rows if row.record_type == name]
    if name == "pairs":
        return [(key, "") for key in view.pairs]
    catalogue = view.catalogue
    seats = (catalogue.place_of(key) or catalogue.side_of(key) for key in _named(view, name))
    return [(seat if seat in catalogue.keys else "", "") for seat in seats]


def _entries(view: View, name: str, words: Phrases) -> Iterable[tuple[Cell, ...]]:
    """Places, organisations or sources with the number of records that name them."""
    for key, count in _named(view, name).items():
        own: dict[str, Cell] = {"records": count}
        if name == "sources":
            own["number"] = words.number_of(key)
        entry = getattr(view.catalogue, name)[key]
        yield tuple(own[column] if column in own else ENTRY[column](words, entry) for column in COLUMNS[name])


def _named(view: View, name: str) -> dict[str, int]:
    """How many records name each place, organisation or source; under a filter only those that are named."""
    named: Counter[str] = Counter()
    for row in view.rows:
        named.update(row.record.sources if name == "sources" else row.parties)
    return {key: named[key] for key in getattr(view.catalogue, name) if named[key] or not view.filter.active}


def _of_pair(words: Phrases, pair: Pair, column: str) -> Cell:
    kinds = words.catalogue.kinds
    match column:
        case "side_a" | "side_b":
            return words.name(pair.a if column == "side_a" else pair.b)
        case "closeness":
            return words.t.name(kinds.closeness[pair.closeness]) if pair.closeness else None
        case "since":
            return written(since(pair, kinds, pair.closeness))
    return len(getattr(pair, column))


def _titles(words: Phrases, pair: Pair, ids: Iterable[str]) -> str:
    """The titles of records of the same pair, whatever the filter leaves of it."""
    titles = {record.id: words.t.text(record.title) for _, record in words.catalogue.pairs[pair.key].records()}
    return "; ".join(titles[key] for key in ids)


def _link(words: Phrases, record: schema.Record) -> str | None:
    """The address of the first source that has one."""
    addresses = (words.catalogue.sources[source].url for source in record.sources)
    return next(filter(None, addresses), None)


def _kind_of(words: Phrases, entry: Any) -> str:
    kinds = words.catalogue.kinds
    group = kinds.place_kinds if isinstance(entry, schema.Place) else kinds.organisation_kinds
    return words.t.name(group[entry.kind])


RECORD: Mapping[str, Callable[[Phrases, Pair, Any], Cell]] = {
    "side_a": lambda words, pair, _: words.name(pair.a),
    "side_b": lambda words, pair, _: words.name(pair.b),
    "title": lambda words, _, record: words.t.text(record.title),
    "kind": lambda words, _, record: words.kind(record),
    "status": lambda words, _, record: words.t.name(words.catalogue.kinds.statuses[record.status]),
    "measure": lambda words, _, record: words.t.name(words.catalogue.kinds.measures[record.measure]),
    "figure": lambda words, _, record: words.figure(record),
    "value": lambda _, __, record: record.value,
    "signed": lambda _, __, record: written(record.signed),
    "valid": lambda _, __, record: written(record.valid),
    "date": lambda _, __, record: written(record.date),
    "period": lambda _, __, record: written(record.period),
    "a": lambda words, _, record: words.name(record.a),
    "b": lambda words, _, record: words.name(record.b),
    "of": lambda words, _, record: words.name(record.of),
    "with": lambda words, _, record: words.names(_partners(record)),
    "organisations": lambda words, _, record: words.names(record.organisations),
    "places": lambda words, _, record: words.names(record.places),
    "place": lambda words, _, record: words.name(record.place) if record.place else None,
    "participants": lambda words, _, record: words.names(record.participants),
    "amounts": lambda words, _, record: words.figures(record.amounts),
    "agreement": lambda words, pair, record: _titles(words, pair, [record.agreement] if record.agreement else []),
    "signed_there": lambda words, pair, record: _titles(words, pair, record.signed),
    "sectors": lambda words, _, record: words.sectors(record),
    "summary": lambda words, _, record: words.t.text(record.summary),
    "sources": lambda words, _, record: "; ".join(map(words.cite, record.sources)),
    "url": lambda words, _, record: _link(words, record),
    "inferred": lambda words, _, record: words.t.text(record.inferred),
    "note": lambda words, _, record: words.t.text(record.note),
}

ENTRY: Mapping[str, Callable[[Phrases, Any], Cell]] = {
    "name": lambda words, entry: words.t.text(entry.names),
    "kind": _kind_of,
    "unit": lambda words, entry: words.name(entry.unit),
    "seat": lambda words, entry: words.name(entry.place or entry.unit),
    "lon": lambda _, entry: entry.lon,
    "lat": lambda _, entry: entry.lat,
    "geonames": lambda _, entry: GEONAMES.format(entry.geonames) if entry.geonames else None,
    "aliases": lambda _, entry: ", ".join(entry.aliases),
    "title": lambda _, entry: entry.title,
    "publisher": lambda _, entry: entry.publisher,
    "author": lambda _, entry: entry.author,
    "date": lambda _, entry: written(entry.date),
    "about": lambda words, entry: words.t.text(entry.about),
    "language": lambda words, entry: words.t.locale.languages.get(entry.language, entry.language),
    "url": lambda _, entry: entry.url,
    "inferred": lambda words, entry: words.t.text(entry.inferred),
    "note": lambda words, entry: words.t.text(entry.note),
}


def _partners(record: schema.Link | schema.Indicator) -> list[str]:
    """Who else takes part in a link; with whom a figure is."""
    if isinstance(record, schema.Link):
        return record.others
    return [record.partner] if record.partner else []
