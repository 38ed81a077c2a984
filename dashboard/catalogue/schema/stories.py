"""stories/*.yaml: guided stories, each a row of steps with a caption and a view of the atlas."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from dashboard.catalogue import fields as f
from dashboard.catalogue.schema.base import Model, Name

Layout = Literal["facing", "geographic", "ranked"]
Colouring = Literal["closeness", "sectors", "regions"]
YearsBy = Literal["begun", "in_force"]
Chart = Literal["matrix", "sectors", "stages", "by_sector", "years", "outcomes", "gaps"]
"""Charts of the Insights page, by their name in the address."""

RecordType = Literal["agreements", "contacts", "links", "projects", "indicators", "events"]
Counted = Literal[
    RecordType,
    "records",
    "pairs",
    "units",
    "tied",
    "untied",
    "sectors",
    "organisations",
    "sources",
    "fruitful",
    "on_paper",
]
"""Things that a value may count. `tied` are units with a tie, `untied` those without; `fruitful` are agreements with a
project under them, `on_paper` pairs of units with nothing but agreements and contacts."""

Ranked = Literal["pairs", "units", "sectors"]


class Conditions(Model):
    """Conditions on records and a selection, under the names that they have in the address."""

    selected: f.SelectedKey | None = None
    sectors: list[f.SectorKey] = []
    closeness: list[f.ClosenessKey] = []
    stages: list[f.StageKey] = []
    levels: list[f.LevelKey] = []
    kinds: list[f.LinkKind] = []
    years: Annotated[str, f.matching(r"^[1-9]\d{3}-[1-9]\d{3}$", "two years, such as 2015-2024")] | None = None
    years_by: YearsBy = "begun"


class StepView(Conditions):
    """The view of a step, as its address describes it."""

    layout: Layout = "facing"
    colouring: Colouring = "closeness"


class Value(Conditions):
    """A value that texts name as `{name}`; taken from the view of its step, with these conditions in place of its own.

    `most` is the name of the pair, unit or sector with most records, and `name_n` their number; `first` and `last` are
    dates; `record` is a title, with its `name_date`, `name_summary`, `name_status` and `name_figure`. If `whole`, the
    view does not count.
    """

    count: Counted | None = None
    most: Ranked | None = None
    first: RecordType | None = None
    last: RecordType | None = None
    record: f.RecordKey | None = None
    country: f.CountryKey | None = None
    whole: bool = False

    @model_validator(mode="after")
    def _one_question(self) -> Self:
        asked = [name for name in ("count", "most", "first", "last", "record") if getattr(self, name)]
        if len(asked) != 1:
            found = " and ".join(asked) or "none"
            message = "exactly one of 'count', 'most', 'first', 'last' and 'record' is needed, found {found}"
            raise PydanticCustomError("atlas", message, {"found": found})
        return self


class Figure(Model):
    """A number or amount to show large: the name of a value of the step, and what it is."""

    value: Name
    label: f.Text


class Quotation(Model):
    """Words of a source, translated where need be."""

    text: f.Text
    source: f.SourceKey


ValueName = Annotated[str, f.matching(r"^[a-z][a-z_]*$", "a name of small Latin letters and '_'")]


class Step(Model):
    """A step: a short caption, more to read, notes for the speaker, and what is shown beside the map.

    `subject` limits a step of a story with a variable to pairs or to units.
    """

    caption: f.Text
    text: f.Text | None = None
    notes: f.Text | None = None
    view: StepView = StepView()
    values: dict[ValueName, Value] = {}
    figures: list[Figure] = []
    chart: Chart | None = None
    record: f.RecordKey | None = None
    quotation: Quotation | None = None
    subject: Literal["pair", "unit"] | None = None


class Story(Model):
    """A story; those of lower `rank` are listed first.

    With `variable: subject`, every step selects the pair or unit that the visitor chooses. `cover` limits the regions
    that the picture of the story shows; it needs none in a story with a variable.
    """

    title: f.Text
    about: f.Text
    rank: Annotated[int, Field(ge=1)]
    variable: Literal["subject"] | None = None
    cover: Conditions = Conditions()
    steps: Annotated[list[Step], Field(min_length=1)]
