"""The atlas in a frame of another site: it works there without cookies, and only where it is allowed."""

import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.atlas import Atlas
from tests.browser.host import serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a site, under another name than the atlas, and the folder of its pages."""
    folder = tmp_path_factory.mktemp("portal")
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    site = ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(folder)))
    Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://localhost:{site.server_port}", folder
    site.shutdown()


@pytest.fixture(scope="module")
def framed(portal: tuple[str, Path]) -> Iterator[str]:
    """The address of an atlas that the site may frame."""
    serve = [sys.executable, "-m", "dashboard.cli", "serve", "--port"]
    with serving(lambda port: [*serve, str(port)], TWINNED_EMBED_ORIGINS=portal[0]) as address:
        yield address


def opened(browser: Browser, portal: tuple[str, Path], address: str) -> Page:
    """A page of the site with an address of the atlas in a frame of 800 × 600."""
    site, folder = portal
    style = "width: 800px; height: 600px; border: 0"
    (folder / "index.html").write_text(f'<!doctype html><iframe src="{address}" style="{style}"></iframe>', "utf-8")
    page = browser.new_context(viewport={"width": 900, "height": 700}).new_page()
    page.goto(site, wait_until="commit")  # a frame that is refused never loads
    return page


def inside(page: Page) -> Frame:
    frame = page.locator("iframe").element_handle().content_frame()
    assert frame
    return frame


def test_it_works_in_a_frame_of_another_site_without_cookies(
    browser: Browser, portal: tuple[str, Path], framed: str
) -> None:
    page = opened(browser, portal, f"{framed}/?lang=en&embed=1")
    with_cookies, faults = list[str](), list[str]()
    page.on("request", lambda it: "cookie" in it.all_headers() and with_cookies.append(it.url))
    page.on("pageerror", lambda it: faults.append(str(it)))
    frame = inside(page)
    atlas = Atlas(frame, framed).settle().linked()  # type: ignore[arg-type] - it finds what a page finds
    expect(atlas.head).to_be_hidden()
    atlas.click("unit:CN-CQ")
    expect(atlas.map).to_have_attribute("data-selected", "unit:CN-CQ")
    expect(atlas.panel).to_have_attribute("data-key", "CN-CQ")
    page.evaluate("history.back()")  # of the frame; `go_back` waits for the page around it
    expect(atlas.map).to_have_attribute("data-selected", "")
    page.evaluate("history.forward()")
    expect(atlas.panel).to_have_attribute("data-key", "CN-CQ")
    assert frame.url == f"{framed}/?lang=en&selected=CN-CQ&embed=1"
    frame.goto(f"{framed}/data?lang=en&embed=1")
    with page.expect_download() as saved:
        frame.locator("#root a[href*='download/']").first.click()
    assert saved.value.path()
    assert (with_cookies, faults) == ([], [])
    page.context.close()


def test_it_is_in_no_frame_that_is_not_allowed(browser: Browser, portal: tuple[str, Path], server: str) -> None:
    page = opened(browser, portal, f"{server}/?lang=en&embed=1")
    expect(page.locator("iframe")).to_be_visible()
    page.wait_for_timeout(1500)
    assert inside(page).url.startswith("chrome-error:")
    page.context.close()
