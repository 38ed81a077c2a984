"""The records of the table as pydantic models; what an editor may write, and nothing else."""

from __future__ import annotations

from typing import Annotated, Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_serializer, model_validator
from pydantic_core import PydanticCustomError

from dashboard.catalogue import fields as f

Name = Annotated[str, StringConstraints(min_length=1)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


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


class Country(Named):
    """A country of the atlas by its ISO 3166-1 code; the rest tells geodata/build.py what to fetch."""

    admin0: list[Name]
    dissolve: dict[str, Name] = {}
    tolerance: dict[str, float] = {}


class Licence(Model):
    """On what terms the table may be used; `credits` names what in it comes from others."""

    name: Name
    url: f.Url
    credits: f.Text


class Atlas(Model):
    """atlas.yaml: the title, the languages and the two countries, the first of them first everywhere."""

    title: f.Text
    languages: dict[Name, Name]
    countries: dict[Name, Country]
    licence: Licence
    map: dict[str, Any] = {}
    floors: dict[str, int] = {}

    @model_validator(mode="after")
    def _two_countries(self) -> Self:
        if len(self.countries) != 2:
            raise PydanticCustomError(
                "atlas", "exactly two countries are needed; {found} stand here", {"found": len(self.countries)}
            )
        return self


class Sector(Named):
    """A field of cooperation; `icon` is a Material Symbol, `dac` an OECD DAC purpose code."""

    icon: Name
    colour: Shades
    dac: Annotated[str, StringConstraints(pattern=r"^\d{3,5}$")]


class Closeness(Named):
    """How close two units are, and how its arcs are drawn."""

    colour: Shades
    dashed: bool = False


class Status(Named):
    """How far a project is; `iati` is the IATI ActivityStatus code."""

    stage: f.StageKey
    iati: int


class Instrument(Named):
    """A kind of agreement, and how close it makes two regions."""

    closeness: f.ClosenessKey


class Levelled(Named):
    """A kind of place or organisation, and the level at which its ties stand."""

    level: f.LevelKey


class Vocabulary(Model):
    """kinds.yaml: every vocabulary but the sectors."""

    closeness: dict[str, Closeness]
    agreements: dict[str, Instrument]
    links: dict[str, Named]
    statuses: dict[str, Status]
    stages: dict[str, Named]
    levels: dict[str, Named]
    place_kinds: dict[str, Levelled]
    organisation_kinds: dict[str, Levelled]
    unit_kinds: dict[str, Named]
    source_kinds: dict[str, Named]
    measures: dict[str, Named]
    quantities: dict[str, Named]
    qualifiers: dict[str, Named]
    rates: dict[str, Named]


class Unit(Named):
    """A first-level unit by its ISO 3166-2 code; `short` is its name on the map."""

    kind: f.UnitKind
    seat: f.PlaceKey
    short: f.Text | None = None
    aliases: list[Name] = []
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q\d+$")] | None = None


class Reasoned(Model):
    """What may rest on reasoning (`inferred`) or need a word to the reader (`note`)."""

    inferred: f.Text | None = None
    note: f.Text | None = None


class Place(Named, Reasoned):
    """A city, district or zone; lon and lat in degrees, WGS84."""

    unit: f.UnitKey
    kind: f.PlaceKind
    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    geonames: int | None = None
    aliases: list[Name] = []


class Organisation(Named, Reasoned):
    """A university, hospital, company, exchange …, sitting in a place or at least in a unit."""

    kind: f.OrganisationKind
    place: f.PlaceKey | None = None
    unit: f.SideKey | None = None
    aliases: list[Name] = []

    @model_validator(mode="after")
    def _one_seat(self) -> Self:
        return _exactly_one(self, "place", "unit")


class Source(Reasoned):
    """Where facts are written: an article, a book or a chapter, with what it reports in our words."""

    kind: f.SourceKind
    publisher: Name
    author: Name | None = None
    title: Name | None = None
    date: f.Edtf
    url: f.Url | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    footnote: int | None = None
    pages: Name | None = None
    about: f.Text
    uncited: f.Text | None = None


class Amount(Model):
    """A sum of money or a quantity, as exact as the source."""

    value: float
    currency: Currency | None = None
    unit: f.QuantityKey | None = None
    qualifier: f.QualifierKey | None = None

    @field_serializer("value")
    def _whole(self, value: float) -> float:
        return int(value) if value.is_integer() else value

    @model_validator(mode="after")
    def _one_unit(self) -> Self:
        return _exactly_one(self, "currency", "unit")


class ProjectAmount(Amount):
    """What a project costs, delivers or buys; `period` makes it a rate."""

    period: f.RateKey | None = None


class Record(Reasoned):
    """What every record of a relation has."""

    id: f.Slug
    title: f.Text
    summary: f.Text | None = None
    sectors: list[f.SectorKey] = []
    sources: Annotated[list[f.SourceKey], Field(min_length=1)]


class Agreement(Record):
    """An instrument between the two sides themselves."""

    kind: f.AgreementKind
    signed: f.Edtf | None = None
    valid: f.Edtf | None = None


class Link(Record):
    """A tie below the regional level; `a` lies on the first side, `b` on the second."""

    kind: f.LinkKind
    a: f.EndKey
    b: f.EndKey
    others: list[f.OrganisationKey] = Field(default=[], alias="with")
    signed: f.Edtf | None = None
    valid: f.Edtf | None = None

    @model_validator(mode="after")
    def _two_ends(self) -> Self:
        if self.a == self.b:
            raise PydanticCustomError("atlas", "a link needs two ends, both are '{end}'", {"end": self.a})
        return self


class Project(Record):
    """A project, plan, proposal or deal; `date` is when the source places its status."""

    sectors: Annotated[list[f.SectorKey], Field(min_length=1)]
    status: f.StatusKey
    date: f.Edtf | None = None
    period: f.Edtf | None = None
    agreement: f.Slug | None = None
    organisations: list[f.OrganisationKey] = []
    places: list[f.PlaceKey] = []
    amounts: list[ProjectAmount] = []


class Indicator(Amount, Record):
    """A figure: what is measured, when, of whom and with whom."""

    measure: f.MeasureKey
    period: f.Edtf | None = None
    of: f.PartyKey
    partner: f.PartyKey | None = Field(default=None, alias="with")


class Event(Record):
    """A meeting, visit, fair or forum; `signed` names records of the same file."""

    date: f.Edtf | None = None
    place: f.PlaceKey | None = None
    participants: list[f.PartyKey] = []
    signed: list[f.Slug] = []


class Relation(Model):
    """One file of relations/: everything between the two sides that its name tells."""

    agreements: list[Agreement] = []
    links: list[Link] = []
    projects: list[Project] = []
    indicators: list[Indicator] = []
    events: list[Event] = []


RECORD_KINDS: dict[str, type[Record]] = {
    "agreements": Agreement,
    "links": Link,
    "projects": Project,
    "indicators": Indicator,
    "events": Event,
}


M = TypeVar("M", bound="Model")


def _exactly_one(model: M, first: str, second: str) -> M:
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
