"""Make an invented table of any size out of a real one, to see how the atlas grows: valid, and marked as invented."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

import yaml

from dashboard.catalogue import schema
from dashboard.catalogue.folder import PAIRS, SPLIT, STORIES
from dashboard.catalogue.load import load
from dashboard.catalogue.metrics import units_of
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.yamlfile import read
from dashboard.stories.check import check_stories
from dashboard.text.translator import Translator

MOST_PLACES = 24
"""Limit to the growth of places, as a factor: China and Belarus have some 3,000 districts, and no more."""

PER_FILE = 800
"""Entries in each file of places, organisations or sources."""

Raw = dict[str, Any]


class Synth:
    """A table being invented: entries as in YAML, by key, and the records of each pair by kind.

    What is added is a copy of an entry or record with a number, so that it is as long, as dated and as connected.
    """

    def __init__(self, catalogue: Catalogue, times: int, seed: int) -> None:
        """Invent entries and records until there are `times` as many."""
        self.catalogue, self.random = catalogue, Random(seed)  # noqa: S311 - no secret
        self.copies = range(1, times)
        self.places = _written(catalogue.places) | dict(self.more_places())
        self.near: dict[str, list[str]] = defaultdict(list)
        for key, place in self.places.items():
            self.near[place["unit"]].append(key)
        self.organisations = _written(catalogue.organisations) | dict(self.more_organisations())
        self.sources = _written(catalogue.sources) | dict(self.more_sources())
        self.parties = {unit: list(keys) for unit, keys in self.near.items()}
        for key, organisation in self.organisations.items():
            self.parties.setdefault(self.unit_of(organisation), []).append(key)
        self.pairs: dict[str, dict[str, list[Raw]]] = {}
        for key, name, record in self.every_record():
            self.pairs.setdefault(key, {}).setdefault(name, []).append(record)
        self.name_the_rest()

    def more_places(self) -> Iterator[tuple[str, Raw]]:
        """Yield districts near the places."""
        for number in self.copies[: MOST_PLACES - 1]:
            for key, place in self.catalogue.places.items():
                lon, lat = self.beside(place)
                raw = _copy(place, "names", number, without=("geonames", "aliases"))
                yield f"{key}-{number}", raw | {"lon": lon, "lat": lat}

    def beside(self, place: schema.Place) -> tuple[float, float]:
        """Point within half a degree of a place and in its unit; the place itself if a few tries find none."""
        for _ in range(5):
            lon, lat = (round(at + self.random.uniform(-0.5, 0.5), 4) for at in (place.lon, place.lat))
            if self.catalogue.layers.unit_at(lon, lat) == place.unit:
                return lon, lat
        return place.lon, place.lat

    def more_organisations(self) -> Iterator[tuple[str, Raw]]:
        """Yield organisations of the same kinds, each somewhere in the unit of the first."""
        for number in self.copies:
            for key, organisation in self.catalogue.organisations.items():
                raw = _copy(organisation, "names", number, without=("aliases",))
                if organisation.place:
                    raw["place"] = self.random.choice(self.near[self.catalogue.places[organisation.place].unit])
                yield f"{key}-{number}", raw

    def more_sources(self) -> Iterator[tuple[str, Raw]]:
        """Yield instalments of each source that records cite, of the same date."""
        for number in self.copies:
            for key, source in self.catalogue.sources.items():
                if not source.uncited:
                    raw = _copy(source, "about", number, without=("footnote",))
                    if source.url:
                        raw["url"] = f"{source.url}#{number}"
                    yield f"{key}-{number}", raw

    def unit_of(self, organisation: Raw) -> str:
        """Unit of an organisation, or its country if the unit is unknown."""
        return str(self.places[organisation["place"]]["unit"] if "place" in organisation else organisation["unit"])

    def every_record(self) -> Iterator[tuple[str, str, Raw]]:
        """Yield the key of a pair, a kind and a record: those of the table, then invented ones."""
        original = [(pair.key, *each) for pair in self.catalogue.pairs.values() for each in pair.records()]
        for key, name, record in original:
            yield key, name, schema.as_written(record)
        first, second = (units_of(self.catalogue, country) for country in self.catalogue.atlas.countries)
        regional = [f"{a}_{b}" for a in first for b in second]
        anywhere = [*regional, *self.catalogue.pairs]
        empty = [key for key in regional if key not in self.catalogue.pairs]
        for number in self.copies:
            for origin, name, record in original:
                key = empty.pop() if empty else self.random.choice(anywhere)
                yield key, name, self.record(key, record, origin, number)

    def record(self, key: str, like: schema.Record, origin: str, number: int) -> Raw:
        """Record between the sides of a pair, like one of another pair."""
        a, b = key.split("_")
        raw = _copy(like, "title", number, without=("aliases", "agreement", "with", "series", "signed_in"))
        raw["id"] = f"{like.id}-{origin.lower().replace('_', '-')}-{number}"
        raw["sources"] = [f"{source}-{number}" for source in like.sources]
        match like:
            case schema.Link():
                raw |= {"a": self.party(a), "b": self.party(b)}
            case schema.Project():
                raw["organisations"] = [f"{each}-{number}" for each in like.organisations]
                raw["places"] = [self.place(self.random.choice((a, b)))]
            case schema.Indicator():
                raw["of"] = self.random.choice((a, self.party(a), self.party(b)))
            case schema.Event():
                raw.pop("signed", None)
                raw |= {"participants": self.random.choice(([a, b], [a], [self.party(b)])), "place": self.place(a)}
        return raw

    def party(self, side: str) -> str:
        """Place or organisation of a side; of a country any that lies in it."""
        return self.random.choice(self.parties[self.unit_in(side)])

    def place(self, side: str) -> str:
        """Place of a side; of a country any."""
        return self.random.choice(self.near[self.unit_in(side)])

    def unit_in(self, side: str) -> str:
        """Any unit of a country; a unit itself."""
        inside = units_of(self.catalogue, side)
        return self.random.choice(inside) if inside else side

    def name_the_rest(self) -> None:
        """Name each organisation that no record names yet in a project."""
        records = [record for lists in self.pairs.values() for each in lists.values() for record in each]
        named = {party for record in records for party in _parties(record)}
        projects = cycle([project for lists in self.pairs.values() for project in lists.get("projects", ())])
        for key, project in zip(self.organisations.keys() - named, projects, strict=False):
            project["organisations"] = [*project.get("organisations", ()), key]

    def files(self) -> Iterator[tuple[str, Raw]]:
        """Yield the content of each file by its name in config/."""
        for name in SPLIT:
            entries = list(getattr(self, name).items())
            for start in range(0, len(entries), PER_FILE):
                yield f"{name}/{start // PER_FILE + 1}.yaml", dict(entries[start : start + PER_FILE])
        for key, lists in self.pairs.items():
            yield f"{PAIRS}/{key}.yaml", lists


def write_synth(
    config: Path, catalogue: Catalogue, translators: Mapping[str, Translator], times: int, seed: int, target: Path
) -> None:
    """Write a folder like `config` with `times` as many entries and records; its title says that they are invented.

    Stories that the invented records do not bear out are left out.
    """
    shutil.copytree(config, target, ignore=shutil.ignore_patterns(PAIRS, *SPLIT, *(f"{name}.yaml" for name in SPLIT)))
    atlas = read(config / "atlas.yaml", "atlas.yaml").content
    whole = {code: t for code, t in translators.items() if code not in catalogue.atlas.drafts}
    titles = {code: t("invented", title=t.text(catalogue.atlas.title)) for code, t in whole.items()}
    _write(target / "atlas.yaml", {**atlas, "title": titles})
    for name, content in Synth(catalogue, times, seed).files():
        _write(target / name, content)
    made = load(target)
    stories = {key: read(target / f"{STORIES}/{key}.yaml", f"{STORIES}/{key}.yaml") for key in made.stories}
    for name in {problem.file for problem in check_stories(made, stories, whole=True)}:
        (target / name).unlink()


def _written(entries: Mapping[str, schema.Model]) -> dict[str, Raw]:
    return {key: schema.as_written(entry) for key, entry in entries.items()}


def _copy(entry: schema.Model, told: str, number: int, without: tuple[str, ...]) -> Raw:
    """Copy of an entry, with a number behind the text that tells it apart, and without some fields."""
    raw = {field: value for field, value in schema.as_written(entry).items() if field not in without}
    return raw | {told: {language: f"{text} · {number}" for language, text in raw[told].items()}}


def _parties(record: Raw) -> list[str]:
    """Parties that a record names, as in YAML."""
    return [
        *(record[field] for field in ("a", "b", "of") if field in record),
        *(record["with"] if isinstance(record.get("with"), list) else [record["with"]] if "with" in record else []),
        *record.get("organisations", ()),
        *record.get("participants", ()),
    ]


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


def _write(path: Path, content: Raw) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    path.write_text(text, encoding="utf-8")
