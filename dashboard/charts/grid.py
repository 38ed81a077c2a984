"""Named numbers by row and column: what every chart of a page draws, and what its download holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.charts.palette import FILL_STEPS

Lines = tuple[tuple[str | int, ...], ...]
"""A plain table: the heads of its columns, then its rows."""


@dataclass(frozen=True)
class Grid:
    """Numbers by the keys of their row and column, which have names; without an entry there is nothing.

    corner  name of what the rows are
    """

    corner: str
    rows: Mapping[str, str]
    columns: Mapping[str, str]
    numbers: Mapping[tuple[str, str], int]

    def row(self, key: str) -> dict[str, int]:
        """Numbers of a row by the key of their column."""
        return {column: self.numbers.get((key, column), 0) for column in self.columns}

    def total(self, key: str) -> int:
        """Sum of a row."""
        return sum(self.row(key).values())

    @property
    def most(self) -> int:
        """Largest sum of a row, at least 1."""
        return max(map(self.total, self.rows), default=1) or 1

    def lines(self, total: str = "") -> Lines:
        """The grid as a plain table, with a last column of sums if it has a name for it."""
        lines: list[tuple[str | int, ...]] = [(self.corner, *self.columns.values(), total)]
        lines += [(name, *self.row(key).values(), self.total(key)) for key, name in self.rows.items()]
        return tuple(lines if total else (line[:-1] for line in lines))


def step(number: int) -> int:
    """Step of a shade from 1, the lightest, for a number of ties; 0 for none."""
    return bisect_right(FILL_STEPS, number)
