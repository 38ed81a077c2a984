"""Tables with one mistake each: copies of config/ with a changed file, or with a file whose very bytes are spoilt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from dashboard.catalogue.problems import BrokenTable
from dashboard.loading import load_all
from tests.mutants import Mutant, mutants, planted

ENCODINGS = ("utf-16", "utf-8-sig", "cp1251", "gb18030", "latin-1", "utf-7")


def tables(config: Path, seed: int, count: int) -> Iterator[Mutant]:
    """Yield mutants of a folder; every fifth has spoilt bytes."""
    draw = Random(seed)  # noqa: S311 - reproducible by its seed
    for number, mutant in enumerate(mutants(config, seed, count)):
        yield mutant if number % 5 else _spoilt(mutant.file, (config / mutant.file).read_bytes(), draw)


def use(mutant: Mutant, copy: Path) -> str:
    """Load a copy of config/ with a mutant; raises AssertionError if a problem names no line that is there."""
    with planted(mutant, copy):
        try:
            load_all(copy)
        except BrokenTable as broken:
            lines = {name: _lines(copy / name) for name in {problem.file for problem in broken.problems}}
            for problem in broken.problems:
                assert 1 <= problem.line <= lines[problem.file], problem
                assert len(str(problem)) < 15_000, problem
            return "refused by file and line"
    return "accepted"


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n") + 1


def _spoilt(name: str, content: bytes, draw: Random) -> Mutant:
    at = draw.randrange(max(1, len(content)))
    piece = draw.randbytes(draw.randint(1, 40))
    match draw.randrange(5):
        case 0:
            return Mutant(name, f"{len(piece)} bytes at {at}", content[:at] + piece + content[at + len(piece) :])
        case 1:
            return Mutant(name, f"{len(piece)} bytes before {at}", content[:at] + piece + content[at:])
        case 2:
            return Mutant(name, f"cut off at byte {at}", content[:at])
        case 3:
            times = draw.choice((2, 30, 600))
            return Mutant(name, f"repeated {times} times", content * times)
    encoding = draw.choice(ENCODINGS)
    return Mutant(name, f"in {encoding}", content.decode().encode(encoding, "replace"))
