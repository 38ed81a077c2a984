"""The table as columns, which are the same in every language, and its texts in one language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dashboard.catalogue.changes import days
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.filtering import YEARS_BY, vocabularies
from dashboard.catalogue.kept import kept
from dashboard.catalogue.metrics import DATED, TIES, year_range
from dashboard.catalogue.model import Catalogue, Row
from dashboard.catalogue.pair import RECORD_TYPES, dates_of
from dashboard.catalogue.schema import Agreement, Event, Link, Project, Shades
from dashboard.contract.table import ColourColumns, Columns, RecordColumns, Texts
from dashboard.published.panels import parts
from dashboard.state import COLOURINGS, EXTENTS, LAYOUTS, PARTS, TABLES, chosen_from
from dashboard.text.translator import Translator

NONE = -1
"""Position of what is not there."""


def columns(catalogue: Catalogue) -> Columns:
    """The table without its texts."""
    kinds, pairs, dates = catalogue.kinds, catalogue.pairs.values(), dates_in(catalogue)
    units, degrees = list(catalogue.units), list(kinds.closeness)
    return {
        "languages": list(catalogue.atlas.languages),
        "countries": list(catalogue.atlas.countries),
        "units": units,
        "places": {
            "key": list(catalogue.places),
            "unit": [units.index(place.unit) for place in catalogue.places.values()],
        },
        "pairs": {
            "key": [pair.key for pair in pairs],
            "sides": [pair.sides for pair in pairs],
            "regional": [pair.regional for pair in pairs],
        },
        "records": _records(catalogue),
        "dates": {"first": [_day(when.first) for when in dates], "last": [_day(when.last) for when in dates]},
        "years": year_range(catalogue),
        "choices": {
            "layout": list(LAYOUTS),
            "colouring": list(COLOURINGS),
            "table": list(TABLES),
            "extent": list(EXTENTS),
            "whole": list(PARTS),
            "years_by": list(YEARS_BY),
        },
        "stories": list(catalogue.stories),
        "parts": parts(catalogue),
        "types": list(RECORD_TYPES),
        "ties": list(TIES),
        "dated": list(DATED),
        "options": {name: list(known) for name, known in chosen_from(catalogue).items()},
        "colours": {
            "sectors": _colours(sector.colour for sector in catalogue.sectors.values()),
            "closeness": _colours(degree.colour for degree in kinds.closeness.values()),
        },
        "dashed": [degree.dashed for degree in kinds.closeness.values()],
        "lines": [degree.line for degree in kinds.closeness.values()],
        "done": list(kinds.stages).index(kinds.done),
        "claims": [degrees.index(degree) for degree in (*degrees, kinds.met, kinds.below, kinds.unlinked)],
    }


@kept(on="catalogue")
def dates_in(catalogue: Catalogue) -> tuple[Edtf, ...]:
    """The distinct dates at which records begin or end, in order."""
    return tuple(sorted({when for row in catalogue.rows for when in dates_of(row.record) if when}))


def texts(catalogue: Catalogue, t: Translator) -> Texts:
    """The texts of the table in the language of a translator, in the order of its columns."""
    dates = dates_in(catalogue)
    return {
        "countries": [t.name(country) for country in catalogue.atlas.countries.values()],
        "units": [t.name(unit) for unit in catalogue.units.values()],
        "places": [t.name(place) for place in catalogue.places.values()],
        "pairs": [t.text(catalogue.title(key)) for key in catalogue.pairs],
        "options": {
            dimension: [t.name(entry) for entry in entries.values()]
            for dimension, entries in vocabularies(catalogue).items()
        },
        "ids": [row.record.id for row in catalogue.rows],
        "titles": [t.text(row.record.title) for row in catalogue.rows],
        "dates": [t.date(when) for when in dates],
        "since": [t.inflected(when.start) if when.start else "" for when in dates],
        "undated": t.date(None),
    }


def _records(catalogue: Catalogue) -> RecordColumns:
    rows, degrees = catalogue.rows, list(catalogue.kinds.closeness)
    options = {name: _Positions(entries) for name, entries in vocabularies(catalogue).items()}
    pair, place, when = _Positions(catalogue.pairs), _Positions(catalogue.places), _Positions(dates_in(catalogue))
    spans, told = [dates_of(row.record) for row in rows], days(catalogue)
    return {
        "pair": [pair[row.pair.key] for row in rows],
        "type": [RECORD_TYPES.index(row.record_type) for row in rows],
        "sectors": [[options["sectors"][sector] for sector in row.record.sectors] for row in rows],
        "stage": [options["stages"][row.stage] for row in rows],
        "kind": [options["kinds"][row.instrument] for row in rows],
        "level": [options["levels"][row.level] for row in rows],
        "claim": [_claim(row, catalogue, degrees) for row in rows],
        "begun": [when[begun] for begun, _ in spans],
        "ends": [when[ended] for _, ended in spans],
        "places": [[place[end] for end in row.ends] for row in rows],
        "named": [sorted(place[each] for each in row.places) for row in rows],
        "added": [_number(told[row.key].get("added")) for row in rows],
        "changed": [_number(told[row.key].get("changed")) for row in rows],
    }


def _claim(row: Row, catalogue: Catalogue, degrees: list[str]) -> int:
    """Number of the claim that a record makes about its pair; NONE if it makes none, or a side is a whole country."""
    if not row.pair.regional:
        return NONE
    match row.record:
        case Agreement(kind=kind):
            return degrees.index(catalogue.kinds.agreements[kind].closeness)
        case Event(participants=participants) if set(row.pair.sides) <= set(participants):
            return len(degrees)
        case Link():
            return len(degrees) + 1
        case Project():
            return len(degrees) + 2
    return NONE


class _Positions(dict[object, int]):
    """Positions of some keys; NONE for any other."""

    def __init__(self, keys: Iterable[object]) -> None:
        super().__init__((key, at) for at, key in enumerate(keys))

    def __missing__(self, _: object) -> int:
        return NONE


def _day(day: date | None) -> int:
    """A day as a number: 20170321; 0 for none."""
    return _number(day.isoformat() if day else None)


def _number(day: str | None) -> int:
    return int((day or "0").replace("-", ""))


def _colours(shades: Iterable[Shades]) -> ColourColumns:
    listed = list(shades)
    return {"light": [shade.light for shade in listed], "dark": [shade.dark for shade in listed]}
