"""atlas.yaml: the title, the languages, the two countries, and the layouts of the map."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from dashboard.catalogue import fields as f
from dashboard.catalogue.fields import refusal
from dashboard.catalogue.schema.base import Model, Name, Named

Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Tolerance = Annotated[float, Field(gt=0, le=5)]
Alpha2 = Annotated[str, f.matching(r"^[A-Z]{2}$", "a code of two capital letters, such as BY")]
Alpha3 = Annotated[str, f.matching(r"^[A-Z]{3}$", "a code of three capital letters, such as BLR")]


class Tolerances(Model):
    """Tolerances in degrees to which outlines are simplified, at each level of detail."""

    overview: Tolerance
    closeup: Tolerance


class Dissolve(Model):
    """Rows of Natural Earth that become one unit: those whose value in the column `by` stands under `codes`."""

    by: Name
    codes: Annotated[dict[Name, Name], Field(min_length=1)]


class UnitRule(Model):
    """The rule by which a country has other units than Natural Earth's rows; geodata/rules.yaml explains it."""

    dissolve: Dissolve | None = None
    rename: dict[Name, Name] = {}
    include: list[Name] = []
    exclude: list[Name] = []


class Country(Named):
    """A country of the atlas, under its ISO 3166-1 code. All but the names are settings for geodata/build.py."""

    admin0: list[Alpha3]
    units: UnitRule = UnitRule()
    tolerance: Tolerances | None = None


class Licence(Model):
    """The licence of the table; `credits` names the sources of material by others."""

    name: Name
    url: f.Url
    credits: f.Text


def _window(value: list[float]) -> list[float]:
    match value:
        case [west, south, east, north] if -180 <= west < east <= 180 and -90 <= south < north <= 90:
            return value
    raise refusal("expected west, south, east and north in degrees, west before east and south before north")


class Land(Model):
    """The surrounding land in the geographic layout; `window` is west, south, east, north in degrees."""

    window: Annotated[list[float], AfterValidator(_window)]
    tolerance: Tolerances


class Facing(Model):
    """The layout side by side: what the first country's size counts for, and the gap as a share of the diagonal."""

    share: Annotated[float, Field(ge=0.1, le=0.9)] | None = None
    gap: Annotated[float, Field(ge=0, le=0.06)] | None = None


class Geographic(Model):
    """The layout in true geography; `lon` and `lat` are the centre of the projection in degrees."""

    lon: Longitude
    lat: Latitude


class Map(Model):
    """Settings of the map; a missing one takes the default of geodata/layout.py."""

    land: Land | None = None
    facing: Facing | None = None
    geographic: Geographic | None = None

    def settings(self, layout: str) -> dict[str, float]:
        """Return the settings of a layout by name; empty for the defaults."""
        found: Model | None = getattr(self, layout)
        return found.model_dump(exclude_none=True) if found else {}


Forms = dict[str, Name]


class Finding(Model):
    """The headline of the map in one language, as two clauses, each with the plural forms of the language.

    `regions` counts the first country's units that have a twin, `twins` the twinned pairs; `{n:spelt}` is the number
    in words.
    """

    regions: Forms
    twins: Forms


class Floors(Model):
    """Least number of records of each kind, so that a lost file is noticed."""

    agreements: Annotated[int, Field(ge=0)] = 0
    links: Annotated[int, Field(ge=0)] = 0
    projects: Annotated[int, Field(ge=0)] = 0
    indicators: Annotated[int, Field(ge=0)] = 0
    events: Annotated[int, Field(ge=0)] = 0


def _exactly_two(countries: dict[str, Country]) -> dict[str, Country]:
    if len(countries) != 2:
        raise refusal(f"exactly two countries are needed, found {len(countries)}")
    return countries


class Atlas(Model):
    """atlas.yaml. The order of the two countries is their order everywhere in the atlas.

    `dashes` are the dashes between the names of a pair, of the languages that do not write " – ". `drafts` are
    languages into which not everything is translated, each with the one that lends the rest, or the first of all.
    """

    title: f.Text
    languages: Annotated[dict[f.LanguageCode, Name], Field(min_length=1)]
    drafts: dict[f.LanguageCode, f.LanguageCode | None] = {}
    dashes: dict[f.LanguageCode, str] = {}
    countries: Annotated[dict[Alpha2, Country], AfterValidator(_exactly_two)]
    finding: dict[f.LanguageCode, Finding] = {}
    licence: Licence
    map: Map = Map()
    floors: Floors = Floors()

    @model_validator(mode="after")
    def _drafts(self) -> Self:
        whole = [code for code in self.languages if code not in self.drafts]
        for code, lender in self.drafts.items():
            if code not in self.languages:
                raise refusal(f"the draft '{code}' is not among the languages")
            if not whole or (lender and lender not in whole):
                raise refusal(f"'{code}' needs a language that is no draft itself to fall back to")
        return self
