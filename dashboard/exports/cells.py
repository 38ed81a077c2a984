"""The cells of one row of a table: of a record, a pair, a place, an organisation or a source, by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from dashboard.catalogue import schema
from dashboard.catalogue.borrowed import unborrowed
from dashboard.catalogue.dates import written
from dashboard.catalogue.model import Row
from dashboard.catalogue.pair import RECORD_TYPES, Pair
from dashboard.text.phrases import Phrases, work

Cell = str | int | float | None

GEONAMES_URL = "https://www.geonames.org/{}"

CODE, BETWEEN = "_code", " | "
"""End of the name of a column with the codes of another one, and what stands between the codes or aliases of one cell.

It is none of the signs that separate the cells of a CSV file.
"""

Cells = dict[str, Cell]
"""One row of a table: its cells by column."""


def source_cells(keys: Sequence[str], words: Phrases) -> Cells:
    """The sources with these keys as citations."""
    return _codes("sources", keys, words.t("list.titles").join(map(words.cite, keys)))


def _code(column: str, key: str | None, name: Callable[[str], str]) -> Cells:
    """A cell with the name of a code, and one with the code."""
    return {column: name(key) if key else None, f"{column}{CODE}": key}


def _codes(column: str, keys: Iterable[str], name: str) -> Cells:
    """A cell with names that were put together, and one with their codes."""
    return {column: name, f"{column}{CODE}": BETWEEN.join(keys) or None}


def _entry(entries: Mapping[str, schema.Named], words: Phrases) -> Callable[[str], str]:
    """A function from the code of an entry to its name."""
    return lambda key: words.t.name(entries[key])


def record_cells(row: Row, words: Phrases) -> Cells:
    """The columns that all records have, then those of its list."""
    record = row.record
    urls = (words.catalogue.sources[source].url for source in record.sources)
    began = row.first or row.last
    return {
        "id": record.id,
        **_code("side_a", row.pair.a, words.name),
        **_code("side_b", row.pair.b, words.name),
        **_in_every_language("title", record.title, words),
        "year": began.year if began else None,
        **_codes("sectors", record.sectors, words.sectors(record)),
        **_in_every_language("summary", record.summary, words),
        **_aliases(record.aliases, words),
        **source_cells(record.sources, words),
        "url": next(filter(None, urls), None),
        **_reasons(record, words),
        **_own_cells(record, row.pair, words),
    }


def _in_every_language(column: str, texts: Mapping[str, str] | None, words: Phrases) -> Cells:
    """A text in the language of the reader, and in every language under a name with its code."""
    own = {f"{column}_{language}": text for language, text in unborrowed(dict(texts or {})).items()}
    return {column: words.t.text(texts), **own}


def _reasons(entry: schema.Reasoned, words: Phrases) -> Cells:
    """The reasoning behind an entry, and the note to its readers, in every language."""
    return _in_every_language("inferred", entry.inferred, words) | _in_every_language("note", entry.note, words)


def _aliases(aliases: Sequence[Mapping[str, str]], words: Phrases) -> Cells:
    """Other titles of a record, in the same order in each language; "" for one that a language lacks."""
    own = list(map(unborrowed, aliases))
    others = words.catalogue.atlas.languages if own else ()
    listed = {f"aliases_{each}": BETWEEN.join(alias.get(each, "") for alias in own) for each in others}
    return {"aliases": BETWEEN.join(map(words.t.text, aliases)), **listed}


def _own_cells(record: schema.Record, pair: Pair, words: Phrases) -> Cells:
    """The columns that only records of one list have. Raises TypeError for a record of no list."""
    kinds = words.catalogue.kinds
    match record:
        case schema.Agreement():
            return _signing_cells(record, words)
        case schema.Link():
            return {
                **_signing_cells(record, words),
                **_code("a", record.a, words.name),
                **_code("b", record.b, words.name),
                **_codes("with", record.others, words.names(record.others)),
            }
        case schema.Project():
            return {
                **_code("status", record.status, _entry(kinds.statuses, words)),
                "date": written(record.date),
                "period": written(record.period),
                **_codes("organisations", record.organisations, words.names(record.organisations)),
                **_codes("places", record.places, words.names(record.places)),
                "amounts": words.figures(record.amounts),
                **_titles("agreement", pair, [record.agreement] if record.agreement else [], words),
            }
        case schema.Indicator():
            return {
                **_code("measure", record.measure, _entry(kinds.measures, words)),
                "figure": words.figure(record),
                **amount_cells(record, words),
                "series": record.series,
                "period": written(record.period),
                **_code("of", record.of, words.name),
                **_code("with", record.partner, words.name),
            }
        case schema.Event():
            return {
                "date": written(record.date),
                **_code("place", record.place, words.name),
                **_codes("participants", record.participants, words.names(record.participants)),
                **_titles("signed_there", pair, record.signed, words),
            }
    raise TypeError(type(record))


def amount_cells(amount: schema.Amount, words: Phrases) -> Cells:
    """An amount as a number, with the codes of what it counts and how exactly."""
    kinds = words.catalogue.kinds
    unit = kinds.quantities[amount.unit].names if amount.unit else None
    return {
        "value": int(amount.value) if amount.value == int(amount.value) else amount.value,
        "currency": amount.currency,
        "quantity": words.t.text(unit).replace("{n}", "").strip(),
        f"quantity{CODE}": amount.unit,
        "qualifier": words.t.name(kinds.qualifiers[amount.qualifier]).replace("{n}", "").strip()
        if amount.qualifier
        else None,
        f"qualifier{CODE}": amount.qualifier,
    }


def _signing_cells(record: schema.Agreement | schema.Link, words: Phrases) -> Cells:
    return {
        **_codes("kind", [record.kind], words.kind(record)),
        "signed": written(record.signed),
        **_code("signed_in", record.signed_in, words.name),
        "valid": written(record.valid),
    }


def _titles(column: str, pair: Pair, ids: list[str], words: Phrases) -> Cells:
    """The titles and ids of records of a pair, also of those that the filter leaves out."""
    every = words.catalogue.pairs[pair.key].records() if ids else ()
    titles = {record.id: words.t.text(record.title) for _, record in every if record.id in ids}
    return _codes(column, ids, words.t("list.titles").join(titles[key] for key in ids))


def pair_cells(pair: Pair, counts: Mapping[str, int], words: Phrases) -> Cells:
    """The columns of a pair with so many records of each type."""
    return {
        "id": pair.key,
        **_in_every_language("title", words.catalogue.title(pair.key), words),
        **_code("side_a", pair.a, words.name),
        **_code("side_b", pair.b, words.name),
        **_code("closeness", pair.closeness, _entry(words.catalogue.kinds.closeness, words)),
        "since": written(pair.bond.since),
        **{name: counts.get(name, 0) for name in RECORD_TYPES},
    }


def entry_cells(name: str, key: str, count: int, words: Phrases) -> Cells:
    """The columns of a place, organisation or source that `count` records name."""
    entry = getattr(words.catalogue, name)[key]
    cells: Cells = {
        "id": key,
        "records": count,
        **_reasons(entry, words),
    }
    match entry:
        case schema.Place():
            return cells | _place_cells(entry, words)
        case schema.Organisation():
            return cells | _organisation_cells(entry, words)
        case schema.Source():
            return cells | _cells_of_source(entry, words) | {"number": words.number_of(key)}
    raise TypeError(type(entry))


def _place_cells(place: schema.Place, words: Phrases) -> Cells:
    return {
        **_in_every_language("name", place.names, words),
        **_code("kind", place.kind, _entry(words.catalogue.kinds.place_kinds, words)),
        **_code("unit", place.unit, words.name),
        "lon": place.lon,
        "lat": place.lat,
        "geonames": GEONAMES_URL.format(place.geonames) if place.geonames else None,
        "aliases": BETWEEN.join(place.aliases),
    }


def _organisation_cells(organisation: schema.Organisation, words: Phrases) -> Cells:
    return {
        **_in_every_language("name", organisation.names, words),
        **_code("kind", organisation.kind, _entry(words.catalogue.kinds.organisation_kinds, words)),
        **_code("seat", organisation.place or organisation.unit, words.name),
        "aliases": BETWEEN.join(organisation.aliases),
    }


def _cells_of_source(source: schema.Source, words: Phrases) -> Cells:
    languages = words.t.locale.languages
    return {
        **_in_every_language("about", source.about, words),
        **_code("kind", source.kind, _entry(words.catalogue.kinds.source_kinds, words)),
        **_in_every_language("publisher", source.publisher, words),
        **_in_every_language("city", source.city, words),
        "date": written(source.date),
        "year": source.date.first.year if source.date and source.date.first else None,
        "url": source.url,
        "title": work(source) or None,
        "book": source.book,
        **_in_every_language("author", source.author, words),
        "pages": source.pages,
        "footnote": source.footnote,
        "accessed": written(source.accessed),
        **_in_every_language("uncited", source.uncited, words),
        **_code("language", source.language, lambda key: str(languages.get(key, key))),
    }
