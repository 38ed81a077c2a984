"""One program in a browser window of its own: what a visitor does there, timed, and what it sends and receives."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as Unanswered

from tests.benchmarks.apps import App, Point

WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
LOST, TRIES = 5000, 5  # ms without an answer after which a click is taken for lost, and how often it is then repeated
QUIET = 400  # ms after each act, so that the next one meets an idle page
STARTED = 4000  # ms after the opening in which the rest of the page comes
FRAMES = """() => new Promise(tell => {
  const begun = performance.now();
  let count = 0;
  const step = now => (++count, now < begun + 4000 ? requestAnimationFrame(step) : tell(1000 * count / (now - begun)));
  requestAnimationFrame(step);
})"""


class Traffic:
    """Bytes received and sent: files as they come over the wire, messages of a websocket before they are compressed."""

    def __init__(self, page: Page) -> None:
        self.received: list[tuple[float, float]] = []  # (seconds since 1970, bytes)
        self.sent: list[int] = []
        self._epoch = 0.0  # of the clock that the events tell
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", lambda event: self._came(event, event["encodedDataLength"]))
        session.on("Network.webSocketFrameReceived", lambda event: self._came(event, size(event["response"])))
        session.on("Network.webSocketFrameSent", lambda event: self.sent.append(size(event["response"])))

    def _asked(self, event: dict[str, Any]) -> None:
        self._epoch = event["wallTime"] - event["timestamp"]
        if event["request"]["method"] == "POST":  # what is fetched sends nothing
            self.sent.append(len(event["request"].get("postData", "")))

    def _came(self, event: dict[str, Any], count: float) -> None:
        self.received.append((self._epoch + event["timestamp"], count))

    def clear(self) -> None:
        self.received.clear()
        self.sent.clear()

    def kilobytes(self, until: float = float("inf")) -> float:
        """What was received until a moment, in kB."""
        return sum(count for moment, count in self.received if moment <= until) / 1000


def size(frame: dict[str, Any]) -> int:
    """Bytes of a message; the browser reports one that is not text in base64."""
    data = frame["payloadData"]
    return len(data.encode() if frame["opcode"] == 1 else base64.b64decode(data))


class Visit:
    """One program in its own browser window."""

    def __init__(self, browser: Browser, app: App, address: str, regions: int) -> None:
        self.app, self.address = app, address
        # The policy of the atlas would stop the scripts that wait here.
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB", bypass_csp=True)
        self.page = context.new_page()
        self.page.set_default_timeout(60_000)
        watched = {"drawn": app.drawn, "map": app.map, "panel": app.panel, "paths": regions if app.paths else 0}
        self.page.add_init_script(f"{{ const WATCHED = {json.dumps(watched)};\n{WATCH} }}")
        self.traffic = Traffic(self.page)

    def open(self) -> dict[str, float]:
        """Milliseconds from the start of the navigation until the map can be clicked; kB until then and in all."""
        self.page.goto(f"{self.address}/?lang=en", wait_until="commit")
        self.page.wait_for_function("bench.ready")
        self.page.wait_for_timeout(STARTED)
        begun, opened = self.page.evaluate("[performance.timeOrigin, bench.ready]")
        early = self.traffic.kilobytes(until=(begun + opened) / 1000)
        return {"opened": opened, "early": early, "all": self.traffic.kilobytes()}

    def filter(self, key: str, name: str) -> dict[str, float]:
        """Milliseconds from the click on a sector until the map shows it, and the traffic until the page is idle."""
        control = self.app.sector(self.page, key, name)
        control.hover()
        self.rest()
        control.click()
        took = self.took("painted")
        return {"filter": took, "received": self.traffic.kilobytes(), "sent": sum(self.traffic.sent) / 1000}

    def region(self, code: str, name: str, at: Point) -> dict[str, float]:
        """Milliseconds from the click on a region until the panel with its name stands."""
        assert self.app.spot
        x, y = self.app.spot(self.page, code, at)
        self.page.mouse.move(x, y)
        self.rest()
        self.page.evaluate("name => Object.assign(bench, {wanted: name})", name)
        for _ in range(TRIES):
            self.page.mouse.click(x, y)
            try:
                return {"region": self.took("listed", patience=LOST)}
            except Unanswered:
                print(f"{self.app.name} lost a click on {name}, which is repeated")
        raise AssertionError(f"{self.app.name} answers no click on {name}")

    def hover(self) -> dict[str, float]:
        """Messages sent while the pointer crosses the map."""
        box = self.page.locator(self.app.map).first.bounding_box()
        assert box
        self.rest()
        for step in range(20):
            self.page.mouse.move(box["x"] + box["width"] * (0.2 + step * 0.02), box["y"] + box["height"] * 0.5)
            self.page.wait_for_timeout(20)
        self.page.wait_for_timeout(QUIET)
        return {"hover": len(self.traffic.sent)}

    def play(self) -> dict[str, float]:
        """Frames a second while the years are played."""
        self.page.locator(self.app.play).click()
        return {"frames": self.page.evaluate(FRAMES)}

    def rest(self) -> None:
        self.page.wait_for_timeout(QUIET)
        self.traffic.clear()

    def took(self, what: str, patience: int = 60_000) -> float:
        """Milliseconds from the last click to its answer, once nothing follows."""
        self.page.wait_for_function(f"bench.{what} > bench.clicked", polling=50, timeout=patience)
        self.page.wait_for_timeout(QUIET)
        return float(self.page.evaluate(f"bench.{what} - bench.clicked"))
