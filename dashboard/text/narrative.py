"""Summary of a dossier in a few sentences, in the grammar of each language.

The patterns are in config/i18n/ under `story`. A pattern for a closeness, stage or level has its key in its name;
without such a pattern, its name is used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dashboard.catalogue import schema
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.dossier import Dossier
from dashboard.catalogue.sector import SectorDossier
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

MOST_SECTORS = 3


def narrative(found: Dossier, words: Phrases) -> tuple[str, ...]:
    """Sentences that sum up a dossier, most important first; that of the whole table has no opening."""
    openings = {"pair": _pair, "unit": _unit, "place": _place}
    opening = openings[found.subject](found, words) if found.subject in openings else ()
    return _told(opening, found, words)


def sector_narrative(found: SectorDossier, words: Phrases) -> tuple[str, ...]:
    """Sentences that sum up the dossier of a sector: its records and pairs, since when, then what there is."""
    return _told([*_sector(found, words), *_taking_part(found, words), *_first(found, words)], found.dossier, words)


def _told(opening: Iterable[str], found: Dossier, words: Phrases) -> tuple[str, ...]:
    """The opening of a summary, then what there is, or that there is nothing."""
    if not any(found.counts.values()):
        return (*opening, words.t("story.nothing", n=found.hidden) if found.hidden else words.t("story.blank"))
    tail = (_agreements, _projects, _links, _figures, _events)
    told = (sentence for tell in tail for sentence in tell(found, words))
    return tuple(sentence.replace("..", ".") for sentence in (*opening, *told))  # after "руб." or "г."


def _sector(found: SectorDossier, words: Phrases) -> Iterator[str]:
    """The number of records of a sector."""
    if n := sum(found.dossier.counts.values()):
        name = _lower(words.t.name(words.catalogue.sectors[found.dossier.key]))
        yield words.t("story.sector", n=n, name=name)


def _taking_part(found: SectorDossier, words: Phrases) -> Iterator[str]:
    """The number of pairs of units in a sector, and the one with the most records if it has more than any other."""
    if not found.pairs:
        return
    (leader, most), *others = found.pairs
    leads = not others or others[0][1] < most
    key = "sector_pair" if not others else "sector_pairs" if leads else "sector_pairs_alike"
    yield words.t(f"story.{key}", n=len(found.pairs), title=words.title(leader.key), most=most)


def _first(found: SectorDossier, words: Phrases) -> Iterator[str]:
    """The earliest agreement or event of a sector, unless the sentences on the latest ones name it."""
    dossier, row = found.dossier, found.first
    if row and row not in (*dossier.agreements[:1], *dossier.events[:1]):
        title = _dated(words.t.quoted(words.t.text(row.record.title)), found.since, words.t)
        yield words.t("story.sector_first", title=title)


def _pair(found: Dossier, words: Phrases) -> Iterator[str]:
    catalogue, pair = words.catalogue, words.catalogue.pairs[found.key]
    a, b = map(words.name, pair.sides)
    if found.closeness is None and pair.regional:
        return
    if found.closeness is None:
        yield words.t("story.country", a=a, b=b)
        return
    dates = {"since": found.bond.since, "first": found.bond.first_agreement}
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
    parts = []
    for closeness, entry in catalogue.kinds.closeness.items():
        names = [words.name(partner.other) for partner in partners if partner.pair.closeness == closeness]
        if names:
            keys = (f"story.partners.{closeness}", "story.partners_other")
            parts.append(_say(t, keys, n=len(names), kind=_lower(t.name(entry)), names=t.listed(names)))
    yield t("story.unit", n=len(partners), name=name, country=country, partners=t.listed(parts, "clauses"))


def _place(found: Dossier, words: Phrases) -> Iterator[str]:
    """The number of records, with the kind and unit of the place as far as its name does not say them."""
    catalogue, t = words.catalogue, words.t
    place, records = catalogue.places[found.key], sum(found.counts.values())
    if not records:
        return
    name, unit = t.name(place), words.name(place.unit)
    kind = _lower(t.name(catalogue.kinds.place_kinds[place.kind]))
    if place.names.items() & catalogue.short(place.unit).items():
        about = kind
    else:
        about = unit if kind in name.casefold() else t("story.place_of", kind=kind, unit=unit)
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
        yield _counted("agreement", len(made), made[0], made[0].signed or made[0].valid, words.t)


def _projects(found: Dossier, words: Phrases) -> Iterator[str]:
    catalogue, t = words.catalogue, words.t
    rows = [(row, status) for status, rows in found.projects for row in rows]
    if not rows:
        return
    if len(rows) == 1:
        ((row, status),) = rows
        name = _lower(t.name(catalogue.kinds.statuses[status]))
        yield t("story.project", title=t.quoted(t.text(row.record.title)), status=name)
        return
    sectors = Counter(sector for row, _ in rows for sector in row.record.sectors if found.subject != "sector")
    stages = Counter(str(row.stage) for row, _ in rows).most_common()
    projects = t("story.projects", n=len(rows))
    if sectors:
        names = [_lower(t.name(catalogue.sectors[key])) for key, _ in sectors.most_common(MOST_SECTORS)]
        key = "story.in_sectors" if len(sectors) <= MOST_SECTORS else "story.mainly_in_sectors"
        projects = t(key, n=len(names), projects=projects, sectors=t.listed(names))
    yield t("story.of_projects", projects=projects, stages=_parts("stages", stages, catalogue.kinds.stages, t))


def _links(found: Dossier, words: Phrases) -> Iterator[str]:
    n, t = found.counts["links"], words.t
    levels = [(key, len(rows)) for key, rows in found.links]
    if n == 1:
        yield t("story.link", title=t.quoted(t.text(found.links[0][1][0].record.title)))
    elif levels:
        yield t("story.links", n=n, levels=_parts("levels", levels, words.catalogue.kinds.levels, t))


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
        title = _dated(words.t.text(record.title), record.period, words.t)
        yield words.t("story.figure", title=title, figure=words.figure(record))


def _events(found: Dossier, words: Phrases) -> Iterator[str]:
    for record in (row.record for row in found.events[:1]):
        if isinstance(record, schema.Event):
            yield _counted("event", len(found.events), record, record.date, words.t)


def _counted(word: str, n: int, record: schema.Record, when: Edtf | None, t: Translator) -> str:
    """Sentence with the title of a single record, or with the number of records and the title of the latest."""
    title = _dated(t.quoted(t.text(record.title)), when, t)
    return t(f"story.{word}" if n == 1 else f"story.{word}s", n=n, title=title)


def _dated(title: str, when: Edtf | None, t: Translator) -> str:
    """Title followed by its date, unless it already contains the year."""
    said = not when or str(when.moments[0].year) in title
    return title if said else t("story.dated", title=title, date=t.date(when))


def _parts(group: str, counts: list[tuple[str, int]], vocabulary: Mapping[str, schema.Named], t: Translator) -> str:
    """Numbers of records at each stage or level as clauses, or one clause about "both" or "all" of them."""
    if len(counts) == 1:
        ((key, n),) = counts
        return t(f"story.{group}_all", n=n, what=what_of(group, key, 2, vocabulary, t))
    parts = [t(f"story.{group}_some", n=n, what=what_of(group, key, n, vocabulary, t)) for key, n in counts]
    return t(f"story.{group}_each", parts=t.listed(parts, "clauses"))


def what_of(group: str, key: str, n: int, vocabulary: Mapping[str, schema.Named], t: Translator) -> str:
    """Words for `n` records at one of the `stages` or `levels`: "are agreed", "of economic zones"."""
    return _say(t, (f"story.{group}.{key}", "story.named"), n=n, name=_lower(t.name(vocabulary[key])))


def _say(t: Translator, keys: tuple[str, ...], **values: str | int) -> str:
    """Fill in the first of the patterns that the language has."""
    return t(next(key for key in keys if t.find(key) is not None), **values)


def _lower(name: str) -> str:
    """Lower the first letter of a name for use within a sentence, unless it begins with an abbreviation."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
