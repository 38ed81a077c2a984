"""The tables as a reader sees them: in one language, with names for keys and figures and citations in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from dashboard.catalogue import schema
from dashboard.catalogue.dates import written
from dashboard.catalogue.filtering import View
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Row
from dashboard.catalogue.pair import RECORD_TYPES, Pair
from dashboard.exports.tables import Cell, Table
from dashboard.text.phrases import Phrases, work

GEONAMES_URL = "https://www.geonames.org/{}"

PAIR = ("side_a", "side_b", "title")
SIGNED = ("kind", "signed", "signed_in", "valid")
ENDING = ("sectors", "summary", "aliases", "sources", "url", "inferred", "note")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "agreements": (*PAIR, *SIGNED, *ENDING),
    "contacts": (*PAIR, *SIGNED, *ENDING),
    "links": (*PAIR, "a", "b", "with", *SIGNED, *ENDING),
    "projects": (*PAIR, "status", "date", "period", "organisations", "places", "amounts", "agreement", *ENDING),
    "indicators": (*PAIR, "measure", "figure", "value", "period", "of", "with", *ENDING),
    "events": (*PAIR, "date", "place", "participants", "signed_there", *ENDING),
    "pairs": ("side_a", "side_b", "closeness", "since", *RECORD_TYPES),
    "places": ("name", "kind", "unit", "records", "lon", "lat", "geonames", "aliases", "inferred", "note"),
    "organisations": ("name", "kind", "seat", "records", "aliases", "inferred", "note"),
    "sources": ("number", "about", "publisher", "date", "url", "records", "title", "author", "language", "note"),
}
"""The columns of each table, in order. Dates stay EDTF, so that they sort; the page puts them into words."""

DATES = frozenset(("signed", "valid", "date", "period", "since"))
LINKS = frozenset(("url", "geonames"))

Cells = dict[str, Cell]
"""One row of a table: its cells by column."""


@kept(on="view")
def readable(view: View, name: str, words: Phrases) -> Table:
    """A table of the records that pass a filter; cached, since its page needs it on every run."""
    rows: Iterable[Cells]
    if name in RECORD_TYPES:
        rows = (_record_cells(row, words) for row in view.rows if row.record_type == name)
    elif name == "pairs":
        rows = (_pair_cells(view, pair, words) for pair in view.pairs.values())
    else:
        rows = (_entry_cells(name, key, count, words) for key, count in _named(view, name).items())
    columns = COLUMNS[name]
    return Table(columns, tuple(tuple(cells[column] for column in columns) for cells in rows))


def dossier_links(view: View, name: str) -> list[tuple[str, str]]:
    """(dossier key, record key) to which each row of a table links.

    The record key is "" for rows that are not records, both are "" for rows without a dossier.
    """
    if name in RECORD_TYPES:
        return [(row.pair.key, row.key) for row in view.rows if row.record_type == name]
    if name == "pairs":
        return [(key, "") for key in view.pairs]
    catalogue = view.catalogue
    seats = (catalogue.place_of(key) or catalogue.side_of(key) for key in _named(view, name))
    return [(seat if seat in catalogue.keys else "", "") for seat in seats]


def _named(view: View, name: str) -> dict[str, int]:
    """Number of records per place, organisation or source. Under a filter, entries without records are left out."""
    named: Counter[str] = Counter()
    for row in view.rows:
        named.update(row.record.sources if name == "sources" else row.parties)
    return {key: named[key] for key in getattr(view.catalogue, name) if named[key] or not view.filter.active}


def _record_cells(row: Row, words: Phrases) -> Cells:
    """The columns that all records have, then those of its list."""
    record, t = row.record, words.t
    urls = (words.catalogue.sources[source].url for source in record.sources)
    return {
        "side_a": words.name(row.pair.a),
        "side_b": words.name(row.pair.b),
        "title": t.text(record.title),
        "sectors": words.sectors(record),
        "summary": t.text(record.summary),
        "aliases": t("list.titles").join(map(t.text, record.aliases)),
        "sources": t("list.titles").join(map(words.cite, record.sources)),
        "url": next(filter(None, urls), None),
        "inferred": t.text(record.inferred),
        "note": t.text(record.note),
        **_own_cells(record, row.pair, words),
    }


def _own_cells(record: schema.Record, pair: Pair, words: Phrases) -> Cells:
    """The columns that only records of one list have. Raises TypeError for a record of no list."""
    kinds, t = words.catalogue.kinds, words.t
    match record:
        case schema.Agreement():
            return _signing_cells(record, words)
        case schema.Link():
            return {
                **_signing_cells(record, words),
                "a": words.name(record.a),
                "b": words.name(record.b),
                "with": words.names(record.others),
            }
        case schema.Project():
            return {
                "status": t.name(kinds.statuses[record.status]),
                "date": written(record.date),
                "period": written(record.period),
                "organisations": words.names(record.organisations),
                "places": words.names(record.places),
                "amounts": words.figures(record.amounts),
                "agreement": _titles(pair, [record.agreement] if record.agreement else [], words),
            }
        case schema.Indicator():
            return {
                "measure": t.name(kinds.measures[record.measure]),
                "figure": words.figure(record),
                "value": record.value,
                "period": written(record.period),
                "of": words.name(record.of),
                "with": words.name(record.partner) if record.partner else "",
            }
        case schema.Event():
            return {
                "date": written(record.date),
                "place": words.name(record.place) if record.place else None,
                "participants": words.names(record.participants),
                "signed_there": _titles(pair, record.signed, words),
            }
    raise TypeError(type(record))


def _signing_cells(record: schema.Agreement | schema.Link, words: Phrases) -> Cells:
    return {
        "kind": words.kind(record),
        "signed": written(record.signed),
        "signed_in": words.name(record.signed_in) if record.signed_in else None,
        "valid": written(record.valid),
    }


def _titles(pair: Pair, ids: Iterable[str], words: Phrases) -> str:
    """The titles of records of a pair, also of those that the filter leaves out."""
    titles = {record.id: words.t.text(record.title) for _, record in words.catalogue.pairs[pair.key].records()}
    return words.t("list.titles").join(titles[key] for key in ids)


def _pair_cells(view: View, pair: Pair, words: Phrases) -> Cells:
    kinds = words.catalogue.kinds
    counts = Counter(row.record_type for row in view.rows if row.pair.key == pair.key)
    return {
        "side_a": words.name(pair.a),
        "side_b": words.name(pair.b),
        "closeness": words.t.name(kinds.closeness[pair.closeness]) if pair.closeness else None,
        "since": written(pair.bond.since),
        **{name: counts[name] for name in RECORD_TYPES},
    }


def _entry_cells(name: str, key: str, count: int, words: Phrases) -> Cells:
    """The columns of a place, organisation or source that `count` records name."""
    entry = getattr(words.catalogue, name)[key]
    cells: Cells = {"records": count, "inferred": words.t.text(entry.inferred), "note": words.t.text(entry.note)}
    match entry:
        case schema.Place():
            return cells | _place_cells(entry, words)
        case schema.Organisation():
            return cells | _organisation_cells(entry, words)
        case schema.Source():
            return cells | _source_cells(entry, words) | {"number": words.number_of(key)}
    raise TypeError(type(entry))


def _place_cells(place: schema.Place, words: Phrases) -> Cells:
    return {
        "name": words.t.text(place.names),
        "kind": words.t.name(words.catalogue.kinds.place_kinds[place.kind]),
        "unit": words.name(place.unit),
        "lon": place.lon,
        "lat": place.lat,
        "geonames": GEONAMES_URL.format(place.geonames) if place.geonames else None,
        "aliases": ", ".join(place.aliases),
    }


def _organisation_cells(organisation: schema.Organisation, words: Phrases) -> Cells:
    return {
        "name": words.t.text(organisation.names),
        "kind": words.t.name(words.catalogue.kinds.organisation_kinds[organisation.kind]),
        "seat": words.name(organisation.place or organisation.unit or ""),
        "aliases": ", ".join(organisation.aliases),
    }


def _source_cells(source: schema.Source, words: Phrases) -> Cells:
    return {
        "about": words.t.text(source.about),
        "publisher": words.t.text(source.publisher),
        "date": written(source.date),
        "url": source.url,
        "title": work(source) or None,
        "author": words.t.text(source.author) or None,
        "language": words.t.locale.languages.get(source.language, source.language),
    }
