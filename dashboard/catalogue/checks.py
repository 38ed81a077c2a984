"""Checks across records and files, where each record is right by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import chain

from dashboard.catalogue import schema
from dashboard.catalogue.checkdates import check_dates
from dashboard.catalogue.model import Catalogue, Pair
from dashboard.catalogue.problems import Problem, nearest
from dashboard.catalogue.yamlfile import Location, YamlFile


def check(catalogue: Catalogue, files: Mapping[str, YamlFile], broken: Set[str] = frozenset()) -> list[Problem]:
    """Every problem that takes more than one record to see; the files are those of config/ by their names.

    What `broken` files lack is not held against the others: a pair is looked at if its own file is right and
    those are that it refers to, and what is missing or unused is judged by a table that is whole.
    """
    problems: list[Problem] = []
    if not broken:
        problems += [
            *_unused(catalogue, files),
            *_ambiguous(catalogue, files),
            *_floors(catalogue, files["atlas.yaml"]),
        ]
    relations = {f"relations/{pair.key}.yaml": pair for pair in catalogue.pairs.values()}
    if broken <= relations.keys():
        for name in relations.keys() - broken:
            problems += [files[name].problem(*found) for found in _pair(catalogue, relations[name])]
        problems += check_dates(catalogue, files, broken)
    return problems


def _pair(catalogue: Catalogue, pair: Pair) -> Iterator[tuple[Location, str]]:
    yield from _repeated(pair)
    for index, link in enumerate(pair.links):
        for end, side in (("a", pair.a), ("b", pair.b)):
            yield from _end(catalogue, ("links", index, end), getattr(link, end), side)
    below = [record.id for record in (*pair.agreements, *pair.links)]
    for index, project in enumerate(pair.projects):
        if project.agreement and project.agreement not in below:
            message = f"no agreement or link '{project.agreement}' in this file{nearest(project.agreement, below)}"
            yield ("projects", index, "agreement"), message
    signable = [*below, *(project.id for project in pair.projects)]
    for index, event in enumerate(pair.events):
        for signed in event.signed:
            if signed not in signable:
                yield ("events", index, "signed"), f"no record '{signed}' in this file{nearest(signed, signable)}"
    for name in ("agreements", "links"):
        for index, record in enumerate(getattr(pair, name)):
            if record.signed and record.valid:
                first, last = record.signed.first, record.valid.last
                if first and last and last < first:
                    yield (name, index, "valid"), f"'{record.valid}' ends before the signing on '{record.signed}'"


def _end(catalogue: Catalogue, where: Location, party: str, side: str) -> Iterator[tuple[Location, str]]:
    seat = catalogue.side_of(party)
    if side not in (seat, catalogue.country_of(seat)):
        yield where, f"'{party}' lies in {seat}, not in {side}; swap the ends or move the record to the right file"


def _repeated(pair: Pair) -> Iterator[tuple[Location, str]]:
    """One id twice in a file, or one fact told by two records."""
    seen: dict[object, str] = {}
    for name in schema.RECORD_KINDS:
        for index, record in enumerate(getattr(pair, name)):
            if record.id in seen:
                yield (name, index, "id"), f"the id '{record.id}' stands twice in this file"
            seen[record.id] = record.id
            facts = [_fact(record, title.casefold()) for title in record.title.values()]
            if told := next((seen[fact] for fact in facts if fact in seen), None):
                yield (name, index), f"this tells the same fact as '{told}'; make one record with both sources"
            seen |= dict.fromkeys(facts, record.id)


def _fact(record: schema.Record, title: str) -> object:
    """Who, what and when, with the title in one language: two records that share it tell one fact."""
    match record:
        case schema.Agreement():
            return "agreement", record.kind, record.signed, record.valid, title
        case schema.Link():
            return "link", record.kind, record.a, record.b, record.signed, title
        case schema.Indicator():
            return "indicator", record.measure, record.period, record.value, record.of, title
        case _:
            return type(record).__name__, title


def _unused(catalogue: Catalogue, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    """Sources that nothing cites, organisations that nothing names."""
    records = list(chain.from_iterable((record for _, record in pair.records()) for pair in catalogue.pairs.values()))
    cited = catalogue.cited(records)
    for key, source in catalogue.sources.items():
        if key not in cited and not source.uncited:
            message = "no record cites this source; cite it or say why not in 'uncited'"
            yield files["sources.yaml"].problem((key,), message)
        if key in cited and source.uncited:
            yield files["sources.yaml"].problem((key, "uncited"), "records cite this source; take 'uncited' away")
    named = {party for record in records for party in _parties(record)}
    for key in catalogue.organisations:
        if key not in named:
            yield files["organisations.yaml"].problem((key,), "no record names this organisation")


def _parties(record: schema.Record) -> list[str]:
    match record:
        case schema.Link():
            return [record.a, record.b, *record.others]
        case schema.Project():
            return record.organisations
        case schema.Indicator():
            return [record.of, *([record.partner] if record.partner else [])]
        case schema.Event():
            return record.participants
    return []


def _ambiguous(catalogue: Catalogue, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    """Organisations with the key of a place: a record that names it could mean either."""
    for key in catalogue.organisations.keys() & catalogue.places.keys():
        yield files["organisations.yaml"].problem((key,), f"places.yaml has '{key}' too; give one of them another key")


def _floors(catalogue: Catalogue, atlas: YamlFile) -> Iterator[Problem]:
    """Fewer records of a kind than atlas.yaml promises: a file was lost."""
    for name, floor in catalogue.atlas.floors:
        found = sum(len(getattr(pair, name)) for pair in catalogue.pairs.values())
        if found < floor:
            message = f"only {found} {name} in the table, at least {floor} were there; is a file missing?"
            yield atlas.problem(("floors", name), message)
