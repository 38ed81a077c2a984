"""`make fuzz`: try 10,000 random inputs of each kind, print how they ended, and return 1 if any is a fault.

--write puts the table into SECURITY.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.report import put_between
from tests.fuzz.kinds import KINDS, fuzz
from tests.fuzz.trial import Trial

SECURITY = Path(__file__).parents[2] / "SECURITY.md"
ACCEPTED = ("accepted", "applied", "answered 2", "answered 3")
"""Beginnings of the ends in which an input had an effect; all others are refusals in words."""


def main() -> int:
    """Try every kind; print a table of it and its faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="inputs of each kind (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="(%(default)s)")
    parser.add_argument("--write", action="store_true", help="put the table into SECURITY.md")
    asked = parser.parse_args()
    trials = {}
    for kind in KINDS:
        trial = trials[kind] = fuzz(kind, asked.seed, asked.count)
        ends = ", ".join(f"{number:,} {end}" for end, number in trial.ends.most_common())
        print(f"{kind}: {ends}; {len(trial.faults)} faults; the slowest took {trial.slowest:.2f} s", flush=True)
        print(*trial.faults[:50], sep="\n")
    if asked.write:
        put_between("fuzz", table(trials, asked.count, asked.seed), SECURITY)
    return 1 if any(trial.faults for trial in trials.values()) else 0


def table(trials: Mapping[str, Trial], count: int, seed: int) -> str:
    """The table for SECURITY.md."""
    lines = [
        f"By `python -m tests.fuzz --count {count} --seed {seed} --write`:\n",
        "| Kind | Inputs | Refused | Accepted | Faults | The slowest |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for kind, trial in trials.items():
        accepted = sum(number for end, number in trial.ends.items() if end.startswith(ACCEPTED))
        numbers = (trial.ends.total() - accepted, accepted, len(trial.faults))
        told = " | ".join(f"{number:,}" for number in (count, *numbers))
        lines.append(f"| {kind} | {told} | {1000 * trial.slowest:,.0f} ms |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    raise SystemExit(main())
