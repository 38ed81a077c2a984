"""Starts what a test with a browser needs: a server on a free port, and the Chromium that is there."""

import os
import shutil
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


@contextmanager
def serving(command: Callable[[int], list[str]], cwd: Path = ROOT) -> Iterator[str]:
    """The address of a Streamlit server, from its first answer on; ends the process that it started."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(command(port), cwd=cwd, env=environment, stdout=log, stderr=subprocess.STDOUT)

        def said() -> str:
            log.seek(0)
            return log.read()

        try:
            for _ in range(600):
                assert process.poll() is None, said()
                try:
                    with urlopen(f"http://127.0.0.1:{port}/_stcore/health") as answer:
                        assert answer.status == 200
                        break
                except OSError:
                    time.sleep(0.1)
            else:
                raise AssertionError(f"the server did not start: {said()}")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(10)
