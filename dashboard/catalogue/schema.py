"""The records of the table as pydantic models; what an editor may write, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, field_serializer, model_validator
from pydantic_core import PydanticCustomError

from dashboard.catalogue import fields as f
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.fields import refusal

M = TypeVar("M", bound="Model")
R = TypeVar("R", bound="Ranked")
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


class Ranked(Named):
    """An entry of a vocabulary whose order has a meaning: `rank` gives it, not the position in the file."""

    rank: int


class Closeness(Ranked):
    """How close two units are (rank 1 is the closest), and how its arcs are drawn.

    `met` is the closeness of regions that met or wrote a letter of intent: whatever is closer takes an agreement.
    `below` is that of regions with ties below the regional level alone.
    """

    role: Literal["met", "below"] | None = None
    colour: Shades
    dashed: bool = False


class Level(Ranked):
    """A level of ties, rank 1 the highest; `regional` is that of the regions and countries themselves."""

    role: Literal["regional"] | None = None


class Measure(Named):
    """What a figure measures; a dossier's summary prefers a figure of the `headline` measure."""

    role: Literal["headline"] | None = None


class Status(Ranked):
    """How far a project is, rank 1 the least; `iati` is the IATI ActivityStatus code."""

    stage: f.StageKey
    iati: int


class Instrument(Named):
    """A kind of agreement, and how close it makes two regions."""

    closeness: f.ClosenessKey


class Levelled(Named):
    """A kind of place or organisation, and the level at which its ties stand."""

    level: f.LevelKey


def _with_roles(*roles: str) -> AfterValidator:
    """Return the check that each of some roles is played by exactly one entry of a vocabulary."""

    def check(entries: dict[str, Any]) -> dict[str, Any]:
        for role in roles:
            found = [key for key, entry in entries.items() if entry.role == role]
            if len(found) != 1:
                told = f"here are {len(found)}: {', '.join(found)}" if found else "here is none"
                raise refusal(f"exactly one entry needs 'role: {role}', {told}")
        return entries

    return AfterValidator(check)


def _by_rank(entries: dict[str, R]) -> dict[str, R]:
    """The entries of a vocabulary in the order of their ranks."""
    first: dict[int, str] = {}
    for key, entry in entries.items():
        if key != first.setdefault(entry.rank, key):
            raise refusal(f"'{first[entry.rank]}' and '{key}' have the same rank {entry.rank}")
    return dict(sorted(entries.items(), key=lambda item: item[1].rank))


class Vocabulary(Model):
    """kinds.yaml: every vocabulary but the sectors.

    Those with ranks are in the order of their ranks; the order of the others has no meaning beyond the screen.
    """

    closeness: Annotated[dict[str, Closeness], _with_roles("met", "below"), AfterValidator(_by_rank)]
    agreements: dict[str, Instrument]
    links: dict[str, Named]
    statuses: Annotated[dict[str, Status], AfterValidator(_by_rank)]
    stages: dict[str, Named]
    levels: Annotated[dict[str, Level], _with_roles("regional"), AfterValidator(_by_rank)]
    place_kinds: dict[str, Levelled]
    organisation_kinds: dict[str, Levelled]
    unit_kinds: dict[str, Named]
    source_kinds: dict[str, Named]
    measures: Annotated[dict[str, Measure], _with_roles("headline")]
    quantities: dict[str, Named]
    qualifiers: dict[str, Named]
    rates: dict[str, Named]

    @property
    def met(self) -> str:
        """The closeness of regions that met without an agreement."""
        return _playing("met", self.closeness)

    @property
    def below(self) -> str:
        """The closeness of regions with ties below the regional level alone."""
        return _playing("below", self.closeness)

    @property
    def agreed(self) -> list[str]:
        """Every closeness that takes an agreement, the closest first."""
        return [key for key, entry in self.closeness.items() if entry.rank < self.closeness[self.met].rank]

    @property
    def regional(self) -> str:
        """The level of ties between the regions or countries themselves."""
        return _playing("regional", self.levels)

    @property
    def headline(self) -> str:
        """The measure whose figures come first in a summary."""
        return _playing("headline", self.measures)


def _playing(role: str, entries: Mapping[str, Closeness | Level | Measure]) -> str:
    return next(key for key, entry in entries.items() if entry.role == role)


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
    date: Edtf
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
    signed: Edtf | None = None
    valid: Edtf | None = None


class Link(Record):
    """A tie below the regional level; `a` lies on the first side, `b` on the second."""

    kind: f.LinkKind
    a: f.EndKey
    b: f.EndKey
    others: list[f.OrganisationKey] = Field(default=[], alias="with")
    signed: Edtf | None = None
    valid: Edtf | None = None

    @model_validator(mode="after")
    def _two_ends(self) -> Self:
        if self.a == self.b:
            raise PydanticCustomError("atlas", "a link needs two ends, both are '{end}'", {"end": self.a})
        return self


class Project(Record):
    """A project, plan, proposal or deal; `date` is when the source places its status."""

    sectors: Annotated[list[f.SectorKey], Field(min_length=1)]
    status: f.StatusKey
    date: Edtf | None = None
    period: Edtf | None = None
    agreement: f.Slug | None = None
    organisations: list[f.OrganisationKey] = []
    places: list[f.PlaceKey] = []
    amounts: list[ProjectAmount] = []


class Indicator(Amount, Record):
    """A figure: what is measured, when, of whom and with whom."""

    measure: f.MeasureKey
    period: Edtf | None = None
    of: f.PartyKey
    partner: f.PartyKey | None = Field(default=None, alias="with")


class Event(Record):
    """A meeting, visit, fair or forum; `signed` names records of the same file."""

    date: Edtf | None = None
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
