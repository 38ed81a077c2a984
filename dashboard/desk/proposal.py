"""Proposals, made of what was filled in: the record, the edits of files, and the problems that they would cause."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dashboard.catalogue.folder import listing
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.problems import Problem
from dashboard.catalogue.schema import RECORD_KINDS
from dashboard.catalogue.yamlfile import parse
from dashboard.desk import form, record
from dashboard.desk.check import by_field, new_ones, problems_with
from dashboard.desk.save import Edit, text_of
from dashboard.loading import Snapshot
from dashboard.reading import draft

NEW = ("url", "title", "publisher", "date", "language", "about")
"""Fields of a source that is added on the way."""

LONGEST = 48
"""Characters of an id that is made of a title."""


@dataclass(frozen=True)
class Target:
    """Subject of a form: a list, the key of the pair for records of pairs, and the id, "" for a new one."""

    list: str
    pair: str = ""
    id: str = ""

    @property
    def of_pair(self) -> bool:
        """True for records of pairs; the others are entries of a table such as that of the sources."""
        return self.list in RECORD_KINDS

    @property
    def path(self) -> record.Path:
        """The way to the record in its file."""
        return (self.list, self.id) if self.of_pair else (self.id,)

    def file(self, config: Path) -> str:
        """Name of the file that holds the record, or will."""
        if self.of_pair:
            return f"relations/{self.pair}.yaml"
        names = files_of(config, self.list)
        holds = (name for name in names if self.id in content_of(config, name))
        return next(holds, next(iter(names), f"{self.list}.yaml"))


@dataclass(frozen=True)
class Proposal:
    """A record as a form has it, and what would come of it.

    `fields` has the problems of each field, `others` those of none; `met` is True if the record has been changed in
    the file since the form was opened.
    """

    target: Target
    edits: tuple[Edit, ...] = ()
    fields: Mapping[str, list[str]] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    met: bool = False

    @property
    def good(self) -> bool:
        """True if it can be written."""
        return not (self.fields or self.others)


def files_of(config: Path, table: str) -> list[str]:
    """Names of the files that hold the entries of a table."""
    return [name for name in (f"{table}.yaml", *listing(config).within(table)) if (config / name).exists()]


def content_of(config: Path, name: str) -> dict[str, Any]:
    """Content of a file as it is now, empty if there is none."""
    try:
        return parse((text_of(config, name) or "").removeprefix(record.BOM), name).content
    except UnicodeDecodeError:
        return {}


def propose(config: Path, snapshot: Snapshot, target: Target, data: form.Data) -> Proposal:
    """Make a proposal of what was filled in, and check it."""
    catalogue = snapshot.catalogue
    languages, fields = list(catalogue.atlas.languages), form.fields_of(target.list)
    if target.of_pair and not target.pair:
        target = Target(target.list, "_".join((form.line(data, "side.a"), form.line(data, "side.b"))))
    if target.of_pair and not {*target.pair.split("_")} <= {*catalogue.units, *catalogue.atlas.countries}:
        return Proposal(Target(target.list), fields={"side": ["choose the two sides"]})
    made = form.read(fields, data, languages)
    name = target.file(config)
    content = content_of(config, name)
    before = record.found(content, target.path) if target.id else None
    met = bool(target.id) and before != json.loads(next(iter(data.get("before", ())), "null"))
    if not target.id:
        target = Target(target.list, target.pair, _new_id(config, target, made, languages))
    source = new_source(config, catalogue, data, languages)
    edits = []
    try:
        if source and "sources" in made:
            made["sources"] = [*made["sources"], source.id]
            edits.append(_edit(config, source.file(config), source.path, source_of(catalogue, data, languages)))
        whole = {"id": target.id, **made} if target.of_pair else made
        edits.append(_edit(config, name, target.path, whole, heading(catalogue, target)))
    except (record.Lossy, UnicodeDecodeError) as lossy:
        return Proposal(target, others=(str(lossy),), met=met)
    edits = [edit for edit in edits if edit.before != edit.after]
    problems = problems_with(config, {edit.name: edit.after for edit in edits})
    told = _to_tell(problems, snapshot.problems, name, target)
    fields_, others = by_field(told, name, target.path, {field.name for field in fields})
    if source:
        of_source, others = by_field(others, source.file(config), source.path, NEW)
        fields_ |= {f"new.{each}": messages for each, messages in of_source.items()}
    return Proposal(target, tuple(edits), fields_, tuple(map(str, others)), met)


def _to_tell(found: tuple[Problem, ...], known: tuple[Problem, ...], name: str, target: Target) -> list[Problem]:
    """Problems of the record, and those elsewhere that it causes: what was broken before does not stop a good edit."""
    own = f"{'.'.join(target.path)}."
    return new_ones(found, [each for each in known if not (each.file == name and f"{each.field}.".startswith(own))])


def _edit(config: Path, name: str, path: record.Path, made: record.Raw, heading: str = "") -> Edit:
    before = text_of(config, name)
    return Edit(name, before, record.spliced(heading if before is None else before, path, made))


def heading(catalogue: Catalogue, target: Target) -> str:
    """First line of a new file of a pair: its name in the first language of the atlas."""
    sides = [side for side in target.pair.split("_") if side in (*catalogue.units, *catalogue.atlas.countries)]
    first = next(iter(catalogue.atlas.languages))
    return f"# {catalogue.dash(first).join(catalogue.names(side)[first] for side in sides)}.\n" if sides else ""


def _new_id(config: Path, target: Target, made: Mapping[str, Any], languages: list[str]) -> str:
    if target.list == "sources":
        return _source_id(config, made, languages)
    texts = made.get("title" if target.of_pair else "names", {})
    name = next(filter(None, (slug(texts.get(code, "")) for code in ("en", *languages))), target.list.removesuffix("s"))
    if not target.of_pair:
        return unused(name, _keys(config, "places", "organisations"))
    content = content_of(config, target.file(config))
    return unused(name, [each.get("id") for key in RECORD_KINDS for each in record.records(content, key)])


def _keys(config: Path, *tables: str) -> set[str]:
    """Keys that are taken in some tables, of which no two may share one."""
    return {key for table in tables for name in files_of(config, table) for key in content_of(config, name)}


def slug(text: str) -> str:
    """A text as an id, of whole words: "Memorandum of 2024" is memorandum-of-2024; "" if it has no Latin letters."""
    words = draft.slug(text)
    return words[: LONGEST + 1].rpartition("-")[0] if len(words) > LONGEST else words


def unused(name: str, known: Collection[Any]) -> str:
    """The name, or with the first number that makes it unique."""
    return next(each for each in (name, *(f"{name}-{n}" for n in range(2, 10_000))) if each not in known)


def _source_id(config: Path, made: Mapping[str, Any], languages: list[str]) -> str:
    publisher = next(filter(None, (slug(made.get("publisher", {}).get(code, "")) for code in ("en", *languages))), "")
    name = f"{publisher or 'source'}-{re.sub(r'[^0-9]', '', made.get('date', ''))[:8]}".rstrip("-")
    return unused(name, _keys(config, "sources"))


def new_source(config: Path, catalogue: Catalogue, data: form.Data, languages: list[str]) -> Target | None:
    """The source that a form adds on the way, if it has its address or title."""
    if not (form.line(data, "new.url") or form.line(data, "new.title")):
        return None
    return Target("sources", id=_source_id(config, source_of(catalogue, data, languages), languages))


def source_of(catalogue: Catalogue, data: form.Data, languages: list[str]) -> record.Raw:
    """A source of a pasted address and title; kind and publisher are those of others from there, if there are any."""
    url, title = form.line(data, "new.url"), form.line(data, "new.title")
    host = _host(url)
    alike = [each for each in catalogue.sources.values() if host and host == _host(each.url)]
    kinds = Counter(each.kind for each in alike or catalogue.sources.values()) or Counter(catalogue.kinds.source_kinds)
    named = form.line(data, "new.publisher") or host
    publisher = dict(alike[-1].publisher) if alike and named == host else dict.fromkeys(languages, named)
    about = form.read_text(data, languages, "new.about")
    made: record.Raw = {
        "kind": kinds.most_common(1)[0][0],
        "title": title,
        "publisher": publisher,
        "date": form.line(data, "new.date"),
        "url": url,
        "accessed": datetime.now(UTC).date().isoformat() if url else "",
        "language": form.line(data, "new.language"),
        "about": {code: about.get(code) or title for code in languages},
    }
    return {name: value for name, value in made.items() if value}


def _host(url: str | None) -> str:
    """Host of an address without "www."; "" if it has none, or is only half typed."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
