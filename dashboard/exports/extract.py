"""An export: the records that pass a filter, in words of one language, on the day when it is made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dashboard.catalogue import schema
from dashboard.catalogue.filtering import DIMENSIONS, Filter, View, select, vocabularies
from dashboard.catalogue.model import Catalogue
from dashboard.exports.readable import named
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

NARROWED = ("places", "organisations", "sources")
"""Entries of which a filtered export holds only those that its records use. Regions and vocabularies come whole."""

MOST_PARTS, LONGEST_PART = 4, 40
"""Conditions that the name of a file tells, and characters of each."""


@dataclass(frozen=True)
class Extract:
    """A view to export, and the words to do it in.

    table  the only table of it that is wanted, "" for all
    day    day on which it is made
    """

    view: View
    words: Phrases
    table: str = ""
    day: date = field(default_factory=date.today)

    @property
    def catalogue(self) -> Catalogue:
        """The whole table."""
        return self.view.catalogue

    @property
    def cited(self) -> Mapping[str, schema.Source]:
        """Sources that its records cite."""
        return self.catalogue.cited(row.record for row in self.view.rows)

    def entries(self, name: str) -> Mapping[str, schema.Model]:
        """Entries of a file of config/; under a filter, places, organisations and sources only as far as used."""
        entries: Mapping[str, schema.Model] = getattr(self.catalogue, name)
        return {key: entries[key] for key in named(self.view, name)} if name in NARROWED else entries

    @property
    def conditions(self) -> list[str]:
        """The filter in words, a line for each condition; empty without one."""
        return conditions(self.view.filter, self.words)

    @property
    def stem(self) -> str:
        """Name of its file without the ending: what, filter, day, language; in letters that every system accepts."""
        titles = map(_plain, self.catalogue.atlas.title.values())
        atlas = next(filter(None, titles), "atlas")
        parts = [atlas, self.table or "all", *_marks(self.view.filter), self.day.isoformat(), self.words.t.language]
        return "_".join(parts)


def whole(catalogue: Catalogue, t: Translator) -> Extract:
    """All of a table."""
    return Extract(select(catalogue, Filter()), Phrases(catalogue, t))


def conditions(wanted: Filter, words: Phrases) -> list[str]:
    """A filter in words, a line for each condition."""
    t, lines = words.t, []
    for name, options in vocabularies(words.catalogue).items():
        if chosen := getattr(wanted, name):
            names = [t.name(entry) for key, entry in options.items() if key in chosen]
            lines.append(t("data.condition", name=t(f"filters.{name}"), value=t("list.titles").join(names)))
    if wanted.years:
        span = "–".join(map(str, dict.fromkeys(wanted.years)))
        how = t(f"terms.years.{wanted.years_by}")
        lines.append(t("data.years", name=t("filters.years"), value=span, how=how))
    if wanted.dated:
        lines.append(t("data.condition", name=t("terms.undated.title"), value=t("terms.undated.hide")))
    if wanted.text:
        lines.append(t("data.condition", name=t("filters.text"), value=t.quoted(wanted.text)))
    return lines


def _marks(wanted: Filter) -> list[str]:
    """A filter as parts of a file name: codes of options and years; words only as far as they are plain."""
    marks = [_plain(option) for name in DIMENSIONS for option in sorted(getattr(wanted, name))]
    marks += ["-".join(map(str, dict.fromkeys(wanted.years)))] if wanted.years else []
    marks += ["dated"] if wanted.dated else []
    marks += [_plain(wanted.text) or "text"] if wanted.text else []
    return marks[:MOST_PARTS] + (["more"] if len(marks) > MOST_PARTS else [])


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower())[:LONGEST_PART].strip("-")
