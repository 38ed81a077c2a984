"""Measure the start: `python -m tests.benchmarks.start`; --write, or `make start`, puts the table into README.md.

The atlas and an app of one word are started in turn, each several times, in the same way: by uvicorn, with bytecode and
with what `python -m dashboard.published.prepare` leaves, which is run before.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.benchmarks.apps import atlas
from tests.benchmarks.report import put_between, spread
from tests.browser.host import ROOT

TICKS = os.sysconf("SC_CLK_TCK")
QUIET = 0.5  # seconds in which a process that has used no more CPU than a tick has nothing left to do


@dataclass(frozen=True)
class Measure:
    """A row of the table. The target is the most that the atlas may take, or how often what the other app takes."""

    name: str
    unit: str
    digits: int = 0
    target: float | None = None
    times: float | None = None

    def aim(self) -> str:
        """The target as text."""
        return f"{self.target:.0f} {self.unit}" if self.target else f"{self.times} ×" if self.times else "–"

    def missed(self, ours: float, theirs: float) -> str:
        """The sentence for a target that is missed, else nothing."""
        most = self.target or (self.times or float("inf")) * theirs
        took = f"{ours:.{self.digits}f} {self.unit}"
        return f"{self.name.lstrip('… ')}: {took}, more than the target of {self.aim()}." if ours > most else ""


MEASURES = {
    "seconds": Measure("Healthy after", "s", 2, times=1.3),
    "cpu": Measure("… CPU until healthy", "ms", times=1.3),
    "memory": Measure("… memory when healthy", "MB", target=100),
    "page": Measure("First page, asked for then, complete after", "s", 2),
    "warm": Measure("Memory once it rests", "MB"),
    "total": Measure("CPU until it rests", "ms"),
}


def blank(port: int) -> list[str]:
    uvicorn = [sys.executable, "-m", "uvicorn", "--log-level=warning", "--ws=websockets-sansio"]
    return [*uvicorn, f"--port={port}", "tests.benchmarks.peers.blank:app"]


PROGRAMS: dict[str, Callable[[int], list[str]]] = {"Atlas": atlas, "Streamlit app of one word": blank}


def measured(command: Callable[[int], list[str]]) -> dict[str, float]:
    """Start a program, open its first page at once, and wait until it rests."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    begun = time.monotonic()
    with subprocess.Popen(command(port), cwd=ROOT / "dashboard", env=os.environ | {"PYTHONPATH": str(ROOT)}) as process:
        try:
            while not answers(port):
                assert process.poll() is None, "it has ended"
                time.sleep(0.005)
            found = {
                "seconds": time.monotonic() - begun,
                "cpu": cpu(process.pid),
                "memory": memory(process.pid),
            }
            open_page(port)
            found["page"] = time.monotonic() - begun
            rest(process.pid)
            return found | {"warm": memory(process.pid), "total": cpu(process.pid)}
        finally:
            process.send_signal(signal.SIGTERM)


def answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def open_page(port: int) -> None:
    """Fetch the page and let Streamlit run its script once, as a browser does."""
    with urlopen(Request(f"http://127.0.0.1:{port}/", headers={"Accept-Encoding": "gzip"})) as answer:
        answer.read()
    with connect(f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"]) as page:
        ask = BackMsg()
        ask.rerun_script.query_string = ""
        page.send(ask.SerializeToString())
        while ForwardMsg.FromString(page.recv(timeout=30)).WhichOneof("type") != "script_finished":
            pass


def cpu(process: int) -> float:
    """Milliseconds of CPU that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / TICKS


def memory(process: int) -> float:
    """MB that a process holds."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def rest(process: int) -> None:
    """Wait until a process has nothing left to do."""
    used = -1.0
    while cpu(process) - used > 1000 / TICKS:
        used = cpu(process)
        time.sleep(QUIET)


def table(found: dict[str, list[dict[str, float]]]) -> str:
    """A Markdown table: a row for each measure, a column for each program, their ratio, and what was aimed at.

    Below stands a sentence for each target that is missed.
    """
    lines, misses = [["", *found, "Ratio", "Target"], ["---", *["--:"] * (len(found) + 2)]], []
    for key, measure in MEASURES.items():
        values = [[each[key] for each in runs] for runs in found.values()]
        ours, theirs = map(median, values)
        shown = [spread(each, measure.unit, measure.digits) for each in values]
        lines.append([measure.name, *shown, f"{ours / theirs:.2f}", measure.aim()])
        misses.append(measure.missed(ours, theirs))
    rows = [f"| {' | '.join(line)} |" for line in lines]
    return "\n".join([*rows, "", " ".join(filter(None, misses)) or "Every target is met."])


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=7, help="starts of each program (%(default)s)")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    asked = parser.parse_args(arguments)
    subprocess.run([sys.executable, "-m", "dashboard.published.prepare"], cwd=ROOT, check=True)
    found: dict[str, list[dict[str, float]]] = {name: [] for name in PROGRAMS}
    for number in range(asked.times + 1):  # the first start finds nothing in the memory of the machine
        for name, command in PROGRAMS.items():
            one = measured(command)
            if number:
                found[name].append(one)
    seen = f"Median, and in brackets where the middle 80 % lie, of {asked.times} starts on {os.cpu_count()} cores"
    text = f"{table(found)}\n\n{seen} with a load of {os.getloadavg()[1]:.0f}, which stretches seconds more than CPU."
    print(text)
    if asked.write:
        put_between("start", text)


if __name__ == "__main__":
    main()
