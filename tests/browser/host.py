"""Starts what a test with a browser needs: a server on a free port, and the Chromium that is there."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Playwright

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# No GL flags: WebGL works headless without them. The rest keeps Chromium itself from calling home.
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]


def chromium(playwright: Playwright) -> Browser:
    """The one that CHROMIUM names, else one of the PATH, else Playwright's own."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    return playwright.chromium.launch(executable_path=found, args=FLAGS)


def free_port() -> int:
    """A port that no program has."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Server:
    """A server that a test may end and start again on the same port."""

    def __init__(
        self,
        command: Callable[[int], list[str]],
        cwd: Path = ROOT,
        healthy: str = "/_stcore/health",
        **environment: str,
    ) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._command, self._cwd, self._healthy = command(self.port), cwd, healthy
        self._environment = os.environ | {"PYTHONPATH": str(ROOT)} | environment

    def start(self) -> None:
        """Return once the server says that it is healthy."""
        self._log = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed by `end`
        self._process = subprocess.Popen(
            self._command, cwd=self._cwd, env=self._environment, stdout=self._log, stderr=subprocess.STDOUT
        )
        for _ in range(600):
            assert self._process.poll() is None, self.said()
            try:
                with urlopen(self.address + self._healthy) as answer:  # noqa: S310 - our own address
                    assert answer.status == 200
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError(f"the server did not start: {self.said()}")

    @property
    def pid(self) -> int:
        """Number of the process that was started last."""
        return self._process.pid

    def said(self) -> str:
        """Everything that the server has printed since it was started."""
        self._log.seek(0)
        return self._log.read()

    def end(self, sign: signal.Signals = signal.SIGTERM) -> None:
        """Send a signal and wait until the process is gone."""
        self._process.send_signal(sign)
        self._process.wait(10)
        self._log.close()


@contextmanager
def serving(
    command: Callable[[int], list[str]], cwd: Path = ROOT, healthy: str = "/_stcore/health", **environment: str
) -> Iterator[str]:
    """The address of a server, from its first answer on; ends the process that it started."""
    server = Server(command, cwd, healthy, **environment)
    try:
        server.start()
        yield server.address
    finally:
        server.end()
