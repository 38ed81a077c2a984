"""`twinned mentions`: the units, places, organisations, dates and amounts in a text, and the records that have them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dashboard.catalogue import schema
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.folding import CHINESE, fold
from dashboard.catalogue.model import Catalogue, Row
from dashboard.catalogue.vocabulary import stemmer
from dashboard.reading.facts import Fact, Reader
from dashboard.reading.names import named

GROUPS = ("units", "places", "organisations", "countries")
ENOUGH = 2
"""Things that a record shares with a passage if it tells the same: "Minsk" alone stands in a hundred of them."""

SHOWN = 4
"""Records that are named for a passage."""

SENTENCE = re.compile(r"(?<=[.!?…])[\"”»)\]]*\s+(?=[\"“«(\[]?[^\W\d_a-zа-яё])|(?<=[。！？；])")
MARKUP = re.compile(r"<sup>.*?</sup>|</?\w+>|\*\*")
"""Marks of footnotes and of type, in Markdown and in what was scanned."""

SHORTEST = 3
"""Letters of a name that is a single word; shorter ones are too often something else."""


@dataclass(frozen=True)
class Passage:
    """A sentence with what it names.

    line     number of its line in the text
    parties  for each name in it, the keys of all that bear it
    records  keys of the records that have the same, the most alike first
    """

    line: int
    text: str
    parties: tuple[frozenset[str], ...]
    dates: tuple[Fact, ...]
    amounts: tuple[Fact, ...]
    records: tuple[str, ...]


class Mentions:
    """Finds what an atlas knows in texts in its languages, in every form of a word."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.facts = Reader(catalogue.atlas.languages)
        self._stem = lru_cache(maxsize=2**15)(stemmer(catalogue.atlas.languages))
        self._capitals: dict[tuple[str, ...], str] = {}
        self._known: dict[str, dict[tuple[str, ...], dict[str, set[str]]]] = defaultdict(dict)
        for group, key, entry in named(catalogue):
            if group in GROUPS:
                short = getattr(entry, "short", None) or {}
                for name in (*entry.names.values(), *short.values(), *getattr(entry, "aliases", ())):
                    if words := self._words(name):
                        forms = self._known[words[0]].setdefault(words, defaultdict(set))
                        forms[fold(name)].add(key)
                        if name.isupper() and len(words) == 1:
                            self._capitals[words] = name
        self._rows: dict[str, Row] = {row.key: row for row in catalogue.rows}
        self._having: dict[str, set[str]] = defaultdict(set)
        for row in catalogue.rows:
            for key in {*row.pair.sides, *row.parties, *row.places}:
                self._having[key].add(row.key)

    def passages(self, lines: Iterable[str]) -> Iterator[Passage]:
        """Yield every sentence that names a unit, a place, an organisation, a date or an amount.

        A sentence that names nobody speaks of those in the one before it. Countries count only where nobody else does.
        """
        for number, line in enumerate(lines, start=1):
            before: tuple[frozenset[str], ...] = ()
            for text in SENTENCE.split(MARKUP.sub("", line)):
                named = tuple(self.parties(text))
                parties = tuple(keys for keys in named if not keys <= self.catalogue.atlas.countries.keys())
                dates, amounts = _once(self.facts.dates(text)), _once(self.facts.amounts(text))
                before = parties or before
                if parties or dates or amounts:
                    records = self._records(before or named, dates, amounts)
                    yield Passage(number, text.strip(), parties, dates, amounts, records)

    def parties(self, text: str) -> Iterator[frozenset[str]]:
        """Yield for each name in a text the keys of all that bear it; of names within each other, the longest.

        Names that share their stems, such as Цзянси and Цзянсу, are told apart where they stand in their basic form.
        """
        folded, words = fold(text).split(), self._words(text, whole=True)
        at, told = 0, set()
        while at < len(words):
            known = self._known.get(words[at], {})
            found = max((name for name in known if words[at : at + len(name)] == name), key=len, default=())
            if found and self._capitals.get(found, "") in text:
                form = "".join(f" {word}" for word in folded[at : at + len(found)])
                keys = frozenset(known[found].get(form) or set().union(*known[found].values()))
                if keys not in told:
                    told.add(keys)
                    yield keys
            at += len(found) or 1

    def _words(self, text: str, *, whole: bool = False) -> tuple[str, ...]:
        """Stems of the words of a text, each Chinese character by itself; of a name that is too short, none."""
        words = tuple(map(self._stem, fold(text).split()))
        short = len(words) == 1 and (len(words[0]) < SHORTEST or CHINESE.match(words[0]))
        return () if short and not whole else words

    def _records(
        self, parties: tuple[frozenset[str], ...], dates: tuple[Fact, ...], amounts: tuple[Fact, ...]
    ) -> tuple[str, ...]:
        """Keys of the records that share a party with a passage, and another thing if it has one."""
        enough = min(ENOUGH, len(parties) + len(dates) + len(amounts))
        shared: dict[str, int] = defaultdict(int)
        for keys in parties:
            for record in set().union(*(self._having[key] for key in keys)):
                shared[record] += 1
        for key in shared:
            said, values = dates_of(self._rows[key].record), values_of(self._rows[key].record)
            shared[key] += sum(any(_same(str(fact.value), each) for each in said) for fact in dates)
            shared[key] += sum(fact.value in values for fact in amounts)
        alike = [key for key, count in shared.items() if count >= enough]
        return tuple(sorted(alike, key=lambda key: (-shared[key], key)))


def _once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts in their order, each value once."""
    return tuple({fact.value: fact for fact in facts}.values())


def dates_of(record: schema.Record) -> list[str]:
    """The dates of a record, each end of a period by itself, without marks of doubt."""
    when = (getattr(record, field, None) for field in ("signed", "valid", "date", "period"))
    ends = (end for each in when if isinstance(each, Edtf) for end in each.text.split("/"))
    return [end.rstrip("?~%") for end in ends if end != ".."]


def values_of(record: schema.Record) -> set[float]:
    """The numbers of a record."""
    if isinstance(record, schema.Project):
        return {amount.value for amount in record.amounts}
    return {record.value} if isinstance(record, schema.Indicator) else set()


def _same(one: str, other: str) -> bool:
    """Tell whether one of two dates is the other, told less precisely."""
    return one.startswith(other) or other.startswith(one)


def mentions_text(passages: Iterable[Passage], catalogue: Catalogue) -> Iterator[str]:
    """Yield the passages as lines for an editor: what each names, who has it, and what is to be read."""
    language = next(iter(catalogue.atlas.languages))
    found = list(passages)
    for passage in found:
        parties = [f"{catalogue.names(min(keys))[language]} ({', '.join(sorted(keys))})" for keys in passage.parties]
        dates = [str(fact.value) for fact in passage.dates]
        yield f"line {passage.line}: {'; '.join([*parties, *dates, *(fact.words for fact in passage.amounts)])}"
        if passage.records:
            more = len(passage.records) - SHOWN
            yield f"  in {', '.join(passage.records[:SHOWN])}{f' and {more} more' if more > 0 else ''}"
        else:
            yield f"  in no record: {passage.text}"
    missing = [passage.line for passage in found if not passage.records]
    yield ""
    yield f"{len(found)} passages name something; no record has what {len(missing)} of them name"
    if missing:
        yield f"to read: lines {', '.join(map(str, dict.fromkeys(missing)))}"
