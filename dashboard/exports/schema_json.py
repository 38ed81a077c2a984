"""JSON Schemas of the YAML files, with which an editor's YAML plug-in completes and checks."""

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
    "story": schema.Story,
    "changes": dict[str, schema.Changes],
}


class Generator(GenerateJsonSchema):
    """Generates schemas without titles of fields, defaults and null, which tell an editor nothing."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        """No field has a title."""
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Schema without the default."""
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Schema without null."""
        return self.generate_inner(schema["schema"])


def schema_texts(catalogue: Catalogue) -> dict[str, str]:
    """JSON text of each schema file, by file name."""
    known = _known(catalogue)
    languages = list(catalogue.atlas.languages)
    text = {
        "type": "object",
        "properties": {code: {"type": "string", "minLength": 1} for code in languages},
        "required": [code for code in languages if code not in catalogue.atlas.drafts],
        "additionalProperties": False,
    }
    result = {}
    for name, kind in FILES.items():
        raw = TypeAdapter(kind).json_schema(schema_generator=Generator)
        filled = {"$schema": "http://json-schema.org/draft-07/schema#", **_filled(raw, known)}
        filled["$defs"] = {"Text": text, **filled["$defs"]}
        result[f"{name}.json"] = json.dumps(filled, ensure_ascii=False, indent=2) + "\n"
    return result


def write_schemas(catalogue: Catalogue, folder: Path) -> None:
    """Write the schema files into a folder, which is made if it does not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_texts(catalogue).items():
        (folder / name).write_text(text, encoding="utf-8")


def stale_schemas(catalogue: Catalogue, folder: Path) -> list[str]:
    """Names of the schema files that are missing or differ from what `write_schemas` would write."""

    def found(name: str) -> str | None:
        return (folder / name).read_text(encoding="utf-8") if (folder / name).is_file() else None

    return [name for name, text in schema_texts(catalogue).items() if found(name) != text]


def _known(catalogue: Catalogue) -> dict[str, list[str]]:
    """Allowed names by group. Places, organisations and sources are left out, since they change daily."""
    vocabularies = {name: list(getattr(catalogue.kinds, name)) for name in schema.Vocabulary.model_fields}
    return vocabularies | {
        "sectors": list(catalogue.sectors),
        "units": list(catalogue.units),
        "countries": list(catalogue.atlas.countries),
    }


def _filled(node: Any, known: dict[str, list[str]]) -> Any:
    """Replace the marks `x-text` and `x-groups` of the models by a text in every language and by allowed names."""
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
