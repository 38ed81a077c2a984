"""A form with what was filled in, as its template needs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.desk import form
from dashboard.desk.choices import Choice
from dashboard.text.translator import Translator


@dataclass(frozen=True)
class Filled:
    """All that the fields of a form need: texts, what was filled in, what can be chosen and what is wrong.

    `dated` is the first field with a date, which says how dates are written.
    """

    t: Translator
    languages: Mapping[str, str]
    data: form.Data
    choices: Mapping[tuple[str, ...], Sequence[Choice]]
    dated: str
    wrong: Mapping[str, Sequence[str]]
    others: Sequence[str]

    def options(self, name: str, groups: tuple[str, ...], many: bool) -> list[Choice]:
        """Choices that a field offers; where there may be several, those that are made come first, in their order."""
        known = {each.key: each for each in self.choices[groups]}
        made = {key: known.get(key, Choice(key, key)) for key in self.data.get(name, ()) if key}
        return list((made | known if many else known | made).values())

    def rows(self, name: str) -> int:
        """Number of rows that a list has."""
        return form.rows(self.data, name)

    @property
    def rare(self) -> bool:
        """True if one of the fields that few records have is filled in, or wrong."""
        names = {name.split(".")[0] for name, values in self.data.items() if any(values)} | self.wrong.keys()
        return bool(names & form.RARE)
