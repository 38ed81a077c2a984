"""A source as a citation to copy: one line in the visitor's language."""

from __future__ import annotations

import re

from dashboard.text.phrases import Phrases


def citation_line(key: str, words: Phrases, *, address: bool = True) -> str:
    """Citation of a source: author, title, the book that holds it, place, publisher, date, pages, address.

    What is unknown is left out, and the address too if it is not wanted. Titles stay as printed; a source without one
    is cited by what it reports, in brackets.
    """
    t, source = words.t, words.catalogue.sources[key]
    title = source.title or f"[{t.text(source.about)}]"
    imprint = {
        "publisher": t.text(source.publisher),
        "date": source.date.text if source.date and source.date.text.isdecimal() else t.date(source.date),
    }
    parts = [
        t("cite.author", author=t.text(source.author)) if source.author else "",
        t("cite.part", title=title, book=source.book) if source.book else t("cite.title", title=title),
        t("cite.placed", city=t.text(source.city), **imprint) if source.city else t("cite.published", **imprint),
    ]
    if source.pages:
        parts.append(t("cite.page" if source.pages.isdecimal() else "cite.pages", pages=source.pages))
    parts.append(t("cite.url", url=source.url) if source.url and address else ".")
    if source.accessed and address:
        parts.append(t("cite.accessed", date=t.date(source.accessed)))
    return re.sub(r"([.?!…])\.(?=\s|$)", r"\1", "".join(parts))  # a title or date may bring its own full stop
