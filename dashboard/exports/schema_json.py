"""The JSON Schema of each YAML file, for an editor's YAML plug-in: what may be written, and which names there are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from dashboard.catalogue import schema
from dashboard.catalogue.model import Catalogue

FILES: dict[str, Any] = {
    "atlas": schema.Atlas,
    "kinds": schema.Vocabulary,
    "sectors": dict[str, schema.Sector],
    "units": dict[str, schema.Unit],
    "places": dict[str, schema.Place],
    "organisations": dict[str, schema.Organisation],
    "sources": dict[str, schema.Source],
    "relation": schema.Relation,
}


class _Generator(GenerateJsonSchema):
    """Leaves out what tells an editor nothing: the titles of fields, their defaults, and null."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def texts(catalogue: Catalogue) -> dict[str, str]:
    """The schema files by name, each as the text of its JSON."""
    known = _known(catalogue)
    languages = list(catalogue.atlas.languages)
    text = {
        "type": "object",
        "properties": {code: {"type": "string", "minLength": 1} for code in languages},
        "required": languages,
        "additionalProperties": False,
    }
    result = {}
    for name, kind in FILES.items():
        raw = TypeAdapter(kind).json_schema(schema_generator=_Generator)
        filled = {"$schema": "http://json-schema.org/draft-07/schema#", **_filled(raw, known)}
        filled["$defs"] = {"Text": text, **filled["$defs"]}
        result[f"{name}.json"] = json.dumps(filled, ensure_ascii=False, indent=2) + "\n"
    return result


def write(catalogue: Catalogue, folder: Path) -> None:
    """Writes the schema files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts(catalogue).items():
        (folder / name).write_text(text, encoding="utf-8")


def stale(catalogue: Catalogue, folder: Path) -> list[str]:
    """The names of the schema files that are missing or no longer what `write` would write."""

    def found(name: str) -> str | None:
        return (folder / name).read_text(encoding="utf-8") if (folder / name).is_file() else None

    return [name for name, text in texts(catalogue).items() if found(name) != text]


def _known(catalogue: Catalogue) -> dict[str, list[str]]:
    """The names that may be written by group; places, organisations and sources change daily and are left out."""
    vocabularies = {name: list(getattr(catalogue.kinds, name)) for name in schema.Vocabulary.model_fields}
    return vocabularies | {
        "sectors": list(catalogue.sectors),
        "units": list(catalogue.units),
        "countries": list(catalogue.atlas.countries),
    }


def _filled(node: Any, known: dict[str, list[str]]) -> Any:
    """A schema with its texts and its references to names filled in."""
    if isinstance(node, list):
        return [_filled(item, known) for item in node]
    if not isinstance(node, dict):
        return node
    if "x-text" in node:
        return {"$ref": "#/$defs/Text"}
    if "x-groups" in node:
        groups = node["x-groups"]
        closed = all(group in known for group in groups)
        return {"enum": [name for group in groups for name in known[group]]} if closed else {"type": "string"}
    return {key: _filled(value, known) for key, value in node.items()}
