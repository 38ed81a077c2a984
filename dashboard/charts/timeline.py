"""The timeline as plain data: records that began in each year, and the span of each record of the selection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from dashboard.catalogue.dossier import Dossier
from dashboard.catalogue.filtering import View, years_of
from dashboard.catalogue.kept import kept
from dashboard.catalogue.metrics import DATED, count_timeline, year_range
from dashboard.catalogue.model import Catalogue, Row
from dashboard.charts.palette import GROUNDS, Theme, shade
from dashboard.contract.timeline import TimelineChart, TimelineMark, TimelineRow, TimelineTitles
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

MOST_ROWS, MOST_UNDATED = 7, 30
"""Rows that fit below the bars, and undated records that are listed."""


@kept(on="catalogue")
def numbers(catalogue: Catalogue) -> dict[tuple[str, str], int]:
    """The number of each record that a timeline can show, by (pair, id of the record)."""
    rows = (row for row in catalogue.rows if row.record_type in DATED)
    return {(row.pair.key, row.record.id): number for number, row in enumerate(rows)}


def titles(catalogue: Catalogue, t: Translator) -> TimelineTitles:
    """Description of each record for the browser, in the order of `numbers`."""
    words = Phrases(catalogue, t)
    return [
        {
            "title": t.text(row.record.title),
            "kind": _kind(row, words),
            "date": _when(row, t),
            "pair": row.pair.key,
            "pair_title": words.title(row.pair.key),
        }
        for row in catalogue.rows
        if row.record_type in DATED
    ]


def timeline(view: View, found: Dossier | None, t: Translator, theme: Theme) -> TimelineChart:
    """Counts by year and type of a view, and the rows and undated records of the selection `found`.

    A record counts in the years by which the filter selects it: in that in which it began, or in all in which it was in
    force. Records are given by number, since their titles are published once and not sent with every click.
    """
    rows = [row for row in view.rows if row.record_type in DATED] if found is None else _dated_rows(found)
    first, last = year_range(view.catalogue)
    counts, by = count_timeline(view), view.filter.years_by
    per_year = [[counts[year, kind] for kind in DATED] for year in range(first, last + 1)]
    undated = [_number(row, view.catalogue) for row in rows if not years_of(row, by)]
    return {
        "first": first,
        "counts": per_year,
        "most": t.number(max(map(sum, per_year))),
        "kinds": [
            {"name": t(f"timeline.{kind}"), "colour": colour, "says": t(f"terms.{kind}.says")}
            for kind, colour in zip(DATED, _colours(theme), strict=True)
        ],
        "measure": t(f"terms.years.{by}"),
        "says": _spoken(first, per_year, "timeline.says" if by == "begun" else "terms.years.says", t),
        "rows": [] if found is None else _rows([row for row in rows if years_of(row, by)], view.catalogue, t, theme),
        "undated": undated[:MOST_UNDATED],
        "undated_says": t("timeline.undated_n", n=len(undated)) if undated else "",
        "undated_more": t("timeline.more", n=len(undated) - MOST_UNDATED) if len(undated) > MOST_UNDATED else "",
    }


def _dated_rows(found: Dossier) -> list[Row]:
    """The records of a dossier that a timeline can show."""
    grouped = (row for groups in (found.links, found.projects) for _, group in groups for row in group)
    return [*found.agreements, *found.contacts, *grouped, *found.events]


def _colours(theme: Theme) -> tuple[str, ...]:
    """A colour for each type in DATED."""
    ground = GROUNDS[theme]
    return ground.accent, ground.fills[3], ground.fills[2], ground.fills[1], ground.quiet


def _rows(rows: Sequence[Row], catalogue: Catalogue, t: Translator, theme: Theme) -> list[TimelineRow]:
    """A row for each kind of agreement, closest first, then one for each other type of record."""
    by_list = {name: [row for row in rows if row.record_type == name] for name in DATED}
    agreements, words = by_list.pop(DATED[0]), Phrases(catalogue, t)
    below = [
        (t(f"timeline.{name}"), colour, found)
        for (name, found), colour in zip(by_list.items(), _colours(theme)[1:], strict=True)
        if found
    ]
    drawn = []
    for key, kind in catalogue.kinds.agreements.items():
        if of_kind := [row for row in agreements if row.instrument == key]:
            drawn.append((t.name(kind), shade(catalogue.kinds.closeness[kind.closeness].colour, theme), of_kind))
    room = MOST_ROWS - len(below)
    if len(drawn) > room:
        rest = [row for _, _, found in drawn[room - 1 :] for row in found]
        drawn[room - 1 :] = [(t("timeline.others"), drawn[room - 1][1], rest)]
    return [
        {
            "name": name,
            "kinds": _kinds(found, name, words),
            "colour": colour,
            "marks": sorted(_marks(found, catalogue), key=itemgetter("start")),
        }
        for name, colour, found in (*drawn, *below)
    ]


def _kinds(rows: Sequence[Row], name: str, words: Phrases) -> list[str]:
    """Names of the kinds of record in a row; none if the row has their name, or if they are events."""
    kinds = dict.fromkeys(_kind(row, words) for row in rows if row.record_type != "events")
    return [kind for kind in kinds if kind != name]


def _marks(rows: Sequence[Row], catalogue: Catalogue) -> Iterator[TimelineMark]:
    """Marks of records with a date; one whose beginning is unknown starts with the first year."""
    begin = float(year_range(catalogue)[0])
    for row in rows:
        start = _decimal(row.first) if row.first else begin
        end = _decimal(row.last) if row.last else None
        yield {"record": _number(row, catalogue), "start": start, "end": end}


def _decimal(day: date) -> float:
    return round(day.year + (day.timetuple().tm_yday - 1) / 366, 2)


def _number(row: Row, catalogue: Catalogue) -> int:
    return numbers(catalogue)[row.pair.key, row.record.id]


def _kind(row: Row, words: Phrases) -> str:
    record: Any = row.record
    if row.record_type == "projects":
        return words.t.name(words.catalogue.kinds.statuses[record.status])
    return words.kind(record) if row.instrument else words.t("timeline.event")


def _when(row: Row, t: Translator) -> str:
    record: Any = row.record
    match row.record_type:
        case "events":
            return t.date(record.date)
        case "projects":
            return t.date(record.period or record.date)
    return t.date(record.valid or record.signed)


def _spoken(first: int, per_year: list[list[int]], key: str, t: Translator) -> str:
    """The bars in a sentence, for screen readers."""
    sums = [sum(counts) for counts in per_year]
    if not any(sums):
        return t("timeline.says_nothing")
    of_kinds = [
        t(f"count.{kind}", n=sum(column))
        for kind, column in zip(DATED, zip(*per_year, strict=True), strict=True)
        if any(column)
    ]
    return t(
        key,
        first=first,
        last=first + len(per_year) - 1,
        kinds=t.listed(of_kinds),
        year=first + sums.index(max(sums)),
        most=max(sums),
    )
