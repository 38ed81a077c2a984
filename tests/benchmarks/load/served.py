"""The servers that are visited."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.load.people import Visitor
from tests.browser.host import ROOT, Server


@dataclass(frozen=True)
class Program:
    """What is served: how it is started, and who visits it."""

    name: str
    command: Callable[[int], list[str]]
    visitor: type[Visitor]
    folder: Path = ROOT


@contextmanager
def served(program: Program, **environment: str) -> Iterator[Server]:
    """A server on the first core, while this process keeps to the last; both share it if there is but one."""
    cores = sorted(os.sched_getaffinity(0))
    server = Server(program.command, program.folder, **environment)
    try:
        os.sched_setaffinity(0, cores[:1])  # which a new process takes over, and all its threads
        server.start()
        os.sched_setaffinity(0, cores[-1:])
        yield server
    finally:
        os.sched_setaffinity(0, cores)
        server.end()
