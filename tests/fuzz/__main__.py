"""`make fuzz`: try 10,000 random inputs of each kind, print how they ended, and return 1 if any is a fault."""

from __future__ import annotations

import argparse

from tests.fuzz.kinds import KINDS, fuzz


def main() -> int:
    """Try every kind; print a table of it and its faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="inputs of each kind (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="(%(default)s)")
    asked = parser.parse_args()
    faults = 0
    for kind in KINDS:
        trial = fuzz(kind, asked.seed, asked.count)
        ends = ", ".join(f"{number:,} {end}" for end, number in trial.ends.most_common())
        print(f"{kind}: {ends}; {len(trial.faults)} faults; the slowest took {trial.slowest:.2f} s", flush=True)
        print(*trial.faults[:50], sep="\n")
        faults += len(trial.faults)
    return 1 if faults else 0


raise SystemExit(main())
