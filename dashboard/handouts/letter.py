"""The records of a subject as a table to paste into a letter."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.handouts.content import Content, Request, content_of
from dashboard.handouts.entries import Entry, Group
from dashboard.html.render import environment
from dashboard.text.terms import name_of

TOLD = ("agreements", "contacts", "projects", "links", "indicators", "events")


def table(request: Request) -> bytes:
    """Return HTML with a row for each record that is told, and the sources below, in plain styles that letters keep."""
    content = content_of(request)
    parts = [(part, list(_rows(content, part))) for part in TOLD]
    template = environment().get_template("letter.html")
    return template.render(
        t=content.t, name_of=name_of, content=content, parts=[each for each in parts if each[1]]
    ).encode()


def _rows(content: Content, part: str) -> Iterator[tuple[str, Entry]]:
    """Yield each record with its kind or status."""
    found: tuple[Entry | Group, ...] = getattr(content, part)
    for each in found:
        if isinstance(each, Group):
            yield from ((each.name, entry) for entry in each.entries)
        else:
            yield each.kind, each
