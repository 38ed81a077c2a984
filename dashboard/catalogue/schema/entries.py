"""The files that map keys to entries: sectors, units, places, organisations, sources."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from dashboard.catalogue import fields as f
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.schema.base import Name, Named, Reasoned, Shades, exactly_one


class Sector(Named):
    """A field of cooperation; `icon` is a Material Symbol, `dac` an OECD DAC purpose code."""

    icon: Name
    colour: Shades
    dac: Annotated[str, f.matching(r"^\d{3,5}$", "a purpose code of three to five digits, such as 12220")]


class Unit(Named):
    """A first-level unit, under its ISO 3166-2 code; `short` is its name on the map, `seat` may be unknown."""

    kind: f.UnitKind
    seat: f.PlaceKey | None = None
    short: f.Text | None = None
    aliases: list[Name] = []
    wikidata: Annotated[str, f.matching(r"^Q\d+$", "an item of Wikidata, such as Q184")] | None = None


class Place(Named, Reasoned):
    """A city, district or zone; `lon` and `lat` in degrees (WGS 84)."""

    unit: f.UnitKey
    kind: f.PlaceKind
    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    geonames: Annotated[int, Field(ge=1, le=10**9)] | None = None
    aliases: list[Name] = []


class Organisation(Named, Reasoned):
    """A university, hospital, company, exchange …, located in a place or, if that is unknown, in a unit."""

    kind: f.OrganisationKind
    place: f.PlaceKey | None = None
    unit: f.SideKey | None = None
    aliases: list[Name] = []

    @model_validator(mode="after")
    def _one_seat(self) -> Self:
        return exactly_one(self, "place", "unit")


class Source(Reasoned):
    """A source of facts: an article, book, chapter or page; `about` sums up what it reports.

    `title` and `book`, the one that holds a chapter, are as printed, in the `language` of the source;
    `city` is the place of publication.
    """

    kind: f.SourceKind
    publisher: f.Text
    city: f.Text | None = None
    author: f.Text | None = None
    title: Name | None = None
    book: Name | None = None
    date: Edtf | None = None
    url: f.Url | None = None
    accessed: Edtf | None = None
    language: f.LanguageCode
    footnote: Annotated[int, Field(ge=1, le=10_000)] | None = None
    pages: Name | None = None
    about: f.Text
    uncited: f.Text | None = None
