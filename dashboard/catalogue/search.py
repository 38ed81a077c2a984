"""The index of the search box: everything that can be found by name, in any language and by any alias."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.catalogue.catalogue import Catalogue


@dataclass(frozen=True)
class Entry:
    """Something to find: `key` is unique, `select` what to select for it, `words` all its names."""

    key: str
    group: str
    names: dict[str, str]
    words: tuple[str, ...]
    select: str


def index(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Units, pairs, places, organisations and projects, in this order."""
    return (
        *_units(catalogue),
        *_pairs(catalogue),
        *_places(catalogue),
        *_organisations(catalogue),
        *_projects(catalogue),
    )


def _units(catalogue: Catalogue) -> Iterable[Entry]:
    for code, unit in catalogue.units.items():
        yield Entry(code, "units", unit.names, (*unit.names.values(), *unit.aliases, code), code)


def _pairs(catalogue: Catalogue) -> Iterable[Entry]:
    languages = catalogue.atlas.languages
    for key, pair in catalogue.pairs.items():
        names = {code: " — ".join(catalogue.short(side)[code] for side in pair.sides) for code in languages}
        yield Entry(key, "pairs", names, tuple(names.values()), key)


def _places(catalogue: Catalogue) -> Iterable[Entry]:
    for key, place in catalogue.places.items():
        yield Entry(key, "places", place.names, (*place.names.values(), *place.aliases), key)


def _organisations(catalogue: Catalogue) -> Iterable[Entry]:
    for key, organisation in catalogue.organisations.items():
        where = organisation.place or organisation.unit or ""
        if where in catalogue.keys:
            yield Entry(
                key,
                "organisations",
                organisation.names,
                (*organisation.names.values(), *organisation.aliases),
                where,
            )


def _projects(catalogue: Catalogue) -> Iterable[Entry]:
    for pair in catalogue.pairs.values():
        for project in pair.projects:
            yield Entry(f"{pair.key}/{project.id}", "projects", project.title, tuple(project.title.values()), pair.key)
