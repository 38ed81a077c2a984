"""The values of a step by name: numbers, dates and names, taken from the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from dashboard.catalogue import schema
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import DIMENSIONS, Filter, View, select
from dashboard.catalogue.metrics import TIES, units_of
from dashboard.catalogue.model import Catalogue, Row
from dashboard.catalogue.outcomes import stages_under
from dashboard.catalogue.pair import Bond, dates_of
from dashboard.text.narrative import narrative
from dashboard.text.phrases import Phrases
from dashboard.text.terms import bond_title

Fact = int | Edtf | Callable[[Phrases], str]
"""A number, a date, or a name that depends on the language."""


@dataclass(frozen=True)
class Shown:
    """The records of a view that concern its selection, if there is one."""

    view: View
    selected: str | None
    rows: tuple[Row, ...]


def shown(catalogue: Catalogue, asked: schema.Conditions, subject: str | None = None) -> Shown:
    """Records that a view shows; a story with a variable selects its subject in every view."""
    years = cast(tuple[int, int], tuple(map(int, asked.years.split("-")))) if asked.years else None
    chosen: dict[str, Any] = {name: frozenset(getattr(asked, name)) for name in DIMENSIONS}
    return shown_by(catalogue, Filter(**chosen, years=years, years_by=asked.years_by), asked.selected or subject)


def shown_by(catalogue: Catalogue, wanted: Filter, selected: str | None) -> Shown:
    """Records that a filter leaves, those of a selection if there is one."""
    view = select(catalogue, wanted)
    return Shown(view, selected, tuple(view.concerned.get(selected, ())) if selected else view.rows)


def facts(catalogue: Catalogue, step: schema.Step, subject: str | None = None) -> dict[str, Fact | None]:
    """Every value of a step by name, its own ones and those of its selection; None for what the table does not say."""
    found = _of_selection(shown(catalogue, step.view, subject))
    for name, value in step.values.items():
        found |= _asked(catalogue, name, value, step.view, subject)
    return found


def known_names(step: schema.Step, selected: str | None) -> list[str]:
    """Names that the texts of a step may use. `selected` is the kind of its selection, "" for any, None for none."""
    names = [name for own, value in step.values.items() for name in named_by(own, value)]
    return [*names, *(SELECTED if selected is not None else ()), *(PAIRED if selected == "pair" else ())]


def named_by(name: str, value: schema.Value) -> tuple[str, ...]:
    """Names under which texts find a value: its own, and those of what belongs to it."""
    if value.most:
        return name, f"{name}_n"
    return (name, *(f"{name}_{part}" for part in ("date", "summary", "status", "figure"))) if value.record else (name,)


SELECTED = ("subject", "summary")
PAIRED = ("a", "b", "bond", "since")
"""Names that every view with a selection has, and those of a pair in addition."""


def _of_selection(seen: Shown) -> dict[str, Fact | None]:
    """Names of what a view selects, and the first sentence of its dossier; of a pair also how close it is."""
    key, catalogue = seen.selected, seen.view.catalogue
    if key is None:
        return {}
    found: dict[str, Fact | None] = {
        "subject": lambda words: words.title(key),
        "summary": lambda words: narrative(dossier_of(seen.view, key), words)[0],
    }
    if key in catalogue.pairs:
        a, b = catalogue.pairs[key].sides
        bond, year = seen.view.bonds.get(key, Bond()), seen.view.filter.until
        found |= {
            "a": lambda words: words.name(a),
            "b": lambda words: words.name(b),
            "bond": (lambda words: bond_title(bond, words, year)) if catalogue.pairs[key].regional else None,
            "since": bond.since,
        }
    return found


def _asked(
    catalogue: Catalogue, name: str, value: schema.Value, view: schema.StepView, subject: str | None
) -> Mapping[str, Fact | None]:
    if value.record:
        return dict.fromkeys(named_by(name, value)) | _of_record(catalogue, name, value.record)
    conditions = {field: getattr(value, field) for field in schema.Conditions.model_fields}
    own = {field: given for field, given in conditions.items() if field in value.model_fields_set}
    base = schema.Conditions() if value.whole else view
    seen = shown(catalogue, base.model_copy(update=own), None if value.whole else subject)
    if value.count:
        return {name: _count(value.count, seen, value.country)}
    if value.most:
        most, n = _most(value.most, seen, value.country)
        return {name: most, f"{name}_n": n}
    dates = [when for row in seen.rows if row.record_type == (value.first or value.last) and (when := _begun(row))]
    return {name: (min if value.first else max)(dates, default=None)}


def _begun(row: Row) -> Edtf | None:
    when = dates_of(row.record)[0]
    return when if when and when.start else None


def _of_record(catalogue: Catalogue, name: str, key: str) -> dict[str, Fact | None]:
    """Title of a record, its date, its summary, the status of a project, and its amount or amounts."""
    if key not in catalogue.numbers:
        return {}
    record = catalogue.rows[catalogue.numbers[key]].record
    amounts: Sequence[schema.Amount] = ()
    match record:
        case schema.Indicator():
            amounts = [record]
        case schema.Project():
            amounts = record.amounts
    return {
        name: lambda words: words.t.text(record.title),
        f"{name}_date": dates_of(record)[0],
        f"{name}_summary": (lambda words: words.t.text(record.summary)) if record.summary else None,
        f"{name}_status": _status(record),
        f"{name}_figure": (lambda words: words.figures(amounts)) if amounts else None,
    }


def _status(record: schema.Record) -> Fact | None:
    if not isinstance(record, schema.Project):
        return None
    status = record.status
    return lambda words: words.t.name(words.catalogue.kinds.statuses[status])


def _count(what: str, seen: Shown, country: str | None) -> int:
    catalogue, rows = seen.view.catalogue, seen.rows
    match what:
        case "records":
            return len(rows)
        case "pairs":
            return len(_pairs(rows))
        case "units":
            return len(_units(catalogue, rows, country))
        case "tied" | "untied":
            tied = _units(catalogue, [row for row in rows if row.record_type in TIES], country)
            if what == "tied":
                return len(tied)
            countries = [country] if country else list(catalogue.atlas.countries)
            return sum(len(units_of(catalogue, each)) for each in countries) - len(tied)
        case "sectors":
            return len({sector for row in rows for sector in row.record.sectors})
        case "organisations":
            return len({party for row in rows for party in row.parties if party in catalogue.organisations})
        case "sources":
            return len(catalogue.cited(row.record for row in rows))
        case "fruitful":
            agreements = [row for row in rows if row.record_type == "agreements"]
            return sum(
                bool(stages_under(row.record, catalogue.pairs[row.pair.key].projects, catalogue.kinds))
                for row in agreements
            )
        case "on_paper":
            agreed = _pairs(row for row in rows if row.record_type == "agreements")
            return sum(catalogue.counts[key].keys() <= {"agreements", "contacts"} for key in agreed)
    return sum(row.record_type == what for row in rows)


def _pairs(rows: Iterable[Row]) -> set[str]:
    """Pairs of units that some records belong to."""
    return {pair.key for pair in {row.pair.key: row.pair for row in rows}.values() if pair.regional}


def _units(catalogue: Catalogue, rows: Iterable[Row], country: str | None) -> set[str]:
    """Units that take part in some records; with a country, only its own."""
    pairs = {row.pair.key: row.pair for row in rows}.values()
    sides = {side for pair in pairs for side in pair.sides if side in catalogue.units}
    return {side for side in sides if country in (None, catalogue.country_of(side))}


def _most(what: str, seen: Shown, country: str | None) -> tuple[Fact | None, int | None]:
    """Name of the pair, unit or sector with most records, and their number; None unless it leads others."""
    catalogue, counts = seen.view.catalogue, Counter[str]()
    for row in seen.rows:
        if what == "pairs" and row.pair.regional:
            counts[row.pair.key] += 1
        if what == "units":
            counts.update(_units(catalogue, [row], country) - {seen.selected})
        if what == "sectors":
            counts.update(row.record.sectors)
    ranked = counts.most_common(2)
    if len(ranked) < 2 or ranked[0][1] == ranked[1][1]:
        return None, None
    key, n = ranked[0]
    return (lambda words: words.t.name(catalogue.sectors[key]) if what == "sectors" else _name(words, key)), n


def _name(words: Phrases, key: str) -> str:
    """Short name of a unit, full names of the sides of a pair."""
    return words.name(key) if key in words.catalogue.units else words.title(key)
