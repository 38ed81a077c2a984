"""A WebKit on a screen that nobody sees, driven by classic WebDriver: https://www.w3.org/TR/webdriver2/."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.browser.host import serving
from tests.engines.engine import Engine

NEEDED = {"WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb"}
ANSWER = 60  # s


class WebKit(Engine):
    """The browser of WebKit's own tests, with one bare window: its usual ones are at least 447 pixels wide."""

    missing = ", ".join(f"{name} is not installed ({of})" for name, of in NEEDED.items() if not shutil.which(name))

    def __init__(self, address: str) -> None:
        self._session = f"{address}/session"
        self._session += f"/{self._ask('POST', '', capabilities={'alwaysMatch': OPTIONS})['sessionId']}"

    @classmethod
    @contextmanager
    def started(cls, _folder: Path) -> Iterator[WebKit]:
        """Start a screen, a driver and a browser; end them."""
        with screen() as display, serving(driver, healthy="/status", DISPLAY=display) as address:
            engine = cls(address)
            try:
                engine._bare_window()
                yield engine
            finally:
                engine._ask("DELETE", "")

    def _bare_window(self) -> None:
        first = self._ask("GET", "/window")
        self.run("open('', '', 'width=1440,height=900')")
        other = next(name for name in self._ask("GET", "/window/handles") if name != first)
        self._ask("POST", "/window", handle=other)

    def _ask(self, method: str, path: str, **values: Any) -> Any:
        data = json.dumps(values).encode() if method == "POST" else None
        request = Request(self._session + path, data, {"Content-Type": "application/json"}, method=method)  # noqa: S310
        try:
            with urlopen(request, timeout=ANSWER) as answer:  # noqa: S310 - the driver's own address
                return json.load(answer)["value"]
        except HTTPError as failed:
            raise AssertionError(f"{path}: {json.load(failed)['value']['message']}") from failed

    def open(self, url: str) -> None:
        self._ask("POST", "/url", url=url)

    def resize(self, width: int, height: int) -> None:
        self._ask("POST", "/window/rect", width=width, height=height)
        self.until("(width, height) => innerWidth === width && innerHeight === height", width, height)

    def run(self, body: str) -> Any:
        return self._ask("POST", "/execute/sync", script=body, args=[])

    def click(self, x: float, y: float) -> None:
        actions = [
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._ask("POST", "/actions", actions=[{"type": "pointer", "id": "mouse", "actions": actions}])

    def screenshot(self) -> bytes:
        return base64.b64decode(self._ask("GET", "/screenshot"))


OPTIONS = {"webkitgtk:browserOptions": {"args": ["--automation", "--javascript-can-open-windows-automatically=TRUE"]}}


def driver(port: int) -> list[str]:
    return ["WebKitWebDriver", f"--port={port}"]


@contextmanager
def screen() -> Iterator[str]:
    """The name of a virtual screen on a free number."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout
            yield f":{process.stdout.readline().strip()}"
        finally:
            process.terminate()
