"""Try many inputs one after the other; tell which of them end in an exception or take too long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from time import process_time
from typing import TypeVar

Input = TypeVar("Input")

LONGEST = 2.0
"""Seconds of computing that one input may take."""


@dataclass
class Trial:
    """What became of the inputs of a kind: how many ended in which way, the slowest, and the faults."""

    ends: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


def attempt(inputs: Iterable[Input], use: Callable[[Input], str]) -> Trial:
    """Use each input. `use` returns how it ended, in a word; what it raises is a fault of the product."""
    trial = Trial()
    for each in inputs:
        start = process_time()
        try:
            trial.ends[use(each)] += 1
        except Exception as error:  # whatever it is, it is a fault, and is told
            trial.faults.append(f"{str(each)[:300]}: {type(error).__name__}: {str(error)[:300]}")
        took = process_time() - start
        trial.slowest = max(trial.slowest, took)
        if took > LONGEST:
            trial.faults.append(f"{str(each)[:300]}: takes {took:.1f} s")
    return trial
