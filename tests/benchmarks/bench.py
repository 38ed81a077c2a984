"""Measure waiting times of a visitor: `python -m tests.benchmarks.bench`; --write also puts them into README.md.

Three apps get the same clicks on the same pills in turn, under the same server settings: an otherwise empty app, the
plain way with `st.pydeck_chart`, and the atlas. Times depend on the machine; the ratios are more telling.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, WebSocket, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.loading import CONFIG, load_all
from tests.browser.host import ROOT, chromium, serving

HERE = Path(__file__).parent
README = ROOT / "README.md"
WATCH = (HERE / "watch.js").read_text(encoding="utf-8")
PILL = "Medicine"
QUIET = 250  # ms between clicks, so that each meets an idle page
DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
CHECK = "() => bench.painted > bench.clicked"


@dataclass
class Traffic:
    """Traffic over the websocket since the last `clear`, in bytes."""

    received: int = 0
    sent: int = 0
    messages: int = 0
    finished: bool = False

    def clear(self) -> None:
        self.__init__()  # type: ignore[misc]

    def attach(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._came)
        socket.on("framesent", self._went)

    def _came(self, frame: bytes | str) -> None:
        self.received += len(frame)
        message = ForwardMsg.FromString(frame) if isinstance(frame, bytes) else ForwardMsg()
        if message.WhichOneof("type") == "script_finished":
            self.finished |= message.script_finished in DONE

    def _went(self, frame: bytes | str) -> None:
        self.sent += len(frame)
        self.messages += 1


@dataclass
class Figures:
    """Measurements of one app: times in ms, traffic in bytes."""

    opened: list[float] = field(default_factory=list)
    clicks: list[float] = field(default_factory=list)
    fresh: list[float] = field(default_factory=list)
    received: list[int] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)
    fetched: int = 0
    hovered: int = 0


@dataclass(frozen=True)
class App:
    """An app: its server command, the selector of its pills, and the watcher in watch.js that sees it painted."""

    name: str
    command: Callable[[int], list[str]]
    folder: Path
    pills: str
    watched: str
    watcher: str


def small(name: str) -> Callable[[int], list[str]]:
    """Command that serves an app of this folder. Run it in dashboard/, so that Streamlit reads the atlas's settings."""
    streamlit = [sys.executable, "-P", "-m", "streamlit", "run", str(HERE / name), "--server.address=127.0.0.1"]
    return lambda port: [*streamlit, f"--server.port={port}"]


def atlas(port: int) -> list[str]:
    return [sys.executable, "-m", "dashboard.cli", "serve", "--config", str(CONFIG), "--port", str(port)]


SMALL = ROOT / "dashboard", ".st-key-pill"
APPS = (
    App("Empty app", small("empty_app.py"), *SMALL, ".st-key-shown", "text"),
    App("`st.pydeck_chart`", small("plain_app.py"), *SMALL, ".st-key-map", "canvas"),
    App("Atlas", atlas, ROOT, ".st-key-filters", "[data-testid=deckmap]", "map"),
)


class Visit:
    """One app in its own browser window."""

    def __init__(self, browser: Browser, app: App, address: str) -> None:
        self.app, self.address = app, address
        self.traffic, self.asked = Traffic(), list[str]()
        self.page = browser.new_context(viewport={"width": 1280, "height": 720}, locale="en-GB").new_page()
        self.page.set_default_timeout(90_000)
        self.page.add_init_script(WATCH + f"if ('{app.watcher}' === 'canvas') bench.canvas();")
        self.page.on("websocket", self.traffic.attach)
        self.page.on("request", lambda request: self.asked.append(request.url))

    def open(self) -> float:
        """Open the app; return the time from the start of the navigation to the painted map or text, in ms."""
        self.page.goto(f"{self.address}/?lang=en")
        if self.app.watcher != "canvas":
            self.page.locator(self.app.watched).evaluate(f"element => bench.{self.app.watcher}(element)")
        self.page.wait_for_function("() => bench.painted", polling=20)
        return float(self.page.evaluate("bench.painted"))

    def rest(self) -> None:
        self.page.wait_for_timeout(QUIET)
        self.traffic.clear()
        self.asked.clear()

    def click(self, pill: str) -> float:
        """Click on a pill; return the time until the answer is painted, in ms. Waits for the traffic to complete."""
        self.rest()
        self.page.locator(self.app.pills).get_by_role("button", name=re.compile(f"^{re.escape(pill)}")).click()
        self.page.wait_for_function(CHECK, polling=20)
        while not self.traffic.finished:
            self.page.wait_for_timeout(20)
        return float(self.page.evaluate("bench.painted - bench.clicked"))

    def hover(self) -> int:
        """Number of messages that the server gets when the pointer crosses the map."""
        box = self.page.locator(self.app.watched).bounding_box()
        assert box
        self.rest()
        for step in range(20):
            self.page.mouse.move(box["x"] + box["width"] * (0.2 + step * 0.03), box["y"] + box["height"] * 0.5)
            self.page.wait_for_timeout(20)
        return self.traffic.messages


def never_twice(clicks: int) -> list[str]:
    """Order of clicks that never repeats a view: a Gray code over the pills of the five largest sectors."""
    catalogue = load_all(CONFIG).catalogue
    sizes = Counter(sector for row in catalogue.rows for sector in row.record.sectors)
    names = [catalogue.sectors[key].names["en"] for key, _ in sizes.most_common(5)]
    return [names[(step & -step).bit_length() - 1] for step in range(1, clicks + 1)]


def measure(clicks: int, openings: int) -> list[Figures]:
    """Measure all apps, in the order of APPS; each click goes to all three in turn."""
    figures = [Figures() for _ in APPS]
    with ExitStack() as stack:
        servers = [stack.enter_context(serving(app.command, app.folder)) for app in APPS]
        browser = chromium(stack.enter_context(sync_playwright()))
        for each in range(openings + 1):
            for app, server, found in zip(APPS, servers, figures, strict=True):
                visit = Visit(browser, app, server)
                opened = visit.open()
                if each:  # the first visitor warms up the server
                    found.opened.append(opened)
                visit.page.context.close()
        visits = [Visit(browser, app, server) for app, server in zip(APPS, servers, strict=True)]
        for visit in visits:
            visit.open()
            visit.click(PILL)
            visit.click(PILL)
        for _ in range(clicks):
            for visit, found in zip(visits, figures, strict=True):
                found.clicks.append(visit.click(PILL))
        for pill in never_twice(clicks):
            for visit, found in zip(visits, figures, strict=True):
                found.fresh.append(visit.click(pill))
                found.fetched += sum("/layers/" in url for url in visit.asked)
                found.received.append(visit.traffic.received)
                found.sent.append(visit.traffic.sent)
        figures[-1].hovered = visits[-1].hover()
    return figures


def table(figures: Sequence[Figures]) -> str:
    """Figures as a Markdown table, with the ratios of the atlas to the other two."""
    rows = [
        ("Filter on, filter off", "ms", 0, [median(each.clicks) for each in figures]),
        ("A view never asked for before", "ms", 0, [median(each.fresh) for each in figures]),
        ("… sent to the browser", "kB", 1, [median(each.received) / 1000 for each in figures]),
        ("… sent to the server", "kB", 1, [median(each.sent) / 1000 for each in figures]),
        ("Page opened, nothing cached", "ms", 0, [median(each.opened) for each in figures]),
    ]
    lines = [
        ["Median", *(app.name for app in APPS), *(f"Atlas ÷ {app.name.lower()}" for app in APPS[:-1])],
        ["---", *["--:"] * 5],
    ]
    for label, unit, digits, values in rows:
        ratios = [f"{values[-1] / value:.2f}" for value in values[:-1]]
        lines.append([label, *(f"{value:.{digits}f} {unit}" for value in values), *ratios])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def aims(figures: Sequence[Figures]) -> list[tuple[str, bool]]:
    """Aims, each with True if it is met. The first two depend on the machine, the others do not."""
    empty, plain, ours = figures
    return [
        ("a click costs at most three times the empty app's", median(ours.clicks) <= 3 * median(empty.clicks)),
        ("and at most a third of the plain way's", median(ours.clicks) <= median(plain.clicks) / 3),
        ("and at most 30 kB", max(ours.received) <= 30_000),
        ("boundaries are never sent again", not ours.fetched),
        ("a hover sends nothing", not ours.hovered),
    ]


def report(figures: Sequence[Figures]) -> str:
    """Text for README.md."""
    ours = figures[-1]
    about = (
        f"From the click on a sector to the map on the screen, {len(ours.clicks)} clicks each; "
        f"layers fetched again: {ours.fetched}; messages sent by a hover: {ours.hovered}. "
        f"Streamlit {version('streamlit')}, {os.cpu_count()} cores, no GPU."
    )
    return f"{table(figures)}\n\n{about}"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clicks", type=int, default=24, help="clicks of each kind per app, at most 31 (%(default)s)")
    parser.add_argument("--openings", type=int, default=5, help="openings per app (%(default)s)")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    asked = parser.parse_args(arguments)
    figures = measure(asked.clicks, asked.openings)
    text = report(figures)
    print(text, "", *(f"{'kept  ' if kept else 'MISSED'} {aim}" for aim, kept in aims(figures)), sep="\n")
    if asked.write:
        readme = README.read_text(encoding="utf-8")
        between = re.compile(r"(?<=<!-- bench -->\n).*(?=<!-- /bench -->)", re.DOTALL)
        assert between.search(readme), "README.md has no <!-- bench --> … <!-- /bench -->"
        README.write_text(between.sub(lambda _: f"{text}\n", readme), encoding="utf-8")


if __name__ == "__main__":
    main()
