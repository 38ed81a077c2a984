"""Problems of the table: a sentence for each, with file, line and field."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

NEAR = 0.7
"""Share of letters that a name and the one that was meant have in common, at least."""


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
    """Hint at the nearest known name, "; did you mean 'x'?"; empty if none is near.

    Digits are no words: a number that differs in more than one place is another number.
    """
    names = [str(name) for name in known if _one_slip(_digits(str(found)), _digits(str(name)))]
    match = difflib.get_close_matches(str(found), names, n=1, cutoff=NEAR)
    match = match or [name for name in names if len(str(found)) != len(name) and _one_slip(str(found), name)]
    return f"; did you mean '{match[0]}'?" if match else ""


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))


def _one_slip(found: str, meant: str) -> bool:
    """True if one sign was changed, left out or added, or two were swapped, if anything."""
    first = next(
        (at for at, (a, b) in enumerate(zip(found, meant, strict=False)) if a != b), min(len(found), len(meant))
    )
    a, b = found[first:], meant[first:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
