"""Checks across records and files, for records that are valid by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from dashboard.catalogue import schema
from dashboard.catalogue.checkdates import check_dates
from dashboard.catalogue.kept import as_before
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import Pair
from dashboard.catalogue.problems import Problem, nearest
from dashboard.catalogue.yamlfile import Location, YamlFile


def check(catalogue: Catalogue, files: Mapping[str, YamlFile], broken: Set[str] = frozenset()) -> list[Problem]:
    """Return every problem that involves more than one record. `files` are those of config/ by name.

    Pairs are checked only if their own file and every file that they refer to are valid. Ambiguous keys, lost records,
    and sources cited although the table says why not, are reported only if there are no `broken` files at all.
    """
    problems: list[Problem] = []
    if not broken:
        problems += [
            *_cited(catalogue, files),
            *_ambiguous(catalogue, files),
            *_floors(catalogue, files["atlas.yaml"]),
        ]
    relations = {f"relations/{pair.key}.yaml": pair for pair in catalogue.pairs.values()}
    if broken <= relations.keys():
        for name in relations.keys() - broken:
            problems += [files[name].problem(*found) for found in _pair(catalogue, relations[name])]
        problems += _series(catalogue, files, broken)
        problems += check_dates(catalogue, files, broken)
    return problems


def _pair(catalogue: Catalogue, pair: Pair) -> Iterator[tuple[Location, str]]:
    yield from as_before(f"repeated in {pair.key}", _repeated, pair)
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


def _end(catalogue: Catalogue, where: Location, party: str, side: str) -> Iterator[tuple[Location, str]]:
    seat = catalogue.side_of(party)
    if side not in (seat, catalogue.country_of(seat)):
        yield where, f"'{party}' lies in {seat}, not in {side}; swap the ends or move the record to the right file"


def _repeated(pair: Pair) -> list[tuple[Location, str]]:
    """Ids that occur twice in a file, and facts that two records state."""
    found: list[tuple[Location, str]] = []
    seen: dict[object, str] = {}
    for name in schema.RECORD_KINDS:
        for index, record in enumerate(getattr(pair, name)):
            if record.id in seen:
                found.append(((name, index, "id"), f"the id '{record.id}' occurs twice in this file"))
            seen[record.id] = record.id
            facts = [_fact(record, title.casefold()) for title in record.title.values()]
            if told := next((seen[fact] for fact in facts if fact in seen), None):
                message = f"this states the same fact as '{told}'; make one record with both sources"
                found.append(((name, index), message))
            seen |= dict.fromkeys(facts, record.id)
    return found


def _fact(record: schema.Record, title: str) -> object:
    """Identity of a fact, with its title in one language: two records that share it state the same fact."""
    match record:
        case schema.Agreement():
            return "agreement", record.kind, record.signed, record.valid, title
        case schema.Link():
            return "link", record.kind, record.a, record.b, record.signed, title
        case schema.Indicator():
            return "indicator", record.measure, record.period, record.value, record.of, title
        case _:
            return type(record).__name__, title


def _series(catalogue: Catalogue, files: Mapping[str, YamlFile], broken: Set[str]) -> Iterator[Problem]:
    """Figures of one series that differ in measure or unit, so that they cannot be compared."""
    first: dict[str, tuple[object, str]] = {}
    for pair in catalogue.pairs.values():
        file = files[f"relations/{pair.key}.yaml"]
        for index, figure in enumerate(pair.indicators):
            if figure.series and file.name not in broken:
                what = f"{figure.measure} in {figure.currency or figure.unit}"
                known, where = first.setdefault(figure.series, (what, f"'{figure.id}' in {file.name}"))
                if what != known:
                    message = f"the series '{figure.series}' is {known} for {where}, here it is {what}"
                    yield file.problem(("indicators", index, "series"), message)


def _cited(catalogue: Catalogue, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    """Sources that records cite, although the table says why none does."""
    cited = catalogue.cited(record for pair in catalogue.pairs.values() for _, record in pair.records())
    for key, source in catalogue.sources.items():
        if key in cited and source.uncited:
            yield files["sources.yaml"].problem((key, "uncited"), "records cite this source; remove 'uncited'")


def _ambiguous(catalogue: Catalogue, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    """Organisations that share a key with a place, so that a record could mean either."""
    for key in catalogue.organisations.keys() & catalogue.places.keys():
        yield files["organisations.yaml"].problem((key,), f"places.yaml also has the key '{key}'; rename one of them")


def _floors(catalogue: Catalogue, atlas: YamlFile) -> Iterator[Problem]:
    """Kinds with fewer records than atlas.yaml guarantees, because a file was lost."""
    for name, floor in catalogue.atlas.floors:
        found = sum(len(getattr(pair, name)) for pair in catalogue.pairs.values())
        if found < floor:
            message = f"the table has only {found} {name}, expected at least {floor}; is a file missing?"
            yield atlas.problem(("floors", name), message)
