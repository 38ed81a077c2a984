"""Choices for a field: vocabularies, units, places, organisations, sources, and records of the same file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dashboard.catalogue import schema
from dashboard.desk.form import HERE
from dashboard.text.phrases import Phrases


class Choice(NamedTuple):
    """A key with its name, what tells it from others of the same name, and words by which it is found too."""

    key: str
    name: str
    hint: str = ""
    words: str = ""


def choices(groups: Iterable[str], words: Phrases, pair: str = "") -> list[Choice]:
    """Everything in some groups; `pair` is that of the record."""
    return [choice for group in groups for choice in _of_group(group, words, pair)]


def _of_group(group: str, words: Phrases, pair: str) -> Iterator[Choice]:
    catalogue, t = words.catalogue, words.t
    if group.startswith(HERE):
        for record in getattr(catalogue.pairs.get(pair), group.removeprefix(HERE), ()):
            yield Choice(record.id, t.text(record.title))
    elif group == "language":
        spoken = [*catalogue.atlas.languages, *(source.language for source in catalogue.sources.values())]
        yield from (Choice(code, t.locale.languages.get(code, code)) for code in dict.fromkeys(spoken))
    elif group == "currency":
        known = t.locale.currencies
        used = dict.fromkeys((*(t.find("currencies") or ()), *known))
        yield from (Choice(code, known.get(code, code), code) for code in used if _in_use(code))
    elif group == "sources":
        for key, source in reversed([*catalogue.sources.items()]):
            others = _words(key, source.about.values(), source.url or "")
            yield Choice(key, words.cite(key), t.text(source.about), others)
    elif group in ("places", "organisations"):
        for key, entry in getattr(catalogue, group).items():
            others = _words(key, entry.names.values(), *entry.aliases)
            yield Choice(key, t.text(entry.names), words.name(catalogue.side_of(key)), others)
    elif group == "units":
        for key, unit in catalogue.units.items():
            country = words.name(catalogue.country_of(key))
            yield Choice(key, t.text(unit.names), country, _words(key, unit.names.values(), *unit.aliases))
    else:
        for key, entry in _vocabulary(group, words):
            yield Choice(key, t.name(entry).replace("{n}", "…"), "", _words(key, entry.names.values()))


def _vocabulary(group: str, words: Phrases) -> Sequence[tuple[str, schema.Named]]:
    if group == "countries":
        return [*words.catalogue.atlas.countries.items()]
    entries = words.catalogue.sectors if group == "sectors" else getattr(words.catalogue.kinds, group)
    return sorted(entries.items(), key=lambda each: getattr(each[1], "rank", 0))


def _in_use(code: str) -> bool:
    """True for the codes that the schema takes: not those of metals and tests, which begin with X."""
    return not code.startswith("X")


def _words(key: str, names: Iterable[str], *others: str) -> str:
    return " ".join((key, *names, *others))
