"""A real server on a copy of config/, and a real Chromium that reports every request and every error."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.host import ROOT, chromium, serving

# Opened below the root, Streamlit first looks for its server below the address of the page, is told 404 and goes on to
# the root: twice for each page that is opened by its own address.
PROBE = re.compile(r"/_stcore/(health|host-config)$")


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


@pytest.fixture
def scheme() -> str:
    """The colour scheme that the visitor's system asks for; a test may override it."""
    return "light"


@pytest.fixture
def page(browser: Browser, server: str, scheme: str) -> Iterator[Page]:
    """A page of 1280 × 720; afterwards: nothing was asked of another host, and no script failed."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, color_scheme=scheme, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(60_000)
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url.replace("ws://", "http://")))
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    strangers = [url for url in asked if not url.startswith((f"{server}/", "data:", "blob:"))]
    assert asked
    assert not strangers
    assert not errors


@pytest.fixture
def quiet(page: Page) -> Iterator[None]:
    """Afterwards: every request was answered, and the console has no error but Streamlit's own probing."""
    said: list[str] = []
    page.on("console", lambda it: said.append(f"{it.text} {it.location['url']}") if it.type == "error" else None)
    page.on(
        "requestfailed", lambda it: said.append(f"{it.failure} {it.url}") if "ABORTED" not in str(it.failure) else None
    )
    yield
    assert [line for line in said if not PROBE.search(line)] == []


expect.set_options(timeout=30_000)
