"""kinds.yaml: every vocabulary but the sectors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, Field

from dashboard.catalogue import fields as f
from dashboard.catalogue.fields import refusal
from dashboard.catalogue.schema.base import Model, Named, Shades

Line = Literal["bold", "medium", "thin", "asked"]

R = TypeVar("R", bound="Ranked")


class Ranked(Named):
    """An entry of a vocabulary ordered by `rank`, not by position in the file."""

    rank: Annotated[int, Field(ge=1)]


class Closeness(Ranked):
    """A degree of closeness of two units (rank 1 is the closest), and the style of its arcs.

    A line that is `asked` is drawn only while it or one of its ends is pointed at or selected, or where the filter
    names its closeness; otherwise a ring on both units stands for it.

    The role `met` marks regions that met or wrote a letter of intent; anything closer takes an agreement. The role
    `below` marks regions that only have links below the regional level, the role `unlinked` those with projects alone.
    """

    role: Literal["met", "below", "unlinked"] | None = None
    colour: Shades
    line: Line = "medium"
    dashed: bool = False


class Level(Ranked):
    """A level of ties, rank 1 the highest; the role `regional` marks that of the regions and countries themselves."""

    role: Literal["regional"] | None = None


class Stage(Named):
    """A broader class of statuses; the role `done` marks projects of which something is there to see."""

    role: Literal["done"] | None = None


class Measure(Named):
    """A measure of figures; the summary of a dossier prefers figures of the measure with the role `headline`."""

    role: Literal["headline"] | None = None


class Status(Ranked):
    """A project status, rank 1 the least advanced; `iati` is the IATI ActivityStatus code."""

    stage: f.StageKey
    iati: Annotated[int, Field(ge=1, le=6)]


class Instrument(Named):
    """A kind of agreement, and the closeness that it creates."""

    closeness: f.ClosenessKey


class Levelled(Named):
    """A kind of place or organisation, and the level of its ties."""

    level: f.LevelKey


class SourceKind(Named):
    """A kind of source, and the type as which CSL, the language of reference managers, knows it."""

    csl: Literal["article-newspaper", "book", "broadcast", "chapter", "webpage"] | None = None


class Counted(Named):
    """A unit of measure, a rate or a qualifier; `{n}` in its names is replaced by the number or figure."""

    names: f.Pattern


class Qualifier(Counted):
    """A degree of exactness. A sum of figures with different qualifiers has the one with the role `rough`.

    Figures of a qualifier with the role `limit` are not added to others.
    """

    role: Literal["rough", "limit"] | None = None


def _with_roles(*roles: str) -> AfterValidator:
    """Return a validator that each role belongs to exactly one entry of a vocabulary."""

    def check(entries: dict[str, Any]) -> dict[str, Any]:
        for role in roles:
            found = [key for key, entry in entries.items() if entry.role == role]
            if len(found) != 1:
                count = f"{len(found)}: {', '.join(found)}" if found else "none"
                raise refusal(f"exactly one entry must have 'role: {role}', found {count}")
        return entries

    return AfterValidator(check)


def _by_rank(entries: dict[str, R]) -> dict[str, R]:
    """Sort the entries of a vocabulary by rank."""
    first: dict[int, str] = {}
    for key, entry in entries.items():
        if key != first.setdefault(entry.rank, key):
            raise refusal(f"'{first[entry.rank]}' and '{key}' have the same rank {entry.rank}")
    return dict(sorted(entries.items(), key=lambda item: item[1].rank))


class Vocabulary(Model):
    """kinds.yaml: every vocabulary but the sectors.

    Vocabularies with ranks are sorted by rank; the order of the others only affects the display.
    """

    closeness: Annotated[dict[f.Key, Closeness], _with_roles("met", "below", "unlinked"), AfterValidator(_by_rank)]
    agreements: dict[f.Key, Instrument]
    links: dict[f.Key, Named]
    statuses: Annotated[dict[f.Key, Status], AfterValidator(_by_rank)]
    stages: Annotated[dict[f.Key, Stage], _with_roles("done")]
    levels: Annotated[dict[f.Key, Level], _with_roles("regional"), AfterValidator(_by_rank)]
    place_kinds: dict[f.Key, Levelled]
    organisation_kinds: dict[f.Key, Levelled]
    unit_kinds: dict[f.Key, Named]
    source_kinds: dict[f.Key, SourceKind]
    measures: Annotated[dict[f.Key, Measure], _with_roles("headline")]
    quantities: dict[f.Key, Counted]
    qualifiers: Annotated[dict[f.Key, Qualifier], _with_roles("rough")]
    rates: dict[f.Key, Counted]

    @property
    def met(self) -> str:
        """Closeness of regions that met without an agreement."""
        return _playing("met", self.closeness)

    @property
    def below(self) -> str:
        """Closeness of regions that only have links below the regional level."""
        return _playing("below", self.closeness)

    @property
    def unlinked(self) -> str:
        """Closeness of regions that share nothing but projects."""
        return _playing("unlinked", self.closeness)

    @property
    def agreed(self) -> list[str]:
        """Every closeness that takes an agreement, closest first."""
        return [key for key, entry in self.closeness.items() if entry.rank < self.closeness[self.met].rank]

    def is_agreement(self, kind: str) -> bool:
        """True for a kind of agreement; False for one that is only a contact, such as a letter of intent."""
        return self.agreements[kind].closeness in self.agreed

    @property
    def regional(self) -> str:
        """Level of ties between the regions or countries themselves."""
        return _playing("regional", self.levels)

    @property
    def done(self) -> str:
        """Stage of projects that are under way, operating or completed."""
        return _playing("done", self.stages)

    @property
    def headline(self) -> str:
        """Measure preferred in summaries."""
        return _playing("headline", self.measures)

    @property
    def rough(self) -> str:
        """Qualifier of a sum of figures with different qualifiers."""
        return _playing("rough", self.qualifiers)


def _playing(role: str, entries: Mapping[str, Closeness | Level | Stage | Measure | Qualifier]) -> str:
    return next(key for key, entry in entries.items() if entry.role == role)
