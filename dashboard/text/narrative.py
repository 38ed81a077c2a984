"""Summary of a dossier in a few sentences, in the grammar of each language.

The patterns are in config/i18n/ under `story`. A pattern for a closeness, stage or level has its key in its name;
without such a pattern, a generic one with its name and number is used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from babel.lists import format_list

from dashboard.catalogue import schema
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.dossier import Dossier
from dashboard.catalogue.model import since
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

MOST_SECTORS = 3


def narrative(found: Dossier, words: Phrases) -> tuple[str, ...]:
    """Sentences that sum up a dossier, most important first."""
    parts = {"pair": _pair, "unit": _unit, "place": _place}[found.subject](found, words)
    if not any(found.counts.values()):
        return (*parts, words.t("story.nothing", n=found.hidden) if found.hidden else words.t("story.blank"))
    tail = (_agreements, _projects, _links, _figures, _events)
    return (*parts, *(sentence for tell in tail for sentence in tell(found, words)))


def _pair(found: Dossier, words: Phrases) -> Iterator[str]:
    catalogue, pair = words.catalogue, words.catalogue.pairs[found.key]
    a, b = map(words.name, pair.sides)
    if found.closeness is None:
        yield words.t("story.country", a=a, b=b)
        return
    signed = (since(pair, catalogue.kinds, level) for level in catalogue.kinds.agreed)
    dates = {"since": found.since, "first": min(filter(None, signed), default=None)}
    case = "undated" if not dates["since"] else "since" if dates["first"] in (None, dates["since"]) else "since_first"
    yield _say(
        words.t,
        (f"story.pair.{found.closeness}.{case}", f"story.pair.{found.closeness}.undated", "story.pair_other"),
        a=a,
        b=b,
        name=words.t.name(catalogue.kinds.closeness[found.closeness]),
        **{name: words.t.inflected(when.start) for name, when in dates.items() if when and when.start},
    )


def _unit(found: Dossier, words: Phrases) -> Iterator[str]:
    catalogue, t = words.catalogue, words.t
    partners = [partner for partner in found.partners if partner.pair.closeness]
    if not partners:
        return
    name, country = words.name(found.key), words.name(catalogue.country_of(partners[0].other))
    yield t("story.unit", n=len(partners), name=name, country=country)
    for closeness, entry in catalogue.kinds.closeness.items():
        names = [words.name(partner.other) for partner in partners if partner.pair.closeness == closeness]
        if names:
            keys = (f"story.partners.{closeness}", "story.partners_other")
            yield _say(t, keys, kind=t.name(entry), names=_list(names, t))


def _place(found: Dossier, words: Phrases) -> Iterator[str]:
    place, t = words.catalogue.places[found.key], words.t
    if records := sum(found.counts.values()):
        name, unit = t.name(place), words.name(place.unit)
        kind = _lower(t.name(words.catalogue.kinds.place_kinds[place.kind]))
        about = kind if name == unit else t("story.place_of", kind=kind, unit=unit)
        yield t("story.place", n=records, name=name, about=about)


def _agreements(found: Dossier, words: Phrases) -> Iterator[str]:
    """The agreements, without those that only amount to contacts: the first sentence covers these."""
    kinds = words.catalogue.kinds
    made = [
        row.record
        for row in found.agreements
        if isinstance(row.record, schema.Agreement) and kinds.agreements[row.record.kind].closeness in kinds.agreed
    ]
    if made:
        yield _counted("agreement", len(made), _dated(made[0], made[0].signed or made[0].valid, words.t), words.t)


def _projects(found: Dossier, words: Phrases) -> Iterator[str]:
    catalogue, t = words.catalogue, words.t
    rows = [(row, status) for status, rows in found.projects for row in rows]
    if not rows:
        return
    if len(rows) == 1:
        ((row, status),) = rows
        name = _lower(t.name(catalogue.kinds.statuses[status]))
        yield t("story.project", title=t.text(row.record.title), status=name)
        return
    sectors = Counter(sector for row, _ in rows for sector in row.record.sectors).most_common(MOST_SECTORS)
    stages = Counter(str(row.stage) for row, _ in rows).most_common()
    yield t(
        "story.projects",
        n=len(rows),
        sectors=_list([_lower(t.name(catalogue.sectors[key])) for key, _ in sectors], t),
        stages=_list(_numbered("stages", stages, catalogue.kinds.stages, t), t),
    )


def _links(found: Dossier, words: Phrases) -> Iterator[str]:
    n, t, names = found.counts["links"], words.t, words.catalogue.kinds.levels
    levels = [(key, len(rows)) for key, rows in found.links]
    if n == 1:
        yield t("story.link", title=t.text(found.links[0][1][0].record.title))
    elif len(levels) == 1:
        yield t("story.links_of", n=n, level=_lower(t.name(names[levels[0][0]])))
    elif levels:
        yield t("story.links", n=n, levels=_list(_numbered("levels", levels, names, t), t))


def _figures(found: Dossier, words: Phrases) -> Iterator[str]:
    """The newest sum of money between both sides, or of the unit or place with a partner.

    Figures of the headline measure come first.
    """
    pair, headline = words.catalogue.pairs.get(found.key), words.catalogue.kinds.headline
    rows = (row for _, rows in found.indicators for row in rows)
    sums = [
        (record.measure == headline, row.first or date.min, row.key, record)
        for row in rows
        if isinstance(record := row.record, schema.Indicator) and record.currency
        if ({record.of, record.partner} == set(pair.sides) if pair else record.of == found.key and record.partner)
    ]
    if sums:
        *_, record = max(sums, key=lambda each: each[:3])
        title = _dated(record, record.period, words.t)
        yield words.t("story.figure", title=title, figure=words.figure(record)).replace("..", ".")


def _events(found: Dossier, words: Phrases) -> Iterator[str]:
    for record in (row.record for row in found.events[:1]):
        if isinstance(record, schema.Event):
            yield _counted("event", len(found.events), _dated(record, record.date, words.t), words.t)


def _counted(word: str, n: int, latest: str, t: Translator) -> str:
    """Sentence with the title of a single record, or with the number of records and the title of the latest."""
    return t(f"story.{word}" if n == 1 else f"story.{word}s", n=n, title=latest)


def _dated(record: schema.Record, when: Edtf | None, t: Translator) -> str:
    """Title of a record, followed by its date unless the title already contains the year."""
    title = t.text(record.title)
    said = not when or str(when.moments[0].year) in title
    return title if said else t("story.dated", title=title, date=t.date(when))


def _numbered(
    group: str, counts: list[tuple[str, int]], vocabulary: Mapping[str, schema.Named], t: Translator
) -> list[str]:
    return [_say(t, (f"story.{group}.{key}", "story.counted"), n=n, name=t.name(vocabulary[key])) for key, n in counts]


def _say(t: Translator, keys: tuple[str, ...], **values: str | int) -> str:
    """Fill in the first of the patterns that the language has."""
    *preferred, last = keys
    for key in preferred:
        try:
            return t(key, **values)
        except KeyError:
            continue
    return t(last, **values)


def _list(items: list[str], t: Translator) -> str:
    """Enumerate items: "a, b and c", but "a, b and c, d" if an item itself contains the "and"."""
    joint = format_list(["", ""], locale=t.locale)
    if any(joint in item for item in items):
        return t("story.comma").join(items)
    return format_list(items, locale=t.locale)


def _lower(name: str) -> str:
    """Lower the first letter of a name for use within a sentence, unless it begins with an abbreviation."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
