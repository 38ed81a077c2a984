"""The figures of a benchmark as text: a median with its spread, and a table of all programs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

README = Path(__file__).parents[2] / "README.md"

Figures = Mapping[str, Sequence[float]]
"""What was measured of one program, by the key of the measure."""


@dataclass(frozen=True)
class Measure:
    """A row of the table; values are shown as `unit`, with so many digits."""

    name: str
    unit: str = ""
    digits: int = 0


MEASURES = {
    "opened": Measure("Page opened, nothing cached, until the map can be clicked", "ms"),
    "early": Measure("… received until then", "kB"),
    "all": Measure("… received in all", "kB"),
    "filter": Measure("Sector clicked, until the map shows it", "ms"),
    "received": Measure("… received", "kB", 1),
    "sent": Measure("… sent", "kB", 1),
    "region": Measure("Region clicked, until its panel stands", "ms"),
    "hover": Measure("Pointer moved across the map: messages sent"),
    "frames": Measure("Years played: frames a second"),
}


def middle(values: Sequence[float]) -> tuple[float, float]:
    """The values between which the middle 80 % lie."""
    tenths = quantiles(values, n=10, method="inclusive") if len(values) > 1 else values
    return tenths[0], tenths[-1]


def spread(values: Sequence[float], unit: str = "", digits: int = 0) -> str:
    """Median, and where the middle 80 % lie: "36 ms (30–48)"; a dash where nothing was measured."""
    if not values:
        return "–"
    typical, low, high = (f"{value:.{digits}f}" for value in (median(values), *middle(values)))
    shown = f"{typical} {unit}".rstrip()
    return shown if low == high else f"{shown} ({low}–{high})"


def table(programs: Mapping[str, Figures]) -> str:
    """A Markdown table with a row for each measure and a column for each program."""
    lines = [["", *programs], ["---", *["--:"] * len(programs)]]
    for key, measure in MEASURES.items():
        cells = [spread(figures.get(key, ()), measure.unit, measure.digits) for figures in programs.values()]
        lines.append([measure.name, *cells])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def ahead(ours: Figures, others: Mapping[str, Figures], measure: str) -> bool:
    """True if our median is below that of every other program that has this measure."""
    return all(median(ours[measure]) < median(found[measure]) for found in others.values() if found.get(measure))


def put_between(name: str, text: str, document: Path = README) -> None:
    """Put a text into README.md, or another document, between the marks of its name."""
    whole = document.read_text(encoding="utf-8")
    between = re.compile(rf"(?<=<!-- {name} -->\n).*(?=<!-- /{name} -->)", re.DOTALL)
    assert between.search(whole), f"{document.name} has no <!-- {name} --> … <!-- /{name} -->"
    document.write_text(between.sub(lambda _: f"{text}\n", whole), encoding="utf-8")
