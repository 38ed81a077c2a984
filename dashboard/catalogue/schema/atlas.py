"""atlas.yaml: the title, the languages, the two countries, and how the map is laid out."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from dashboard.catalogue import fields as f
from dashboard.catalogue.fields import refusal
from dashboard.catalogue.schema.base import Model, Name, Named

Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Tolerance = Annotated[float, Field(gt=0, le=5)]
Alpha2 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Alpha3 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class Tolerances(Model):
    """By how many degrees outlines may be simplified, at each level of detail."""

    overview: Tolerance
    closeup: Tolerance


class Country(Named):
    """A country of the atlas by its ISO 3166-1 code; the rest tells geodata/build.py what to fetch."""

    admin0: list[Alpha3]
    dissolve: dict[Alpha3, Name] = {}
    tolerance: Tolerances | None = None


class Licence(Model):
    """The terms on which the table may be used; `credits` names what in it comes from others."""

    name: Name
    url: f.Url
    credits: f.Text


def _window(value: list[float]) -> list[float]:
    match value:
        case [west, south, east, north] if -180 <= west < east <= 180 and -90 <= south < north <= 90:
            return value
    raise refusal("expected west, south, east and north in degrees, west before east and south before north")


class Land(Model):
    """The other land of the geographic layout: `window` is west, south, east, north in degrees."""

    window: Annotated[list[float], AfterValidator(_window)]
    tolerance: Tolerances


class Facing(Model):
    """The layout of two countries side by side: the width that the first one takes, and the gap, of a width of 1000."""

    share: Annotated[float, Field(ge=0.1, le=0.9)]
    gap: Annotated[float, Field(ge=0, le=300)]


class Geographic(Model):
    """The layout of true places: the centre of the projection in degrees."""

    lon: Longitude
    lat: Latitude


class Map(Model):
    """How the map is laid out."""

    land: Land | None = None
    facing: Facing | None = None
    geographic: Geographic | None = None

    def settings(self, layout: str) -> dict[str, float]:
        """Return the settings of a layout by name; none where it is as geodata/layout.py has it."""
        found: Model | None = getattr(self, layout)
        return found.model_dump() if found else {}


class Floors(Model):
    """At least how many records of each kind there have been, so that a lost file is noticed."""

    agreements: Annotated[int, Field(ge=0)] = 0
    links: Annotated[int, Field(ge=0)] = 0
    projects: Annotated[int, Field(ge=0)] = 0
    indicators: Annotated[int, Field(ge=0)] = 0
    events: Annotated[int, Field(ge=0)] = 0


def _exactly_two(countries: dict[str, Country]) -> dict[str, Country]:
    if len(countries) != 2:
        raise refusal(f"exactly two countries are needed; {len(countries)} stand here")
    return countries


class Atlas(Model):
    """The title, the languages and the two countries, the first of them first everywhere."""

    title: f.Text
    languages: Annotated[dict[f.LanguageCode, Name], Field(min_length=1)]
    countries: Annotated[dict[Alpha2, Country], AfterValidator(_exactly_two)]
    licence: Licence
    map: Map = Map()
    floors: Floors = Floors()
