"""Measure hand-outs: `python -m tests.benchmarks.handouts` prints size and time of every form as a table.

With --all, it makes a part of what `twinned handout --all` makes, and prints its time and memory instead.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median
from threading import Event, Thread
from time import perf_counter

from dashboard.handouts import many
from dashboard.handouts.content import Request
from dashboard.handouts.forms import FORMS
from dashboard.handouts.service import request_of
from dashboard.loading import CONFIG, load_all

VIEWS = {
    "pair": {"selected": ["BY-MI_CN-CQ"]},
    "region": {"selected": ["BY-MI"]},
    "sector": {"sectors": ["medicine"]},
}
TURNS = 3
ALL = ("pptx", "pdf", "html", "png-1920", "svg")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=int, metavar="PERCENT", help="so much of all pairs, regions and languages")
    asked = parser.parse_args()
    if asked.all:
        return every(asked.all)
    snapshot = load_all(CONFIG)
    requests: dict[str, Request] = {}
    for name, query in VIEWS.items():
        found = request_of({**query, "lang": ["zh"]}, snapshot, "https://atlas.example/")
        if found is None:
            raise SystemExit(f"the table has no {name} {query}")
        requests[name] = found
    print(f"| form | {' | '.join(requests)} |")
    print("|---|" + "---|" * len(requests))
    for form, make in FORMS.items():
        told = [_measured(lambda request=request, make=make: make(request)) for request in requests.values()]
        print(f"| {form} | {' | '.join(told)} |", flush=True)


def every(percent: int) -> None:
    """Print how long a random part of each form takes in two processes, and the most memory that one of them had."""
    snapshot = load_all(CONFIG)
    print("| form | made | time | for all of them | most memory of a process |\n|---|---|---|---|---|")
    for form in ALL:
        wanted = [*many.of_all(form, "https://atlas.example", snapshot)]
        drawn = random.Random(1).sample(wanted, max(1, len(wanted) * percent // 100))  # noqa: S311 - no secret
        with tempfile.TemporaryDirectory() as folder, watched() as peaks:
            begun = perf_counter()
            failures = many.write(drawn, Path(folder), snapshot)
            took = perf_counter() - begun
        print(*failures, sep="\n", end="")
        minutes = took * len(wanted) / len(drawn) / 60
        print(
            f"| {form} | {len(drawn)} of {len(wanted)} | {took:.0f} s | {minutes:.1f} min | {max(peaks)} MB |",
            flush=True,
        )


@contextmanager
def watched() -> Iterator[set[int]]:
    """Collect the most MB that each process that makes hand-outs from now on has had, as seen five times a second."""
    peaks, over, earlier = {0}, Event(), _children()

    def watch() -> None:
        while not over.wait(0.2):
            for pid in _children() - earlier:
                proc = Path(f"/proc/{pid}")
                with suppress(OSError, StopIteration):  # it may have ended
                    # Until it runs its own program, its memory is that of this process.
                    if "dashboard.handouts.worker" in (proc / "cmdline").read_text():
                        lines = (proc / "status").read_text().splitlines()
                        peaks.add(int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024)

    thread = Thread(target=watch)
    thread.start()
    try:
        yield peaks
    finally:
        over.set()
        thread.join()


def _children() -> set[str]:
    return {pid for task in Path("/proc/self/task").glob("*/children") for pid in task.read_text().split()}


def _measured(make: Callable[[], bytes]) -> str:
    """Size and median time of a hand-out that has been made once."""
    size, seconds = len(make()), []
    for _ in range(TURNS):
        begun = perf_counter()
        make()
        seconds.append(perf_counter() - begun)
    return f"{size / 1000:,.0f} kB, {median(seconds):.2f} s"


if __name__ == "__main__":
    main()
