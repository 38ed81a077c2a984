"""Measure the atlas under load: `python -m tests.benchmarks.load`; --write puts the table into README.md.

Visitors come within half a minute, click every ten seconds, leave and return. The empty Streamlit app gets as many in
the same run. Server and visitors have a core each, where there are two. Nothing leaves the machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

from dashboard.loading import CONFIG, load_all
from tests.benchmarks.apps import ROOT, atlas, streamlit
from tests.benchmarks.load.browser import Files
from tests.benchmarks.load.figures import Figures, Process, look, spread
from tests.benchmarks.load.people import AtlasVisitor, EmptyVisitor, Visitor
from tests.benchmarks.load.served import Program, served
from tests.benchmarks.load.soak import soak
from tests.benchmarks.report import put_between
from tests.benchmarks.written import write
from tests.browser.host import Server

COMING = 30.0  # s within which all visitors come
SETTLE = 15.0  # s after the last has come, in which browsers fetch ahead what may be asked for next
LONGEST = 300.0  # s until the last one must have come
STAYS = 10  # s that a server keeps the session of whoever has left; the atlas has 60 otherwise, Streamlit 120
FIRST = 60  # visitors who come before it is measured
MADE = ("pptx", "pdf", "png-1920", "html", "svg")
SEED = 1


ATLAS = Program("Atlas", atlas, AtlasVisitor)
EMPTY = Program("Empty Streamlit app", streamlit("empty_app.py"), EmptyVisitor, ROOT / "dashboard")


@dataclass
class Row:
    """What was found with so many visitors of a program."""

    visitors: int
    name: str
    opening: list[float] = field(default_factory=list)
    acts: list[float] = field(default_factory=list)
    requests: list[float] = field(default_factory=list)
    errors: dict[str, int] = field(default_factory=dict)
    told_to_wait: int = 0
    share: float = 0.0
    memory: tuple[float, ...] = ()


HEADS = (
    "Visitors", "", "Opening: median, p95", "Acts", "Median", "p95", "p99", "Longest", "Other requests: p95", "Errors",
    "Told to wait", "Share of a core", "CPU of an act", "MB before, during, after",
)  # fmt: skip


def cells(row: Row, seconds: float) -> list[str]:
    """A row of the table as text."""
    opening, acts, requests = spread(row.opening), spread(row.acts), spread(row.requests)
    return [
        f"{row.visitors:,}",
        row.name,
        " / ".join(f"{each / 1000:.1f} s" for each in opening[:2]) or "–",
        f"{len(row.acts):,}",
        *[f"{each:,.0f} ms" for each in acts or ()],
        f"{requests[1]:,.0f} ms" if requests else "–",
        str(sum(row.errors.values())),
        str(row.told_to_wait),
        f"{row.share:.2f}",
        f"{1000 * row.share * seconds / max(1, len(row.acts)):.0f} ms",
        " / ".join(f"{each:.0f}" for each in row.memory),
    ]


def table(rows: Sequence[Row], seconds: float) -> str:
    """All rows in Markdown."""
    lines = [HEADS, ["---", "---", *["--:"] * (len(HEADS) - 2)], *(cells(row, seconds) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


class Crowd:
    """The visitors of a server, who come, stay and leave together."""

    def __init__(self, program: Program, server: Server, shown: Any) -> None:
        self.program, self.server, self.shown, self.figures = program, server, shown, Figures()

    def visitor(self, number: int) -> Visitor:
        return self.program.visitor(self.server.port, self.figures, random.Random(SEED + number), self.shown)  # noqa: S311

    async def warm_up(self) -> Process:
        """Let some visitors come, click without a pause and leave, so that all is loaded; they do not count."""
        await asyncio.gather(*(self._warm(-number) for number in range(2, FIRST + 2)))
        self.figures.clear()
        return await self.forgotten()

    async def _warm(self, number: int) -> None:
        guest = self.visitor(number)
        await guest.open()
        for _ in range(20):
            await guest.act()
        await guest.leave()

    async def come(self, count: int) -> list[asyncio.Task[None]]:
        """Let visitors come, and return once the first run of each has ended."""
        comes = [COMING * number / count for number in range(count)]
        tasks = [asyncio.create_task(self.visitor(number).live(at)) for number, at in enumerate(comes)]
        async with asyncio.timeout(LONGEST):
            while len(self.figures.seconds["opening"]) < count:
                await asyncio.sleep(0.2)
        return tasks

    def row(self, visitors: int, name: str, before: Process, opening: list[float]) -> Row:
        """What was found since a moment; the next one begins anew."""
        now, seconds = look(self.server.pid), self.figures.seconds
        requests = [each for kind in ("page", "file", "version") for each in seconds[kind]]
        row = Row(visitors, name, opening, seconds["act"], requests, dict(self.figures.errors))
        row.told_to_wait, row.share, row.memory = self.figures.told_to_wait, now.share_since(before), (now.memory,)
        self.figures.clear()
        return row

    async def leave(self, tasks: Sequence[asyncio.Task[None]]) -> Process:
        """Let all leave."""
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return await self.forgotten()

    async def forgotten(self) -> Process:
        """Wait until the server has forgotten all visitors but the last, on whose leaving it drops the others."""
        await asyncio.sleep(STAYS + 2)
        last = self.visitor(-1)
        await last.open()
        await last.leave()
        await asyncio.sleep(STAYS + 10)
        return look(self.server.pid)


async def ask_hand_outs(port: int, shown: Any, figures: Figures, number: int, count: int) -> None:
    """Ask for one hand-out after another until cancelled; no two askers for the same."""
    files, asked = Files(port, figures), [*shown["lines"], *shown["names"]][number::count]
    for key, form in cycle(zip(asked, cycle(MADE[number % len(MADE) :] + MADE[: number % len(MADE)]), strict=False)):
        query = urlencode({"lang": shown["languages"][number % len(shown["languages"])], "selected": key})
        try:
            await files.get(f"/handout/{form}?{query}", "hand-out")
        except OSError as error:
            figures.failed(error)


async def measure(
    program: Program, server: Server, shown: Any, visitors: int, seconds: float, handouts: int
) -> list[Row]:
    """Rows of one crowd: clicking alone, and while hand-outs are asked for."""
    crowd = Crowd(program, server, shown)
    before = await crowd.warm_up()
    tasks = await crowd.come(visitors)
    await asyncio.sleep(SETTLE)
    opening, errors = crowd.figures.seconds["opening"], crowd.figures.errors.copy()
    crowd.figures.clear()
    crowd.figures.errors.update(errors)
    begun = look(server.pid)
    await asyncio.sleep(seconds)
    rows = [crowd.row(visitors, program.name, begun, opening)]
    if handouts and program is ATLAS:
        askers = [
            asyncio.create_task(ask_hand_outs(server.port, shown, crowd.figures, n, handouts)) for n in range(handouts)
        ]
        begun = look(server.pid)
        await asyncio.sleep(seconds)
        made = crowd.figures.seconds["hand-out"]
        name = f"Atlas, {handouts} hand-outs asked for at any moment ({len(made)} made, in {median(made):.1f} s)"
        rows.append(crowd.row(visitors, name, begun, []))
        for each in askers:
            each.cancel()
        await asyncio.gather(*askers, return_exceptions=True)
    after = await crowd.leave(tasks)
    for row in rows:
        row.memory = (before.memory, *row.memory, after.memory)
    if "Traceback" in (said := server.said()):
        rows[0].errors[f"the server says: {said[-2000:]}"] = 1
    return rows


def main() -> None:
    """Measure each number of visitors of both programs in turn; print the table, and every error below it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", default="50,200,400,1000", help="numbers of them (%(default)s)")
    parser.add_argument("--seconds", type=int, default=60, help="length of each measurement (%(default)s)")
    parser.add_argument("--handouts", type=int, default=10, help="asked for beside the first number (%(default)s)")
    parser.add_argument("--soak", type=int, metavar="MINUTES", help="instead, let 20 visitors stay, and edit the table")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.json")
        catalogue = load_all(CONFIG).catalogue
        shown = json.loads(json.dumps(write(path, catalogue, "en"))) | {"languages": [*catalogue.atlas.languages]}
        environment = {
            "PEERS_TABLE": str(path),
            "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(STAYS),
            "TWINNED_LEFT_SECONDS": str(STAYS),
            "TWINNED_SESSIONS_OF_ADDRESS": "2500",  # all visitors come from this machine
        }
        if asked.soak:
            return soak(asked.soak, shown)
        rows: list[Row] = []
        print(f"| {' | '.join(HEADS)} |", flush=True)
        for place, visitors in enumerate(map(int, asked.visitors.split(","))):
            for program in (ATLAS, EMPTY):
                with served(program, **environment) as server:
                    handouts = asked.handouts if not place else 0
                    found = asyncio.run(measure(program, server, shown, visitors, asked.seconds, handouts))
                for row in found:
                    print(f"| {' | '.join(cells(row, asked.seconds))} |", flush=True)
                    print(*(f"    {count} times: {error}" for error, count in row.errors.items()), sep="\n")
                rows += found
    if asked.write:
        about = f"An act of each visitor every ten seconds, for {asked.seconds} s. Server and visitors on a core each."
        put_between("load", f"{table(rows, asked.seconds)}\n\n{about}")


if __name__ == "__main__":
    main()
