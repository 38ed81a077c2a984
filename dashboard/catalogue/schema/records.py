"""The records of relations/: agreements, links, projects, indicators and events."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, field_serializer, model_validator
from pydantic_core import PydanticCustomError

from dashboard.catalogue import fields as f
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.schema.base import Model, Reasoned, exactly_one


class Amount(Model):
    """A sum of money or a quantity, as precise as the source."""

    value: float
    currency: f.Currency | None = None
    unit: f.QuantityKey | None = None
    qualifier: f.QualifierKey | None = None

    @field_serializer("value")
    def _whole(self, value: float) -> float:
        return int(value) if value.is_integer() else value

    @model_validator(mode="after")
    def _one_unit(self) -> Self:
        return exactly_one(self, "currency", "unit")


class ProjectAmount(Amount):
    """The cost, output or purchases of a project; `period` makes it a rate."""

    period: f.RateKey | None = None


class Record(Reasoned):
    """Fields of every record of a relation.

    `sectors` are those of its subject; `[]` says that it has none. `aliases` are titles by which it is found too:
    those of statements that it includes.
    """

    id: f.Slug
    title: f.Text
    aliases: list[f.Text] = []
    summary: f.Text | None = None
    sectors: list[f.SectorKey]
    sources: Annotated[list[f.SourceKey], Field(min_length=1)]


class Agreement(Record):
    """An instrument between the two sides themselves; `signed_in` is the place of its signing."""

    kind: f.AgreementKind
    signed_in: f.PlaceKey | None = None
    signed: Edtf | None = None
    valid: Edtf | None = None


class Link(Record):
    """A tie below the regional level; `a` lies on the first side, `b` on the second, `with` names further parties."""

    kind: f.LinkKind
    signed_in: f.PlaceKey | None = None
    a: f.EndKey
    b: f.EndKey
    others: list[f.OrganisationKey] = Field(default=[], alias="with")
    signed: Edtf | None = None
    valid: Edtf | None = None

    @model_validator(mode="after")
    def _two_ends(self) -> Self:
        if self.a == self.b:
            raise PydanticCustomError("atlas", "a link needs two different ends, found '{end}' twice", {"end": self.a})
        return self


class Project(Record):
    """A project, plan, proposal or deal; `date` is the date of its status according to the source."""

    sectors: Annotated[list[f.SectorKey], Field(min_length=1)]
    status: f.StatusKey
    date: Edtf | None = None
    period: Edtf | None = None
    agreement: f.Slug | None = None
    organisations: list[f.OrganisationKey] = []
    places: list[f.PlaceKey] = []
    amounts: list[ProjectAmount] = []


class Indicator(Amount, Record):
    """A figure: measure, period, and the parties it is `of` and `with`.

    Figures of one `series` count the same thing in the same unit, so that two regions can be compared by them.
    """

    measure: f.MeasureKey
    series: f.Slug | None = None
    period: Edtf | None = None
    of: f.PartyKey
    partner: f.PartyKey | None = Field(default=None, alias="with")


class Event(Record):
    """A meeting, visit, fair or forum; `signed` holds the ids of records of the same file that were signed there."""

    date: Edtf | None = None
    place: f.PlaceKey | None = None
    participants: list[f.PartyKey] = []
    signed: list[f.Slug] = []


class Relation(Model):
    """A file of relations/: all records between the two sides in its name."""

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
