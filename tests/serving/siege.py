"""Hold idle, greedy and half visitors against a server, and time the clicks of an honest one.

`python -m tests.serving.siege` does it in full numbers.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import struct
import sys
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from statistics import median

from websockets.exceptions import ConnectionClosed

from dashboard.serving.limits import raise_files
from tests.asgi import run_beside
from tests.benchmarks.load.figures import look
from tests.browser.host import Server
from tests.serving.session import Session

PER_ADDRESS = 200
CLICKS, EVERY = 12, 0.5  # s
HEAD = b"GET /_stcore/stream HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
KEY = b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
ALMOST_ALL = 120_000
"""Bytes of an unfinished message; one more than 131,072 would be refused at its first byte."""


@dataclass(frozen=True)
class Numbers:
    """How many visitors of each kind come; by default as many as a server has to stand."""

    idle: int = 2000
    greedy: int = 20
    half: int = 300
    unfinished: int = 50


@dataclass(frozen=True)
class Outcome:
    """The median click (s) before and during the siege, and the memory of the server (MB)."""

    before: float
    during: float
    memory: int


async def besiege(port: int, pid: int, numbers: Numbers) -> Outcome:
    """Let all of them come, one kind after the other, and time the clicks of the honest visitor."""
    async with AsyncExitStack() as stack:
        honest = await stack.enter_async_context(Session(port, "about", compresses=False))
        await honest.run()
        before = median([await honest.run() for _ in range(5)])
        tasks: list[asyncio.Task[None]] = []
        for at in range(numbers.idle):
            idle = Session(port, address=f"127.1.{at // PER_ADDRESS}.1", compresses=False)
            await stack.enter_async_context(idle)
        for _ in range(numbers.half):
            _, half = await asyncio.open_connection("127.0.0.1", port)
            half.write(b"GET / HTTP/1.1\r\nHost: local")
            stack.callback(half.close)
        for _ in range(numbers.unfinished):
            stack.callback((await unfinished(port)).close)
        for _ in range(numbers.greedy):
            visitor = await stack.enter_async_context(Session(port, "about", address="127.2.0.1", compresses=False))
            tasks += [asyncio.create_task(without_pause(visitor)), asyncio.create_task(visitor.read_on())]
        await asyncio.sleep(6)  # while the first messages of the greedy pass
        clicks = []
        for _ in range(CLICKS):
            clicks.append(await honest.run())
            await asyncio.sleep(EVERY)
        memory = int(look(pid).memory)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return Outcome(before, median(clicks), memory)


async def without_pause(visitor: Session) -> None:
    """Ask for runs as fast as the server reads."""
    with suppress(ConnectionClosed):
        while True:
            await visitor.ask()
            await asyncio.sleep(0.01)


async def unfinished(port: int) -> asyncio.StreamWriter:
    """A websocket on which a message has begun that never ends."""
    answer, line = await asyncio.open_connection("127.0.0.1", port, local_addr=("127.3.0.1", 0))
    line.write(HEAD + KEY)
    await answer.readuntil(b"\r\n\r\n")
    line.write(b"\x82\xff" + struct.pack("!Q", ALMOST_ALL + 10) + bytes(4) + bytes(ALMOST_ALL))
    await line.drain()
    return line


def siege(numbers: Numbers) -> Outcome:
    """Start a server and besiege it."""
    raise_files()
    server = Server(lambda port: [sys.executable, "-m", "dashboard.cli", "serve", "--port", str(port)])
    server.start()
    try:
        return run_beside(besiege(server.port, server.pid, numbers))
    finally:
        server.end()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    for name, number in vars(Numbers()).items():
        parser.add_argument(f"--{name}", type=int, default=number)
    os.nice(5)
    print(siege(Numbers(**vars(parser.parse_args()))))
