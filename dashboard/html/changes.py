"""Render the page that tells what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.html.context import TemplateContext
from dashboard.html.render import environment
from dashboard.text.changes import Line
from dashboard.text.phrases import Phrases

LONG = 20
"""Records of a group from which on it is folded at first."""


@dataclass(frozen=True)
class Entry:
    """A record, the pair that it stands under, and the address at which the map shows it, "" if it is gone."""

    line: Line
    pair: str
    pair_name: str
    href: str


@dataclass(frozen=True)
class Group:
    """A sentence on how much was added, changed or taken out, and the records."""

    sentence: str
    entries: Sequence[Entry]


@dataclass(frozen=True)
class Day:
    """The changes of a day; `fresh` if it is after the day that the visitor chose."""

    key: str
    date: str
    fresh: bool
    groups: Sequence[Group]


def changes_html(days: Sequence[Day], choices: Sequence[tuple[str, str]], since: str | None, words: Phrases) -> Markup:
    """Render the page; `choices` are the days from which one may be chosen, each with its text."""
    html = environment().get_template("changes.html")
    return Markup(  # noqa: S704 - autoescaped by Jinja
        html.render(ctx=TemplateContext(words=words), days=days, choices=choices, since=since, long=LONG)
    )
