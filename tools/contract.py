"""Writes the JSON Schemas of dashboard/contract/ for the browser's side: `python -m tools.contract [--check]`.

`npm run contract` makes types of them, and `npm run check` checks the JavaScript against those.
"""

from __future__ import annotations

import argparse
import json
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Literal, get_origin

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from typing_extensions import is_typeddict

from dashboard import contract

FOLDER = Path(__file__).parents[1] / "frontend" / "contract"


class _Untitled(GenerateJsonSchema):
    """Leaves the titles out, which only say each name again."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's signature
        return False


def schemas() -> dict[str, str]:
    """The JSON Schema of every module of the contract by file name; ValueError where two give one name to two types."""
    found: dict[str, Any] = {}
    files = {}
    for module in iter_modules(contract.__path__):
        definitions = _definitions(f"{contract.__name__}.{module.name}")
        if doubles := sorted(name for name in definitions.keys() & found if definitions[name] != found[name]):
            raise ValueError(f"dashboard/contract/{module.name}.py: another module defines {', '.join(doubles)}")
        found |= definitions
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": definitions}
        files[f"{module.name}.json"] = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return files


def _definitions(name: str) -> dict[str, Any]:
    """The types that a module names: its TypedDicts, and its aliases such as a union of them."""
    types = {
        key: value
        for key, value in vars(import_module(name)).items()
        if not key.startswith("_") and (is_typeddict(value) or get_origin(value) is not None)
    }
    mode: Literal["validation"] = "validation"
    inputs: list[tuple[str, Literal["validation"], TypeAdapter[Any]]] = [
        (key, mode, TypeAdapter(value)) for key, value in types.items()
    ]
    by_key, shared = TypeAdapter.json_schemas(inputs, schema_generator=_Untitled)
    aliases = {key: schema for (key, _), schema in by_key.items() if not is_typeddict(types[key])}
    return dict(sorted({**shared["$defs"], **aliases}.items()))


def stale() -> list[str]:
    """What is not as `schemas` has it, in words."""
    wanted = schemas()
    there = {file.name: file.read_text("utf-8") for file in FOLDER.glob("*.json")}
    changed = [f"frontend/contract/{name} is out of date" for name, text in wanted.items() if there.get(name) != text]
    return changed + [f"frontend/contract/{name} has no module" for name in sorted(there.keys() - wanted)]


def write() -> None:
    """Brings the folder up to date."""
    FOLDER.mkdir(exist_ok=True)
    wanted = schemas()
    for file in FOLDER.glob("*.json"):
        if file.name not in wanted:
            file.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, "utf-8")


def main() -> int:
    """Writes, or with --check only says what is out of date: 1 if anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if something is out of date")
    if not parser.parse_args().check:
        write()
        return 0
    problems = stale()
    for problem in problems:
        print(problem)
    if problems:
        print("To mend it: python -m tools.contract && npm --prefix frontend run contract")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
