"""Processes that make hand-outs. Each makes one at a time and ends when it is not needed, or not wanted any more.

Neither `multiprocessing` nor anyio can start them: both load the main module, in whose place Streamlit puts its script.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import struct
import sys
import traceback
from asyncio.subprocess import PIPE, Process
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from dashboard.loading import Snapshot
from dashboard.state import State

IDLE = 300.0  # s after which a process that makes nothing ends
NICENESS = 10  # what visitors click comes first
MOST = 25  # hand-outs, after which a process ends: typst keeps some 10 MB of each
LENGTH = struct.Struct(">Q")  # of the pickle that follows it

Work = tuple[bytes, State, str | None, str, str]
"""A pickled snapshot, what else `Request` holds, and the form."""


class Workers:
    """The processes that are idle."""

    def __init__(self) -> None:
        self.idle: list[Process] = []

    async def make(self, work: Work) -> bytes:
        """Have a hand-out made; RuntimeError with the traceback if that fails. Cancelled, it ends the process."""
        process = self.idle.pop() if self.idle else await _start()
        try:
            done, result, makes_more = await _answer(process, work)
        except BaseException:
            if process.returncode is None:
                process.kill()
            raise
        if makes_more:
            self._rest(process)
        elif process.stdin:
            process.stdin.close()
        if not done:
            raise RuntimeError(result.decode())
        return result

    def _rest(self, process: Process) -> None:
        def end() -> None:
            if process in self.idle:
                self.idle.remove(process)
                process.kill()

        self.idle.append(process)
        asyncio.get_running_loop().call_later(IDLE, end)


async def _start() -> Process:
    command = sys.executable, "-m", "dashboard.handouts.worker"
    return await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, cwd=Path(__file__).parents[2])


async def _answer(process: Process, work: Work) -> tuple[bool, bytes, bool]:
    if not process.stdin or not process.stdout:
        raise RuntimeError("a process without pipes")
    process.stdin.write(framed(work))
    await process.stdin.drain()
    (length,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
    answer: tuple[bool, bytes, bool] = pickle.loads(await process.stdout.readexactly(length))  # noqa: S301 - our own
    return answer


def framed(value: Any) -> bytes:
    """Return a value as its pickle, after the length of that."""
    data = pickle.dumps(value)
    return LENGTH.pack(len(data)) + data


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Make what is asked for, MOST times or until nobody can ask any more."""
    for left in reversed(range(MOST)):
        if not (header := asked.read(LENGTH.size)):
            return
        work: Work = pickle.loads(asked.read(*LENGTH.unpack(header)))  # noqa: S301 - written by the server
        answers.write(framed((*made(work), bool(left))))
        answers.flush()


def made(work: Work) -> tuple[bool, bytes]:
    """Make a hand-out here: true and the file, or false and the traceback."""
    from dashboard.handouts.content import Request  # late, so that a process is there at once
    from dashboard.handouts.forms import FORMS

    data, state, sector, address, form = work
    try:
        return True, FORMS[form](Request(_snapshot(data), state, sector, address))
    except Exception:
        return False, traceback.format_exc().encode()


@lru_cache(1)
def _snapshot(data: bytes) -> Snapshot:
    snapshot: Snapshot = pickle.loads(data)  # noqa: S301 - written by the server
    return snapshot


if __name__ == "__main__":
    os.nice(NICENESS)
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)  # whatever is printed must not stand among the answers
        serve(sys.stdin.buffer, answers)
