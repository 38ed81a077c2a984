"""Problems of the table: a sentence for each, with file, line and field."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """A fault that an editor has to correct. `file` is relative to config/."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        return f"{where}: {self.field}: {self.message}" if self.field else f"{where}: {self.message}"


class BrokenTable(Exception):  # noqa: N818 - the name reads well in "raises BrokenTable"
    """Raised when the table cannot be used. `problems` holds every problem found, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def report(problems: Iterable[Problem]) -> list[str]:
    """Return a line for each problem, but only one, with a count, for several in one file with the same message."""
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.file, problem.message), []).append(problem)
    lines = []
    for first, *others in alike.values():
        more = f" (and {len(others)} more like it in this file, down to line {others[-1].line})" if others else ""
        lines.append(f"{first}{more}")
    return lines


def nearest(found: str, known: Iterable[str]) -> str:
    """Hint at the nearest known name, "; did you mean 'x'?"; empty if none is near."""
    match = difflib.get_close_matches(str(found), [str(name) for name in known], n=1, cutoff=0.6)
    return f"; did you mean '{match[0]}'?" if match else ""
