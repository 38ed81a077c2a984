"""What is measured while visitors come and go: times by kind, errors, and what the process of the server takes."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import monotonic

TICKS = os.sysconf("SC_CLK_TCK")


class Figures:
    """Seconds that each kind of request took, and what went wrong."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, list[float]] = defaultdict(list)
        self.errors: Counter[str] = Counter()
        self.told_to_wait = 0

    def took(self, kind: str, seconds: float) -> None:
        """Count a request that was answered."""
        self.seconds[kind].append(seconds)

    def clear(self) -> None:
        """Begin anew."""
        self.seconds.clear()
        self.errors.clear()
        self.told_to_wait = 0

    def failed(self, error: BaseException) -> None:
        """Count what a visitor would call broken."""
        self.errors[f"{type(error).__name__} {error}".strip()] += 1


def spread(seconds: list[float]) -> list[float]:
    """Median, 95th and 99th percentile and maximum, in ms; nothing of nothing."""
    if not seconds:
        return []
    hundredths = quantiles(seconds, n=100, method="inclusive") if len(seconds) > 1 else seconds * 99
    return [1000 * each for each in (median(seconds), hundredths[94], hundredths[98], max(seconds))]


@dataclass(frozen=True)
class Process:
    """What a process has taken up to a moment: seconds of a core, resident MB, threads, open files."""

    at: float
    cpu: float
    memory: float
    threads: int
    files: int

    def share_since(self, before: Process) -> float:
        """Share of one core that it has taken since a moment before."""
        return (self.cpu - before.cpu) / (self.at - before.at)


def look(pid: int) -> Process:
    """Look at a process now."""
    proc = Path(f"/proc/{pid}")
    counts = (proc / "stat").read_text().rpartition(") ")[2].split()
    status = dict(line.split(":", 1) for line in (proc / "status").read_text().splitlines())
    return Process(
        at=monotonic(),
        cpu=(int(counts[11]) + int(counts[12])) / TICKS,
        memory=int(status["VmRSS"].split()[0]) / 1024,
        threads=int(status["Threads"]),
        files=len(list((proc / "fd").iterdir())),
    )
