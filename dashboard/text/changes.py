"""Changes of the table in sentences: how much was added, changed and taken out, and each record of these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.catalogue.changes import Written
from dashboard.catalogue.schema import Changes
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

GROUPS = ("added", "changed", "removed")


@dataclass(frozen=True)
class Line:
    """A record that was added, changed or taken out: key, title and, in words, which of its facts have changed."""

    key: str
    title: str
    what: str


def counted(changes: Changes, t: Translator) -> Iterator[tuple[str, str]]:
    """A sentence for each group of the changes of a day: "12 records were added."."""
    for group in ("opened", *GROUPS):
        found = getattr(changes, group)
        if n := found if group == "opened" else len(found or ()):
            yield group, t(f"changes.{group}", n=n)


def lines(changes: Changes, group: str, titles: Mapping[str, str], t: Translator) -> list[Line]:
    """The records of a group, but for those of which no title is known; the opening of the table names none."""
    found = []
    for key in getattr(changes, group) if group in GROUPS else ():
        title = t.text(changes.removed[key]) if group == "removed" else titles.get(key)
        if title:
            names = [t(f"changes.facts.{fact}") for fact in changes.changed[key]] if group == "changed" else []
            found.append(Line(key, title, t("changes.what", facts=t.listed(names)) if names else ""))
    return found


def told(changes: Changes, titles: Mapping[str, str], t: Translator) -> list[str]:
    """The changes as lines of text: a sentence for each group, and its records below it."""
    text = []
    for group, sentence in counted(changes, t):
        text.append(sentence)
        for line in lines(changes, group, titles, t):
            text.append("  " + " · ".join(filter(None, (f"{line.key}: {line.title}", line.what))))
    return text


def titles_as_written(records: Mapping[str, Written], language: str) -> dict[str, str]:
    """Title of each record of a folder, in a language."""
    return {
        key: str(title.get(language) or key)
        for key, record in records.items()
        if isinstance(title := record.fields.get("title"), dict)
    }


def titles_of(words: Phrases, days: Mapping[str, Changes]) -> dict[str, str]:
    """Title of each record of the table, and of those that were taken out."""
    gone = {key: words.t.text(title) for changes in days.values() for key, title in changes.removed.items()}
    return gone | {row.key: words.t.text(row.record.title) for row in words.catalogue.rows}
