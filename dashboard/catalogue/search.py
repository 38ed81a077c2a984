"""Index of the search box: everything that can be found by name or alias, in every language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.catalogue.folding import fold
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.schema import Record
from dashboard.catalogue.vocabulary import Vocabulary, stemmer

Names = Mapping[str, str]


@dataclass(frozen=True)
class Entry:
    """Something to find.

    key     unique in the index
    where   kind and location, by language; may be empty
    select  key of the pair, unit or place to select for it, or of the sector whose page to open
    """

    key: str
    group: str
    names: Names
    aliases: tuple[str, ...]
    where: Names
    select: str


def index(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Entries for units, pairs (closest first), places, sectors, organisations and projects, in this order."""
    return (
        *_units(catalogue),
        *_pairs(catalogue),
        *_places(catalogue),
        *_sectors(catalogue),
        *_organisations(catalogue),
        *_projects(catalogue),
    )


def stems(catalogue: Catalogue, entries: Iterable[Entry]) -> dict[str, str]:
    """Stems of the folded words of some entries, without those of words that are their own stem."""
    texts = (text for entry in entries for text in (*entry.names.values(), *entry.aliases, *entry.where.values()))
    vocabulary = Vocabulary(map(fold, texts), stemmer(catalogue.atlas.languages))
    return {word: stem for word, stem in vocabulary.stems.items() if word != stem}


def _units(catalogue: Catalogue) -> Iterable[Entry]:
    for code, unit in catalogue.units.items():
        kind, country = catalogue.kinds.unit_kinds[unit.kind], catalogue.country_of(code)
        where = _join(" · ", kind.names, catalogue.names(country))
        yield Entry(code, "units", unit.names, (*_called(catalogue, code), code), where, code)


def _pairs(catalogue: Catalogue) -> Iterable[Entry]:
    closeness = catalogue.kinds.closeness
    order = [*closeness, None]
    for key, pair in sorted(catalogue.pairs.items(), key=lambda item: order.index(item[1].closeness)):
        aliases = (*(name for side in pair.sides for name in _called(catalogue, side)), key)
        where = closeness[pair.closeness].names if pair.closeness else {}
        yield Entry(key, "pairs", catalogue.title(pair.key), aliases, where, key)


def _places(catalogue: Catalogue) -> Iterable[Entry]:
    for key, place in catalogue.places.items():
        where = _join(" · ", catalogue.kinds.place_kinds[place.kind].names, catalogue.short(place.unit))
        yield Entry(key, "places", place.names, tuple(place.aliases), where, key)


def _sectors(catalogue: Catalogue) -> Iterable[Entry]:
    for key, sector in catalogue.sectors.items():
        yield Entry(f"sector/{key}", "sectors", sector.names, (), {}, key)


def _organisations(catalogue: Catalogue) -> Iterable[Entry]:
    """Each selects its place or unit, or, if only its country is known, the first pair that names it."""
    for key, organisation in catalogue.organisations.items():
        seat = organisation.place or organisation.unit or ""
        named = (row.pair.key for row in catalogue.rows if key in row.parties)
        select = seat if seat in catalogue.keys else next(named, None)
        if select:
            kind = catalogue.kinds.organisation_kinds[organisation.kind]
            where = _join(" · ", kind.names, catalogue.short(seat))
            yield Entry(
                f"organisation/{key}", "organisations", organisation.names, tuple(organisation.aliases), where, select
            )


def _projects(catalogue: Catalogue) -> Iterable[Entry]:
    for pair in catalogue.pairs.values():
        for project in pair.projects:
            sectors = [catalogue.sectors[sector].names for sector in project.sectors]
            where = _join(" · ", *sectors, catalogue.title(pair.key))
            yield Entry(f"{pair.key}/{project.id}", "projects", project.title, _aliases(project), where, pair.key)


def _aliases(record: Record) -> tuple[str, ...]:
    return tuple(text for alias in record.aliases for text in alias.values())


def _called(catalogue: Catalogue, side: str) -> tuple[str, ...]:
    """All names of a unit or country, in all languages, with its aliases."""
    names = (*catalogue.short(side).values(), *catalogue.names(side).values())
    return tuple(dict.fromkeys((*names, *getattr(catalogue.party(side), "aliases", ()))))


def _join(between: str, *names: Names) -> Names:
    return {language: between.join(name[language] for name in names) for language in names[0]}
