"""Checks for dates that are valid EDTF but cannot be right: typing errors such as '2204' for '2024'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from itertools import chain

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.kept import as_before
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.pair import Pair
from dashboard.catalogue.problems import Problem
from dashboard.catalogue.schema import Source
from dashboard.catalogue.yamlfile import Location, YamlFile

PLAN = 50
"""Years that a plan may reach beyond its sources: leases and special zones run for up to half a century."""

EVENT = 5
"""Years that an event may be announced in advance, as national years and games are."""

AHEAD: Mapping[str, Mapping[str, int]] = {
    "agreements": {"signed": 0, "valid": PLAN},
    "links": {"signed": 0, "valid": PLAN},
    "projects": {"date": PLAN, "period": PLAN},
    "indicators": {"period": PLAN},
    "events": {"date": EVENT},
}
"""Dated fields of each kind of record, with the years by which each may be later than the record's newest source."""

EVER = range(1, 10_000)

ALONE = 100
"""Gap in years between a date and all others that makes it a typing error rather than history."""


def check_dates(catalogue: Catalogue, files: Mapping[str, YamlFile], broken: Set[str]) -> list[Problem]:
    """Return a problem for each date in the future, after all sources of its record, or a century from all others.

    Pairs whose file is in `broken` are skipped, since some of their records are missing.
    """
    history, today, sources = _history(catalogue), _today(catalogue), catalogue.sources
    problems = []
    for key, source in sources.items():
        if source.date is None:
            continue
        future = any(moment.first > today for moment in source.date.moments)
        message = f"'{source.date}' lies in the future" if future else _alone(source.date, history)
        if message:
            problems.append(files["sources.yaml"].problem((key, "date"), message))
    for pair in catalogue.pairs.values():
        file, late = files[f"relations/{pair.key}.yaml"], f"late dates of {pair.key}"
        if file.name not in broken:
            usual = all(year in history for year in _years_of(pair))
            wrong = as_before(late, _of_pair, pair, sources, EVER) if usual else _of_pair(pair, sources, history)
            problems += [file.problem(*found) for found in wrong]
    return problems


def _of_pair(pair: Pair, sources: Mapping[str, Source], history: range) -> list[tuple[Location, str]]:
    return [*_wrong(pair, sources, history)]


def _wrong(pair: Pair, sources: Mapping[str, Source], history: range) -> Iterator[tuple[Location, str]]:
    for name, fields in AHEAD.items():
        for index, record in enumerate(getattr(pair, name)):
            newest = _newest([sources[key] for key in record.sources])
            for field, years in fields.items():
                when: Edtf | None = getattr(record, field)
                if when and (message := (newest and _late(when, newest, years)) or _alone(when, history)):
                    yield (name, index, field), message


def _newest(sources: Sequence[Source]) -> Edtf | None:
    """Date of the newest source; None if there is one without a date, which may be as new as can be."""
    dates = [source.date or source.accessed for source in sources]
    return None if None in dates else max(filter(None, dates), key=_known)


def _known(source: Edtf) -> date:
    """Last day on which a source can have been written."""
    return max(moment.last for moment in source.moments)


def _late(when: Edtf, newest: Edtf, years: int) -> str | None:
    """Message about a date too late for the newest source of its record; None if it is not."""
    known = _known(newest)
    if not any(m.year > known.year + years if years else m.first > known for m in when.moments):
        return None
    most = f"; it may be at most {years} years later" if years else ""
    return f"'{when}' is later than the newest source of this record, dated '{newest}'{most}"


def _alone(when: Edtf, history: range) -> str | None:
    """Message about a date that is far from all others; None if it is not."""
    far = any(moment.year not in history for moment in when.moments)
    return f"'{when}' is more than {ALONE} years away from every other date" if far else None


def _years_of(pair: Pair) -> tuple[int, ...]:
    """Years of all dates in a pair."""
    return as_before(f"years of {pair.key}", _years, pair)


def _years(pair: Pair) -> tuple[int, ...]:
    records = (record for _, record in pair.records())
    dates = (getattr(record, field, None) for record in records for field in ("signed", "valid", "date", "period"))
    return tuple(moment.year for when in dates if isinstance(when, Edtf) for moment in when.moments)


def _history(catalogue: Catalogue) -> range:
    """Years around the median of all dates, up to the first gap of more than ALONE years on either side."""
    cited = [moment.year for source in catalogue.sources.values() if source.date for moment in source.date.moments]
    years = sorted(chain(cited, *map(_years_of, catalogue.pairs.values())))
    if not years:
        return range(0)
    middle = len(years) // 2
    first = last = years[middle]
    for year in reversed(years[:middle]):
        first = year if first - year <= ALONE else first
    for year in years[middle:]:
        last = year if year - last <= ALONE else last
    return range(first, last + 1)


def _today(catalogue: Catalogue) -> date:
    """Tomorrow, so that no time zone matters; no limit if the clock must be wrong, being behind half of the sources."""
    written = sorted(_known(source.date) for source in catalogue.sources.values() if source.date)
    tomorrow = date.today() + timedelta(days=1)
    return tomorrow if written and written[len(written) // 2].year <= tomorrow.year else date.max
