"""Warnings: what is valid, but likely to be a mistake. They never break the table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import partial
from itertools import chain, combinations, pairwise
from pathlib import Path

from dashboard.catalogue import schema
from dashboard.catalogue.folder import PAIRS, listing
from dashboard.catalogue.load import read_table
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import Pair
from dashboard.catalogue.problems import Problem
from dashboard.catalogue.yamlfile import Location, read_in

ALIKE = 0.85
"""Share of letters that the titles of two records of one kind and date have in common, in every language, if they are
likely the same."""

TENFOLD = 10
"""Ratio of the figures of two adjoining years that makes a slip in a zero or a unit likely."""

Found = tuple[Location, str]
"""Location of something doubtful in a file, and a sentence on it."""


def doubts(catalogue: Catalogue, config: Path) -> list[Problem]:
    """Return a warning for everything doubtful in a valid table, sorted by file and line."""
    one, found = partial(read_in, config), listing(config)
    tables: Mapping[str, Iterable[Found]] = {
        "sources": chain(_uncited(catalogue), _same_sources(catalogue)),
        "organisations": chain(_unnamed(catalogue), _same_names(catalogue.organisations)),
        "places": _same_names(catalogue.places),
    }
    warnings = [read_table(one, found, name).problem(*doubt) for name, doubtful in tables.items() for doubt in doubtful]
    for pair in catalogue.pairs.values():
        file = one(f"{PAIRS}/{pair.key}.yaml")
        doubtful = chain(_signed_late(pair), _tenfold(pair), _same_records(pair))
        warnings += [file.problem(*doubt) for doubt in doubtful]
    return sorted(warnings)


def _records(catalogue: Catalogue) -> Iterator[schema.Record]:
    return (record for pair in catalogue.pairs.values() for _, record in pair.records())


def _uncited(catalogue: Catalogue) -> Iterator[Found]:
    cited = catalogue.cited(_records(catalogue))
    for key, source in catalogue.sources.items():
        if key not in cited and not source.uncited:
            yield (key,), "no record cites this source; cite it, or give the reason in 'uncited'"


def _unnamed(catalogue: Catalogue) -> Iterator[Found]:
    named = {party for record in _records(catalogue) for party in _parties(record)}
    for key in catalogue.organisations:
        if key not in named:
            yield (key,), "no record names this organisation"


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


def _same_sources(catalogue: Catalogue) -> Iterator[Found]:
    """Sources with the address of another."""
    first: dict[str, str] = {}
    for key, source in catalogue.sources.items():
        if source.url:
            address = re.sub(r"^https?://(www\.|m\.)?|#.*|/$", "", source.url)
            if address in first:
                yield (key, "url"), f"'{first[address]}' has this address too; is it the same source?"
            first.setdefault(address, key)


def _same_names(entries: Mapping[str, schema.Place] | Mapping[str, schema.Organisation]) -> Iterator[Found]:
    """Places or organisations with the name of another of the same kind in the same place or unit."""
    first: dict[object, str] = {}
    for key, entry in entries.items():
        where = entry.kind, entry.unit, getattr(entry, "place", None)
        names = [(where, language, name.casefold()) for language, name in entry.names.items()]
        if same := next((first[name] for name in names if name in first), None):
            yield (key, "names"), f"'{same}' has a name of this entry too; is it the same?"
        for name in names:
            first.setdefault(name, key)


def _signed_late(pair: Pair) -> Iterator[Found]:
    """Agreements and links signed after they end."""
    for name in ("agreements", "links"):
        for index, record in enumerate(getattr(pair, name)):
            if record.signed and record.valid:
                first, last = record.signed.first, record.valid.last
                if first and last and last < first:
                    yield (name, index, "valid"), f"'{record.valid}' ends before the signing on '{record.signed}'"


def _tenfold(pair: Pair) -> Iterator[Found]:
    """Figures at least ten times as large as that of the year before or after, or the other way round."""
    series: dict[object, list[tuple[int, int]]] = defaultdict(list)
    for index, figure in enumerate(pair.indicators):
        if figure.period and figure.period.first and figure.period.last:
            days = (figure.period.last - figure.period.first).days
            what = figure.series or sorted(figure.title.items())[0][1].casefold()
            unit = figure.currency or figure.unit
            same = figure.measure, unit, figure.of, figure.partner, re.sub(r"\d+", "", what), round(days / 30)
            series[same].append((figure.period.first.year, index))
    for figures in series.values():
        for (before, first), (year, index) in pairwise(sorted(figures)):
            old, new = pair.indicators[first], pair.indicators[index]
            low, high = sorted((abs(old.value), abs(new.value)))
            if year == before + 1 and low and high >= TENFOLD * low:
                times = f"{high / low:,.0f} times"
                told = f"{times} '{old.id}'" if new.value > old.value else f"'{old.id}' is {times} as much"
                yield ("indicators", index, "value"), f"{told}, a year before; is a zero or the unit wrong?"


def _same_records(pair: Pair) -> Iterator[Found]:
    """Records of one kind and date with nearly the same title in every language, the later of each two."""
    for name in schema.RECORD_KINDS:
        alike: dict[object, list[tuple[int, schema.Record]]] = defaultdict(list)
        for index, record in enumerate(getattr(pair, name)):
            alike[_particulars(record)].append((index, record))
        for records in alike.values():
            for (_, first), (index, second) in combinations(records, 2):
                if all(_near(first.title[language], title) for language, title in second.title.items()):
                    yield (name, index), f"this is nearly '{first.id}'; is it the same?"


def _particulars(record: schema.Record) -> object:
    """All that two records which are the same share, besides their title."""
    match record:
        case schema.Agreement():
            return record.kind, record.signed, record.valid
        case schema.Link():
            return record.kind, record.a, record.b, record.signed
        case schema.Project():
            return record.date, record.period, record.status, frozenset(record.organisations)
        case schema.Indicator():
            return record.measure, record.period, record.value, record.of, record.partner
        case schema.Event():
            return record.date, record.place
    return None


def _near(first: str, second: str) -> bool:
    """True if two titles have the same numbers and nearly the same letters."""
    if re.findall(r"\d+", first) != re.findall(r"\d+", second):
        return False
    matcher = SequenceMatcher(None, first.casefold(), second.casefold(), autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
