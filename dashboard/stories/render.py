"""The texts of a story in one language, filled from the table."""

from __future__ import annotations

import string
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from babel import Locale

from dashboard.catalogue import schema
from dashboard.catalogue.borrowed import bare, lender
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.filtering import DIMENSIONS, YEARS_BY
from dashboard.catalogue.metrics import rank_units
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.placeholders import plural_forms
from dashboard.stories.values import Fact, facts, shown
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator


class Unsaid(Exception):  # noqa: N818 - reads well in "raises Unsaid"
    """Raised when a step names a value or record that the table does not have."""


@dataclass(frozen=True)
class StepTexts:
    """A step in one language.

    query      the view as the query of an address, without language
    figures    numbers or amounts, each as (value, what it is)
    quotation  words of a record or source, and the citation of the source; None if there are none
    chart      name of a chart on the Insights page
    """

    caption: str
    text: str
    notes: str
    query: str
    figures: tuple[tuple[str, str], ...] = ()
    quotation: tuple[str, str] | None = None
    chart: str | None = None


def rendered(story: schema.Story, words: Phrases, subject: str | None = None) -> list[StepTexts]:
    """Return the steps of a story in the language of `words`, in order, with every placeholder filled.

    A story with a variable needs a `subject`, the key of a pair or unit. Left out are steps for the other kind of
    subject, steps that show nothing, and those that name a value which the table does not have, such as the date of an
    undated agreement. Of a story without a variable, `twinned check` reports such a step.
    """
    found = []
    for step in story.steps:
        if fits(step, words.catalogue, subject):
            with suppress(Unsaid):
                found.append(_step(step, words, subject))
    return found


def fits(step: schema.Step, catalogue: Catalogue, subject: str | None = None) -> bool:
    """Tell whether a step is for a subject, if there is one, and shows anything."""
    of = step.subject is None or (subject and step.subject == catalogue.subject_of(subject))
    return bool(of and shown(catalogue, step.view, subject).rows)


def subjects(catalogue: Catalogue) -> list[str]:
    """Keys that a story with a variable may be about: pairs of units, and units with records, the richest first."""
    pairs = [key for key, pair in catalogue.pairs.items() if pair.regional]
    pairs.sort(key=lambda key: -catalogue.counts[key].total())
    return [*pairs, *(unit for country in rank_units(catalogue) for unit, n in country if n)]


def units_of_story(catalogue: Catalogue, story: schema.Story, subject: str | None = None) -> frozenset[str]:
    """Units that a story is about: those of the pairs that its cover shows, or that its subject has records with."""
    rows = shown(catalogue, story.cover, subject).rows
    return frozenset(side for row in rows for side in row.pair.sides if side in catalogue.units)


def query_of(view: schema.StepView, subject: str | None = None) -> str:
    """The view of a step as the query of an address, without language and without what is the default."""
    query: dict[str, Any] = {
        "layout": view.layout if view.layout != schema.StepView().layout else None,
        "colouring": view.colouring if view.colouring != schema.StepView().colouring else None,
        "selected": view.selected or subject,
        **{name: sorted(getattr(view, name)) for name in DIMENSIONS},
        "years": view.years,
        "years_by": view.years_by if view.years_by != YEARS_BY[0] else None,
    }
    return urlencode({name: value for name, value in query.items() if value}, doseq=True)


def _step(step: schema.Step, words: Phrases, subject: str | None) -> StepTexts:
    known = facts(words.catalogue, step, subject)

    filler = _Filler(words, known)

    def fill(texts: Mapping[str, str] | None) -> str:
        return filler.filled(texts[words.t.language] if texts else "")

    return StepTexts(
        caption=fill(step.caption),
        text=fill(step.text),
        notes=fill(step.notes),
        query=query_of(step.view, subject),
        figures=tuple((filler.filled(f"{{{figure.value}}}"), fill(figure.label)) for figure in step.figures),
        quotation=_quotation(step, words),
        chart=step.chart,
    )


def _quotation(step: schema.Step, words: Phrases) -> tuple[str, str] | None:
    """Words of a source in quotation marks, or a record as the atlas tells it, each with the source."""
    t, catalogue = words.t, words.catalogue
    if step.quotation:
        return t.quoted(t.text(step.quotation.text)), words.cite(step.quotation.source)
    if step.record:
        if step.record not in catalogue.numbers:
            raise Unsaid
        record = catalogue.rows[catalogue.numbers[step.record]].record
        told = t.text(getattr(record, "summary", None)) or t.text(record.title)
        return told, words.cite(record.sources[0])
    return None


@dataclass(frozen=True)
class _Filler(string.Formatter):
    """Fills values into a text.

    `{n}` and `{n:spelt}` are a number, `{n:pair|pairs}` the form of a word that goes with it; `{first}` is a date,
    `{first:since}` its form after "since", `{first:year}` its year.
    """

    words: Phrases
    known: Mapping[str, Fact | None] = field(default_factory=dict)
    language: str = ""

    def filled(self, text: str) -> str:
        """Return the text, in the plurals of its own language; raises Unsaid if the table lacks a value."""
        filler = replace(self, language=lender(text) or self.words.t.language)
        said = filler.vformat(text, (), self.known).replace("..", ".")  # after "руб." or "г."
        return bare(said) if self.words.t.plain else said

    def format_field(self, value: Any, format_spec: str) -> Any:
        """Format one value within a text."""
        t: Translator = self.words.t
        if value is None:
            raise Unsaid
        if isinstance(value, int):
            if "|" in format_spec:
                forms = plural_forms(self.language)
                return format_spec.split("|")[forms.index(Locale.parse(self.language).plural_form(value))]
            return t.format_field(value, format_spec)
        if isinstance(value, Edtf):
            if format_spec == "year":
                return str(value.start.year if value.start else value)
            return t.inflected(value.start) if format_spec == "since" and value.start else t.date(value)
        return t.format_field(value(self.words), "")
