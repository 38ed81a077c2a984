"""A Firefox without a window, which speaks WebDriver BiDi itself: https://w3c.github.io/webdriver-bidi/."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.engines.engine import Engine

FOUND = shutil.which("firefox-esr") or shutil.which("firefox")
START, ANSWER = 60, 60  # s


class Firefox(Engine):
    """One tab."""

    missing = "" if FOUND else "Firefox is not installed (firefox-esr)"

    def __init__(self, line: ClientConnection) -> None:
        self._line, self._number = line, 0
        self._ask("session.new", capabilities={})
        self._tab = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    @classmethod
    @contextmanager
    def started(cls, folder: Path) -> Iterator[Firefox]:
        """Start a Firefox with a fresh profile in an empty folder; end it."""
        command = [str(FOUND), "--headless", "--no-remote", "--profile", str(folder), "--remote-debugging-port", "0"]
        home = os.environ | {"HOME": str(folder)}  # as root, Firefox refuses the home of another user
        with subprocess.Popen(command, env=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                with connect(f"{address(folder)}/session", max_size=None) as line:
                    yield cls(line)
            finally:
                process.terminate()

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        self._number += 1
        self._line.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while (answer := json.loads(self._line.recv(ANSWER))).get("id") != self._number:
            pass  # an event
        assert answer["type"] == "success", f"{method}: {answer['message']}"
        result: dict[str, Any] = answer["result"]
        return result

    def open(self, url: str) -> None:
        self._ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def resize(self, width: int, height: int) -> None:
        self._ask("browsingContext.setViewport", context=self._tab, viewport={"width": width, "height": height})

    def run(self, body: str) -> Any:
        answer = self._ask(
            "script.evaluate",
            expression=f"(() => {{ {body} }})()",
            target={"context": self._tab},
            awaitPromise=True,
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return answer["result"].get("value")

    def click(self, x: float, y: float) -> None:
        actions = [
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {"type": "pointer", "id": "mouse", "actions": actions}
        self._ask("input.performActions", context=self._tab, actions=[mouse])

    def screenshot(self) -> bytes:
        return base64.b64decode(self._ask("browsingContext.captureScreenshot", context=self._tab)["data"])


def address(folder: Path) -> str:
    """Address that Firefox listens at, which it writes into its profile."""
    file = folder / "WebDriverBiDiServer.json"
    end = time.monotonic() + START
    while not (file.exists() and (text := file.read_text(encoding="utf-8"))):
        assert time.monotonic() < end, f"Firefox did not start in {START} s"
        time.sleep(0.1)
    server = json.loads(text)
    return f"ws://{server['ws_host']}:{server['ws_port']}"
