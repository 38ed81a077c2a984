"""Field types of the schema: texts in every language, codes, and references to known keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from babel.numbers import is_currency
from pydantic import AfterValidator, GetJsonSchemaHandler, StringConstraints, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from dashboard.catalogue.borrowed import borrowed
from dashboard.catalogue.placeholders import holds_one_number
from dashboard.catalogue.problems import nearest

NO_MONEY = frozenset(("XXX", "XTS"))
"""ISO 4217 codes for "no currency" and for testing."""


@dataclass(frozen=True)
class Context:
    """The names that a record may refer to: languages, and the keys of each group ("places", …).

    `drafts` names the language that lends its texts to each draft among the languages.
    """

    languages: Sequence[str]
    known: Mapping[str, Mapping[str, Any]]
    drafts: Mapping[str, str] = field(default_factory=dict)


def _context(info: ValidationInfo) -> Context:
    if not isinstance(info.context, Context):
        raise TypeError("the models of the catalogue are validated with context=Context(...)")
    return info.context


def refusal(message: str) -> PydanticCustomError:
    """Return an error whose message is shown to the editor unchanged."""
    return PydanticCustomError("atlas", "{message}", {"message": message})


def _every_language(value: dict[str, str], info: ValidationInfo) -> dict[str, str]:
    context = _context(info)
    languages, drafts = context.languages, context.drafts
    lacking = [code for code in languages if not value.get(code, "").strip()]
    missing = [code for code in lacking if code not in drafts]
    unknown = [code for code in value if code not in languages]
    faults = [f"no text in language '{code}'" for code in missing]
    faults += [f"unknown language '{code}'{nearest(code, languages)}" for code in unknown]
    if faults:
        raise refusal("; ".join(faults))
    return value | {code: borrowed(value[drafts[code]], drafts[code]) for code in lacking}


def _one_number(value: dict[str, str]) -> dict[str, str]:
    for language, text in value.items():
        try:
            holds_one_number(text)
        except ValueError as error:
            raise refusal(f"{language}: {error}") from None
    return value


def _currency(value: str) -> str:
    if value in NO_MONEY or not is_currency(value):
        raise refusal(f"'{value}' is not an ISO 4217 currency code, such as USD")
    return value


def _language(value: str) -> str:
    try:
        Locale.parse(value)
    except (ValueError, UnknownLocaleError):
        raise refusal(f"'{value}' is not a known language code, such as 'en' or 'fr'") from None
    return value


def _address(value: str) -> str:
    try:
        urlsplit(value)
    except ValueError:
        raise refusal(f"'{value}' is not the address of a page") from None
    return value


@dataclass(frozen=True)
class Ref:
    """A name that must be a key of one of `groups`; `what` names it in messages."""

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
Pattern = Annotated[Text, AfterValidator(_one_number)]
"""A text in every language, with '{n}' in place of the number or figure."""

RIGHT: dict[str, str] = {}
"""Words for what matches each pattern, as in "'x y' is not a key: …"."""


def matching(pattern: str, right: str) -> StringConstraints:
    """Constraint to what matches a pattern; `right` says in words what that is."""
    RIGHT[pattern] = right
    return StringConstraints(pattern=pattern)


KEY = r"^[A-Za-z0-9][A-Za-z0-9_-]*$"
Key = Annotated[str, matching(KEY, "a key: Latin letters, digits, '-' and '_', the first one a letter or digit")]
"""The key of an entry. It becomes part of URLs and of text keys."""

LANGUAGE = r"^[a-z]{2,3}$"
LanguageCode = Annotated[
    str,
    matching(LANGUAGE, "the code of a language, such as 'en'"),
    AfterValidator(_language),
    WithJsonSchema({"type": "string", "pattern": LANGUAGE, "format": "language"}),
]
Currency = Annotated[str, AfterValidator(_currency), WithJsonSchema({"type": "string", "format": "currency"})]
Url = Annotated[
    str,
    matching(r"^https?://\S+$", "an address on the web: it starts with https:// or http:// and has no blanks"),
    AfterValidator(_address),
]
Slug = Annotated[
    str, matching(r"^[a-z0-9]+(-[a-z0-9]+)*$", "an id: words of small Latin letters and digits, joined by '-'")
]

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
CountryKey = Annotated[str, Ref("country", ("countries",))]
SelectedKey = Annotated[str, Ref("pair, unit or place", ("pairs", "units", "places"))]
RecordKey = Annotated[str, Ref("record", ("records",))]
"""A record in the whole table: the key of its pair, a slash and its id."""

UnitKind = Annotated[str, Ref("kind of unit", ("unit_kinds",))]
PlaceKind = Annotated[str, Ref("kind of place", ("place_kinds",))]
OrganisationKind = Annotated[str, Ref("kind of organisation", ("organisation_kinds",))]
SourceKind = Annotated[str, Ref("kind of source", ("source_kinds",))]
