"""Title, licence, credits, dates, filter and sources of an export, as every format states them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.catalogue import schema
from dashboard.catalogue.borrowed import unborrowed
from dashboard.catalogue.dates import Edtf, written
from dashboard.catalogue.filtering import DIMENSIONS, Filter
from dashboard.catalogue.quality import as_of
from dashboard.exports.extract import Extract


def about(extract: Extract) -> dict[str, Any]:
    """Title, licence, dates and filter for machines; texts are in every language, the filter in words in one."""
    atlas = extract.catalogue.atlas
    return {
        "title": unborrowed(atlas.title),
        "licence": schema.as_written(atlas.licence),
        "as_of": written(as_of(extract.catalogue)),
        "made": extract.day.isoformat(),
        "filter": _filter(extract.view.filter),
        "filter_in_words": {"language": extract.words.t.language, "conditions": extract.conditions},
    }


def about_lines(extract: Extract) -> list[str]:
    """The same as lines of text for readers, with every source that a record cites."""
    lines = terms_lines(extract)
    for key, source in extract.cited.items():
        author, publisher = _once(source.author or {}), _once(source.publisher)
        parts = (author, source.title, source.book, publisher, str(source.date or ""), source.url)
        lines.append(f"{key}: {', '.join(filter(None, parts))}")
    return lines


def terms_lines(extract: Extract) -> list[str]:
    """Title, dates, filter, licence and credits as lines of text for readers."""
    catalogue, t = extract.catalogue, extract.words.t
    licence, filtered = catalogue.atlas.licence, extract.conditions
    made = t("data.about.made", day=t.date(Edtf.parse(extract.day.isoformat())), as_of=t.date(as_of(catalogue)))
    lines = [*unborrowed(catalogue.atlas.title).values(), "", made]
    lines += [t("data.about.filtered"), *filtered, t("data.about.narrowed")] if filtered else [t("data.about.whole")]
    return [*lines, "", f"{licence.name}: {licence.url}", *unborrowed(licence.credits).values(), ""]


def _filter(wanted: Filter) -> dict[str, Any]:
    """The conditions of a filter by name; empty without any."""
    conditions: dict[str, Any] = {name: sorted(getattr(wanted, name)) for name in (*DIMENSIONS, "undated")}
    conditions |= {"years": wanted.years, "years_by": wanted.years_by if wanted.years else None, "text": wanted.text}
    return {name: value for name, value in conditions.items() if value}


def _once(text: Mapping[str, str]) -> str:
    """A name in every language that has its own, as in "BelTA / БЕЛТА"."""
    return " / ".join(dict.fromkeys(unborrowed(text).values()))
