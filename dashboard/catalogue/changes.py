"""Changes of the table: between two folders, of a day and the next, and since a day that a visitor chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Literal, get_args

from dashboard.catalogue.folder import PAIRS, listing
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.problems import Problem
from dashboard.catalogue.schema import RECORD_KINDS, Changes
from dashboard.catalogue.schema.changes import Fact
from dashboard.catalogue.yamlfile import read_in

FILE = "changes.yaml"

Newness = Literal["added", "changed"]

FACTS: Mapping[Fact, Sequence[str]] = {
    "kind": ("kind", "measure"),
    "status": ("status",),
    "dates": ("signed", "valid", "date", "period"),
    "parties": ("a", "b", "with", "of", "organisations", "participants"),
    "places": ("signed_in", "place", "places"),
    "figures": ("value", "currency", "unit", "qualifier", "amounts"),
    "sectors": ("sectors",),
    "sources": ("sources",),
    "related": ("agreement",),
}
"""The fields that state each fact. All others are texts, or join figures into a series."""


@dataclass(frozen=True)
class Written:
    """A record as it is written in a folder, which this program need not find valid: it may be of an old revision."""

    type: str
    fields: Mapping[str, Any]

    def fact(self, name: Fact) -> list[Any]:
        """Values of the fields that state a fact."""
        named = ("signed",) if self.type == "events" and name == "related" else ()  # an event: what was signed there
        fields = [field for field in FACTS[name] if self.type != "events" or field != "signed"]
        return [_unordered(self.fields.get(field)) for field in (*fields, *named)]


def _unordered(value: Any) -> Any:
    """A value in which neither an order nor an empty list counts."""
    return (sorted(value, key=repr) or None) if isinstance(value, list) else value


def records_of(folder: Path) -> dict[str, Written]:
    """Every record of a folder by its key, as far as it can be read."""
    found = {}
    for name in listing(folder).within(PAIRS):
        pair, content = PurePosixPath(name).stem, read_in(folder, name).content
        for kind in RECORD_KINDS:
            records = content.get(kind)
            for fields in records if isinstance(records, list) else ():
                if isinstance(fields, dict) and isinstance(fields.get("id"), str):
                    found[f"{pair}/{fields['id']}"] = Written(kind, fields)
    return found


def changes_between(old: Mapping[str, Written], new: Mapping[str, Written], languages: Sequence[str]) -> Changes | None:
    """Compare two tables; None if nothing was added, changed or taken out. Titles are in all languages."""
    if not old:
        return Changes.model_construct(opened=len(new)) if new else None
    changed = {key: _changed(old[key], record) for key, record in new.items() if key in old}
    return _told(
        added=[key for key in new if key not in old],
        changed={key: facts for key, facts in changed.items() if facts},
        removed={key: _titles(record, languages) for key, record in old.items() if key not in new},
    )


def _changed(old: Written, new: Written) -> list[Fact]:
    if old.type != new.type:
        return ["kind"]
    return [name for name in FACTS if old.fact(name) != new.fact(name)]


def _titles(record: Written, languages: Sequence[str]) -> dict[str, str]:
    """Title in each language; what was never translated stays as it was written."""
    title = record.fields.get("title")
    given = {code: str(text) for code, text in title.items()} if isinstance(title, dict) else {}
    return {code: given.get(code) or next(iter(given.values()), str(record.fields["id"])) for code in languages}


def _told(**changes: Any) -> Changes | None:
    return Changes.model_construct(**changes) if any(changes.values()) else None


def both(first: Changes, later: Changes) -> Changes | None:
    """The changes of a day that are told in two parts; None if they undo each other."""
    if later.opened:
        return later
    if first.opened:
        return _told(opened=first.opened + len(later.added) - len(later.removed))
    changed = {
        key: [name for name in get_args(Fact) if name in (*first.changed.get(key, ()), *later.changed.get(key, ()))]
        for key in (*first.changed, *later.changed)
        if key not in (*first.added, *later.removed)
    }
    return _told(
        added=[
            *(key for key in first.added if key not in later.removed),
            *(key for key in later.added if key not in (*first.added, *first.removed)),
        ],
        changed=changed,
        removed={
            **{key: title for key, title in first.removed.items() if key not in later.added},
            **{key: title for key, title in later.removed.items() if key not in first.added},
        },
    )


@kept(on="catalogue")
def days(catalogue: Catalogue) -> Mapping[str, Mapping[Newness, str]]:
    """The last day on which each record of the table was added and changed, by its key, as far as that is told."""
    found: dict[str, dict[Newness, str]] = {row.key: {} for row in catalogue.rows}
    for day, changes in sorted(catalogue.changes.items()):
        told: Mapping[Newness, Any] = {
            "added": found if changes.opened else changes.added,
            "changed": changes.changed,
        }
        for newness, keys in told.items():
            for key in keys:
                if key in found:
                    found[key][newness] = day
    return found


def newness(catalogue: Catalogue, key: str, since: str | None) -> Newness | None:
    """Tell whether a record was added, or else changed, after a day; None without one."""
    told = days(catalogue).get(key, {}) if since else {}
    return next((name for name in get_args(Newness) if told.get(name, "") > (since or "")), None)


def untold(catalogue: Catalogue, config: Path) -> list[Problem]:
    """Records that are told of but neither in the table nor taken out, each with a message."""
    file, problems = read_in(config, FILE), []
    removed: set[str] = set()
    for day, changes in sorted(catalogue.changes.items(), reverse=True):
        removed |= changes.removed.keys()
        for name in get_args(Newness):
            for at, key in enumerate(getattr(changes, name)):
                if key not in catalogue.numbers and key not in removed:
                    where = (day, name, at if name == "added" else key)
                    message = f"'{key}' has left the table since; `twinned changes` tells it"
                    problems.append(file.problem(where, message))
    return problems
