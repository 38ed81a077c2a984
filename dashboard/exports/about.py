"""Title, licence, credits, date and sources of the table, as every export states them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.catalogue import schema
from dashboard.catalogue.dates import written
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.quality import as_of


def about(catalogue: Catalogue) -> dict[str, Any]:
    """Title, licence and date for machines; texts are in every language."""
    licence = schema.as_written(catalogue.atlas.licence)
    return {"title": catalogue.atlas.title, "licence": licence, "as_of": written(as_of(catalogue))}


def about_lines(catalogue: Catalogue) -> list[str]:
    """The same as lines of text for readers, with every source that a record cites."""
    licence = catalogue.atlas.licence
    lines = [*catalogue.atlas.title.values(), "", f"{licence.name}: {licence.url}", *licence.credits.values(), ""]
    for key, source in catalogue.cited(row.record for row in catalogue.rows).items():
        author, publisher = _once(source.author or {}), _once(source.publisher)
        parts = (author, source.title, source.book, publisher, str(source.date), source.url)
        lines.append(f"{key}: {', '.join(filter(None, parts))}")
    return lines


def _once(text: Mapping[str, str]) -> str:
    """A name in every language that has its own, as in "BelTA / БЕЛТА"."""
    return " / ".join(dict.fromkeys(text.values()))
