"""kinds.yaml: every vocabulary but the sectors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, Field

from dashboard.catalogue import fields as f
from dashboard.catalogue.fields import refusal
from dashboard.catalogue.schema.base import Model, Named, Shades

R = TypeVar("R", bound="Ranked")


class Ranked(Named):
    """An entry of a vocabulary whose order has a meaning: `rank` gives it, not the position in the file."""

    rank: Annotated[int, Field(ge=1)]


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
    iati: Annotated[int, Field(ge=1, le=6)]


class Instrument(Named):
    """A kind of agreement, and how close it makes two regions."""

    closeness: f.ClosenessKey


class Levelled(Named):
    """A kind of place or organisation, and the level at which its ties stand."""

    level: f.LevelKey


class Counted(Named):
    """A unit of measure, a rate or a qualifier: `{n}` in its names is the number or the figure."""

    names: f.Pattern


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

    closeness: Annotated[dict[f.Key, Closeness], _with_roles("met", "below"), AfterValidator(_by_rank)]
    agreements: dict[f.Key, Instrument]
    links: dict[f.Key, Named]
    statuses: Annotated[dict[f.Key, Status], AfterValidator(_by_rank)]
    stages: dict[f.Key, Named]
    levels: Annotated[dict[f.Key, Level], _with_roles("regional"), AfterValidator(_by_rank)]
    place_kinds: dict[f.Key, Levelled]
    organisation_kinds: dict[f.Key, Levelled]
    unit_kinds: dict[f.Key, Named]
    source_kinds: dict[f.Key, Named]
    measures: Annotated[dict[f.Key, Measure], _with_roles("headline")]
    quantities: dict[f.Key, Counted]
    qualifiers: dict[f.Key, Counted]
    rates: dict[f.Key, Counted]

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
