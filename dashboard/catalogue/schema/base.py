"""The base models of all others."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from dashboard.catalogue import fields as f
from dashboard.catalogue.borrowed import unborrowed

M = TypeVar("M", bound="Model")
Name = Annotated[str, StringConstraints(min_length=1)]
Colour = Annotated[str, f.matching(r"^#[0-9a-f]{6}$", "a colour such as #1f77b4")]


class Model(BaseModel):
    """Base of every model: unknown keys are errors, instances are immutable, values are never converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Named(Model):
    """An entry of a vocabulary."""

    names: f.Text


class Shades(Model):
    """A colour for the light and one for the dark theme."""

    light: Colour
    dark: Colour


class Reasoned(Model):
    """An entry that may rest on reasoning, explained in `inferred`, or need a `note` to readers."""

    inferred: f.Text | None = None
    note: f.Text | None = None


def exactly_one(model: M, first: str, second: str) -> M:
    """Return the model if exactly one of two fields is set; raises PydanticCustomError otherwise."""
    present = [name for name in (first, second) if getattr(model, name) is not None]
    if len(present) != 1:
        count = "both" if present else "neither"
        raise PydanticCustomError(
            "atlas",
            "exactly one of '{a}' and '{b}' is needed, found {found}",
            {"a": first, "b": second, "found": count},
        )
    return model


def required(model: type[Model]) -> list[str]:
    """Names of the fields that an editor must write."""
    return [info.alias or name for name, info in model.model_fields.items() if info.is_required()]


def writable(model: type[Model]) -> list[str]:
    """Names of all fields that an editor may write."""
    return [info.alias or name for name, info in model.model_fields.items()]


def as_written(record: Model) -> dict[str, Any]:
    """The record as in YAML: with aliases as keys, without borrowed texts and empty fields that may be left out."""
    needed = {field.alias or name for name, field in type(record).model_fields.items() if field.is_required()}
    return {
        key: value
        for key, value in unborrowed(record.model_dump(by_alias=True, exclude_none=True)).items()
        if key in needed or value not in ([], {})
    }
