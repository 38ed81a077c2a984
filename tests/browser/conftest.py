"""A real server on a copy of config/, and a real Chromium that reports every request and every error."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.host import ROOT, chromium, serving


@pytest.fixture(scope="session")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the table that the server serves and a test may break."""
    return Path(shutil.copytree(ROOT / "config", tmp_path_factory.mktemp("atlas") / "config"))


@pytest.fixture(scope="session")
def server(config: Path) -> Iterator[str]:
    """The address of the atlas, served by `twinned serve` as a visitor meets it."""
    serve = [sys.executable, "-m", "dashboard.cli", "serve", "--config", str(config), "--port"]
    with serving(lambda port: [*serve, str(port)]) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield chromium(playwright)


@pytest.fixture(scope="module")
def watch() -> str:
    """Script that runs in each document before its own; a file may override it."""
    return ""


@pytest.fixture
def scheme() -> str:
    """The colour scheme that the visitor's system asks for; a test may override it."""
    return "light"


class Window:
    """A page that the tests of one file share, one after the other: caches stay warm, every test begins with `goto`."""

    def __init__(self, context: BrowserContext, server: str) -> None:
        self.page, self.server = context.new_page(), server
        self.asked: list[str] = []
        self.sent: list[bytes | str] = []
        self.faults: list[str] = []
        self.page.set_default_timeout(60_000)
        self.page.on("request", lambda it: self.asked.append(it.url))
        self.page.on("websocket", lambda it: self.asked.append(it.url.replace("ws://", "http://")))
        self.page.on("websocket", lambda it: it.on("framesent", lambda frame: self.sent.append(frame)))
        self.page.on("pageerror", lambda it: self.faults.append(str(it)))
        self.page.on("console", lambda it: it.type == "error" and self.faults.append(f"{it.text} {it.location['url']}"))
        self.page.on("requestfailed", lambda it: self._failed(str(it.failure), it.url))

    def _failed(self, failure: str, url: str) -> None:
        if "ABORTED" not in failure:  # a page that is left drops what it was fetching
            self.faults.append(f"{failure} {url}")

    def strangers(self) -> list[str]:
        """Addresses asked for that are of another host, or of Streamlit's below a page, where they are not found."""
        ours = (f"{self.server}/", "data:", "blob:")
        lost = [url for url in self.asked if "/_stcore/" in url and not url.startswith(f"{self.server}/_stcore/")]
        return lost + [url for url in self.asked if not url.startswith(ours)]


@pytest.fixture(scope="module")
def window(browser: Browser, server: str, watch: str) -> Iterator[Window]:
    context = browser.new_context(locale="en-GB")
    context.add_init_script(watch)
    yield Window(context, server)
    context.close()


@pytest.fixture
def page(window: Window, scheme: str) -> Iterator[Page]:
    """A page of 1280 × 720; afterwards: nothing was asked of another host, no script failed, the console is clean."""
    window.page.goto("about:blank")  # an address that differs in its #part alone would not be opened anew
    window.page.set_viewport_size({"width": 1280, "height": 720})
    window.page.emulate_media(media="null", color_scheme=scheme)
    for list_ in (window.asked, window.sent, window.faults):
        list_.clear()
    yield window.page
    window.page.unroute_all()
    assert window.asked
    assert window.strangers() == []
    assert window.faults == []


expect.set_options(timeout=30_000)
