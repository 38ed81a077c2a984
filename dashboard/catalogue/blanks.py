"""New pairs, records and entries: their templates, with what is known filled in and the rest left open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dashboard.catalogue import schema
from dashboard.catalogue.canonical import ASIDE, word
from dashboard.catalogue.commented import Block, Document, Fields, Items, Node, Scalar, parsed
from dashboard.catalogue.fields import Context
from dashboard.catalogue.folder import CONFIG, PAIRS
from dashboard.catalogue.load import MODELS, context_of, misnamed
from dashboard.catalogue.problems import BrokenTable, nearest
from dashboard.catalogue.yamlfile import read_in

RECORDS = tuple(name.removesuffix("s") for name in schema.RECORD_KINDS)
KINDS = ("pair", *RECORDS, "place", "organisation", "source")
WHERE = dict.fromkeys(RECORDS, "PAIR") | {"place": "UNIT", "organisation": "PLACE"}
"""Name of the argument that says where an entry of a kind lies."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CHOICES = {"indicator": ("unit",)}
"""Fields of a kind that are not required by themselves, but one of two."""


class Gap(NamedTuple):
    """A field that is still to be filled, on a line of the file, with what the template says of it."""

    line: int
    field: str
    hint: str


@dataclass(frozen=True)
class Begun:
    """The new text of a file, and its gaps."""

    file: str
    text: str
    gaps: tuple[Gap, ...]


class _Line(NamedTuple):
    text: str
    field: str = ""
    hint: str = ""


def begin(config: Path, kind: str, where: str, key: str) -> Begun:
    """Begin a pair, a source, a record of the pair `where`, or a place or organisation that lies there.

    Raises ValueError, with a sentence for the editor, if it is there already or cannot be, and BrokenTable if its file
    cannot be read.
    """
    context = context_of(config)
    if not context.languages or len(context.known["countries"]) != 2:
        raise ValueError("atlas.yaml has to name the languages and two countries first; see `twinned check`")
    if kind == "pair":
        return _pair(config, key, context)
    if not SLUG.fullmatch(key):
        raise ValueError(f"'{key}' is no id; write small Latin letters, digits and hyphens, such as 'roadmap-2024'")
    return (_record if kind in RECORDS else _entry)(config, kind, where, key, context)


def _pair(config: Path, key: str, context: Context) -> Begun:
    name = _file_of(key, context)
    if (config / name).exists():
        raise ValueError(f"{name} is there already")
    return Begun(name, _heading(key, context), ())


def _file_of(pair: str, context: Context) -> str:
    if wrong := misnamed(pair, context):
        raise ValueError(
            wrong.replace("the file name", "the pair")
            .replace("the file should be named", "write")
            .replace(".yaml'", "'")
        )
    return f"{PAIRS}/{pair}.yaml"


def _heading(pair: str, context: Context) -> str:
    """First line of the file of a pair: the names of its sides."""
    entries = {**context.known["countries"], **context.known["units"]}
    return f"# {' — '.join(entries[side]['names'][context.languages[0]] for side in pair.split('_'))}.\n"


def _record(config: Path, kind: str, pair: str, key: str, context: Context) -> Begun:
    name = _file_of(pair, context)
    if f"{pair}/{key}" in context.known["records"]:
        raise ValueError(f"{name} has a record '{key}' already")
    text = _text(config, name) or _heading(pair, context)
    document = parsed(text)
    lines = text.splitlines()
    at, indent, opening = _place_of_records(document, lines, f"{kind}s")
    made = list(_fields(config, kind, {"id": key}, context, indent + 2))
    dashed = [_Line(f"{'- ' if number == 0 else '  '}{line.text}", *line[1:]) for number, line in enumerate(made)]
    return _begun(name, lines, at, opening, [_Line(" " * indent + line.text, *line[1:]) for line in dashed])


def _place_of_records(document: Document, lines: list[str], name: str) -> tuple[int, int, list[str]]:
    """Line before which a record is added to a list, its indent, and what comes above it; opens an empty list."""
    content = document.content
    found = content.get(name) if isinstance(content, Fields) else None
    if not found:
        return len(lines), 2, ["", f"{name}:"]
    key, records = found
    if isinstance(records, Items) and records.items and not records.flow:
        return records.last + 1, records.column, [""]
    if isinstance(records, Block) and (not isinstance(records, Items) or records.items):
        raise ValueError(f"the {name} stand between brackets; write each of them on lines of its own first")
    lines[key.first] = f"{name}:"
    return key.first + 1, 2, []


def _entry(config: Path, kind: str, where: str, key: str, context: Context) -> Begun:
    known = context.known
    if key in known[f"{kind}s"]:
        raise ValueError(f"the {kind} '{key}' is there already")
    if kind in ("place", "organisation") and key in {**known["places"], **known["organisations"]}:
        raise ValueError(f"a place or organisation '{key}' is there already")
    given = {}
    if kind != "source":
        groups = ("units",) if kind == "place" else ("places", "units", "countries")
        group = next((group for group in groups if where in known[group]), None)
        if not group:
            called = "unit" if kind == "place" else "place, unit or country"
            raise ValueError(
                f"unknown {called} '{where}'{nearest(where, [key for one in groups for key in known[one]])}"
            )
        given["place" if group == "places" else "unit"] = where
    name = f"{kind}s.yaml"
    lines = _text(config, name).splitlines()
    made = [_Line(f"  {line.text}", *line[1:]) for line in _fields(config, kind, given, context, 2)]
    return _begun(name, lines, len(lines), [""] if lines else [], [_Line(f"{key}:"), *made])


def _text(config: Path, name: str) -> str:
    """Text of a file; empty if it is not there."""
    if not (config / name).exists():
        return ""
    if problems := read_in(config, name).problems:
        raise BrokenTable(problems)
    return (config / name).read_text(encoding="utf-8-sig")


def _begun(name: str, lines: list[str], at: int, opening: Sequence[str], made: Sequence[_Line]) -> Begun:
    """Put lines into a file; its gaps are those that name a field."""
    first = at + len(opening) + 1
    gaps = tuple(Gap(number, line.field, line.hint) for number, line in enumerate(made, first) if line.field)
    whole = [*lines[:at], *opening, *(line.text for line in made), *lines[at:]]
    return Begun(name, "".join(f"{line}\n" for line in whole), gaps)


def _fields(config: Path, kind: str, given: Mapping[str, str], context: Context, indent: int) -> Iterator[_Line]:
    """Lines of an entry: what is given, gaps for what is required, and the rest of the template as comments."""
    needed = {*schema.required(MODELS[f"{kind}s"]), *CHOICES.get(kind, ())}
    languages = [code for code in context.languages if code not in context.drafts]
    template, hints = _template(config, kind)
    for key, value in template.fields:
        name, hint = key.text, hints.get(key.first, "")
        if name in given or (name in ("place", "unit") and {"place", "unit"} & given.keys()):
            choice = name if name in given else next(iter(given))
            yield _Line(f"{choice}: {given[choice]}")
        elif name in needed and _is_text(value):
            yield _Line(_beside(f"{name}:", hint, indent))
            for code in languages:
                yield _Line(f"  {code}:", f"{name}.{code}", hint)
        elif name in needed:
            yield _Line(_beside(f"{name}:", hint, indent), name, hint)
        else:
            yield _Line(_beside(f"# {name}: {_example(value, languages)}", hint, indent))


def _template(config: Path, kind: str) -> tuple[Fields, dict[int, str]]:
    """Fields of the example in a template, of this atlas or else the shipped one, and its hints by line."""
    name = f"templates/{kind}.yaml"
    document = parsed(_text(config, name) or _text(CONFIG, name))
    node: Node | None = document.content
    while isinstance(node, Fields) and len(node.fields) == 1:
        node = node.fields[0][1]
        node = node.items[0] if isinstance(node, Items) and node.items else node
    if not isinstance(node, Fields):
        raise ValueError(f"templates/{kind}.yaml holds no example")
    hints: dict[int, str] = {}
    line = -1
    for comment in document.comments:
        line = line if comment.alone else comment.line  # one on a line of its own goes on from the one beside a value
        hints[line] = f"{hints.get(line, '')} {comment.text.lstrip('# ')}".strip()
    return node, hints


def _is_text(value: Node) -> bool:
    """True for a mapping of languages to texts."""
    return isinstance(value, Fields) and all(re.fullmatch("[a-z]{2,3}", key.text) for key, _ in value.fields)


def _example(value: Node, languages: Sequence[str]) -> str:
    """The value of an example on one line, without its texts."""
    if _is_text(value):
        return "{" + ", ".join(f"{code}: ''" for code in languages) + "}"
    if isinstance(value, Items) and value.items and _is_text(value.items[0]):
        return f"[{_example(value.items[0], languages)}]"
    return word(value, flow=not isinstance(value, Scalar))


def _beside(line: str, hint: str, indent: int) -> str:
    return f"{line:<{ASIDE - indent - 1}} # {hint}" if hint else line
