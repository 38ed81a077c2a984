"""Field types of the schema: texts in every language, EDTF dates, references to known names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, GetJsonSchemaHandler, StringConstraints, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from dashboard.catalogue.problems import nearest


@dataclass(frozen=True)
class Context:
    """What a record may refer to: the languages, and for each group ("places", …) its keys."""

    languages: Sequence[str]
    known: Mapping[str, Mapping[str, Any]]


def _context(info: ValidationInfo) -> Context:
    if not isinstance(info.context, Context):
        raise TypeError("the models of the catalogue are validated with context=Context(...)")
    return info.context


def refusal(message: str) -> PydanticCustomError:
    """Return an error whose sentence is shown to the editor as it is."""
    return PydanticCustomError("atlas", "{message}", {"message": message})


def _every_language(value: dict[str, str], info: ValidationInfo) -> dict[str, str]:
    languages = _context(info).languages
    missing = [code for code in languages if not value.get(code, "").strip()]
    unknown = [code for code in value if code not in languages]
    faults = [f"no text in language '{code}'" for code in missing]
    faults += [f"unknown language '{code}'{nearest(code, languages)}" for code in unknown]
    if faults:
        raise refusal("; ".join(faults))
    return value


@dataclass(frozen=True)
class Ref:
    """A name that must be a key of one of `groups`; `what` is how a sentence calls it."""

    what: str
    groups: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> Any:
        return {"type": "string", "x-groups": list(self.groups)}

    def _check(self, value: str, info: ValidationInfo) -> str:
        known = _context(info).known
        if any(value in known[group] for group in self.groups):
            return value
        everything = [name for group in self.groups for name in known[group]]
        raise refusal(f"unknown {self.what} '{value}'{nearest(value, everything)}")


Text = Annotated[dict[str, str], AfterValidator(_every_language), WithJsonSchema({"x-text": True})]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]

SectorKey = Annotated[str, Ref("sector", ("sectors",))]
AgreementKind = Annotated[str, Ref("kind of agreement", ("agreements",))]
LinkKind = Annotated[str, Ref("kind of link", ("agreements", "links"))]
StatusKey = Annotated[str, Ref("status", ("statuses",))]
MeasureKey = Annotated[str, Ref("measure", ("measures",))]
QuantityKey = Annotated[str, Ref("unit of measure", ("quantities",))]
QualifierKey = Annotated[str, Ref("qualifier", ("qualifiers",))]
RateKey = Annotated[str, Ref("rate", ("rates",))]
LevelKey = Annotated[str, Ref("level", ("levels",))]
StageKey = Annotated[str, Ref("stage", ("stages",))]
ClosenessKey = Annotated[str, Ref("closeness", ("closeness",))]
UnitKey = Annotated[str, Ref("unit", ("units",))]
PlaceKey = Annotated[str, Ref("place", ("places",))]
OrganisationKey = Annotated[str, Ref("organisation", ("organisations",))]
SourceKey = Annotated[str, Ref("source", ("sources",))]
SideKey = Annotated[str, Ref("unit or country", ("units", "countries"))]
EndKey = Annotated[str, Ref("place or organisation", ("places", "organisations"))]
PartyKey = Annotated[
    str, Ref("unit, country, place or organisation", ("units", "countries", "places", "organisations"))
]
UnitKind = Annotated[str, Ref("kind of unit", ("unit_kinds",))]
PlaceKind = Annotated[str, Ref("kind of place", ("place_kinds",))]
OrganisationKind = Annotated[str, Ref("kind of organisation", ("organisation_kinds",))]
SourceKind = Annotated[str, Ref("kind of source", ("source_kinds",))]
