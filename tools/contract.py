"""Write the JSON Schemas of dashboard/contract/ for the frontend: `python -m tools.contract [--check]`.

`npm run contract` turns them into types, and `npm run check` checks the JavaScript against these.
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
    """Leaves out titles, which only repeat the names."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's signature
        return False


def schemas() -> dict[str, str]:
    """JSON Schema of every contract module by file name; ValueError if two modules give different types one name."""
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
    """Schemas of the types that a module names: its TypedDicts, and its aliases such as unions of them."""
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
    """Message for each file that is missing, out of date or left over."""
    wanted = schemas()
    existing = {file.name: file.read_text("utf-8") for file in FOLDER.glob("*.json")}
    changed = [
        f"frontend/contract/{name} is out of date" for name, text in wanted.items() if existing.get(name) != text
    ]
    return changed + [f"frontend/contract/{name} has no module" for name in sorted(existing.keys() - wanted)]


def write() -> None:
    """Bring the folder up to date."""
    FOLDER.mkdir(exist_ok=True)
    wanted = schemas()
    for file in FOLDER.glob("*.json"):
        if file.name not in wanted:
            file.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, "utf-8")


def main() -> int:
    """Write the schemas; with --check, print what is out of date instead and return 1 if anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if any schema is out of date")
    if not parser.parse_args().check:
        write()
        return 0
    problems = stale()
    for problem in problems:
        print(problem)
    if problems:
        print("To fix it, run: python -m tools.contract && npm --prefix frontend run contract")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
