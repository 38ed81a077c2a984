"""Check the stories against the table: texts that cannot be filled, and views and values without anything to show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Formatter

from dashboard.catalogue import schema
from dashboard.catalogue.borrowed import lender
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.placeholders import plural_forms
from dashboard.catalogue.problems import Problem, nearest
from dashboard.catalogue.yamlfile import Location, YamlFile
from dashboard.stories.render import fits, subjects
from dashboard.stories.values import Fact, facts, known_names

SPECS = ("", "spelt", "d", "since", "year")
"""Formats of a value, beside the forms of a word."""

Found = Iterator[tuple[Location, str]]


def check_stories(catalogue: Catalogue, files: Mapping[str, YamlFile], *, whole: bool) -> list[Problem]:
    """Return the problems of all stories. `files` are those of stories/ by the key of the story.

    Unless the table is `whole`, what views show is not looked at: a record may be missing only because it is invalid.
    """
    return [
        files[key].problem(*found)
        for key, story in catalogue.stories.items()
        for number, step in enumerate(story.steps)
        for found in _step(catalogue, story, step, ("steps", number), whole=whole)
    ]


def _step(catalogue: Catalogue, story: schema.Story, step: schema.Step, here: Location, *, whole: bool) -> Found:
    if story.variable and step.view.selected:
        yield (*here, "view", "selected"), "the variable of the story is what its views select; remove this"
    if step.subject and not story.variable:
        yield (*here, "subject"), "only steps of a story with 'variable: subject' may be limited to a kind of subject"
    problems = [*_texts(step, _kind_of_selection(catalogue, story, step), here)]
    yield from problems
    if whole and not problems:
        yield from _shown(catalogue, story, step, here)


def _kind_of_selection(catalogue: Catalogue, story: schema.Story, step: schema.Step) -> str | None:
    """Kind of what a step selects: "" if it may be a pair or a unit, None if it selects nothing."""
    if story.variable:
        return step.subject or ""
    return catalogue.subject_of(step.view.selected) if step.view.selected else None


def _texts(step: schema.Step, selection: str | None, here: Location) -> Found:
    """Texts with a placeholder that stands for nothing, values that no text names, and numbers written by hand."""
    known, used = known_names(step, selection), {figure.value for figure in step.figures}
    for number, figure in enumerate(step.figures):
        if figure.value not in known:
            message = f"unknown value '{figure.value}'{nearest(figure.value, known)}"
            yield (*here, "figures", number, "value"), message
    for where, texts in _every_text(step):
        for language, text in ((code, text) for code, text in texts.items() if not lender(text)):
            try:
                parts = [*Formatter().parse(text)]
            except ValueError:
                yield (*here, *where, language), "unmatched brace; write '{{' or '}}' for a plain one"
                continue
            if found := re.search(r"\d+", "".join(plain for plain, *_ in parts)):
                message = f"the number {found[0]} is written by hand; make it a value, so that it follows the table"
                yield (*here, *where, language), message
            for _, name, spec, _ in parts:
                if name is not None:
                    used.add(name)
                    if wrong := _misplaced(name, spec or "", known, language):
                        yield (*here, *where, language), wrong
    for name, value in step.values.items():
        if not used & {own for own in known if own == name or own.startswith(f"{name}_")}:
            yield (*here, "values", name), f"no text or figure names the value '{name}'"
        if value.country and not (value.most == "units" or value.count in ("units", "tied", "untied")):
            yield (*here, "values", name, "country"), "only 'units', 'tied' and 'untied' are counted by country"


def _every_text(step: schema.Step) -> Iterator[tuple[Location, Mapping[str, str]]]:
    for name in ("caption", "text", "notes"):
        if texts := getattr(step, name):
            yield (name,), texts
    for number, figure in enumerate(step.figures):
        yield ("figures", number, "label"), figure.label


def _misplaced(name: str, spec: str, known: list[str], language: str) -> str | None:
    """Message about a placeholder that cannot be filled; None if it can."""
    if name not in known:
        return f"unknown value '{{{name}}}'{nearest(name, known)}"
    if "|" in spec:
        needed, found = plural_forms(language), spec.count("|") + 1
        if found != len(needed):
            forms = ", ".join(needed)
            return f"'{language}' needs {len(needed)} forms of a word ({forms}), '{{{name}:{spec}}}' has {found}"
    elif spec not in SPECS:
        return f"'{spec}' is no way to write a value{nearest(spec, SPECS)}"
    return None


def _shown(catalogue: Catalogue, story: schema.Story, step: schema.Step, here: Location) -> Found:
    """A step that shows nothing, or names what the table does not have; with a variable, for no subject at all.

    What is counted is never missing: it stands here as 0, since to count it takes longest after an edit.
    """
    missing: set[str] = set()
    counted: dict[str, Fact | None] = {name: 0 for name, value in step.values.items() if value.count}
    rest = step.model_copy(update={"values": {name: value for name, value in step.values.items() if not value.count}})
    for subject in subjects(catalogue) if story.variable else (None,):
        if fits(step, catalogue, subject):
            known = facts(catalogue, rest, subject) | counted
            wrong = [*_misused(step, known)]
            missing = {name for name in _named(step) if known.get(name) is None}
            if not missing or wrong:
                yield from (((*here, "values", name), message) for name, message in wrong)
                return
    if not missing:
        yield (*here, "view"), "no record is shown here; loosen a condition"
    for name in sorted(missing):
        said = "no single one" if (value := step.values.get(name)) and value.most else "nothing"
        yield (*here, "values", name), f"the table has {said} for the value '{name}'; change it, or leave it out"


def _named(step: schema.Step) -> set[str]:
    """Names that the texts and figures of a step use."""
    texts = (text for _, texts in _every_text(step) for text in texts.values())
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name} | {
        figure.value for figure in step.figures
    }


def _misused(step: schema.Step, known: Mapping[str, Fact | None]) -> Iterator[tuple[str, str]]:
    """Values written in a way that is not for their kind: forms of a word for a date, the year of a number."""
    for text in (text for _, texts in _every_text(step) for text in texts.values()):
        for _, name, spec, _ in Formatter().parse(text):
            value = known.get(name or "")
            allowed = {int: ("spelt", "d"), Edtf: ("since", "year")}.get(type(value), ())
            if name and spec and value is not None and spec not in allowed and not ("|" in spec and type(value) is int):
                yield name, f"'{{{name}:{spec}}}' does not fit what '{name}' stands for"
