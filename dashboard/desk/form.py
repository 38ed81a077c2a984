"""The fields of a form, made from the schema that checks the files, and a record as what was filled in says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from dashboard.catalogue.load import MODELS
from dashboard.exports.schema_json import Generator
from dashboard.reading.facts import as_number

RECORD = "id {} sectors sources inferred note"
ORDERS = {
    "agreements": RECORD.format("kind title aliases summary signed signed_in valid"),
    "links": RECORD.format("kind a b with title aliases summary signed signed_in valid"),
    "projects": RECORD.format("title aliases summary status date period agreement organisations places amounts"),
    "indicators": RECORD.format("title aliases summary measure series period value unit currency qualifier of with"),
    "events": RECORD.format("title aliases summary date place participants signed"),
    "sources": "kind title book author publisher city date url accessed language footnote pages about uncited "
    "inferred note",
    "organisations": "kind place unit names aliases inferred note",
    "places": "kind unit names lon lat geonames aliases inferred note",
}
"""Lists to which the desk can add, with the order of the fields on the screen and in the file."""

RARE = {"aliases", "series", "accessed", "book", "city", "author", "footnote", "pages", "geonames", "uncited"}
RARE |= {"inferred", "note"}
"""Fields that few records have; the form shows them when asked."""

OF_FILE = {
    "projects": ("agreement", ("agreements", "links")),
    "events": ("signed", ("agreements", "links", "projects")),
}
"""Field of a list that names other records of the same file, and the lists that hold those."""

HERE = "here "
"""Beginning of the name of a group of records of the same file."""

Kind = Literal["text", "texts", "line", "lines", "date", "number", "choice", "choices", "rows"]
Data = Mapping[str, Sequence[str]]
"""The values that were filled in, by name, such as "title.en"."""


@dataclass(frozen=True)
class Field:
    """A field of a form. `groups` are those of the names to choose from, `parts` the fields of each row of a list."""

    name: str
    kind: Kind
    required: bool = False
    groups: tuple[str, ...] = ()
    parts: tuple[Field, ...] = ()

    @property
    def rare(self) -> bool:
        """True if the form shows it only when asked."""
        return self.name in RARE


@cache
def fields_of(name: str) -> tuple[Field, ...]:
    """Fields of the records of a list, such as "agreements"; the id is made of the title."""
    described = MODELS[name].model_json_schema(schema_generator=Generator)
    made = _fields(described, described.get("$defs", {}))
    fields = {field.name: field for field in made}
    if name in OF_FILE:
        field, lists = OF_FILE[name]
        kind: Kind = "choices" if fields[field].kind == "lines" else "choice"
        fields[field] = Field(field, kind, groups=tuple(HERE + each for each in lists))
    return tuple(fields[each] for each in ORDERS[name].split() if each != "id")


def _fields(described: Mapping[str, Any], known: Mapping[str, Any]) -> list[Field]:
    needed = described.get("required", [])
    return [_field(name, each, known, required=name in needed) for name, each in described["properties"].items()]


def _field(name: str, described: Mapping[str, Any], known: Mapping[str, Any], *, required: bool) -> Field:
    match described:
        case {"x-text": True}:
            return Field(name, "text", required)
        case {"x-groups": groups}:
            return Field(name, "choice", required, tuple(groups))
        case {"format": "edtf"}:
            return Field(name, "date", required)
        case {"format": "currency" | "language" as listed}:
            return Field(name, "choice", required, (listed,))
        case {"type": "number" | "integer"}:
            return Field(name, "number", required)
        case {"type": "array", "items": {"$ref": reference}}:
            parts = _fields(known[reference.rpartition("/")[2]], known)
            return Field(name, "rows", required, parts=tuple(parts))
        case {"type": "array", "items": {"x-text": True}}:
            return Field(name, "texts", required)
        case {"type": "array", "items": {"x-groups": groups}}:
            return Field(name, "choices", required, tuple(groups))
        case {"type": "array"}:
            return Field(name, "lines", required)
    return Field(name, "line", required)


def filled(fields: Sequence[Field], record: Mapping[str, Any], prefix: str = "") -> dict[str, list[str]]:
    """The values of a form that describes a record: the reverse of `read`. What is broken by hand is left empty."""
    data: dict[str, list[str]] = {}
    for field in fields:
        name = prefix + field.name
        value: Any = record.get(field.name)
        match field.kind:
            case kind if not _fits(kind, value):
                continue
            case "text":
                data |= {f"{name}.{code}": [text] for code, text in value.items()}
            case "texts":
                data |= {f"{name}.{at}.{code}": [text] for at, each in enumerate(value) for code, text in each.items()}
            case "rows":
                for at, row in enumerate(value):
                    data |= filled(field.parts, row, f"{name}.{at}.")
            case "choices" | "lines":
                data[name] = value if field.kind == "choices" else ["\n".join(value)]
            case _:
                data[name] = [str(value)]
    return data


def _fits(kind: Kind, value: Any) -> bool:
    """True for a value of the form that a field has."""
    match kind:
        case "text":
            return isinstance(value, dict)
        case "texts" | "rows":
            return isinstance(value, list) and all(isinstance(each, dict) for each in value)
        case "choices" | "lines":
            return isinstance(value, list) and all(isinstance(each, str) for each in value)
    return value is not None and not isinstance(value, dict | list)


def read(fields: Sequence[Field], data: Data, languages: Sequence[str], prefix: str = "") -> dict[str, Any]:
    """The record that a form describes. What was left empty is not in it, but for a list that must be stated."""
    record = {field.name: _read(field, data, languages, prefix + field.name) for field in fields}
    stated = {field.name for field in fields if field.required and field.kind == "choices"}
    return {name: value for name, value in record.items() if value not in ("", [], {}) or name in stated}


def _read(field: Field, data: Data, languages: Sequence[str], name: str) -> Any:
    match field.kind:
        case "text":
            return read_text(data, languages, name)
        case "texts":
            return [text for at in range(rows(data, name)) if (text := read_text(data, languages, f"{name}.{at}"))]
        case "rows":
            found = (read(field.parts, data, languages, f"{name}.{at}.") for at in range(rows(data, name)))
            return [row for row in found if row]
        case "choices":
            return [*dict.fromkeys(filter(None, data.get(name, ())))]
        case "lines":
            return [*filter(None, map(_plain, "\n".join(data.get(name, ())).splitlines()))]
        case "number":
            return as_number(line(data, name))
    return line(data, name)


def read_text(data: Data, languages: Sequence[str], name: str) -> dict[str, str]:
    """A text in those languages in which it was filled in."""
    return {code: text for code in languages if (text := line(data, f"{name}.{code}"))}


def line(data: Data, name: str) -> str:
    """The value that was filled in under a name, as one line."""
    return _plain(next(iter(data.get(name, ())), ""))


def _plain(text: str) -> str:
    return " ".join(text.split())


def rows(data: Data, name: str) -> int:
    """Number of the rows of a list that a form has, up to the last one."""
    found = (re.match(rf"{re.escape(name)}\.(\d{{1,3}})\.", each) for each in data)
    return max((int(each[1]) + 1 for each in found if each), default=0)
