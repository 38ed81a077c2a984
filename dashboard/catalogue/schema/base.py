"""The models from which all others are made."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from dashboard.catalogue import fields as f

M = TypeVar("M", bound="Model")
Name = Annotated[str, StringConstraints(min_length=1)]


class Model(BaseModel):
    """Every model: unknown keys are errors, nothing changes after loading, no value is converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Named(Model):
    """An entry of a vocabulary."""

    names: f.Text


class Shades(Model):
    """One colour for a light and one for a dark ground, as #rrggbb."""

    light: Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
    dark: Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]


class Reasoned(Model):
    """What may rest on reasoning (`inferred`) or need a word to the reader (`note`)."""

    inferred: f.Text | None = None
    note: f.Text | None = None


def exactly_one(model: M, first: str, second: str) -> M:
    """Return the model if one of two fields is filled and the other is not; else raise a PydanticCustomError."""
    present = [name for name in (first, second) if getattr(model, name) is not None]
    if len(present) != 1:
        found = "both are there" if present else "neither is there"
        raise PydanticCustomError(
            "atlas", "exactly one of '{a}' and '{b}' is needed; {found}", {"a": first, "b": second, "found": found}
        )
    return model


def required(model: type[Model]) -> list[str]:
    """The names of the fields that an editor must write."""
    return [info.alias or name for name, info in model.model_fields.items() if info.is_required()]


def writable(model: type[Model]) -> list[str]:
    """The names of all fields that an editor may write."""
    return [info.alias or name for name, info in model.model_fields.items()]


def as_written(record: Model) -> dict[str, Any]:
    """The record as the YAML has it: aliases as keys, absent and empty fields left out."""
    return {
        key: value
        for key, value in record.model_dump(by_alias=True, exclude_none=True).items()
        if value not in ([], {})
    }
