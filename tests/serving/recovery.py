"""Kill one of three copies behind the shipped proxy while visitors click, and time until each is served by another.

`python -m tests.serving.recovery --write` puts the result into docs/deployment.md.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from textwrap import fill
from time import perf_counter

from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.benchmarks.report import put_between
from tests.browser.host import ROOT
from tests.deploy.proxy import copy_of_atlas, proxied
from tests.serving.session import Session

VISITORS, BEFORE, AFTER, PAUSE = 30, 5.0, 15.0, 1.0  # s
AGAIN = 0.05  # s until a visitor who could not connect tries again
LOST = (ConnectionClosed, InvalidHandshake, OSError)


async def stay(port: int, address: str, waits: list[float]) -> None:
    """Click until cancelled; after a loss, connect again, and note the time from there to the end of the next run."""
    lost = 0.0
    while True:
        try:
            async with Session(port, "about", address=address) as visitor:
                while True:
                    await visitor.run()
                    if lost:
                        waits.append(perf_counter() - lost)
                    lost = 0.0
                    await asyncio.sleep(PAUSE)
        except LOST:
            lost = lost or perf_counter()
            await asyncio.sleep(AGAIN)


async def measure(port: int, kill: ExitStack) -> list[float]:
    """Seconds that each visitor of the killed copy waited."""
    waits: list[float] = []
    all_of_them = [asyncio.create_task(stay(port, f"127.1.0.{n}", waits)) for n in range(1, VISITORS + 1)]
    await asyncio.sleep(BEFORE)
    kill.close()
    await asyncio.sleep(AFTER)
    for each in all_of_them:
        each.cancel()
    await asyncio.gather(*all_of_them, return_exceptions=True)
    return waits


def main() -> None:
    """Start copies and proxy, measure, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put it into docs/deployment.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        copies = [copy_of_atlas(Path(name)) for _ in range(3)]
        for each in copies:
            each.start()
        for each in copies[1:]:
            stack.callback(each.end)
        kill = stack.enter_context(ExitStack())
        kill.callback(copies[0].end, signal.SIGKILL)
        address, _ = stack.enter_context(proxied(Path(name), [each.port for each in copies]))
        waits = asyncio.run(measure(int(address.rpartition(":")[2]), kill))
    said = (
        f"Of {VISITORS} visitors who clicked once a second on three copies, {len(waits)} were on the one that was "
        f"killed (`kill -9`). Each clicked on at another after {1000 * median(waits):,.0f} ms at the median, "
        f"{1000 * max(waits):,.0f} ms at the most."
    )
    print(said)
    if asked.write:
        put_between("recovery", fill(said, 128), ROOT / "docs" / "deployment.md")


if __name__ == "__main__":
    main()
