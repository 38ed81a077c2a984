"""Validate the content of YAML files, with pydantic's errors turned into sentences for editors."""

from __future__ import annotations

import re
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dashboard.catalogue import fields, schema
from dashboard.catalogue.fields import Context
from dashboard.catalogue.problems import Problem, nearest
from dashboard.catalogue.slips import QUOTES
from dashboard.catalogue.yamlfile import Location, YamlFile

M = TypeVar("M", bound=schema.Model)
KEY = re.compile(fields.KEY)

_TYPES = {
    "dict": "a mapping",
    "list": "a list",
    "string": "a text",
    "float": "a number",
    "int": "a whole number",
    "bool": "true or false",
}

TRUTHS = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}
"""Truth values by the words that other readers of YAML take for them."""


def model(
    file: YamlFile, location: Location, kind: type[M], raw: Any, context: Context
) -> tuple[M | None, list[Problem]]:
    """Validate the raw value at `location`; return the model, or None and its problems."""
    try:
        return kind.model_validate(raw, context=context), []
    except ValidationError as error:
        return None, [_problem(file, location, kind, detail) for detail in error.errors()]


def entries(file: YamlFile, kind: type[M], context: Context) -> tuple[dict[str, M], list[Problem]]:
    """Validate a file that maps keys to entries of one kind, such as places.yaml; return the valid ones by key."""
    result: dict[str, M] = {}
    problems = list(file.problems)
    for key, raw in file.content.items():
        entry, found = model(file, (key,), kind, raw, context)
        problems += found
        if not KEY.fullmatch(key):
            problems.append(file.problem((key,), f"'{key}' is not {fields.RIGHT[fields.KEY]}"))
        elif entry is not None:
            result[key] = entry
    return result, problems


def relation(file: YamlFile, context: Context) -> tuple[schema.Relation, list[Problem]]:
    """Validate a file of relations/ record by record, so that an invalid record hides no other."""
    lists: dict[str, list[Any]] = {}
    problems = list(file.problems)
    for name, raw in file.content.items():
        kind = schema.RECORD_KINDS.get(name)
        if kind is None:
            message = f"unknown kind of record '{name}'{nearest(name, schema.RECORD_KINDS)}"
            problems.append(file.problem((name,), message))
        elif not isinstance(raw, list):
            problems.append(file.problem((name,), "expected a list of records, each starting with '- id:'"))
        else:
            lists[name] = []
            for index, item in enumerate(raw):
                record, found = model(file, (name, index), kind, item, context)
                problems += found
                if record is not None:
                    lists[name].append(record)
    return schema.Relation(**lists), problems


def _problem(file: YamlFile, base: Location, kind: type[schema.Model], detail: ErrorDetails) -> Problem:
    location = (*base, *detail["loc"])
    found, context = detail["input"], detail.get("ctx", {})
    if location[-1:] == ("[key]",):  # an invalid key of a mapping; pydantic puts this marker after the key itself
        location = location[:-1]
    match detail["type"]:
        case "extra_forbidden":
            message = (
                f"unknown field '{location[-1]}'{nearest(str(location[-1]), _fields_at(kind, detail['loc'][:-1]))}"
            )
        case "missing":
            none = "; name the sectors of its subject, or write 'sectors: []' if it has none"
            hint = none if location[-1] == "sectors" else ""
            message, location = f"the field '{location[-1]}' is missing{hint}", location[:-1]
        case "literal_error":
            known = [name.strip("'") for name in re.split(" or |, ", context["expected"])]
            message = f"{shown(found)} is not {context['expected']}{nearest(str(found), known)}"
        case "string_pattern_mismatch":
            message = f"'{found}' is not {fields.RIGHT[context['pattern']]}"
        case "too_short":
            message = "at least one entry is needed"
        case "string_too_short":
            message = "the text is empty"
        case "model_type" | "model_attributes_type":
            message = f"expected a mapping of fields, found {shown(found)}"
        case type_ if type_.endswith("_type"):
            expected = _TYPES.get(type_.removesuffix("_type"), type_.removesuffix("_type"))
            message = f"expected {expected}, found {shown(found)}{_written_right(type_, found)}"
        case "atlas":
            message = detail["msg"]
        case _:
            message = f"{detail['msg']}, found {shown(found)}"
    if isinstance(found, str) and found[:1] and found[0] in QUOTES:
        message += f"; the quotes of YAML are straight: '{found.strip(QUOTES)}'"
    return file.problem(location, message)


def _written_right(type_: str, found: Any) -> str:
    """Hint at how a value of the wrong type is written."""
    if type_ == "string_type" and isinstance(found, bool | int):
        return f"; put it in quotes: '{shown(found).removeprefix('the number ')}'"
    if type_ == "string_type" and isinstance(found, float):
        return "; put it in quotes"
    if type_ == "bool_type" and str(found).lower() in TRUTHS:
        return f"; write {TRUTHS[str(found).lower()]}"
    if type_ == "list_type" and isinstance(found, str):
        return f"; write [{found}]" if not found.startswith("-") else "; a space follows each '-' of a list"
    return ""


def _fields_at(kind: type[schema.Model], steps: Location) -> list[str]:
    """Fields that may be written at a location inside a model."""
    for step in steps:
        if isinstance(step, str) and step in schema.writable(kind):
            inner = next(info for name, info in kind.model_fields.items() if step in (name, info.alias))
            kind = next(iter(_models_in(inner.annotation)), kind)
    return schema.writable(kind)


def _models_in(annotation: Any) -> list[type[schema.Model]]:
    """Models contained in a type such as `list[ProjectAmount]`."""
    if isinstance(annotation, type) and issubclass(annotation, schema.Model):
        return [annotation]
    return [found for part in get_args(annotation) for found in _models_in(part)]


def shown(value: Any) -> str:
    """Name a value for use in a sentence: "the number 7", "a list", "nothing"."""
    if value is None:
        return "nothing"
    if isinstance(value, dict | list):
        return f"a {'mapping' if isinstance(value, dict) else 'list'}"
    if isinstance(value, bool):
        return str(value).lower()
    return f"the number {value}" if isinstance(value, int | float) else f"'{value}'"
