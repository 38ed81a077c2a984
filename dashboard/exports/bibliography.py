"""The sources for reference managers: BibTeX and CSL-JSON, in the language of each source; files with the terms."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dashboard.catalogue import schema
from dashboard.catalogue.borrowed import unborrowed
from dashboard.catalogue.dates import Edtf, Moment
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.contract.panel import Citation
from dashboard.exports.about import about, terms_lines
from dashboard.exports.extract import Extract
from dashboard.text.citation import citation_line
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

# By CSL type: the type of entry in BibTeX, and the field that names who published it.
BIBTEX = {
    "article-newspaper": ("article", "journal"),
    "book": ("book", "publisher"),
    "chapter": ("incollection", "publisher"),
}
OTHER = ("misc", "howpublished")

# Letters of any script stay as they are. pybtex would also escape addresses, but neither braces nor dollars.
SPECIALS = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)
AT = "\N{FULLWIDTH COMMERCIAL AT}"
"""Stands for "@" in a comment of BibTeX, where it would begin an entry."""

IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def bibtex_files(extract: Extract) -> dict[str, bytes]:
    """Every source that a record cites, in one BibTeX file in UTF-8, below the terms as comments."""
    terms = "\n".join(terms_lines(extract)).replace("@", AT)
    comments = "".join(f"% {line}".rstrip() + "\n" for line in terms.splitlines())
    entries = (bibtex(key, extract.catalogue) for key in extract.cited)
    return {f"{extract.stem}.bib": "\n".join((comments, *entries)).encode()}


def csl_files(extract: Extract) -> dict[str, bytes]:
    """Every source that a record cites, in one CSL-JSON file; each item says where it is from and on what terms.

    CSL defines no field for that; `custom` of an item is where it belongs.
    """
    facts, licence = about(extract), extract.catalogue.atlas.licence
    taken_from = {
        "title": extract.words.t.text(extract.catalogue.atlas.title),
        "licence": f"{licence.name}: {licence.url}",
        **{name: facts[name] for name in ("as_of", "made", "filter") if facts[name]},
    }
    items = [csl(key, extract.catalogue) | {"custom": {"list": taken_from}} for key in extract.cited]
    return {f"{extract.stem}.csl.json": _json(items).encode()}


@kept(on="catalogue")
def citations(catalogue: Catalogue, t: Translator) -> list[Citation]:
    """Each source in every form, in the order of the file; the line is in the language of the translator."""
    words = Phrases(catalogue, t)
    return [
        {"text": citation_line(key, words), "bibtex": bibtex(key, catalogue), "csl": _json([csl(key, catalogue)])}
        for key in catalogue.sources
    ]


def csl(key: str, catalogue: Catalogue) -> dict[str, Any]:
    """A source as an item of CSL-JSON."""
    source = catalogue.sources[key]
    kind, publisher = _type(source, catalogue), _own(source, source.publisher)
    newspaper = publisher if kind == "article-newspaper" else None
    item = {
        "id": key,
        "type": kind,
        "title": _title(source),
        "container-title": source.book or newspaper,
        "author": [_name(_own(source, source.author))] if source.author else None,
        "publisher": None if newspaper else publisher,
        "publisher-place": _own(source, source.city) if source.city else None,
        "issued": _date(source.date) if source.date else None,
        "page": source.pages.replace("–", "-") if source.pages else None,
        "URL": source.url,
        "accessed": _date(source.accessed) if source.accessed else None,
        "language": source.language,
    }
    return {name: value for name, value in item.items() if value is not None}


def bibtex(key: str, catalogue: Catalogue) -> str:
    """A source as a BibTeX entry; `date` and `urldate` are those of biblatex."""
    source = catalogue.sources[key]
    form, published = BIBTEX.get(_type(source, catalogue), OTHER)
    texts = {
        "author": _escaped(_own(source, source.author)) if source.author else None,
        "title": f"{{{_escaped(_title(source))}}}",  # the inner braces keep capitals as they are
        "booktitle": f"{{{_escaped(source.book)}}}" if source.book else None,
        published: _escaped(_own(source, source.publisher)),
        "address": _escaped(_own(source, source.city)) if source.city else None,
        "year": str(source.date.moments[0].year) if source.date else None,
        "date": source.date.text if source.date else None,
        "pages": _escaped(source.pages).replace("–", "--") if source.pages else None,
        "url": source.url.translate(IN_ADDRESS) if source.url else None,
        "urldate": source.accessed.text if source.accessed else None,
        "language": source.language,
    }
    lines = [f"  {name} = {{{text}}},\n" for name, text in texts.items() if text is not None]
    return f"@{form}{{{key},\n{''.join(lines)}}}\n"


def _type(source: schema.Source, catalogue: Catalogue) -> str:
    return catalogue.kinds.source_kinds[source.kind].csl or "document"


def _title(source: schema.Source) -> str:
    return source.title or f"[{_own(source, source.about)}]"


def _own(source: schema.Source, text: Mapping[str, str]) -> str:
    """A text in the language of the source, or in the first of the atlas."""
    own: Mapping[str, str] = unborrowed(text)
    return own.get(source.language) or next(iter(own.values()))


def _name(author: str) -> dict[str, str]:
    """A person as CSL has it: "B. Zalesskij" is given and family name."""
    given, _, family = author.rpartition(" ")
    return {"family": family, "given": given} if given else {"literal": author}


def _date(when: Edtf) -> dict[str, Any]:
    date: dict[str, Any] = {"date-parts": [_parts(moment) for moment in when.moments]}
    if any(moment.approximate or moment.uncertain for moment in when.moments):
        date["circa"] = True
    return date


def _parts(moment: Moment) -> list[int]:
    """Year, month and day, as far as they are known."""
    day = moment.first
    return [day.year, day.month, day.day][: {"day": 3, "month": 2}.get(moment.precision, 1)]


def _escaped(text: str) -> str:
    return text.translate(SPECIALS)


def _json(items: list[dict[str, Any]]) -> str:
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
