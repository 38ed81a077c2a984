"""A pair of sides, and how close they are, as derived from the records between them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboard.catalogue import schema
from dashboard.catalogue.dates import Edtf

LISTS = tuple(schema.RECORD_KINDS)
RECORD_TYPES = ("agreements", "contacts", "links", "projects", "indicators", "events")
"""Types of record, as they are counted and named. A contact is an entry of `agreements` whose kind is no agreement."""


@dataclass(frozen=True)
class Bond:
    """Closeness of two units and its dates, as derived from their records by `bond_of`.

    closeness        None if nothing ties them
    since            date of the first record that gives them this closeness
    first_agreement  date of their first agreement
    first_contact    date of their first agreement, contact or meeting
    """

    closeness: str | None = None
    since: Edtf | None = None
    first_agreement: Edtf | None = None
    first_contact: Edtf | None = None


@dataclass(frozen=True)
class Pair:
    """Two sides and the records between them. A side is a unit or a whole country.

    `bond` is derived from all records between the sides; the pairs of a view have it as of the end of the chosen years.
    `agreements` holds contacts too, as its list in the file does.
    """

    key: str
    a: str
    b: str
    bond: Bond = Bond()
    agreements: tuple[schema.Agreement, ...] = ()
    links: tuple[schema.Link, ...] = ()
    projects: tuple[schema.Project, ...] = ()
    indicators: tuple[schema.Indicator, ...] = ()
    events: tuple[schema.Event, ...] = ()

    @property
    def sides(self) -> tuple[str, str]:
        """Codes of both sides, in the order of the file name."""
        return self.a, self.b

    @property
    def regional(self) -> bool:
        """True if both sides are units, whose codes have a hyphen, so that the pair is an arc on the map."""
        return "-" in self.a and "-" in self.b

    @property
    def closeness(self) -> str | None:
        """Closeness of its bond."""
        return self.bond.closeness

    def records(self) -> Iterator[tuple[str, schema.Record]]:
        """All records, each as (kind of record, record)."""
        for name in LISTS:
            for record in getattr(self, name):
                yield name, record


def bond_of(pair: Pair, kinds: schema.Vocabulary, as_of: date | None = None, *, dated: bool = False) -> Bond:
    """Bond of two units on a day; without a day, that of all their records, whether ended or not.

    With `dated`, that of the records with a date.
    """
    if dated:
        lists: dict[str, Any] = {name: tuple(filter(has_date, getattr(pair, name))) for name in LISTS}
        pair = replace(pair, **lists)
    close = closeness(pair, kinds, as_of)
    levels = ([close], kinds.agreed, [*kinds.agreed, kinds.met])
    return Bond(close, *(since(pair, kinds, each, as_of) for each in levels))


def closeness(pair: Pair, kinds: schema.Vocabulary, as_of: date | None = None) -> str | None:
    """Closeness of two units on a day, by what was in force then; without a day, by all their records.

    It is that of their closest agreement or contact, else `met` if both took part in an event, else `below` if there
    is a link, else `unlinked` if there is a project. None if there is nothing, or if a side is a whole country.
    """
    if not pair.regional:
        return None
    order = list(kinds.closeness)
    made = [kinds.agreements[each.kind].closeness for each in pair.agreements if in_force(each, as_of)]
    if made:
        return min(made, key=order.index)
    if any(has_begun(meeting, as_of) for meeting in _meetings(pair)):
        return kinds.met
    if any(in_force(link, as_of) for link in pair.links):
        return kinds.below
    return kinds.unlinked if any(in_force(project, as_of) for project in pair.projects) else None


def since(
    pair: Pair, kinds: schema.Vocabulary, levels: Container[str | None], as_of: date | None = None
) -> Edtf | None:
    """Date of the first dated agreement, contact or meeting that gives a pair one of some levels of closeness.

    With a day, only of those that had begun by then.
    """
    made = [(kinds.agreements[each.kind].closeness, each.signed or each.valid, each) for each in pair.agreements]
    met = [(kinds.met, meeting.date, meeting) for meeting in _meetings(pair)]
    dates = (
        when
        for level, when, record in (*made, *met)
        if when and when.start and level in levels and has_begun(record, as_of)
    )
    return min(dates, default=None)


def _meetings(pair: Pair) -> list[schema.Event]:
    """Events in which both sides of a pair took part."""
    return [event for event in pair.events if set(pair.sides) <= set(event.participants)]


def has_date(record: schema.Record) -> bool:
    """True if a record has a first or last day."""
    return any(lifetime(record))


def has_begun(record: schema.Record, as_of: date | None) -> bool:
    """True if a record began on or before a day, or if either date is unknown."""
    first, _ = lifetime(record)
    return as_of is None or first is None or first <= as_of


def in_force(record: schema.Record, as_of: date | None) -> bool:
    """True if a record had begun and not ended on a day. A record without dates is always in force."""
    _, last = lifetime(record)
    return has_begun(record, as_of) and (as_of is None or last is None or last >= as_of)


def lifetime(record: schema.Record) -> tuple[date | None, date | None]:
    """First and last day of a record; None if open or unknown."""
    begun, ended = dates_of(record)
    return begun.first if begun else None, ended.last if ended else None


def dates_of(record: schema.Record) -> tuple[Edtf | None, Edtf | None]:
    """Dates at which a record began and ended, each None if unknown; TypeError for a record of no known kind."""
    match record:
        case schema.Agreement(signed=signed, valid=valid) | schema.Link(signed=signed, valid=valid):
            return signed or valid, valid
        case schema.Project(date=stated, period=period):
            return period or stated, period
        case schema.Indicator(period=when) | schema.Event(date=when):
            return when, when
    raise TypeError(type(record))
