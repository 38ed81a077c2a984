"""Measure how long a visitor waits: `python -m tests.benchmarks.bench`; --write puts the table into README.md.

The atlas and its peers show the same table and get the same clicks in turn, in one run. Times depend on the machine;
how the programs compare depends on it less.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib.metadata import version
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from dashboard.loading import CONFIG, load_all
from tests.benchmarks.apps import App, Point, apps, installed
from tests.benchmarks.report import Figures, ahead, put_between, table
from tests.benchmarks.visit import Visit
from tests.benchmarks.written import write
from tests.browser.host import chromium, serving

CLOSED = (
    2000  # ms until the browser has closed the windows of the round before, which would burden the first of the next
)


class Bench:
    """All programs, served at once, and what was measured of each, by its name."""

    def __init__(self, browser: Browser, addresses: dict[App, str], regions: int) -> None:
        self.browser, self.addresses, self.regions = browser, addresses, regions
        self.figures: dict[str, defaultdict[str, list[float]]] = {app.name: defaultdict(list) for app in addresses}

    @contextmanager
    def visits(self, chosen: Callable[[App], Any] = bool) -> Iterator[list[Visit]]:
        """A new window for each program that is chosen."""
        visits = [Visit(self.browser, app, at, self.regions) for app, at in self.addresses.items() if chosen(app)]
        yield visits
        for visit in visits:
            visit.page.context.close()

    def do(
        self, visits: Sequence[Visit], act: Callable[..., dict[str, float]], asked: Sequence[Any], warm: int
    ) -> None:
        """Act in every window in turn, as often as something is asked; the first times only warm up."""
        for number, each in enumerate(asked):
            for visit in visits:
                found = act(visit, *each)
                for measure, value in found.items() if number >= warm else ():
                    self.figures[visit.app.name][measure].append(value)

    def open(self, times: int) -> None:
        """Open all programs in turn, in each round another one first."""
        for number in range(times + 1):  # the first visitor warms up the servers
            with self.visits() as visits:
                visits[0].page.wait_for_timeout(CLOSED)
                first = number % len(visits)
                self.do([*visits[first:], *visits[:first]], Visit.open, [()], warm=not number)

    def click(self, sectors: Sequence[tuple[str, str]], regions: Sequence[tuple[str, str, Point]]) -> None:
        """Hover, and click on sectors, each given by key and name; then on regions, each with a point of it as well."""
        with self.visits() as visits:
            self.do(visits, Visit.open, [()], warm=1)
            self.do(visits, Visit.hover, [()] * 5, warm=2)
            self.do(visits, Visit.filter, sectors, warm=2)
        with self.visits(lambda app: app.spot) as visits:
            self.do(visits, Visit.open, [()], warm=1)
            self.do(visits, Visit.region, regions, warm=2)

    def play(self) -> None:
        with self.visits(lambda app: app.play) as visits:
            self.do(visits, Visit.open, [()], warm=1)
            self.do(visits, Visit.play, [()] * 3, warm=1)


def never_twice(keys: Sequence[str], clicks: int) -> list[str]:
    """An order of clicks that never repeats a view: a Gray code over the sectors."""
    return [keys[(step & -step).bit_length() - 1] for step in range(1, clicks + 1)]


def measure(clicks: int, openings: int) -> dict[str, Figures]:
    """Measure all programs that are installed, the atlas first."""
    with ExitStack() as stack:
        path = Path(stack.enter_context(tempfile.TemporaryDirectory()), "table.json")
        found = write(path, load_all(CONFIG).catalogue, "en")
        addresses = {}
        for app in apps(found["centre"]):
            if installed(app):
                server = serving(app.command, app.folder, app.healthy, PEERS_TABLE=str(path))
                addresses[app] = stack.enter_context(server)
            else:
                print(f"{app.name} is not installed, and left out")
        bench = Bench(chromium(stack.enter_context(sync_playwright())), addresses, len(found["shapes"]))
        sectors = [(key, found["sectors"][key]) for key in never_twice(found["popular"], clicks + 2)]
        regions = [(code, found["names"][code], at) for code, at in found["spots"].items()]
        bench.open(openings)
        bench.click(sectors, [*islice(cycle(regions), clicks + 2)])
        bench.play()
    return dict(bench.figures)


def aims(programs: dict[str, Figures]) -> list[tuple[str, bool]]:
    """Aims, each with True if it is met."""
    (_, ours), *peers, (_, empty) = programs.items()
    opened, filtered, shown = (median(ours[each]) for each in ("opened", "filter", "region"))
    return [
        (
            "the map can be clicked in half the time of the empty app's first paint",
            opened <= median(empty["opened"]) / 2,
        ),
        ("and sooner than every peer's", ahead(ours, dict(peers), "opened")),
        ("the map shows a sector within 40 ms", filtered <= 40),
        ("and sooner than every peer's", ahead(ours, dict(peers), "filter")),
        ("the panel of a region stands within 40 ms", shown <= 40),
        ("and sooner than every peer's", ahead(ours, dict(peers), "region")),
        ("a hover sends nothing", not any(ours["hover"])),
    ]


def report(programs: dict[str, Figures]) -> str:
    """Text for README.md."""
    ours = next(iter(programs.values()))
    about = (
        f"Median, and in brackets where the middle 80 % lie, of {len(ours['opened'])} openings and "
        f"{len(ours['filter'])} clicks of each kind. "
        f"Streamlit {version('streamlit')}, {os.cpu_count()} cores, no GPU."
    )
    return f"{table(programs)}\n\n{about}"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clicks", type=int, default=24, help="clicks of each kind (%(default)s)")
    parser.add_argument("--openings", type=int, default=7, help="openings of each program (%(default)s)")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    asked = parser.parse_args(arguments)
    programs = measure(asked.clicks, asked.openings)
    text = report(programs)
    print(text, "", *(f"{'kept  ' if kept else 'MISSED'} {aim}" for aim, kept in aims(programs)), sep="\n")
    if asked.write:
        put_between("bench", text)


if __name__ == "__main__":
    main()
